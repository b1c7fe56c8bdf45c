// The records by id, who belongs to what, and a list of pages for each template.
import { readFileSync } from "node:fs";
import matter from "gray-matter";

const read = (name) => JSON.parse(readFileSync(new URL(`./records/${name}.json`, import.meta.url), "utf8"));
const LANGUAGES = ["nl", "en"];
const STATUSES = ["running", "completed", "planned", "exploring", "stopped"];
const MENU = ["projects", "tracks", "partners", "figures", "results"];
const FOOT = ["about", "contact", "themes", "goals", "statuses", "history", "results", "figures"];

const byId = (records) => Object.fromEntries(records.map((record) => [record.id, record]));
const by = (records, names) => {
  const found = {};
  for (const record of records) for (const name of names(record)) (found[name] ??= []).push(record);
  return found;
};

const records = Object.fromEntries(
  ["projects", "partners", "tracks", "themes", "documents", "figures", "timeline", "interface"].map((name) => [name, read(name)]),
);
const one = Object.fromEntries(["projects", "partners", "tracks", "themes", "documents"].map((name) => [name, byId(records[name])]));
one.sections = Object.fromEntries(
  records.documents.flatMap((document) => document.sections.map((section) => [`${document.id}/${section.id}`, section.title])),
);
const many = {
  leads: by(records.projects, (project) => project.leads),
  joins: by(records.projects, (project) => project.partners),
  kin: by(records.projects, (project) => project.leads.map((lead) => `${lead}/${project.track}`)),
  parts: by(records.projects, (project) => (project.part_of ? [project.part_of] : [])),
  tracks: by(records.projects, (project) => [project.track]),
  themes: by(records.projects, (project) => project.themes),
  goals: by(records.projects, (project) => project.sdgs),
  statuses: by(records.projects, (project) => [project.status]),
  figures: by(records.figures, (figure) => [figure.project]),
  events: by(records.timeline, (event) => event.projects),
};
for (const project of records.projects) {
  project.related = many.kin[`${project.leads[0]}/${project.track}`].slice(0, 4).filter((other) => other.id !== project.id).slice(0, 3);
}

const home = (language) => (language === "nl" ? "/" : `/${language}/`);
export const addresses = (scheme, id, language) => {
  if (scheme === "page") return `${home(language)}${id}/`;
  if (scheme !== "project" && scheme !== "partner") return null;
  if (!one[`${scheme}s`][id]) throw new Error(`no ${scheme} ${id}`);
  return `${home(language)}${scheme}s/${id}/`;
};

const page = (language, path, section, title, summary, more = {}) => ({
  language, path, section, title, summary, home: home(language), words: records.interface[language],
  url: `${home(language)}${path}`,
  alternates: LANGUAGES.map((other) => ({ language: other, url: `${home(other)}${path}`, name: records.interface[other].language })),
  ...more,
});
const written = (language, name) => {
  const { data, content } = matter(readFileSync(new URL(`./content/${language}/${name}.md`, import.meta.url), "utf8"));
  return page(language, `${name}/`, name, data.title, data.description, { text: content });
};
const each = (make) => LANGUAGES.flatMap((language) => make(language, records.interface[language]));
const ordered = Object.fromEntries(
  LANGUAGES.map((language) => {
    const collator = new Intl.Collator(language);
    const sorted = (list, field) => [...list].sort((a, b) => collator.compare(a[field][language], b[field][language]));
    return [language, { projects: sorted(records.projects, "title"), partners: sorted(records.partners, "name") }];
  }),
);
const groups = (language, words) => ({
  tracks: records.tracks.map((track) => ({ id: track.id, title: track.title[language], summary: track.summary[language], text: track.description?.[language] })),
  themes: records.themes.map((theme) => ({ id: theme.id, title: theme.title[language], summary: theme.summary[language] })),
  goals: Array.from({ length: 17 }, (_, n) => ({ id: String(n + 1), title: `${words.goal} ${n + 1}`, summary: `${words.goal} ${n + 1}` })),
  statuses: STATUSES.map((status) => ({ id: status, title: words[status], summary: words[status] })),
});

export const programme = {
  ...records, one, many, ordered, menu: MENU, foot: FOOT,
  pages: {
    project: each((language) =>
      records.projects.map((record) => page(language, `projects/${record.id}/`, "projects", record.title[language], record.summary[language], { record }))),
    partner: each((language) =>
      records.partners.map((record) => page(language, `partners/${record.id}/`, "partners", record.name[language], record.summary[language], { record }))),
    group: each((language, words) =>
      Object.entries(groups(language, words)).flatMap(([of, list]) =>
        list.map((group) => page(language, `${of}/${group.id}/`, of, group.title, group.summary, { of, group })))),
    groups: each((language, words) =>
      Object.entries(groups(language, words)).map(([of, list]) => page(language, `${of}/`, of, words[of], words.lead, { of, list }))),
    list: each((language, words) =>
      ["projects", "partners", "results", "figures", "history"].map((name) => page(language, `${name}/`, name, words[name], words.lead, { name }))),
    home: each((language, words) => [page(language, "", "", words.home, words.home_description)]),
    content: each((language) => ["about", "contact"].map((name) => written(language, name))),
    missing: each((language, words) => [page(language, "404.html", "", words.not_found, words.not_found)]),
  },
};
programme.events = [...records.timeline].sort((a, b) => a.date.localeCompare(b.date));
programme.core = records.partners.filter((partner) => partner.core_since);
