// Where the ring of the element with the focus would stand on the screen, and how long a line around it is there.
() => {
  const AROUND = 8;
  const stop = document.activeElement;
  const seen = (box) => ({
    left: Math.max(box.left - AROUND, 0), top: Math.max(box.top - AROUND, 0),
    right: Math.min(box.right + AROUND, innerWidth), bottom: Math.min(box.bottom + AROUND, innerHeight),
  });
  const boxes = [...stop.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map(seen);
  const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
  const { width, height } = boxes.length ? stop.getClientRects()[0] : { width: 0, height: 0 };
  return {
    isRinged: stop.matches(":focus-visible"),
    told: stop.outerHTML.slice(0, 120),
    clip: { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top, scale: 1 },
    around: 2 * (Math.min(width, innerWidth) + Math.min(height, innerHeight)),
  };
}
