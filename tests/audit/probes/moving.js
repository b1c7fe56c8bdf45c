// Everything that would move though the visitor asked for rest.
() => {
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const moves = ({ transitionDuration, animationDuration, animationName }) =>
    lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
  const found = [...document.querySelectorAll("*")].filter((one) => moves(getComputedStyle(one))).map((one) => one.outerHTML.slice(0, 120));
  return getComputedStyle(document.documentElement).scrollBehavior === "auto" ? found : [...found, "the page scrolls smoothly"];
}
