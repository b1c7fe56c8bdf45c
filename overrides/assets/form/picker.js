// A field to pick one of many by name: letters narrow the list, arrows walk it, Enter takes what is marked (ARIA: combobox with a list).
import { fold } from "../text.js";
import { fresh, inLanguage, make, say } from "./elements.js";

const MOST = 60;

/** @typedef {{id: string, names: any, note?: string}} Option */

/** What a record is called, with the words it is looked up by. @param {Option} option */
function entryOf(option) {
  const { text, lang } = inLanguage(option.names, option.id);
  const all = typeof option.names === "string" ? [option.names] : Object.values(option.names ?? {});
  return { ...option, text, lang, called: fold(text), folded: ` ${fold([...all, option.id, option.note ?? ""].join(" "))}` };
}

// Of thousands of records the words are only looked up where somebody picks one, and then for all fields of that kind.
const looked = new WeakMap();

function entriesOf(options) {
  if (!looked.has(options)) looked.set(options, options.map(entryOf));
  return looked.get(options);
}

/**
 * Makes a picker.
 * @param {{label: string, labelId?: string, options: Option[], picked: (id: string) => void, value?: string, describedBy?: string, keeps?: boolean}} settings
 * `keeps` says whether the name stays in the field when it is picked
 */
export function picker({ label, labelId, options, picked, value = "", describedBy = "", keeps = true }) {
  const ids = { input: fresh(), list: fresh() };
  const named = labelId ? { "aria-labelledby": labelId } : { "aria-label": label };
  const list = make("ul", { id: ids.list, role: "listbox", class: "pick-list", hidden: true, ...named });
  const input = make("input", { id: ids.input, type: "text", role: "combobox", class: "pick", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": ids.list, "aria-describedby": describedBy || false, ...named });
  const element = make("div", { class: "picker" }, input, list);
  let shown = [];
  let marked = -1;
  let chosen = value;

  const nameOf = (id) => (id && inLanguage(options.find((option) => option.id === id)?.names, id).text);
  input.value = nameOf(value);

  function mark(place) {
    marked = place;
    [...list.children].forEach((item, other) => item.setAttribute("aria-selected", String(other === place)));
    if (place >= 0) {
      input.setAttribute("aria-activedescendant", list.children[place].id);
      list.children[place].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function show() {
    const words = fold(input.value).split(" ").filter(Boolean);
    const isChosen = input.value === nameOf(chosen);
    const found = entriesOf(options).filter((entry) => isChosen || words.every((word) => entry.folded.includes(word)));
    const far = (entry) => (entry.called.startsWith(words[0] ?? "") ? 0 : entry.folded.includes(` ${words[0]}`) ? 1 : 2);
    shown = (isChosen ? found : found.sort((one, other) => far(one) - far(other))).slice(0, MOST);
    list.replaceChildren(
      ...shown.map((entry) => make("li", { id: fresh(), role: "option", "aria-selected": "false", lang: entry.lang }, entry.text, entry.note ? make("span", { class: "pick-note" }, ` ${entry.note}`) : null)),
      ...(shown.length ? [] : [make("li", { id: fresh(), role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("none_found"))]),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(words.length && !isChosen && shown.length ? 0 : -1);
  }

  function hide() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function take(place) {
    const entry = shown[place];
    if (!entry) return;
    chosen = keeps ? entry.id : "";
    input.value = keeps ? entry.text : "";
    hide();
    picked(entry.id);
  }

  function leave() {
    hide();
    if (!keeps) return;
    if (!input.value.trim()) {
      if (chosen) picked("");
      chosen = "";
    } else input.value = nameOf(chosen);
  }

  input.addEventListener("input", show);
  input.addEventListener("click", () => (list.hidden ? show() : hide()));
  input.addEventListener("blur", leave);
  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) show();
      if (shown.length) mark((marked + (event.key === "ArrowDown" ? 1 : shown.length - 1 + (marked < 0 ? 1 : 0)) + shown.length) % shown.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen && marked >= 0) take(marked);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      input.value = nameOf(chosen);
      hide();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => take([...list.children].indexOf(event.target.closest("[role=option]"))));
  return { element, input, nameOf, value: () => chosen };
}
