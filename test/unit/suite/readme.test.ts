import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAnimatedWebp } from "../../pictures/animated-webp.ts";
import { halfWidthIn } from "../message/punctuation.ts";
import { codeIn, linesOf, proseOf, readmes, textOf } from "./readme-text.ts";

const root = join(import.meta.dirname, "../../..");
const [english, chinese] = readmes.map(textOf) as [string, string];

/** The addresses of links and pictures. */
function addressesIn(text: string): string[] {
  const prose = proseOf(text);
  return [
    ...[...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address!),
    ...[...prose.matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(([, address]) => address!),
  ];
}

const picturesIn = (text: string) => [...new Set(addressesIn(text).filter((address) => address.endsWith(".webp")))];

/** The anchors that a reader of a README can go to, as GitHub and its like write them. */
function anchorsOf(text: string): string[] {
  return [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
}

describe("The two READMEs", () => {
  test("give the same commands", () => {
    const commands = (text: string) => codeIn(text, "sh").flatMap((code) => linesOf(code, "#"));
    expect(commands(chinese)).toEqual(commands(english));
    expect(commands(english).length).toBeGreaterThan(10);
  });

  test("give the same code, as far as the Chinese one gives any", () => {
    const code = codeIn(chinese, "js").map((block) => linesOf(block, "//"));
    expect(code.length).toBeGreaterThan(1);
    expect(codeIn(english, "js").map((block) => linesOf(block, "//"))).toEqual(expect.arrayContaining(code));
  });

  test("name each other at the top", () => {
    expect(english.split("\n").slice(0, 4).join()).toContain("(README.zh-CN.md)");
    expect(chinese.split("\n").slice(0, 4).join()).toContain("(README.md)");
  });

  test("tell the same numbers of their pictures", () => {
    const caption = (text: string) => text.slice(text.indexOf("</picture>"), text.indexOf("```sh"));
    const numbers = (text: string) => (caption(text).match(/\d[\d\u202f]*\d/g) ?? []).sort();
    expect(numbers(chinese)).toEqual(numbers(english));
    expect(numbers(english).length).toBeGreaterThan(4);
  });
});

describe.each(readmes)("%s", (name) => {
  const text = textOf(name);

  test("links to files and headings that there are", () => {
    for (const address of addressesIn(text).filter((each) => !/^https?:/.test(each))) {
      const [path, anchor] = address.split("#");
      expect([address, existsSync(join(root, path!))]).toEqual([address, true]);
      if (anchor) expect(anchorsOf(readFileSync(join(root, path || name), "utf8"))).toContain(anchor);
    }
  });

  test("shows pictures that load quickly, in light and dark, each with a text for those who do not see it", () => {
    const pictures = picturesIn(text);
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) {
      const { size } = statSync(join(root, picture));
      expect([picture, size > 10_000 && size < 2_000_000]).toEqual([picture, true]);
    }
    const alternatives = [...text.matchAll(/alt="([^"]*)"|!\[([^\]]*)\]/g)].map(([, a, b]) => a ?? b!);
    expect(alternatives.filter((alternative) => alternative.length > 40)).toHaveLength(2);
  });

  test("shows an animation of a few seconds that is wide enough to read", () => {
    const [moving] = picturesIn(text).filter((picture) => picture.includes("drag"));
    const { width, frames } = readAnimatedWebp(readFileSync(join(root, moving!)));
    const seconds = frames.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
    expect(width).toBeGreaterThanOrEqual(850);
    expect(frames.length).toBeGreaterThan(30);
    expect(seconds).toBeGreaterThan(6);
    expect(seconds).toBeLessThan(11);
  });

  test("names scripts and commands that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [, command] of text.matchAll(/yuheng (\w+)(?= [A-Z]{2}|\.| --| \w+\.| notebooks)/g)) {
      expect([command, existsSync(join(root, `cli/commands/${command}.ts`))]).toEqual([command, true]);
    }
  });
});

test("The Chinese README is written with full-width punctuation", () => {
  // Alternative texts in attributes are read one by one; tags and code are not Chinese.
  const prose = proseOf(chinese)
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\]\([^)]*\)/g, "]");
  expect(prose.split("\n").flatMap(halfWidthIn)).toEqual([]);
});
