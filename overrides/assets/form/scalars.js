// How a value is written in YAML: so that both YAML 1.1 (the check) and 1.2 (this page) read what was meant, in the style it had.

// What needs no quotes: it begins with a letter and has nothing that YAML could take for a mark of its own.
const SAFE = /^\p{L}[\p{L}\p{N} .’“”„–()/;!?%€+-]*$/u;
const SAFE_IN_BLOCK = /^\p{L}[\p{L}\p{N} .,’'“”„–()/;!?%€+-]*$/u;
const SURPRISE = /^(y|yes|n|no|true|false|on|off|null|nan|inf)$/i;
const NUMBER = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?$/;
const TYPED = /^\^\(?\[(0-9\]\{4\}|1-9\])/;

/** Whether a field is written without quotes though it is no word: a date, a time, lines. @param {{pattern?: string}} schema */
export const isTyped = (schema) => TYPED.test(schema?.pattern ?? "");

/** Whether what is typed in such a field is a number to YAML. @param {string} text */
export const isNumber = (text) => NUMBER.test(text);

function isPlain(text, isInFlow, schema) {
  if (isTyped(schema)) return new RegExp(schema.pattern).test(text);
  const isId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
  return text === text.trim() && !SURPRISE.test(text) && (isId || (isInFlow ? SAFE : SAFE_IN_BLOCK).test(text));
}

const single = (text) => `'${text.replace(/'/g, "''")}'`;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g;
const double = (text) => `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t").replace(CONTROL, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;

/** Whether a text can be written as lines below a `|`. @param {string} text */
const isForBlock = (text) => text.trim() !== "" && !/^[ \t\n]/.test(text) && !/[ \t](\n|$)/.test(text) && !/[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029\ufeff]/.test(text);

function block(text, indent) {
  const lines = text.replace(/\n+$/, "").split("\n");
  const mark = /\n$/.test(text) ? "|" : "|-";
  return `${mark}\n${lines.map((line) => (line ? " ".repeat(indent) + line : "")).join("\n")}\n`;
}

/**
 * Gives a value as YAML. A text below a `|` ends in a line end, and is indented by `indent`.
 * @param {string | number | boolean} value
 * @param {{style?: string, isInFlow?: boolean, indent?: number, schema?: any}} place how it was written, and where it stands
 */
export function scalar(value, { style = "PLAIN", isInFlow = false, indent = 0, schema = {} } = {}) {
  if (typeof value !== "string") return String(value);
  const wantsLines = /\n/.test(value) || style === "BLOCK_LITERAL" || style === "BLOCK_FOLDED";
  if (wantsLines && !isInFlow && isForBlock(value)) return block(value, indent);
  if (style === "QUOTE_SINGLE" && !/[\n\t]/.test(value) && !CONTROL.test(value)) return single(value);
  return style === "PLAIN" && isPlain(value, isInFlow, schema) ? value : double(value);
}
