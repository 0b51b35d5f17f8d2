import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { BuiltNotebook } from "../../../cli/build/built-notebook.ts";
import { feedOf, updatedAt } from "../../../cli/build/feed.ts";
import { installedVersions } from "../../../cli/build/installed-versions.ts";
import { indexHead, pageHead } from "../../../cli/build/page-head.ts";
import { runForPage } from "../../../cli/build/run-for-page.ts";
import { SiteAddress } from "../../../cli/build/site-address.ts";
import type { SiteFacts } from "../../../cli/build/site-facts.ts";
import { sitemapOf } from "../../../cli/build/sitemap.ts";
import { escapeXml } from "../../../cli/build/xml.ts";
import { authorshipOf } from "../../../kernel/document/authorship.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { eachLater } from "../../../kernel/services/later-program.ts";
import { openServices } from "../headless/services.ts";
import { elementsIn, readXml } from "./xml-reading.ts";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "yuheng-head-"));
const services = openServices();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cited = `<!doctype html>
<notebook data-author="Li Wei; Anna Müller" data-date="2026-05-01" data-licence="CC-BY-4.0">
  <title>Who &amp; "for whom" &lt;b&gt;</title>
  <title lang="zh-CN">谁在排放</title>
  <script id="1" type="text/markdown">
    # Emissions

    What a country "emits" & uses.
  </script>
  <script id="2" type="module">const rows = Array.from(await datasets.load("carbon_budget_countries")).slice(0, 3).map((d) => d.toJSON())</script>
  <script id="3" type="module">Plot.plot({title: "A finding", marks: [Plot.barX(rows, {x: "production_mtco2", y: "year"})]})</script>
</notebook>
`;
const plain = `<!doctype html>
<notebook><title>Plain</title><script id="1" type="module">6 * 7</script></notebook>
`;

const address = SiteAddress.read("https://example.org/notes")!;
const withoutAddress: SiteFacts = { title: "Carbon & notes", address: null, language: "en", files: "beside" };
const withAddress: SiteFacts = { ...withoutAddress, address };
const card = { file: "cards/cited.png", alt: 'Bars, "three"' };

async function built(name: string, text: string): Promise<BuiltNotebook> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, text);
  utimesSync(path, new Date("2025-02-03T04:05:06.789Z"), new Date("2025-02-03T04:05:06.789Z"));
  const run = await runForPage(
    { name, path, text },
    {
      services,
      versions: await installedVersions(root),
      language: "en",
      notebook: () => Promise.reject(new Error("There is none.")),
      progress: () => {},
    },
  );
  const files = { carbon_budget_countries: "data/carbon_budget_countries-abc.arrow" };
  const rest = {
    files,
    parts: {},
    pages: [name],
    program: "",
    scripts: [],
    later: eachLater(() => ""),
    database: null,
    workbench: null,
  };
  return { ...run, data: { ...run.data, ...rest } };
}

let notebooks: { cited: BuiltNotebook; plain: BuiltNotebook };
beforeAll(async () => {
  notebooks = { cited: await built("cited", cited), plain: await built("plain", plain) };
}, 60_000);

/** The contents of the meta elements of a head by name. */
function metaIn(head: string): Map<string, string[]> {
  const { document } = parseHTML(`<html><head>${head}</head></html>`);
  const found = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name")!;
    found.set(name, [...(found.get(name) ?? []), meta.getAttribute("content")!]);
  }
  return found;
}

function dataIn(head: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(head)![1]!);
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const organization = z.strictObject({ "@type": z.literal("Organization"), name: z.string().min(1) });
const article = z.strictObject({
  "@type": z.literal("ScholarlyArticle"),
  "@id": z.url(),
  headline: z.string(),
  name: z.string(),
  inLanguage: z.string(),
  description: z.string(),
  author: z.array(z.strictObject({ "@type": z.literal("Person"), name: z.string() })),
  datePublished: day,
  license: z.url(),
  url: z.url(),
  mainEntityOfPage: z.url(),
  image: z.strictObject({ "@type": z.literal("ImageObject"), url: z.url(), width: z.int(), height: z.int() }),
  isPartOf: z.strictObject({ "@type": z.literal("WebSite"), name: z.string(), url: z.url() }),
  citation: z.array(z.strictObject({ "@id": z.string() })),
});
const dataset = z.strictObject({
  "@type": z.literal("Dataset"),
  "@id": z.string(),
  name: z.string(),
  identifier: z.string(),
  description: z.string().min(50).max(5000),
  publisher: organization,
  version: z.string(),
  license: z.strictObject({ "@type": z.literal("CreativeWork"), name: z.string(), url: z.url() }),
  citation: z.string(),
  temporalCoverage: z.string().regex(/^\d{4}\/\d{4}$/),
  variableMeasured: z.array(
    z.strictObject({
      "@type": z.literal("PropertyValue"),
      name: z.string(),
      unitText: z.string(),
      description: z.string(),
    }),
  ),
  distribution: z.strictObject({
    "@type": z.literal("DataDownload"),
    contentUrl: z.url(),
    encodingFormat: z.literal("application/vnd.apache.arrow.file"),
    contentSize: z.string().regex(/^\d+ B$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

describe("The head of a page", () => {
  it("describes the page to those who show links to it, with its picture", () => {
    const meta = metaIn(pageHead(notebooks.cited, card, withAddress));
    const one = Object.fromEntries([...meta].map(([name, values]) => [name, values.join("|")]));
    expect(one).toMatchObject({
      "og:type": "article",
      "og:title": 'Who & "for whom" <b>',
      "og:description": 'What a country "emits" & uses.',
      "og:site_name": "Carbon & notes",
      "og:url": "https://example.org/notes/cited.html",
      "og:locale": "en_US",
      "og:locale:alternate": "zh_CN",
      "og:image": "https://example.org/notes/cards/cited.png",
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": 'Bars, "three"',
      "twitter:card": "summary_large_image",
      "twitter:image": "https://example.org/notes/cards/cited.png",
      "twitter:image:alt": 'Bars, "three"',
    });
    expect(pageHead(notebooks.cited, card, withAddress)).toContain(
      '<link rel="canonical" href="https://example.org/notes/cited.html">',
    );
    expect(metaIn(indexHead(card, withAddress)).get("og:url")).toEqual(["https://example.org/notes/"]);
  });

  it("leaves out what needs an absolute address where the site's is unknown", () => {
    for (const head of [pageHead(notebooks.cited, null, withoutAddress), indexHead(null, withoutAddress)]) {
      const meta = metaIn(head);
      for (const name of ["og:url", "og:image", "twitter:image", "citation_public_url"])
        expect(meta.has(name)).toBe(false);
      expect(meta.get("twitter:card")).toEqual(["summary"]);
      expect(head).not.toContain("canonical");
    }
    const data = dataIn(pageHead(notebooks.cited, null, withoutAddress)) as { "@graph": Record<string, unknown>[] };
    expect(data["@graph"][0]).not.toHaveProperty("url");
    expect(data["@graph"][1]).toMatchObject({
      distribution: { contentUrl: "./data/carbon_budget_countries-abc.arrow" },
    });
  });

  it("cites the notebook by what it says of itself, and by nothing else", () => {
    const meta = metaIn(pageHead(notebooks.cited, null, withoutAddress));
    expect(meta.get("citation_title")).toEqual(['Who & "for whom" <b>']);
    expect(meta.get("citation_author")).toEqual(["Li Wei", "Anna Müller"]);
    expect(meta.get("citation_publication_date")).toEqual(["2026/05/01"]);
    const bare = metaIn(pageHead(notebooks.plain, null, withoutAddress));
    expect([...bare.keys()].filter((name) => /author|date|time/.test(name))).toEqual([]);
  });

  it("says in schema.org's words what the article is and which datasets it read, with their licences and files", () => {
    const data = dataIn(pageHead(notebooks.cited, card, withAddress));
    const graph = z.strictObject({
      "@context": z.literal("https://schema.org"),
      "@graph": z.tuple([article, dataset]),
    });
    const [written, read] = graph.parse(data)["@graph"];
    expect(written.author.map(({ name }) => name)).toEqual(["Li Wei", "Anna Müller"]);
    expect(written.license).toBe("https://creativecommons.org/licenses/by/4.0/");
    expect(written.citation).toEqual([{ "@id": read["@id"] }]);
    expect(read.identifier).toBe("carbon_budget_countries");
    expect(read.publisher.name).toBe("Global Carbon Project");
    expect(read.distribution.contentUrl).toBe("https://example.org/notes/data/carbon_budget_countries-abc.arrow");
    const bare = dataIn(pageHead(notebooks.plain, null, withoutAddress)) as { "@graph": object[] };
    expect(bare["@graph"]).toHaveLength(1);
    expect(Object.keys(bare["@graph"][0]!).sort()).toEqual(["@type", "headline", "inLanguage", "isPartOf", "name"]);
  });

  it("names no file for data that are within the page", () => {
    const head = pageHead(notebooks.cited, null, { ...withoutAddress, files: "within" });
    expect(head).not.toContain("DataDownload");
  });
});

describe("The feed", () => {
  it("has an id, a title, a date and a link for each notebook, the newest first", () => {
    const feed = readXml(feedOf([notebooks.plain, notebooks.cited], withAddress));
    expect(feed).toMatchObject({
      name: "feed",
      attributes: { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" },
    });
    const textsIn = (name: string) => elementsIn(feed, name).map(({ text }) => text);
    expect(textsIn("id")).toEqual([
      "https://example.org/notes/",
      "https://example.org/notes/cited.html",
      "https://example.org/notes/plain.html",
    ]);
    expect(textsIn("title")).toEqual(["Carbon & notes", 'Who & "for whom" <b>', "Plain"]);
    expect(textsIn("updated")).toEqual(["2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z", "2025-02-03T04:05:06Z"]);
    expect(textsIn("published")).toEqual(["2026-05-01T00:00:00Z"]);
    expect(textsIn("name")).toEqual(["Carbon & notes", "Li Wei", "Anna Müller"]);
    expect(textsIn("rights")).toEqual(["CC-BY-4.0"]);
    expect(elementsIn(feed, "link").map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ["alternate", "https://example.org/notes/"],
      ["self", "https://example.org/notes/feed.xml"],
      ["alternate", "https://example.org/notes/cited.html"],
      ["alternate", "https://example.org/notes/plain.html"],
    ]);
  });

  it("has absolute ids that stay the same where the address is unknown", () => {
    const text = feedOf([notebooks.plain, notebooks.cited], withoutAddress);
    expect(feedOf([notebooks.cited, notebooks.plain], withoutAddress)).toBe(text);
    const ids = elementsIn(readXml(text), "id").map((element) => element.text);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const links = elementsIn(readXml(text), "link").map(({ attributes }) => attributes.href);
    expect(links).toEqual(["./index.html", "./cited.html", "./plain.html"]);
  });

  it("takes the notebook's own date, else that of its file, which a repeated build can limit", () => {
    const modified = new Date("2025-02-03T04:05:06.789Z");
    expect(updatedAt("2026-05-01", modified, "0")).toBe("2026-05-01T00:00:00Z");
    expect(updatedAt(null, modified, undefined)).toBe("2025-02-03T04:05:06Z");
    expect(updatedAt(null, modified, "86400")).toBe("1970-01-02T00:00:00Z");
    expect(updatedAt(null, modified, "9999999999")).toBe("2025-02-03T04:05:06Z");
    expect(updatedAt(null, modified, "yesterday")).toBe("2025-02-03T04:05:06Z");
  });

  it("is XML whatever a title contains", () => {
    const odd = `<&>"\u0000\u0008\ud800]]>`;
    expect(readXml(`<a b="${escapeXml(odd)}">${escapeXml(odd)}</a>`).text).toBe('<&>"]]>');
  });
});

it("The sitemap lists all pages, with the dates that notebooks give", () => {
  const map = readXml(sitemapOf([notebooks.cited, notebooks.plain], address));
  expect(elementsIn(map, "url").map(({ children }) => children.map(({ text }) => text))).toEqual([
    ["https://example.org/notes/"],
    ["https://example.org/notes/cited.html", "2026-05-01"],
    ["https://example.org/notes/plain.html"],
  ]);
});

it("The address of a site is one of the web, and ends with a slash", () => {
  expect(address.of("a b/谁.html")).toBe("https://example.org/notes/a%20b/%E8%B0%81.html");
  expect(SiteAddress.read("http://localhost:8080")?.href).toBe("http://localhost:8080/");
  for (const text of [
    "example.org",
    "ftp://example.org/",
    "https://example.org/?a",
    "https://example.org/#a",
    "https://a:b@example.org/",
  ]) {
    expect([text, SiteAddress.read(text)]).toEqual([text, null]);
  }
});

it("A notebook says who wrote it, when, and under which licence; a date that is none counts as missing", () => {
  expect(authorshipOf({ "data-author": " Li Wei；Anna Müller; ", "data-date": "2026-02-29" })).toEqual({
    authors: ["Li Wei", "Anna Müller"],
    date: null,
    licence: null,
  });
  expect(authorshipOf({ "data-date": "2024-02-29" }).date).toBe("2024-02-29");
});

describe("A built page", () => {
  it("carries older cells of Observable converted, and its build says which could not be", async () => {
    const older = (id: number, source: string) =>
      `<script id="${id}" type="application/vnd.observable.javascript">${source}</script>`;
    const cells = [older(1, "n = 4"), older(2, 'import {other} from "@someone/else"'), older(3, "n * 2")];
    const { data, executed } = await built("older", `<!doctype html><notebook>${cells.join("")}</notebook>`);
    expect(executed.cells.at(-1)?.html).toContain("8");
    expect(executed.warnings).toMatchObject([{ message: expect.stringMatching(/^Cell 2 was kept as text/) }]);
    expect(parseNotebook(data.text).cells.map(({ kind }) => kind)).toEqual(["js", "md", "js"]);
  });
});
