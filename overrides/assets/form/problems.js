// What is wrong with what was typed in a field, in a sentence; "" where nothing is. The whole check does the rest.
import { say } from "./elements.js";
import { isTyped } from "./scalars.js";

function isDay(text) {
  const [year, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1500 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function wrongForm(text, schema) {
  const pattern = schema.pattern ?? "";
  if (/mailto/.test(pattern) && !/https/.test(pattern)) return "wrong_mail";
  if (schema.format === "uri" || /https\?/.test(pattern)) return "wrong_address";
  if (pattern.includes("{4}")) return pattern.includes(":") ? "wrong_instant" : "wrong_date";
  if ([schema.type].flat().includes("number")) return "wrong_value";
  if (isTyped(schema)) return "wrong_lines";
  return pattern === "^[a-z0-9-]+$" ? "wrong_id" : "wrong_form";
}

/** @param {string} text what was typed @param {any} schema @param {boolean} isNeeded @returns {string} */
export function problemOf(text, schema, isNeeded) {
  const typed = text.trim();
  if (!typed) return isNeeded ? say("needed") : "";
  if (schema.type === "integer" && !/^-?\d{1,15}$/.test(typed)) return say("wrong_number");
  if (schema.type === "integer" && (Number(typed) < (schema.minimum ?? -Infinity) || Number(typed) > (schema.maximum ?? Infinity))) {
    return say("out_of_bounds", { least: schema.minimum, most: schema.maximum });
  }
  const inThousands = [schema.type].flat().includes("number") && /^-?\d{1,3}(\.\d{3})+$/.test(typed);
  if (inThousands) return say("in_thousands", { whole: typed.replaceAll(".", ""), part: typed.replace(/0+$/, "") });
  if (schema.maxLength && typed.replace(/\s+/g, " ").length > schema.maxLength) return say("too_long", { count: typed.replace(/\s+/g, " ").length, most: schema.maxLength });
  if (schema.pattern && !new RegExp(schema.pattern).test(typed)) return say(wrongForm(typed, schema));
  if (schema.pattern?.includes("{4}") && !isDay(typed)) return say("no_such_date");
  if (schema.format === "uri" && /^https?:/.test(typed) && !/^https?:\/\/[\w-]+(\.[\w-]+)+([:/?#]\S*)?$/.test(typed)) return say("wrong_address");
  return "";
}

/** Gives a short name for an address from a title: `Leren met de stad!` → `leren-met-de-stad`. @param {string} title @returns {string} */
export function suggestedId(title) {
  const letters = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", þ: "th", ð: "d", ı: "i" };
  const plain = title.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßæœøđłþðı]/g, (letter) => letters[letter]);
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80).replace(/-$/, "");
}
