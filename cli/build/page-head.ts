import { authorshipOf } from "../../kernel/document/authorship.ts";
import { titleIn } from "../../kernel/document/translations.ts";
import { escapeAttribute } from "../results/markup.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import { CARD } from "./card/card.ts";
import type { SiteAddress } from "./site-address.ts";
import type { PageCard, SiteFacts } from "./site-facts.ts";
import { structuredData } from "./structured-data.ts";

/** A sentence that is only read by machines and shown beside a link need not be longer. */
const MAX_ALT = 420;

/** What the head of a notebook's page says to those who link to it, cite it or search for it. */
export function pageHead(built: BuiltNotebook, card: PageCard | null, site: SiteFacts): string {
  const { notebook, summary, name } = built;
  const title = titleIn(notebook, site.language);
  const file = `${name}.html`;
  const { authors, date } = authorshipOf(notebook.attributes);
  const others = Object.keys(notebook.titles).filter((tag) => localeOf(tag) !== localeOf(site.language));
  return [
    ...linkTags(file, site.address),
    ...authors.map((author) => named("author", author)),
    property("og:type", "article"),
    ...cardTags({ title, summary, file, card, site }),
    ...others.flatMap((tag) => localeOf(tag) ?? []).map((locale) => property("og:locale:alternate", locale)),
    ...(date === null ? [] : [property("article:published_time", date)]),
    ...citationTags(built, title, site),
    structuredData(built, card, site),
  ].join("\n");
}

/** The same for the list of notebooks, with the picture of the first. */
export function indexHead(card: PageCard | null, site: SiteFacts): string {
  const { title } = site;
  return [
    ...linkTags("index.html", site.address),
    property("og:type", "website"),
    ...cardTags({ title, summary: "", file: "index.html", card, site }),
  ].join("\n");
}

function linkTags(file: string, address: SiteAddress | null): string[] {
  return address ? [`<link rel="canonical" href="${escapeAttribute(address.of(file))}">`] : [];
}

interface Carded {
  readonly title: string;
  readonly summary: string;
  readonly file: string;
  readonly card: PageCard | null;
  readonly site: SiteFacts;
}

/** OpenGraph (ogp.me) and the tags by which X shows a large picture. */
function cardTags({ title, summary, file, card, site }: Carded): string[] {
  const { address, language } = site;
  const tags = [property("og:title", title), property("og:site_name", site.title)];
  if (summary !== "") tags.push(property("og:description", summary));
  const locale = localeOf(language);
  if (locale !== null) tags.push(property("og:locale", locale));
  if (address) tags.push(property("og:url", address.of(file)));
  const image = address && card ? { url: address.of(card.file), alt: shortened(card.alt) } : null;
  if (image) {
    tags.push(
      property("og:image", image.url),
      property("og:image:type", "image/png"),
      property("og:image:width", String(CARD.width)),
      property("og:image:height", String(CARD.height)),
      property("og:image:alt", image.alt),
    );
  }
  tags.push(named("twitter:card", image ? "summary_large_image" : "summary"), named("twitter:title", title));
  if (summary !== "") tags.push(named("twitter:description", summary));
  if (image) tags.push(named("twitter:image", image.url), named("twitter:image:alt", image.alt));
  return tags;
}

/** The tags by which Google Scholar and reference managers read a page: only what the notebook says. */
function citationTags({ notebook, name }: BuiltNotebook, title: string, { address, language }: SiteFacts): string[] {
  const { authors, date } = authorshipOf(notebook.attributes);
  return [
    named("citation_title", title),
    ...authors.map((author) => named("citation_author", author)),
    ...(date === null ? [] : [named("citation_publication_date", date.replaceAll("-", "/"))]),
    named("citation_language", language),
    ...(address ? [named("citation_public_url", address.of(`${name}.html`))] : []),
  ];
}

/** A language with its likely country, as OpenGraph writes it: `zh_CN`. */
function localeOf(tag: string): string | null {
  try {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region ? `${language}_${region}` : null;
  } catch {
    return null;
  }
}

function shortened(text: string): string {
  return text.length <= MAX_ALT ? text : `${text.slice(0, MAX_ALT - 1).trimEnd()}…`;
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeAttribute(content)}">`;
}

function named(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeAttribute(content)}">`;
}
