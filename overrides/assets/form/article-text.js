// Articles as text: files of Markdown with a head in YAML between lines of dashes.

/** Gives the head and the body of an article's file, or null where it has no head. @param {string} text */
export function parted(text) {
  const found = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n([\s\S]*))?$/.exec(text);
  return found && { head: found[1] && found[1].replace(/\n?$/, "\n"), body: found[2] ?? "" };
}

/** Gives a file of a head and a body. @param {string} head @param {string} body */
export const joined = (head, body) => `---\n${head}---\n${body}`;
