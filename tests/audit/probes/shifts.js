// How far what is seen moved by itself while the page was opened (Cumulative Layout Shift), and what moved, when and from where to where.
() =>
  new Promise((resolve) => {
    const entries = [];
    const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
    const told = (entry) => entry.sources.map(({ node, previousRect, currentRect }) =>
      `${Math.round(entry.startTime)} ms: ${(node?.outerHTML ?? node?.textContent ?? "").slice(0, 60)} from ${box(previousRect)} to ${box(currentRect)}`);
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>
      resolve({ sum: entries.reduce((sum, { value }) => sum + value, 0), moved: entries.flatMap(told) }), 0)));
  })
