// The targets that are less than 24 px high or wide (WCAG 2.5.8), labels and links of cards too. Only a link within a sentence may be.
// Where something reaches further than its own box (a card that is one link, a label around a box), what can be touched counts.
() => {
  const LEAST = 24;
  const targets = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex^='-'])";
  const blocks = "p, li, dd, dt, td, th, h1, h2, h3, h4, figcaption, summary";
  const isSentence = (link) => {
    const block = link.closest(blocks);
    if (getComputedStyle(link).display !== "inline" || !block) return false;
    const around = block.cloneNode(true);
    for (const part of around.querySelectorAll("a, ul, ol, .visually-hidden")) part.remove();
    return /\p{L}+[\s,;:]+\p{L}+/u.test(around.textContent) && /[.?!][”’)]?\s*$/.test(block.textContent);
  };
  const isTouched = (target, x, y) => {
    const found = document.elementFromPoint(x, y);
    return found && target.contains(found);
  };
  const labelled = (target) => [...(target.labels ?? [])].some((label) => label.offsetWidth >= LEAST && label.offsetHeight >= LEAST);
  // A link over two lines is touched at the longer of its parts.
  const largest = (target) => [...target.getClientRects()].reduce((one, other) => (other.width * other.height > one.width * one.height ? other : one), new DOMRect());
  const isLarge = (target) => {
    if (labelled(target)) return true;
    target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = largest(target);
    const x = box.left + box.width / 2, y = box.top + box.height / 2, far = LEAST / 2 - 0.5, shifts = [0, -far, far];
    const around = (right, down) => [[-far, 0], [far, 0], [0, -far], [0, far]].every(([more, lower]) => isTouched(target, x + right + more, y + down + lower));
    return shifts.some((right) => shifts.some((down) => around(right, down)));
  };
  return [...document.querySelectorAll(targets)]
    .filter((one) => !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true }) && !one.closest(".skip"))
    .map((one) => [one, largest(one)])
    .filter(([one, box]) => box.width > 1 && box.height > 1 && (box.width < LEAST || box.height < LEAST) && !isSentence(one) && !isLarge(one))
    .map(([one, box]) => `${Math.round(box.width)} × ${Math.round(box.height * 10) / 10}: ${one.closest(blocks)?.outerHTML.slice(0, 60)} … ${one.outerHTML.slice(0, 120)}`);
}
