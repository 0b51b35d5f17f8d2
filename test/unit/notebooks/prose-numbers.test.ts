import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { declaredNumbers, startYears } from "./declared-numbers.ts";
import { isInCode, typedNumbers } from "./prose-numbers.ts";

const folder = join(import.meta.dirname, "../../../notebooks");
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".html"));
const cellsOf = (name: string) => parseNotebook(readFileSync(join(folder, name), "utf8")).cells;

/** A share may stand in code as such, and in per cent in the prose. */
const isUsed = (number: string, cells: ReturnType<typeof cellsOf>) =>
  isInCode(number, cells) || isInCode(String(Number(number) / 100), cells);

describe.each(notebooks)("The prose of %s", (name) => {
  const cells = cellsOf(name);
  const declared = declaredNumbers[name] ?? {};

  test("types no number that neither a cell uses nor a reason or the data stand behind", () => {
    const bare = typedNumbers(cells).filter((number) => !isUsed(number, cells) && !(number in declared));
    expect(bare).toEqual([]);
  });

  test("says of the data what they are today, and declares nothing that it does not say", async () => {
    const typed = typedNumbers(cells);
    expect(Object.keys(declared).filter((number) => !typed.includes(number))).toEqual([]);
    for (const [number, must] of Object.entries(declared))
      if (typeof must === "function") expect([number, String(await must())]).toEqual([number, number]);
  });
});

test("Most unit processes of the background begin in 2000 or later, as its notebook and its tool say", async () => {
  const years = await startYears();
  expect(years.filter((year) => year >= 2000).length).toBeGreaterThan(0.8 * years.length);
});

test("Typed numbers are told from what cells compute, from references and from code", () => {
  const source =
    "In **2011** the ${f(`${3} x`)} of 41 regions (Lenzen, 2003; Vol. 2, Tables 1.2 and 1.4) had `x = 12` in [a link](#/n/7), Tier 1, 35 013 t, and three models.";
  const cell = { kind: "md", source, attributes: { lang: "en" } };
  expect(typedNumbers([cell] as never)).toEqual(["2011", "41", "35013", "three models"]);
});
