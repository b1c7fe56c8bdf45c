// Values that nobody wrote yet, as YAML in the manner of the files: short texts and sources on one line, longer ones below each other.
import { scalar } from "./scalars.js";
import { inside, keysOf } from "./schema.js";

const LONGEST = 100;
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const hasLines = (value) => (typeof value === "string" ? /\n/.test(value) : value !== null && typeof value === "object" && Object.values(value).some(hasLines));
const indented = (text, width) => text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(width)}`);

function flow(value, schema) {
  if (Array.isArray(value)) return `[${value.map((one) => flow(one, schema?.items)).join(", ")}]`;
  if (!isObject(value)) return scalar(value, { isInFlow: true, schema });
  return `{${keysOf(schema, value).map((key) => `${name(key)}: ${flow(value[key], inside(schema, key))}`).join(", ")}}`;
}

const name = (key) => (/^[A-Za-z][\w-]*$/.test(key) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(key) ? key : JSON.stringify(key));

function isShort(value, schema) {
  if (hasLines(value)) return false;
  const isNested = Object.values(value).some((one) => one !== null && typeof one === "object" && Object.values(one).some((two) => two !== null && typeof two === "object"));
  return !isNested && flow(value, schema).length <= LONGEST;
}

/** Gives a field with its value as lines; the first without its indent, the others with it. @param {string} key @param {any} value @param {any} schema @param {number} indent */
export function writtenField(key, value, schema, indent) {
  if (!isObject(value) && !Array.isArray(value)) {
    const text = scalar(value, { indent: indent + 2, schema });
    return `${name(key)}: ${text.endsWith("\n") ? text : `${text}\n`}`;
  }
  const isOneLine = Array.isArray(value) ? !value.some(isObject) && !hasLines(value) : isShort(value, schema);
  if (isOneLine || !Object.keys(value).length) return `${name(key)}: ${flow(value, schema)}\n`;
  const below = Array.isArray(value) ? items(value, schema) : fields(value, schema);
  return `${name(key)}:\n${" ".repeat(indent + 2)}${indented(below, indent + 2)}`;
}

const fields = (value, schema) => keysOf(schema, value).map((key) => writtenField(key, value[key], inside(schema, key), 0)).join("");

function items(value, schema) {
  return value.map((one) => (isObject(one) && !isShort(one, schema?.items) ? `- ${indented(fields(one, schema?.items), 2)}` : `- ${flow(one, schema?.items)}\n`)).join("");
}

/** Gives a value as YAML: in one line, or as a record below each other, in a list from its dash. @param {any} value @param {any} schema @param {boolean} isListed @param {boolean} isInFlow */
export function written(value, schema, isListed, isInFlow = false) {
  if (isInFlow) return flow(value, schema);
  const text = fields(value, schema);
  return isListed ? `- ${indented(text, 2)}` : text;
}
