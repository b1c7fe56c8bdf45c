// What somebody with forced colours cannot make out: controls without an edge, the place in the menu, words in pictures.
() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const all = (what) => [...document.querySelectorAll(what)].filter(shown);
  const system = (name) => {
    const sample = document.body.appendChild(document.createElement("i"));
    sample.style.color = name;
    const { color } = getComputedStyle(sample);
    sample.remove();
    return color;
  };
  const paper = system("Canvas"), ink = system("CanvasText");
  const readable = ({ fill, stroke }) => fill === ink && stroke === "none";
  const edge = ({ borderBottomWidth, borderBottomStyle, borderBottomColor }) =>
    parseFloat(borderBottomWidth) >= 1 && borderBottomStyle !== "none" && borderBottomColor !== paper;
  const line = (one) => edge(getComputedStyle(one)) || getComputedStyle(one).textDecorationLine.includes("underline");
  return [
    ...all("button, input:not([type=checkbox], [type=radio]), select, textarea").filter((one) => !edge(getComputedStyle(one))).map((one) => ["no edge", one]),
    ...all("nav [aria-current=page]").filter((one) => !line(one)).map((one) => ["place in the menu not shown", one]),
    ...all("nav li > a:not([aria-current]):not([lang])").filter((one) => edge(getComputedStyle(one))).map((one) => ["looks like the place in the menu", one]),
    ...all("svg text").filter((one) => !readable(getComputedStyle(one))).map((one) => ["words in a colour of our own", one]),
    ...all("svg rect").filter((one) => getComputedStyle(one).fill !== ink).map((one) => ["a bar in a colour of our own", one]),
    ...all("svg[aria-hidden=true] pattern").map((one) => ["decoration behind words", one]),
  ].map(([fault, one]) => `${fault}: ${one.outerHTML.slice(0, 120)}`);
}
