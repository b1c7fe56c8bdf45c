// What every page can do with a script: copy its address, without asking for a permission.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.createElement("input");
    field.value = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    field.setAttribute("aria-label", button.textContent);
    button.after(field);
    field.select();
    const isCopied = document.execCommand("copy");
    if (isCopied) field.remove();
    button.parentElement.querySelector("[role=status]").textContent = isCopied ? button.dataset.copied : button.dataset.select;
    if (isCopied) button.focus();
  });
}

// The page about contact names the page that somebody came from; only a path within this site is shown.
const line = document.querySelector("[data-came-from]");
const from = line && new URLSearchParams(location.search).get(line.dataset.cameFrom);
if (from && /^[A-Za-z0-9/.-]+$/.test(from)) {
  const link = line.querySelector("a");
  link.href = new URL(`../../../${from}`, import.meta.url);
  link.textContent = decodeURI(link.href);
  line.hidden = false;
}
