// The addresses at a code host where a file can be looked at, changed, begun or uploaded. Nothing is asked of the host here.

/** @typedef {{host: string, path: string, branch: string}} Repository a host's name, "owner/name" there, and its main branch */
/** @typedef {{kind: string, id: string, file: string, line: number, before: string, after: string, name?: string}} Change */

// GitHub answers 414 to an address of more than 8,191 bytes (github/docs, issue 5136).
const LONGEST = 8000;
const SAFE_PATH = /^(?!\.{0,2}\/)(?!.*\/\.{0,2}(\/|$))[^\\\0]+$/;
const NAME = /^[\w.-]+$/;

/** Gives the parts of a path, each as an address has it. */
export const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

/** Whether a path stays within a repository: no "..", no empty part, no root. */
export const isSafe = (path) => SAFE_PATH.test(path);

// Markdown is shown as a page there, which has no lines to go to, unless it is asked for as it was typed.
const asTyped = (file) => (file.endsWith(".md") ? "?plain=1" : "");

const flavours = {
  github: {
    name: "GitHub",
    at: ({ branch }) => branch || "HEAD",
    view: (root, branch, file, line) => `${root}/blob/${branch}/${file}${asTyped(file)}${line ? `#L${line}` : ""}`,
    edit: (root, branch, file, line) => `${root}/edit/${branch}/${file}${line ? `#L${line}` : ""}`,
    begin(root, branch, file, text) {
      const filled = `${root}/new/${branch}?filename=${encodeURIComponent(file)}&value=${encodeURIComponent(text)}`;
      return filled.length > LONGEST ? null : filled;
    },
    upload: (root, branch, folder) => `${root}/upload/${branch}${folder ? `/${folder}` : ""}`,
    isFilled: true,
  },
  gitlab: {
    name: "GitLab",
    at: ({ branch }) => branch || "HEAD",
    view: (root, branch, file, line) => `${root}/-/blob/${branch}/${file}${asTyped(file)}${line ? `#L${line}` : ""}`,
    edit: (root, branch, file, line) => `${root}/-/edit/${branch}/${file}${line ? `#L${line}` : ""}`,
    // The editor takes the name of a file from an address, and ignores its text (gitlab-org/gitlab, work item 594214).
    begin: (root, branch, file) => `${root}/-/new/${branch}?file_name=${encodeURIComponent(file)}`,
    upload: null,
    isFilled: false,
  },
};

const flavourOf = (host) => {
  if (/^(www\.)?github\.com$/.test(host)) return "github";
  return /(^|\.)gitlab\./.test(host) ? "gitlab" : "";
};

/**
 * Gives what a repository's host can do, or null where there is no repository that we know the addresses of.
 * @param {Repository | null} repository
 */
export function hostOf(repository) {
  if (!repository?.host) return null;
  const host = repository.host.replace(/^https:\/\//, "").replace(/\/$/, "");
  const path = repository.path.replace(/^\/+|\/+$|\.git$/g, "");
  const isPlain = /^[a-z0-9.-]+(:\d+)?$/i.test(host) && path.split("/").every((part) => NAME.test(part) && !/^\.+$/.test(part));
  if (!isPlain) return null;
  const flavour = flavourOf(host);
  const { name, at, ...can } = flavours[flavour] ?? { ...flavours.github, name: host };
  const isKnown = Boolean(flavour);
  const branch = encoded(at(repository));
  const root = `https://${host}/${path}`;
  const isNamed = branch !== "HEAD";
  return {
    name,
    flavour,
    isKnown,
    root,
    path,
    // A host edits a branch by its name; where nobody wrote it down, its page of the file is one click before the editor.
    isDirect: isKnown && isNamed,
    edit: (file, line) => (isKnown && isNamed ? can.edit : can.view)(root, branch, encoded(file), line),
    begin: (file, text) => (isKnown && isNamed ? can.begin(root, branch, file, text) : null),
    upload: (folder) => (isKnown && isNamed && can.upload ? can.upload(root, branch, encoded(folder)) : null),
    isFilled: can.isFilled,
  };
}

const blob = (text) => new Blob([text], { type: "text/plain;charset=utf-8" });

/** Gives a text to the visitor as a file. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob(text));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
