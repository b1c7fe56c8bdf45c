// What does not belong on paper: controls, columns, ink that is too light, links without their address.
() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const all = (what) => [...document.querySelectorAll(what)].filter(shown);
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  };
  const inked = (colour) => !/, 0\)|\/ 0\)|transparent/.test(colour) && light(colour) < 0.99;
  const columns = ({ columnCount, columnWidth }) => columnCount !== "auto" || columnWidth !== "auto";
  const beside = ({ display, gridTemplateColumns }) => display === "grid" && gridTemplateColumns.split(" ").length > 1;
  const words = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const address = (link) => getComputedStyle(link, "::after").content.includes(link.getAttribute("href"));
  return [
    ...all("nav, button, input, select, form, [role=search], a[href^='#']:not(.footnote-ref a, .footnotes a, td a, th a, dd a, li a, p a)").map((one) => ["of no use on paper", one]),
    ...all("main, main *").filter((one) => columns(getComputedStyle(one))).map((one) => ["in columns", one]),
    ...all("main div, main ul, main ol").filter((one) => !one.closest("dl") && beside(getComputedStyle(one))).map((one) => ["beside each other", one]),
    ...all("body *").filter((one) => !one.closest("svg") && inked(getComputedStyle(one).backgroundColor)).map((one) => ["background", one]),
    ...all("body *").filter((one) => !one.closest("svg") && words(one) && 1.05 / (light(getComputedStyle(one).color) + 0.05) < 7).map((one) => ["too light", one]),
    ...all("main a[href^=http]").filter((one) => !address(one)).map((one) => ["without its address", one]),
  ].map(([fault, one]) => `${fault}: ${one.outerHTML.slice(0, 120)}`);
}
