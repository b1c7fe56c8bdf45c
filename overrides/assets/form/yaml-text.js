// A record's text with other values: only the lines of what changed are written anew. Comments, order, quotes and spaces of all else
// stay as they were typed.
import { isMap, isScalar, isSeq, parseDocument } from "./yaml.min.js";
import { written, writtenField } from "./new-text.js";
import { scalar } from "./scalars.js";
import { inside, keysOf } from "./schema.js";
import { pairsOf } from "./alike.js";

/** @typedef {{start: number, end: number, text: string}} Edit */

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const bare = (value) => (typeof value === "string" ? value.replace(/\n+$/, "") : value);

/** Whether two values are the same; line ends at the end of a text mean nothing. @param {any} one @param {any} other @returns {boolean} */
export function isSame(one, other) {
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((value, place) => isSame(value, other[place]));
  if (!isObject(one) || !isObject(other)) return bare(one) === bare(other);
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}

/** Gives a record, or the head of an article, as data. @param {string} text @returns {any} */
export function read(text) {
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length) throw new Error(document.errors[0].message);
  const value = document.toJS();
  return Array.isArray(value) ? value[0] : (value ?? {});
}

/**
 * Gives a text with other values. Where its lines cannot be changed one by one, the record is written anew.
 * @param {string} text a record from its dash, or the head of an article; "" for a new one
 * @param {any} value what it must say @param {any} schema @param {boolean} isListed whether a record stands in a list
 */
export function rewritten(text, value, schema, isListed) {
  if (!text) return written(value, schema, isListed);
  if (isSame(read(text), value)) return text;
  const contents = parseDocument(text).contents;
  const writer = new Writer(text);
  writer.change(isSeq(contents) ? contents.items[0] : contents, value, { schema, indent: 0, isInFlow: false });
  const found = writer.result();
  return isRight(found, value) ? found : written(value, schema, isSeq(contents));
}

function isRight(text, value) {
  try {
    return isSame(read(text), value);
  } catch {
    return false;
  }
}

class Writer {
  constructor(text) {
    this.text = text;
    /** @type {Edit[]} */
    this.edits = [];
  }

  result() {
    const edits = this.edits.map((edit, place) => ({ ...edit, place })).sort((one, other) => one.start - other.start || one.place - other.place);
    let [found, at] = ["", 0];
    for (const { start, end, text } of edits) {
      found += this.text.slice(at, Math.max(start, at)) + text;
      at = Math.max(end, at);
    }
    return found + this.text.slice(at);
  }

  edit(start, end, text) {
    this.edits.push({ start, end, text });
  }

  // The start of the line after the one that a place is in; a text of several lines ends behind its last one.
  nextLine(place) {
    if (this.text[place - 1] === "\n") return place;
    const end = this.text.indexOf("\n", place);
    return end < 0 ? this.text.length : end + 1;
  }

  lineStart(place) {
    return this.text.lastIndexOf("\n", place - 1) + 1;
  }

  column(place) {
    return place - this.lineStart(place);
  }

  change(node, value, where) {
    if (node && isSame(node.toJSON(), value)) return;
    const isInFlow = where.isInFlow || Boolean(node?.flow);
    if (isMap(node) && isObject(value) && node.items.length) this.changeMap(node, value, { ...where, isInFlow });
    else if (isSeq(node) && Array.isArray(value) && node.items.length) this.changeList(node, value, { ...where, isInFlow });
    else if (isScalar(node) && node.range[0] < node.range[1] && !isObject(value) && !Array.isArray(value)) this.changeScalar(node, value, where);
    else throw new Error("written anew");
  }

  changeScalar(node, value, { indent, isInFlow, schema }) {
    const [start, end] = node.range;
    const text = scalar(value, { style: node.type, isInFlow, indent: indent + 2, schema });
    const endsLine = this.text[end - 1] === "\n";
    const rest = /^.*\n?/.exec(this.text.slice(end))[0];
    if (text.endsWith("\n") && !endsLine) this.edit(start, rest.trim() ? end : end + rest.length, rest.trim() ? scalar(value, { style: "QUOTE_DOUBLE", isInFlow: true }) : text);
    else this.edit(start, end, endsLine && !text.endsWith("\n") ? `${text}\n` : text);
  }

  changeMap(node, value, where) {
    const indent = this.column(node.items[0].key.range[0]);
    const kept = node.items.filter((pair) => Object.hasOwn(value, pair.key.value));
    const added = keysOf(where.schema, value).filter((key) => !node.items.some((pair) => String(pair.key.value) === key));
    if (!kept.length) throw new Error("written anew");
    for (const pair of kept) this.changePair(pair, value[pair.key.value], { ...where, indent, schema: inside(where.schema, String(pair.key.value)) });
    if (where.isInFlow) this.rearrangeFlow(node, node.items, kept, this.addedTo(kept, added, value, where));
    else this.rearrangeBlock(node.items, kept, added, value, { ...where, indent });
  }

  changePair(pair, value, where) {
    const before = this.edits.length;
    try {
      this.change(pair.value, value, where);
    } catch {
      if (where.isInFlow) throw new Error("written anew");
      this.edits.length = before;
      const end = pair.value ? pair.value.range[1] : pair.key.range[1];
      this.edit(pair.key.range[0], this.nextLine(end), writtenField(String(pair.key.value), value, where.schema, where.indent));
    }
  }

  // New fields by the one that they stand behind, in the order of the model.
  addedTo(kept, added, value, { schema }) {
    const order = keysOf(schema, value);
    const found = new Map();
    for (const key of added) {
      const before = kept.filter((pair) => order.indexOf(String(pair.key.value)) < order.indexOf(key)).at(-1) ?? null;
      found.set(before, [...(found.get(before) ?? []), `${key}: ${written(value[key], inside(schema, key), false, true)}`]);
    }
    return found;
  }

  rearrangeBlock(all, kept, added, value, { schema, indent }) {
    const order = keysOf(schema, value);
    const first = all[0].key.range[0];
    if (kept[0] !== all[0]) this.edit(first, kept[0].key.range[0], "");
    for (const pair of all.slice(all.indexOf(kept[0]))) {
      if (!kept.includes(pair)) this.edit(this.lineStart(pair.key.range[0]), this.nextLine(endOf(pair)), "");
    }
    for (const key of added) {
      const before = kept.filter((pair) => order.indexOf(String(pair.key.value)) < order.indexOf(key)).at(-1);
      const text = writtenField(key, value[key], inside(schema, key), indent);
      if (before) this.edit(this.nextLine(endOf(before)), this.nextLine(endOf(before)), " ".repeat(indent) + text);
      else this.edit(kept[0].key.range[0], kept[0].key.range[0], text + " ".repeat(indent));
    }
  }

  changeList(node, value, where) {
    const schema = where.schema.items ?? {};
    const pairs = pairsOf(node.items.map((item) => item.toJSON()), value);
    const kept = pairs.filter(([old, now]) => old !== null && now !== null);
    if (!kept.length) throw new Error("written anew");
    const isMoved = kept.some(([, now], place) => place && now < kept[place - 1][1]);
    if (isMoved) throw new Error("written anew");
    for (const [old, now] of kept) this.change(node.items[old], value[now], { ...where, schema, indent: where.isInFlow ? where.indent : this.dash(node.items[old]) });
    const items = kept.map(([old]) => node.items[old]);
    const added = new Map();
    for (const [old, now] of pairs) {
      if (old !== null) continue;
      const before = kept.filter(([, other]) => other < now).at(-1);
      const key = before ? node.items[before[0]] : null;
      added.set(key, [...(added.get(key) ?? []), value[now]]);
    }
    if (where.isInFlow) this.rearrangeFlow(node, node.items, items, new Map([...added].map(([key, list]) => [key, list.map((one) => written(one, schema, false, true))])));
    else this.rearrangeItems(node.items, items, added, schema);
  }

  dash(item) {
    return this.column(this.text.lastIndexOf("-", item.range[0] - 1));
  }

  rearrangeItems(all, kept, added, schema) {
    const indent = this.dash(all[0]);
    const isFlow = all.every((item) => item.flow || isScalar(item));
    const line = (value) => `${" ".repeat(indent)}- ${isFlow ? `${written(value, schema, false, true)}\n` : written(value, schema, true).replace(/\n(?=.)/g, `\n${" ".repeat(indent)}`).slice(2)}`;
    for (const item of all) {
      if (!kept.includes(item)) this.edit(this.lineStart(item.range[0]), this.nextLine(item.range[1]), "");
    }
    for (const [before, values] of added) {
      const place = before ? this.nextLine(before.range[1]) : this.lineStart(all[0].range[0]);
      this.edit(place, place, values.map(line).join(""));
    }
  }

  // Between brackets: what stays keeps the spaces and lines before it.
  rearrangeFlow(node, all, kept, added) {
    if (kept.length === all.length && !added.size) return;
    const from = (item) => (item.key ?? item).range[0];
    const first = from(all[0]);
    const parts = [...(added.get(null) ?? []).map((text) => ({ gap: ", ", text }))];
    const inner = (item) => this.taken(from(item), endOf(item));
    for (const item of kept) {
      const place = all.indexOf(item);
      parts.push({ gap: place ? this.text.slice(endOf(all[place - 1]), from(item)) : ", ", text: inner(item) });
      parts.push(...(added.get(item) ?? []).map((text) => ({ gap: ", ", text })));
    }
    this.edit(first, endOf(all.at(-1)), parts.map(({ gap, text }, place) => (place ? gap : "") + text).join(""));
  }

  // A piece of the text with the edits in it, which are then done.
  taken(start, end) {
    const within = this.edits.filter((edit) => edit.start >= start && edit.end <= end);
    this.edits = this.edits.filter((edit) => !within.includes(edit));
    const piece = new Writer(this.text.slice(start, end));
    piece.edits = within.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return piece.result();
  }
}

const endOf = (item) => (item.key ? (item.value?.range ?? item.key.range)[1] : item.range[1]);
