// The link to search opens it in place, and so does the slash key. Nothing is fetched before that; without a script the link
// leads to the page of all pages.
const opener = document.querySelector("[data-search]");

async function open(event) {
  event.preventDefault();
  try {
    const { openSearch } = await import("./search.js");
    await openSearch(opener);
  } catch (error) {
    console.error(error);
    location.href = opener.dataset.search;
  }
}

if (opener) {
  opener.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea, [contenteditable], dialog");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
  });
}
