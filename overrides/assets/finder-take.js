// Downloads those projects of the open data that were found.
const pick = {
  json(text, ids) {
    const all = JSON.parse(text);
    const projects = all.projects.filter(({ id }) => ids.has(id));
    return JSON.stringify({ ...all, count: projects.length, projects }, null, 1);
  },
  // Each record of the CSV is one line, and starts with its id.
  csv: (text, ids) => text.split("\r\n").filter((line, position) => !position || ids.has(line.split(",", 1)[0])).join("\r\n"),
};

/** Gives a file of the open data with only the records of these ids to the visitor, as `csv` or `json`. */
export async function take(address, ending, ids) {
  const text = await (await fetch(address)).text();
  const link = document.createElement("a");
  // Excel takes a CSV file for UTF-8 only where it begins with this mark.
  const mark = ending === "csv" ? "\ufeff" : "";
  link.href = URL.createObjectURL(new Blob([mark, pick[ending](text, ids)], { type: ending === "csv" ? "text/csv" : "application/json" }));
  link.download = `projects.${ending}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
