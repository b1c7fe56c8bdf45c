// The HTML of the page as it is now, whatever of it is hidden: what a script only shows or hides is written there without it too.
() => {
  const copy = document.documentElement.cloneNode(true);
  for (const part of copy.querySelectorAll("[hidden]")) part.removeAttribute("hidden");
  return copy.outerHTML;
}
