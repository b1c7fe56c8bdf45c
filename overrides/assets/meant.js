// Did you mean …? Names words that lie near to what was typed, each as a button that takes it over.

/** Gives what shows words in a line, which is read aloud too; `take` is told the one that somebody chooses. */
export function openMeant(line, label, take) {
  const button = (words) => {
    const each = document.createElement("button");
    each.type = "button";
    each.className = "quiet";
    each.textContent = words;
    each.onclick = () => take(words);
    return each;
  };
  line.className = "meant";
  line.setAttribute("aria-live", "polite");
  line.hidden = true;
  return (instead) => {
    line.hidden = !instead.length;
    line.replaceChildren(label, ...instead.flatMap((words) => [" ", button(words)]), "?");
  };
}
