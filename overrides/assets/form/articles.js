// News, events and newsletters: a file in each language, told apart and put together as one record with its texts side by side.
import { joined, parted } from "./article-text.js";
import { index } from "./data.js";
import { told } from "./elements.js";
import { inside, resolved } from "./schema.js";
import { read, rewritten } from "./yaml-text.js";

const TEXTS = ["Text", "Summary", "Prose", "LongText"];
const BODY = "text";
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const codes = () => Object.keys(told.languages);

function put(into, head, schema, code) {
  for (const [key, value] of Object.entries(head)) {
    const field = inside(schema, key);
    if (TEXTS.includes(field.named)) into[key] = { ...into[key], [code]: value };
    else if (isObject(value) && field.properties) into[key] = put(into[key] ?? {}, value, field, code);
    else into[key] ??= value;
  }
  return into;
}

/** Gives the files of an article as one record; null where one of them cannot be read. @param {Record<string, {file: string, text: string}>} files */
export function together(files, schema) {
  const value = {};
  for (const code of codes().filter((one) => files[one])) {
    const parts = parted(files[code].text);
    if (!parts) return null;
    put(value, read(parts.head), schema, code);
    if (parts.body.trim()) value[BODY] = { ...value[BODY], [code]: parts.body };
  }
  return value;
}

// What of a record stands in the head of one language: its texts; in the first file all else, in others what they repeat.
function headOf(value, schema, code, isFirst, old) {
  const found = {};
  for (const [key, one] of Object.entries(value)) {
    const field = inside(schema, key);
    if (key === BODY || key === "id") continue;
    if (TEXTS.includes(field.named)) {
      if (one[code] !== undefined) found[key] = one[code];
    } else if (isObject(one) && field.properties) {
      const part = headOf(one, field, code, isFirst, old?.[key] ?? {});
      if (Object.keys(part).length) found[key] = part;
    } else if (isFirst || (old && key in old)) found[key] = one;
  }
  return found;
}

// The schema of a head: each text in one language.
function headSchema(schema, code) {
  const whole = resolved(schema);
  const properties = Object.keys(whole.properties).map((key) => {
    const field = inside(whole, key);
    if (TEXTS.includes(field.named)) return [key, field.properties[code] ?? {}];
    return [key, field.properties ? headSchema(field, code) : field];
  });
  return { properties: Object.fromEntries(properties.filter(([key]) => key !== BODY)) };
}

/** Gives the changes of files that make an article say something else. @returns {Array<{file: string, line: number, before: string, after: string}>} */
export function apart(kind, id, files, value, schema) {
  const written = codes().filter((code) => files[code] || value.title?.[code] || value[BODY]?.[code]);
  const first = written[0];
  return written.map((code) => {
    const file = files[code]?.file ?? `${index.content}/${code}/${kind.folder}/${id}.md`;
    const before = files[code]?.text ?? "";
    const parts = before ? parted(before) : { head: "", body: "" };
    const old = parts.head ? read(parts.head) : null;
    const head = rewritten(parts.head, headOf(value, schema, code, code === first, old), headSchema(schema, code), false);
    const body = value[BODY]?.[code] ?? "";
    const isSame = body.replace(/\s+$/, "") === parts.body.replace(/\s+$/, "");
    const after = joined(head, isSame ? parts.body : body ? `${body.replace(/\s+$/, "")}\n` : "");
    return { file, line: before ? 1 : 0, before, after };
  });
}
