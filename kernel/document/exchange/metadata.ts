import { messages } from "../../../lib/message/message.ts";
import { authorshipAttributes } from "../authorship.ts";
import type { Notebook, Problem } from "../notebook.ts";
import { asList, asMap, asTextOf, type FrontMatter, type YamlValue } from "./front-matter.ts";

const texts = messages("document", {
  leftOut: {
    en: "Left out of the front matter, because it has no meaning here: {names}.",
    zh: "文首元数据中的以下各项在此没有意义，已略去：{names}。",
  },
  tablesOfPage: {
    en: "SQL cells query these tables of the page's front matter: {tables}. Add the files to the notebook under these names.",
    zh: "SQL 单元格查询页面文首元数据中的这些表：{tables}。请以这些名称将文件添加到笔记本。",
  },
  otherDate: {
    en: "The date “{date}” is not a day such as 2024-05-31, and is left out.",
    zh: "日期“{date}”不是 2024-05-31 这样的日期，已略去。",
  },
});

/** The attributes of the notebook element that say of whom, when and under what licence it is, and in which language. */
const attributes = { ...authorshipAttributes, language: "lang" } as const;

/** The entry with our own attributes of a notebook, by which a file that we wrote is known. */
const own = "yuheng";

/** What the front matter of a file says of a notebook. */
export interface Metadata {
  readonly title: string | undefined;
  readonly subtitle: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether we wrote the file. */
  readonly ours: boolean;
  readonly problems: readonly Problem[];
}

/** The entries that {@link readMetadata} reads, or that the importers of the formats read themselves. */
const known: ReadonlySet<string> = new Set(
  "title pagetitle subtitle description abstract author authors date lang license licence sql execute echo".split(" "),
);

export function readMetadata({ entries, problems }: FrontMatter): Metadata {
  const of = (...names: string[]) => names.map((name) => entries.get(name)).find((value) => value !== undefined);
  const found: Problem[] = [...problems];
  const ours = entries.has(own) || entries.get("format") === own;
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(asMap(entries.get(own)))) read[name] = asTextOf(value);
  const set = (name: string, value: string) => {
    if (value !== "") read[name] = value;
  };
  set(attributes.authors, asList(of("author", "authors")).map(nameOf).filter(Boolean).join("; "));
  set(attributes.licence, licenceOf(of("license", "licence")));
  set(attributes.language, asTextOf(of("lang")));
  const date = asTextOf(of("date"));
  const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:$|[T ])/.exec(date);
  if (day) set(attributes.date, `${day[1]}-${day[2]!.padStart(2, "0")}-${day[3]!.padStart(2, "0")}`);
  else if (date !== "") found.push({ line: 1, message: texts.otherDate({ date }) });
  const tables = Object.keys(asMap(of("sql")));
  if (tables.length > 0) found.push({ line: 1, message: texts.tablesOfPage({ tables }) });
  const names = [...entries.keys()].filter((name) => !known.has(name) && name !== own && !(ours && name === "format"));
  if (names.length > 0) found.push({ line: 1, message: texts.leftOut({ names }) });
  return {
    title: asTextOf(of("title", "pagetitle")) || undefined,
    subtitle: [of("subtitle"), of("description", "abstract")].map(asTextOf).filter(Boolean).join("\n\n"),
    attributes: read,
    ours,
    problems: found,
  };
}

/** The entries of front matter for a notebook, by their usual names, and all its other attributes under our own. */
export function metadataOf({ title, attributes: all }: Notebook): Record<string, unknown> {
  const of = (name: string) => (Object.hasOwn(all, name) ? all[name] || undefined : undefined);
  const authors = of(attributes.authors)
    ?.split(/[;；]/)
    .map((name) => name.trim());
  const usual: readonly string[] = Object.values(attributes);
  return {
    title,
    author: authors?.length === 1 ? authors[0] : authors,
    date: of(attributes.date),
    lang: of(attributes.language),
    license: of(attributes.licence),
    [own]: Object.fromEntries(Object.entries(all).filter(([name]) => !usual.includes(name))),
  };
}

/** An author is given by name, or as a record with a name, which may have parts. */
function nameOf(author: YamlValue): string {
  if (typeof author === "string") return author.trim();
  const { name, literal, given, family } = asMap(author);
  if (name !== undefined) return nameOf(name);
  return asTextOf(literal) || [given, family].map(asTextOf).filter(Boolean).join(" ");
}

/** A licence is given by name, or as a record with a name or an address. */
function licenceOf(licence: YamlValue | undefined): string {
  if (licence === undefined || typeof licence === "string") return licence ?? "";
  const { type, name, url, text } = asMap(Array.isArray(licence) ? licence[0] : licence);
  return [type, name, url, text].map(asTextOf).find(Boolean) ?? "";
}
