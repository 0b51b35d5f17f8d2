import { authorshipOf } from "../../kernel/document/authorship.ts";
import { languageOf, titleIn } from "../../kernel/document/translations.ts";
import { type DatasetEntry, titleOf } from "../../kernel/services/catalogue.ts";
import { originOf } from "../../kernel/services/catalogue-phrases.ts";
import { datasetsOf } from "../../kernel/services/step.ts";
import { textIn, writeMessage } from "../../lib/message/write.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import { CARD } from "./card/card.ts";
import type { PageCard, SiteFacts } from "./site-facts.ts";

/**
 * What a page says to search engines in the words of schema.org: the notebook as an article, and the datasets that its run read, which it
 * cites. Only what the notebook and the catalogue state.
 */
export function structuredData(built: BuiltNotebook, card: PageCard | null, site: SiteFacts): string {
  const names = datasetsOf(built.executed.cells.flatMap(({ steps }) => steps));
  const datasets = built.data.catalogue.filter(({ name }) => names.includes(name));
  const graph = [articleOf(built, datasets, card, site), ...datasets.map((entry) => datasetOf(entry, built, site))];
  const text = JSON.stringify({ "@context": "https://schema.org", "@graph": graph });
  return `<script type="application/ld+json">${text.replaceAll("<", "\\u003c")}</script>`;
}

function articleOf(
  { notebook, name, summary }: BuiltNotebook,
  datasets: readonly DatasetEntry[],
  card: PageCard | null,
  { address, language, title: siteTitle }: SiteFacts,
) {
  const { authors, date, licence } = authorshipOf(notebook.attributes);
  const title = titleIn(notebook, language);
  const url = address?.of(`${name}.html`);
  const written = new Set(notebook.cells.flatMap((cell) => languageOf(cell) ?? []));
  return {
    "@type": "ScholarlyArticle",
    headline: title,
    name: title,
    inLanguage: written.size > 0 ? [...written] : language,
    ...(summary === "" ? {} : { description: summary }),
    ...(authors.length > 0 ? { author: authors.map((author) => ({ "@type": "Person", name: author })) } : {}),
    ...(date === null ? {} : { datePublished: date }),
    ...(licence === null ? {} : { license: licenceOf(licence, datasets) }),
    ...(url === undefined ? {} : { "@id": url, url, mainEntityOfPage: url }),
    ...(address && card
      ? { image: { "@type": "ImageObject", url: address.of(card.file), width: CARD.width, height: CARD.height } }
      : {}),
    isPartOf: { "@type": "WebSite", name: siteTitle, ...(address ? { url: address.href } : {}) },
    ...(datasets.length > 0 ? { citation: datasets.map((entry) => ({ "@id": idOf(entry) })) } : {}),
  };
}

/** The address of a licence, if it is one or the catalogue knows it; else its name. */
function licenceOf(licence: string, datasets: readonly DatasetEntry[]) {
  if (/^https?:\/\//.test(licence)) return licence;
  const url = datasets.find((entry) => entry.licence === licence)?.licence_url;
  return url ?? { "@type": "CreativeWork", name: licence };
}

function datasetOf(entry: DatasetEntry, { data }: BuiltNotebook, { address, language, files }: SiteFacts) {
  const { publisher, vintage, licence } = originOf(entry);
  const write = (sentence: typeof publisher) => writeMessage(sentence, { tag: language });
  const units = entry.columns.filter(({ unit }) => unit !== "none" && unit !== "");
  const file = files === "beside" ? data.files[entry.name] : undefined;
  return {
    "@type": "Dataset",
    "@id": idOf(entry),
    name: textIn(titleOf(entry), language),
    identifier: entry.name,
    ...(entry.summary === "" ? {} : { description: entry.summary }),
    ...(entry.publisher === "" ? {} : { publisher: { "@type": "Organization", name: write(publisher) } }),
    ...(entry.vintage === "" ? {} : { version: write(vintage) }),
    ...(entry.licence === ""
      ? {}
      : {
          license: {
            "@type": "CreativeWork",
            name: write(licence),
            ...(entry.licence_url === null ? {} : { url: entry.licence_url }),
          },
        }),
    ...(entry.citation === "" ? {} : { citation: entry.citation }),
    ...(entry.years === null ? {} : { temporalCoverage: entry.years.join("/") }),
    ...(units.length > 0
      ? {
          variableMeasured: units.map(({ name, unit, description }) => ({
            "@type": "PropertyValue",
            name,
            unitText: unit,
            ...(description === "" ? {} : { description }),
          })),
        }
      : {}),
    ...(file === undefined
      ? {}
      : {
          distribution: {
            "@type": "DataDownload",
            contentUrl: address?.of(file) ?? `./${file}`,
            ...formatOf(entry),
            contentSize: `${entry.bytes} B`,
            sha256: entry.sha256,
          },
        }),
  };
}

function idOf({ name }: DatasetEntry): string {
  return `#dataset-${name}`;
}

/** The registered type of the file; one in our own packing has none. */
function formatOf({ format, encoding }: DatasetEntry): { encodingFormat?: string } {
  if (encoding) return {};
  return { encodingFormat: format === "arrow" ? "application/vnd.apache.arrow.file" : "application/json" };
}
