// The link to search opens it in place, and so does the slash key. Nothing is fetched before that; without a script the link
// leads to the page of all pages.
const opener = document.querySelector("[data-search]");
// What somebody types while the dialog is on its way.
let early = null;

async function open(event) {
  event.preventDefault();
  early = "";
  try {
    const { openSearch } = await import("./search.js");
    const field = await openSearch(opener);
    if (early) {
      field.value = early;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  } catch (error) {
    console.error(error);
    location.href = opener.dataset.search;
  } finally {
    early = null;
  }
}

if (opener) {
  opener.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  document.addEventListener("keydown", (event) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter) return;
    if (early !== null) {
      early += event.key;
      event.preventDefault();
    } else if (event.key === "/" && !event.target.closest("input, select, textarea, [contenteditable], dialog")) {
      open(event);
    }
  });
}
