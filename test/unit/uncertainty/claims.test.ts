import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type IntervalName, mayBeCalled95 } from "../../../lib/uncertainty/coverage/coverage.ts";
import { claims } from "../../coverage/claims.ts";

const root = join(import.meta.dirname, "../../..");

/** What a person or a program reads: messages, declarations of tools and cells, texts of notebooks, of datasets and of the manual. */
const files = [
  ...["lib", "kernel", "app", "cli"].flatMap((folder) => filesIn(folder, /\.ts$/)),
  ...filesIn("notebooks", /\.html$/),
  "datasets/catalogue.json",
  "README.md",
  "README.zh-CN.md",
];

const claimed = /95\s?%|97\.5\s?%|置信|\bconfidence (?:interval|level)|credible interval/;

/** Comments are read by those who change the code, except where help and declarations are made of them. */
const isComment = (line: string, file: string) =>
  file.endsWith(".ts") && !/names\/help\.ts$|\.d\.ts$/.test(file) && /^\s*(?:\/?\*|\/\/)/.test(line);

/** With plain spaces, whatever keeps a number and its unit together. */
const plain = (line: string) => line.replaceAll(/[\u00a0\u2009\u202f]|\\u00a0|\\u202f/g, " ").trim();

interface Said {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const said: readonly Said[] = files.flatMap((file) =>
  readFileSync(join(root, file), "utf8")
    .split("\n")
    .flatMap((text, i) =>
      claimed.test(text) && !isComment(text, file) ? [{ file, line: i + 1, text: plain(text) }] : [],
    ),
);

/** What of a line none of the claims accounts for. */
function unaccounted({ file, text }: Said): boolean {
  const left = claims.reduce(
    (rest, claim) => ((claim.where ?? /^/).test(file) ? rest.replaceAll(new RegExp(claim.text, "g"), "") : rest),
    text,
  );
  return claimed.test(left);
}

describe("every text that names 95 % or a confidence", () => {
  test("belongs to an interval whose coverage was tested, or to a sentence that is listed with a reason", () => {
    expect(said.length).toBeGreaterThan(100);
    const bare = said.filter(unaccounted).map(({ file, line, text }) => `${file}:${line}: ${text.slice(0, 300)}`);
    expect(bare).toEqual([]);
  });

  test("is said by something that is still there, and by what holds enough of the published figures", () => {
    for (const { text, where = /^/, because } of claims) {
      expect(
        said.some((each) => where.test(each.file) && text.test(each.text)),
        String(text),
      ).toBe(true);
      if (typeof because !== "string")
        expect(because.filter((name: IntervalName) => !mayBeCalled95([name]))).toEqual([]);
    }
  });
});

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path))
    .sort();
}
