import { readdirSync, readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { firstPicture } from "../../../cli/build/pictures.ts";
import { PREVIEW_WIDTH, writePreview } from "../../../cli/package/preview.ts";
import { versionOfText } from "../../../kernel/document/text-version.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { openServices } from "../headless/services.ts";

const folder = new URL("../../../notebooks/", import.meta.url);
const previews = new URL("previews/", folder);
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".html") ? [file.slice(0, -".html".length)] : []));
const textOf = (name: string) => readFileSync(new URL(`${name}.html`, folder), "utf8");
const index: Record<string, { version: string; languages: string[] }> = JSON.parse(
  readFileSync(new URL("index.json", previews), "utf8"),
);
const services = openServices(Object.fromEntries(names.map((name) => [name, textOf(name)])));

/** What a picture says and consists of; coordinates may differ in the last digit between machines. */
function contentOf(svg: string) {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const elements = [...document.querySelectorAll("svg *")];
  const texts = elements.filter(({ localName }) => localName === "text").map(({ textContent }) => textContent);
  const counts: Record<string, number> = {};
  for (const { localName } of elements) counts[localName] = (counts[localName] ?? 0) + 1;
  return { label: document.querySelector("svg")?.getAttribute("aria-label"), texts, counts };
}

describe("The pictures of the shipped notebooks (npm run previews makes them anew)", () => {
  test("exist for each notebook, in the version that ships, and for no other", () => {
    expect(index).toEqual(
      Object.fromEntries(
        names.map((name) => [name, { version: versionOfText(textOf(name)), languages: index[name]?.languages ?? [] }]),
      ),
    );
    const files = Object.entries(index).flatMap(([name, { languages }]) =>
      languages.map((tag) => `${name}.${tag}.svg`),
    );
    expect(readdirSync(previews).sort()).toEqual([...files, "index.json"].sort());
  });

  test.each(names)("%s: shows what a run shows", { timeout: 120_000 }, async (name) => {
    const { cells, failed } = await runNotebook(textOf(name), { services, reproducible: true, width: PREVIEW_WIDTH });
    expect(failed).toBe(0);
    const picture = firstPicture(cells.map(({ html }) => html));
    const shipped = readFileSync(new URL(`${name}.en.svg`, previews), "utf8");
    expect(contentOf(shipped)).toEqual(contentOf(writePreview(picture!)));
    expect(contentOf(shipped).texts.length).toBeGreaterThan(0);
  });
});
