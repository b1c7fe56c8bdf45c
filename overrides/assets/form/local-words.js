// The words of the form on one's own computer.

/** Gives a function that says a word of `local`, with its places filled in. @returns {(key: string, values?: object) => string} */
export function speaker(words) {
  const own = words?.local ?? {};
  return (key, values = {}) => (own[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
