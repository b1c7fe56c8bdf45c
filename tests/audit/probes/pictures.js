// The pictures that have no name and are not left out for assistive technology, each by itself or by a box around it alone.
() => {
  const isHidden = (one) => one?.getAttribute("aria-hidden") === "true";
  const isLeftOut = (one) => isHidden(one) || (isHidden(one.parentElement) && !one.parentElement.textContent.trim());
  const named = (one) => one.getAttribute("aria-label")?.trim() || document.getElementById(one.getAttribute("aria-labelledby"))?.textContent.trim();
  const isNamed = (one) => (one.matches("img") ? one.hasAttribute("alt") : one.matches("[role=img]") && named(one));
  return [...document.querySelectorAll("img, svg:not(svg svg), canvas, object, [role=img]")]
    .filter((one) => !isLeftOut(one) && !isNamed(one))
    .map((one) => `without a name: ${one.parentElement.outerHTML.slice(0, 120)}`);
}
