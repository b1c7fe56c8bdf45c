// What is wrong with the element that has the keyboard's focus; "" when nothing is, null when the way round is complete:
// no element of the page has the focus, or the first one has it again.
() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body || stop === document.documentElement) return null;
  const told = stop.outerHTML.slice(0, 120);
  if (stop.dataset.stop) return stop.dataset.stop === "first" ? null : `again: ${told}`;
  stop.dataset.stop = document.querySelector("[data-stop]") ? "later" : "first";
  const box = [...stop.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
  if (!box) return `without size: ${told}`;
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  if (left >= right || top >= bottom) return `out of view: ${told}`;
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (!above || !(stop.contains(above) || above.contains(stop))) return `behind ${above?.outerHTML.slice(0, 80)}: ${told}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return `without a ring: ${told}`;
  return "";
}
