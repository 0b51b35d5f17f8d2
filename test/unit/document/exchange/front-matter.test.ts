import { describe, expect, test } from "vitest";
import { renderFrontMatter, splitFrontMatter } from "../../../../kernel/document/exchange/front-matter.ts";
import { writeMessage } from "../../../../lib/message/write.ts";

const read = (...lines: string[]) => {
  const { entries, body, line, problems } = splitFrontMatter(`---\n${lines.join("\n")}\n---\nbody`);
  expect(body).toBe("body");
  expect(line).toBe(lines.length + 3);
  return {
    ...Object.fromEntries(entries),
    ...(problems.length > 0 && { problems: problems.map((each) => [each.line, writeMessage(each.message)]) }),
  };
};

describe("Front matter", () => {
  test.each<[string, string[], unknown]>([
    ["plain texts", ["a: b c # d", "e: f#g", "h:"], { a: "b c", e: "f#g", h: "" }],
    ["quoted texts", ['a: "b \\"c\\": #d"', "e: 'it''s'"], { a: 'b "c": #d', e: "it's" }],
    ["lists", ["a:", "  - b", "  - c: d", "    e: f", "g:", "- h"], { a: ["b", { c: "d", e: "f" }], g: ["h"] }],
    ["maps", ["a:", "  b:", "    c: d", "  e: f"], { a: { b: { c: "d" }, e: "f" } }],
    ["brackets", ["a: [b, 'c, d', [e]]", "f: {g: h, i: [j]}"], { a: ["b", "c, d", ["e"]], f: { g: "h", i: ["j"] } }],
    ["brackets over lines", ["a: [b,", "  c]", "d: e"], { a: ["b", "c"], d: "e" }],
    ["blocks of text", ["a: |", "  b", "   c", "", "  d", "e: >", "  f", "  g"], { a: "b\n c\n\nd", e: "f g" }],
    ["comments and empty lines", ["# a", "", "b: c", "# d"], { b: "c" }],
    [
      "an author with parts",
      ["author:", "  - name:", "      given: A", "      family: B", "    orcid: 0"],
      { author: [{ name: { given: "A", family: "B" }, orcid: "0" }] },
    ],
  ])("has %s", (_, lines, entries) => {
    expect(read(...lines)).toEqual(entries);
  });

  test("that cannot be read in part is read in all others, and the line is named", () => {
    expect(read("a: b", "c: [d", "e: f", "{g}")).toEqual({
      a: "b",
      e: "f",
      problems: [
        [3, "The entry “c” of the front matter cannot be read, and is left out."],
        [5, "This line of the front matter cannot be read, and is left out: {g}"],
      ],
    });
  });

  test("is not the text between two rules", () => {
    const text = "---\n\nText.\n\n---\n\nMore.";
    expect(splitFrontMatter(text)).toMatchObject({ body: text, line: 1, problems: [] });
  });

  test("that we write is read as it was", () => {
    const written = { title: 'a: "b" # c', list: ["d", "e: f"], map: { "g-h": "\n" }, none: undefined };
    const { entries } = splitFrontMatter(`${renderFrontMatter(written)}\n`);
    expect(Object.fromEntries(entries)).toEqual({ title: 'a: "b" # c', list: ["d", "e: f"], map: { "g-h": "\n" } });
  });
});
