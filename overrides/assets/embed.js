// Leads to the visitor's language, unless the address asks for one. Only the page in the default language has this script.
const links = [...document.querySelectorAll("a[hreflang]")];
const plain = (language) => language.toLowerCase();
const base = (language) => plain(language).split("-")[0];
const inLanguage = (wanted) =>
  links.find(({ hreflang }) => plain(hreflang) === plain(wanted)) ?? links.find(({ hreflang }) => base(hreflang) === base(wanted));
const link = navigator.languages.map(inLanguage).find(Boolean);
if (link && !link.hasAttribute("aria-current") && !new URLSearchParams(location.search).has("language")) location.replace(link.href);
