import { expect, test } from "vitest";
import { accountCells, freeNames, type SettledChoices } from "../../../../app/workbench/account/account-cells.ts";
import { cellUpdate } from "../../../../app/workbench/account/cell-update.ts";
import { writtenAccount } from "../../../../app/workbench/account/written-account.ts";

const file: SettledChoices = {
  source: { is: "file", file: "energy.xlsx" },
  sheets: null,
  heads: {},
  kind: "company",
  year: 2024,
  region: "FRA",
};
const table: SettledChoices = { ...file, source: { is: "table", name: "rows" } };
const names = freeNames(new Set());
const partsOf = (choices: SettledChoices, language = "en") => accountCells(choices, names, language);
const cellsOf = (choices: SettledChoices, language?: string) =>
  partsOf(choices, language).map((cell, i) => ({ ...cell, id: i + 1 }));

test.each([
  ["a file", file],
  ["a table", table],
])(
  "Every cell of an account of %s is as it would be written anew, whichever language it was written in",
  (_, choices) => {
    const next = { ...choices, kind: "inventory", year: 2025 } as const;
    for (const language of ["en", "zh-CN"]) {
      const cells = cellsOf(choices, language);
      const { sources, isEdited } = cellUpdate(cells, writtenAccount(cells, 1)!, next, "en");
      expect(isEdited).toBe(false);
      const updated = cells.map(({ id, source }) => sources.get(id) ?? source);
      const wanted = partsOf(next).map(({ part, source }, i) => (part === "mapping" ? cells[i]!.source : source));
      expect(updated).toEqual(wanted);
    }
  },
);

test("A cell that a person has edited stays, and is asked about where it has to be replaced", () => {
  const cells = cellsOf(file);
  const next = { ...file, year: 2025 };
  const edit = (part: string) =>
    cells.map((cell) => (cell.part === part ? { ...cell, source: `${cell.source}\n// mine` } : cell));
  const idOf = (part: string) => cells.find((cell) => cell.part === part)!.id;
  const ofChart = edit("chart");
  const chart = cellUpdate(ofChart, writtenAccount(ofChart, 4)!, next, "en");
  expect([chart.isEdited, chart.sources.has(idOf("chart")), chart.sources.has(idOf("headline"))]).toEqual([
    false,
    false,
    true,
  ]);
  for (const part of ["data", "account"]) {
    const changed = edit(part);
    expect(cellUpdate(changed, writtenAccount(changed, 4)!, next, "en")).toMatchObject({ isEdited: true });
  }
});

test("A cell of another account is never written", () => {
  const others = accountCells(file, freeNames(new Set(["mapping"])), "en").map((cell, i) => ({ ...cell, id: 100 + i }));
  const cells = [...cellsOf(file), ...others.filter(({ part }) => part !== "headline")];
  const { sources } = cellUpdate(cells, writtenAccount(cells, 1)!, { ...file, year: 2025 }, "en");
  expect([...sources.keys()].filter((id) => id >= 100)).toEqual([]);
});
