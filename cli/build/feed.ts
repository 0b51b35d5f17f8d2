import { createHash } from "node:crypto";
import { authorshipOf } from "../../kernel/document/authorship.ts";
import { titleIn } from "../../kernel/document/translations.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import type { SiteFacts } from "./site-facts.ts";
import { escapeXml } from "./xml.ts";

export const FEED = "feed.xml";

/**
 * The notebooks of a site as an Atom feed (RFC 4287), the newest first. Addresses are relative to it if that of the site is unknown;
 * its ids are then UUIDs of the titles and names, because an id has to be absolute and must not change.
 */
export function feedOf(notebooks: readonly BuiltNotebook[], site: SiteFacts): string {
  const { title, address, language } = site;
  const entries = [...notebooks].sort((a, b) =>
    a.updated === b.updated ? (a.name < b.name ? -1 : 1) : a.updated > b.updated ? -1 : 1,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${escapeXml(address?.href ?? uuidOf(title))}</id>
  <title>${escapeXml(title)}</title>
  <updated>${entries[0]?.updated ?? "1970-01-01T00:00:00Z"}</updated>
  <author><name>${escapeXml(title)}</name></author>
  <link rel="alternate" type="text/html" href="${escapeXml(address?.of("index.html") ?? "./index.html")}"/>
${address ? `  <link rel="self" type="application/atom+xml" href="${escapeXml(address.of(FEED))}"/>\n` : ""}${entries.map((each) => entryOf(each, site)).join("\n")}
</feed>
`;
}

function entryOf({ name, notebook, summary, updated }: BuiltNotebook, { title, address, language }: SiteFacts): string {
  const { authors, date, licence } = authorshipOf(notebook.attributes);
  const file = `${name}.html`;
  const url = address?.of(file);
  const lines = [
    `<id>${escapeXml(url ?? uuidOf(`${title}\n${name}`))}</id>`,
    `<title>${escapeXml(titleIn(notebook, language) || name)}</title>`,
    `<updated>${updated}</updated>`,
    ...(date === null ? [] : [`<published>${date}T00:00:00Z</published>`]),
    ...authors.map((author) => `<author><name>${escapeXml(author)}</name></author>`),
    `<link rel="alternate" type="text/html" href="${escapeXml(url ?? `./${encodeURIComponent(file)}`)}"/>`,
    `<summary>${escapeXml(summary)}</summary>`,
    ...(licence === null ? [] : [`<rights>${escapeXml(licence)}</rights>`]),
  ];
  return `  <entry>\n${lines.map((line) => `    ${line}`).join("\n")}\n  </entry>`;
}

/** A UUID of a text, of version 8 (RFC 9562): the same for the same text. */
function uuidOf(text: string): string {
  const bytes = createHash("sha256").update(`yuheng feed\n${text}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

/**
 * When a notebook was last changed, for the feed: its own date, or else that of its file. Builds of an old state can be repeated
 * with `SOURCE_DATE_EPOCH`, seconds since 1970, which no file's date then exceeds.
 */
export function updatedAt(date: string | null, modified: Date, epoch = process.env.SOURCE_DATE_EPOCH): string {
  if (date !== null) return `${date}T00:00:00Z`;
  const seconds = Math.floor(modified.getTime() / 1000);
  const latest = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) : Number.POSITIVE_INFINITY;
  return new Date(Math.min(seconds, latest) * 1000).toISOString().replace(/\.\d+Z$/, "Z");
}
