// Ends a project in one step: how it ended, when, and what came of it, put into its fields.
import { button, fresh, make, say, tell, told } from "./elements.js";
import { inside } from "./schema.js";
import { choiceField, lineField } from "./field-values.js";
import { textField } from "./field-texts.js";

/** Whether records of a kind can end. */
export const canEnd = (schema) => ["status", "end"].every((key) => key in schema.properties);

const only = (schema) => ({ ...schema, anyOf: schema.anyOf.filter((choice) => told.ended.includes(choice.const)) });

/** Makes what ends a project. @param {any} schema @param {Map<string, import("./field-parts.js").Field>} fields @param {() => void} done */
export function ending(schema, fields, done) {
  const status = choiceField(only(inside(schema, "status")), "status", told.ended[0], true);
  const end = lineField(inside(schema, "end"), "end", "", true);
  const results = inside(schema, "results");
  const result = results.items ? textField(inside(results.items, "text"), "text", undefined, false) : null;
  const title = fresh();
  const press = () => {
    const wrong = [...status.check(), ...end.check(), ...(result?.check() ?? [])];
    if (wrong.length) return wrong[0].element.focus();
    const when = end.read();
    fields.get("status").fill(status.read());
    fields.get("end").fill(when);
    fields.get("status_year")?.fill(Number(String(when).slice(0, 4)));
    if (result && !result.isEmpty()) {
      const item = fields.get("results").add(undefined);
      item.fields.get("text").fill(result.read());
      item.fields.get("year")?.fill(Number(String(when).slice(0, 4)));
    }
    element.open = false;
    for (const name of ["end", "results", "status_year"]) fields.get(name)?.element.closest("details")?.setAttribute("open", "");
    tell(say("end_done"));
    return done();
  };
  const element = make("details", { class: "ending" }, make("summary", {}, say("end_this")), make("p", { class: "hint", id: title }, say("end_hint")), status.element, end.element, result?.element, make("p", {}, button(say("end_it"), press, "button")));
  return element;
}

