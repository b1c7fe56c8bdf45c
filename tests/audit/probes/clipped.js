// The texts that cannot be read whole: cut off by a box around them, or beyond the edge of a page that does not scroll there.
() => {
  const hides = (way) => way === "hidden" || way === "clip";
  const scrolls = (way) => way === "auto" || way === "scroll";
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const found = wide > 0 ? [`the page scrolls ${wide} px sideways`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const around = text.parentElement;
    if (!text.data.trim() || !around.checkVisibility({ visibilityProperty: true }) || around.closest("[aria-hidden=true], .visually-hidden, .skip")) continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    let inside = false;
    for (let one = around; one && !inside; one = one.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      inside = scrolls(overflowX);
      if (clipPath !== "none") found.push(`clipped: ${text.data.trim().slice(0, 60)}`);
      if (hides(overflowX) && (box.left < edge.left - 2 || box.right > edge.right + 2)) found.push(`cut off at the side: ${text.data.trim().slice(0, 60)}`);
      if (hides(overflowY) && (box.top < edge.top - 2 || box.bottom > edge.bottom + 2)) found.push(`cut off in height: ${text.data.trim().slice(0, 60)}`);
    }
    if (!inside && (box.right > innerWidth + 1 || box.left < -1)) found.push(`beyond the edge: ${text.data.trim().slice(0, 60)}`);
  }
  return found;
}
