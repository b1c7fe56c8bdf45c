// Handing in with an access token. It is kept in memory only, for as long as this page is open: never stored, never part of an
// address, never shown again, and sent to the code host's API alone.
import { handInBranch } from "./handing-in-branch.js";
import { choose } from "./handing-in-choice.js";
import { APIS, Fault, github } from "./handing-in-github.js";
import { button, focus, fresh, make, outward } from "./handing-in-parts.js";

let held = "";
let clearPage = () => {};

function forget() {
  held = "";
  clearPage();
}

// Also where the browser keeps the page to come back to: then the token has to be pasted again.
addEventListener("pagehide", forget);

const time = (language, stamp) => new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(stamp);

/** Says what went wrong in the page's language, and what to do. */
function wordOf(say, language, fault) {
  if (!(fault instanceof Fault)) return say("fault_other", { status: fault.name });
  const { until, ...values } = fault.values;
  return say(`fault_${fault.kind}`, { ...values, until: until ? time(language, until) : "" });
}

// In code, so that a name in somebody's text calls nobody and links nowhere.
const asCode = (text) => `\`${text.replace(/[`\n]/g, " ")}\``;

function bodyOf(say, note, changes) {
  const rows = changes.map(({ before, name, id, file }) => {
    return `- ${say(before ? "body_changed" : "body_new", { name: asCode(name ?? id), file: asCode(file) })}`;
  });
  return [...(note ? [note, ""] : []), ...rows, "", say("body_made")].join("\n");
}

const titleOf = (say, [first, ...others]) => {
  const title = say(first.before ? "title_changed" : "title_new", { name: first.name ?? first.id });
  return others.length ? say("title_more", { title, count: others.length }) : title;
};

function field(label, input, hint) {
  const id = fresh("field");
  const about = hint && make("span", { class: "hint", id: `${id}-hint` }, hint);
  input.id = id;
  if (about) input.setAttribute("aria-describedby", about.id);
  return make("p", { class: "handing-field" }, make("label", { for: id }, label), input, about);
}

// GitHub no longer promises that an address fills this form in, so each choice is said.
function howTo(say, host) {
  const steps = ["only", "rights", "short"].map((name) => make("li", {}, say(`key_${name}`, { repository: host.path })));
  const open = outward(say, say("key_open"), "https://github.com/settings/personal-access-tokens/new");
  return make("details", {}, make("summary", {}, say("key_how")), make("p", {}, open), make("ol", { class: "handing-how" }, ...steps));
}

/**
 * Makes the part of the page that asks for a token and hands in with it; null where the host has no API that we know.
 * @param {import("./handing-in-hosts.js").Change[]} changes
 * @param {{language: string}} context
 * @param {ReturnType<typeof import("./handing-in-hosts.js").hostOf>} host
 * @param {(key: string, values?: object) => string} say
 */
export function withToken(changes, context, host, say) {
  const api = APIS[host.flavour];
  if (!api) return null;
  const hub = github(api, host.path, () => held);
  const title = make("input", { type: "text", required: true, maxlength: "120", autocomplete: "off", value: titleOf(say, changes) });
  const note = make("textarea", { rows: "3" });
  const key = make("input", { type: "password", autocomplete: "off", autocapitalize: "off", spellcheck: "false", required: true });
  const told = make("p", { role: "status", class: "handing-told" });
  const wrong = make("p", { role: "alert", class: "handing-wrong" });
  const whose = make("div", {});
  const choice = make("div", { class: "handing-choice" });
  const done = make("div", { class: "handing-done" });
  let isBusy = false;

  // One thing at a time: a second press while something is asked does nothing.
  async function once(work) {
    if (isBusy) return;
    isBusy = true;
    wrong.replaceChildren();
    try {
      await work();
    } catch (fault) {
      wrong.textContent = wordOf(say, context.language, fault);
      if (fault.kind === "token") forget();
    } finally {
      isBusy = false;
      told.textContent = "";
    }
  }

  clearPage = () => {
    key.value = "";
    whose.replaceChildren();
    form.hidden = false;
  };
  // Whoever hands in a second change on this page need not paste the key again.
  key.value = held;

  async function look() {
    told.textContent = say("looking");
    held = key.value.trim();
    const { login } = await hub.user();
    const { permissions = {}, archived } = await hub.repository();
    const mayWrite = Boolean(permissions.push) && !archived;
    const heading = make("p", { class: "handing-whose" }, say(mayWrite ? "whose" : "whose_not", { login, repository: host.path }));
    const drop = button(say("forget"), () => { forget(); key.focus(); }, "button handing-quiet");
    key.value = "";
    form.hidden = true;
    whose.replaceChildren(heading, ...(mayWrite ? [proposal()] : [make("p", {}, say("by_hand_instead"))]), make("p", {}, drop));
    if (!mayWrite) held = "";
    focus(heading);
  }

  function proposal() {
    const send = async (event) => {
      event.preventDefault();
      await once(() => handedIn(title.value.trim() || titleOf(say, changes), note.value.trim()));
    };
    const press = make("p", {}, make("button", { class: "button" }, say("send_it")));
    return make("form", { submit: send }, field(say("summary"), title), field(say("note"), note, say("note_hint")), press);
  }

  async function handedIn(title, note) {
    const step = (name) => { told.textContent = say(`step_${name}`); };
    const ask = async (change, conflict) => {
      told.textContent = "";
      const text = await choose(choice, say, change, conflict);
      if (text === null) throw new Fault("stopped");
      return text;
    };
    const found = await handInBranch(hub, changes, { title, body: bodyOf(say, note, changes) }, { choose: ask, step });
    whose.hidden = Boolean(found);
    done.replaceChildren(...result(found));
    focus(done.firstElementChild);
  }

  const end = (title, text, link) => [make("h3", {}, say(title)), make("p", {}, text), make("p", {}, link)];

  function result(found) {
    if (!found) return [make("h3", {}, say("nothing_new"))];
    const { branch, base, number, fault } = found;
    if (!fault) return end("handed_in", say("handed_in_how"), outward(say, say("see", { number }), `${host.root}/pull/${Number(number)}`));
    const address = `${host.root}/compare/${encodeURIComponent(base)}...${encodeURIComponent(branch)}?expand=1`;
    return end("half", `${wordOf(say, context.language, fault)} ${say("half_how")}`, outward(say, say("half_open"), address));
  }

  const form = make(
    "form",
    { submit: (event) => { event.preventDefault(); once(look); }, autocomplete: "off" },
    field(say("key"), key, say("key_hint")),
    make("p", {}, make("button", { class: "button" }, say("key_look"))),
  );
  return make("div", { class: "handing-token" }, make("p", {}, say("token_how", { host: host.name })), howTo(say, host), form, whose, told, wrong, choice, done);
}
