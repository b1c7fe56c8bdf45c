// Speaks with GitHub's REST API on behalf of whoever pasted an access token. The documents that say what it answers are named
// in tests/browser/fake_github.py. The token stays within this module's closures: it is sent in one header and nowhere else.
import { encoded } from "./handing-in-hosts.js";

/** The only hosts that are ever connected to, by the name of the host of code. */
export const APIS = { github: "https://api.github.com" };

/** What went wrong, by the name of the word that tells it (`handing_in.fault_…`). */
export class Fault extends Error {
  constructor(kind, values = {}) {
    super(kind);
    this.kind = kind;
    this.values = values;
  }
}

const MINUTE = 60;

const isSlow = (message) => /secondary rate limit|abuse detection/i.test(message);

function faultOf(response, { message = "" }) {
  const { status, headers } = response;
  const isLimited = status === 429 || (status === 403 && (headers.get("x-ratelimit-remaining") === "0" || isSlow(message)));
  if (isLimited && headers.get("x-ratelimit-remaining") === "0") {
    return new Fault("limit", { until: Number(headers.get("x-ratelimit-reset")) * 1000 });
  }
  // Scripts may not read every header: without retry-after the documentation asks to wait for at least a minute.
  if (isLimited) return new Fault("slow", { minutes: Math.max(1, Math.ceil(Number(headers.get("retry-after") || MINUTE) / MINUTE)) });
  if (status === 401) return new Fault("token");
  if (status === 403) return new Fault("forbidden", { message });
  if (status === 404) return new Fault("absent");
  if (status === 409) return new Fault("empty");
  if (status === 422) return new Fault("refused", { message });
  return status >= 500 ? new Fault("server") : new Fault("other", { status });
}

async function bodyOf(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

function textOf(base64) {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
  try {
    // A mark at the start of a file stays: what nobody changed goes back as it was.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault("unreadable");
  }
}

/**
 * Gives what can be asked of one repository with a token.
 * @param {string} api one of APIS
 * @param {string} path "owner/name"
 * @param {() => string} token gives the token, or "" once it was forgotten
 */
export function github(api, path, token) {
  if (!Object.values(APIS).includes(api)) throw new Fault("other", { status: 0 });

  async function ask(method, address, data) {
    const held = token();
    // No header can carry anything else, and no token has it.
    if (!/^[\x21-\x7e]+$/.test(held)) throw new Fault("token");
    let response;
    try {
      response = await fetch(`${api}${address}`, {
        method,
        headers: {
          Accept: "application/vnd.github+json",
          Authorization: `Bearer ${held}`,
          ...(data ? { "Content-Type": "application/json" } : {}),
        },
        body: data && JSON.stringify(data),
        cache: "no-store",
        credentials: "omit",
        redirect: "manual",
        referrerPolicy: "no-referrer",
      });
    } catch {
      throw new Fault("offline");
    }
    if (response.type === "opaqueredirect") throw new Fault("moved");
    const body = await bodyOf(response);
    if (!response.ok) throw faultOf(response, body);
    return body;
  }

  const here = `/repos/${encoded(path)}`;
  const post = (address, data) => ask("POST", `${here}${address}`, data);
  return {
    user: () => ask("GET", "/user"),
    repository: () => ask("GET", here),
    head: async (branch) => (await ask("GET", `${here}/git/ref/heads/${encoded(branch)}`)).object.sha,
    treeOf: async (commit) => (await ask("GET", `${here}/git/commits/${commit}`)).tree.sha,
    /** Gives a file's text at a commit, or null where there is none. */
    async text(file, commit) {
      let found;
      try {
        found = await ask("GET", `${here}/contents/${encoded(file)}?ref=${commit}`);
      } catch (fault) {
        if (fault.kind === "absent") return null;
        throw fault;
      }
      if (found.type !== "file") throw new Fault("unreadable");
      // Of files larger than a megabyte the contents are left out; they are read as a blob.
      const { content } = found.encoding === "base64" ? found : await ask("GET", `${here}/git/blobs/${found.sha}`);
      return textOf(content);
    },
    blob: async (text) => (await post("/git/blobs", { content: text, encoding: "utf-8" })).sha,
    tree: async (base, entries) => {
      const tree = entries.map(([file, sha]) => ({ path: file, mode: "100644", type: "blob", sha }));
      return (await post("/git/trees", { base_tree: base, tree })).sha;
    },
    commit: async (message, tree, parent) => (await post("/git/commits", { message, tree, parents: [parent] })).sha,
    branch: (name, commit) => post("/git/refs", { ref: `refs/heads/${name}`, sha: commit }),
    propose: (title, body, head, base) => post("/pulls", { title, body, head, base }),
  };
}
