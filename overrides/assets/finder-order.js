// The order of the list of projects while somebody looks for words: what fits best first, unless another order was chosen. Only rows
// that are shown are moved; laying out thousands anew would keep a keystroke waiting.

/** Gives what arranges the rows by how well they fit, and puts those that are to be shown in place. */
export function orderOf(finder, rows, fit) {
  const { sort } = finder.querySelector("form");
  const list = document.getElementById("_projects");
  const [usually] = sort.options;
  const name = usually.textContent;
  const moved = new Set();
  let isByFit = false;

  /** Puts the rows that were moved where the chosen order has them; the others never left. */
  function putBack() {
    const usual = new Map(rows.map((row, place) => [row, place]));
    const last = [...moved].sort((one, other) => usual.get(other) - usual.get(one));
    for (const row of last) list.insertBefore(row.item, rows[usual.get(row) + 1]?.item ?? null);
    moved.clear();
  }

  function arrange(found, places) {
    const hasFit = Boolean(places?.size);
    isByFit = hasFit && !sort.value;
    usually.textContent = hasFit ? fit : name;
    if (isByFit) found.sort((one, other) => places.get(one.id) - places.get(other.id));
    else putBack();
  }

  function move(found, from, until) {
    if (!isByFit) return;
    const next = found.slice(from, until);
    for (const row of next) moved.add(row);
    const items = next.map(({ item }) => item);
    if (from) found[from - 1].item.after(...items);
    else list.prepend(...items);
  }

  return { arrange, move };
}
