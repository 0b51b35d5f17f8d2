import { authorshipOf } from "../../kernel/document/authorship.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import type { SiteAddress } from "./site-address.ts";
import { escapeXml } from "./xml.ts";

export const SITEMAP = "sitemap.xml";

/** The pages of a site for search engines (sitemaps.org). A notebook that gives no date has none here. */
export function sitemapOf(notebooks: readonly BuiltNotebook[], address: SiteAddress): string {
  const pages = [
    { file: "index.html", date: null },
    ...notebooks.map(({ name, notebook }) => ({
      file: `${name}.html`,
      date: authorshipOf(notebook.attributes).date,
    })),
  ];
  const urls = pages.map(({ file, date }) => {
    const changed = date === null ? "" : `<lastmod>${date}</lastmod>`;
    return `  <url><loc>${escapeXml(address.of(file))}</loc>${changed}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}
