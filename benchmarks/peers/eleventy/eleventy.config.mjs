import MarkdownIt from "markdown-it";
import { addresses, programme } from "./programme.mjs";

const markdown = new MarkdownIt();
const numbers = { nl: new Intl.NumberFormat("nl"), en: new Intl.NumberFormat("en") };
const days = (options) => ({ nl: new Intl.DateTimeFormat("nl", options), en: new Intl.DateTimeFormat("en", options) });
const wholeDays = days({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const months = days({ month: "long", year: "numeric", timeZone: "UTC" });

export default function (eleventy) {
  eleventy.addGlobalData("programme", programme);
  eleventy.addFilter("prose", (text, language) => markdown.render(text ?? "", { language }));
  eleventy.addFilter("number", (value, language) => numbers[language].format(value));
  eleventy.addFilter("day", (value, language) => wholeDays[language].format(new Date(value)));
  eleventy.addFilter("month", (value, language) => months[language].format(new Date(`${value}-01`)));
  markdown.validateLink = () => true;
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const [scheme, id] = tokens[index].attrGet("href").split(":");
    const target = addresses(scheme, id, env.language);
    if (target) tokens[index].attrSet("href", target);
    return self.renderToken(tokens, index, options);
  };
  return { dir: { input: "pages", includes: "../layouts", data: "../data", output: "site" }, markdownTemplateEngine: false };
}
