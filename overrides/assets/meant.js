// Did you mean …? Names words that lie near to what was typed, each as a button that takes it over.

/** Gives what shows words in a line, which reads them aloud too; `take` is told the one that somebody chooses. */
export function openMeant(line, take) {
  const button = (words) => {
    const each = document.createElement("button");
    each.type = "button";
    each.className = "quiet";
    each.textContent = words;
    each.onclick = () => take(words);
    return each;
  };
  const list = line.querySelector("span");
  return (instead) => {
    line.hidden = !instead.length;
    list.replaceChildren(...instead.flatMap((words) => [button(words), " "]));
  };
}
