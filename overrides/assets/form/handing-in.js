// Shows the text of what was changed, to copy.
import { make, say } from "./elements.js";

/** Shows the changes in `context.root`. */
export function handIn(changes, { root }) {
  root.replaceChildren(...changes.map(({ file, after }) => {
    const field = make("textarea", { readonly: true, rows: 8, class: "handing-text", "aria-label": file });
    field.value = after;
    return field;
  }));
}
