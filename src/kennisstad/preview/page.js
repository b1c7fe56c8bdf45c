// Stands in every page of a preview, never in the site: loads the page again when it changed, and shows what is wrong over it.
const mine = document.currentScript.dataset.version;
const style = new CSSStyleSheet();
style.replaceSync(`
  :host { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; overscroll-behavior: contain; background: rgb(20 22 28 / .72); }
  div { max-width: 60rem; margin: 2rem auto; padding: 1.5rem 2rem; border-inline-start: .5rem solid #b5122b; background: #fbf9f5;
    color: #1a1d24; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { margin: 0 0 1rem; font-size: 1.4rem; }
  pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .95rem/1.6 ui-monospace, monospace; }
  pre.said { margin-top: 1.25rem; font-weight: 600; }
  pre.typed { margin: .4rem 0; padding: .4rem .6rem; background: #f0ebe0; white-space: pre; overflow-x: auto; }
  pre.remedy { padding-inline-start: 1.2em; text-indent: -1.2em; }
`);
let news;
let cover;

function show({ version, fault }) {
  cover?.remove();
  cover = undefined;
  if (!fault) {
    if (version !== mine) location.reload();
    return;
  }
  cover = document.createElement("kennisstad-fault");
  cover.lang = fault.language;
  cover.dir = "ltr";
  cover.setAttribute("role", "alert");
  const root = cover.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  const panel = document.createElement("div");
  const add = (name, text) => {
    const part = document.createElement(name);
    part.textContent = text;
    panel.append(part);
    return part;
  };
  add("h1", fault.title);
  for (const [kind, text] of fault.told) add("pre", text).className = kind;
  root.append(panel);
  document.documentElement.append(cover);
}

// A browser keeps few connections to one address: a page that nobody sees gives its own back.
function listen() {
  news?.close();
  if (document.hidden) return;
  news = new EventSource("/_preview/events");
  news.onmessage = (message) => show(JSON.parse(message.data));
  news.onerror = () => news.readyState === EventSource.CLOSED && setTimeout(listen, 500);
}
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => news?.close());
addEventListener("pageshow", (event) => event.persisted && listen());
listen();
