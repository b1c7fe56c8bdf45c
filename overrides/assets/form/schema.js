// What the schemas of the data say of a field: which fields are within it, in which order, and what it is called.

/** Definitions that schemas refer to by name, from `choices.json` and their own. @type {Record<string, any>} */
let definitions = {};

/** Keeps what is defined for the schemas of one kind. @param {any} choices @param {any} schema */
export function define(choices, schema) {
  definitions = { ...choices?.$defs, ...schema?.$defs };
}

/** Gives a schema with what it refers to put in its place, and `named` for the definition's name. @param {any} schema */
export function resolved(schema) {
  if (!schema) return {};
  const kinds = schema.anyOf?.filter((kind) => kind.type !== "null") ?? [];
  if (kinds.length === 1 && !("const" in kinds[0]) && kinds.length < schema.anyOf.length) {
    const { anyOf, ...own } = schema;
    return { ...resolved(kinds[0]), ...own };
  }
  if (!schema.$ref) return schema;
  const named = schema.$ref.split("/").at(-1);
  const { $ref, ...own } = schema;
  return { ...resolved(definitions[named]), ...own, named };
}

/** Gives the schema of a field within one. @param {any} schema @param {string} key */
export function inside(schema, key) {
  const whole = resolved(schema);
  const found = whole.properties?.[key] ?? Object.entries(whole.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
  const field = resolved(found ?? whole.additionalProperties ?? {});
  return field.items ? { ...field, items: resolved(field.items) } : field;
}

/** Gives the keys of a value in the order of the model; those it does not know come last. @param {any} schema @param {any} value @returns {string[]} */
export function keysOf(schema, value) {
  const order = Object.keys(resolved(schema).properties ?? {});
  const keys = Object.keys(value);
  return [...order.filter((key) => keys.includes(key)), ...keys.filter((key) => !order.includes(key))];
}
