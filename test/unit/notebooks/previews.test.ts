import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { versionOfText } from "../../../kernel/document/text-version.ts";

const folder = new URL("../../../notebooks/", import.meta.url);
const previews = new URL("previews/", folder);
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".html") ? [file.slice(0, -".html".length)] : []));
const textOf = (name: string) => readFileSync(new URL(`${name}.html`, folder), "utf8");
const index: Record<string, { version: string; languages: string[] }> = JSON.parse(
  readFileSync(new URL("index.json", previews), "utf8"),
);

// What the pictures show is compared with the notebooks in languages.test.ts, where each runs in both languages.
test("The pictures of the shipped notebooks are of the texts that ship (npm run previews makes them anew)", () => {
  expect(index).toEqual(
    Object.fromEntries(
      names.map((name) => [name, { version: versionOfText(textOf(name)), languages: ["en", "zh-CN"] }]),
    ),
  );
  const files = Object.entries(index).flatMap(([name, { languages }]) => languages.map((tag) => `${name}.${tag}.svg`));
  expect(readdirSync(previews).sort()).toEqual([...files, "index.json"].sort());
});
