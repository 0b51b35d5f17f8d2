import { parse } from "acorn";
import { expect, test } from "vitest";
import { accountCells, freeNames, type SettledChoices } from "../../../../app/workbench/account/account-cells.ts";
import { mappingFileOf } from "../../../../app/workbench/account/account-choices.ts";
import { comparisonCells } from "../../../../app/workbench/account/comparison-cells.ts";
import { comparedWith, writtenAccount } from "../../../../app/workbench/account/written-account.ts";

const choices: SettledChoices = {
  source: { is: "file", file: "energy $`{2024}.xlsx" },
  sheets: ["Energy", "能源"],
  heads: { Energy: 3, __proto__x: 4 },
  kind: "company",
  year: 2024,
  region: "CN-JS",
};
const names = freeNames(new Set());
const cellsOf = (given: SettledChoices, language = "en") =>
  accountCells(given, names, language).map((cell, i) => ({ ...cell, id: i + 1 }));

test("The cells of an account are code in either language, whatever the file is called", () => {
  for (const language of ["en", "zh-CN"]) {
    for (const { kind, source } of cellsOf(choices, language)) {
      if (kind === "js") parse(source, { ecmaVersion: "latest", sourceType: "module" });
      else expect(source.match(/\$\{/g)).toHaveLength(1);
    }
  }
});

test("What was chosen is read again from any cell of the account", () => {
  const table: SettledChoices = {
    ...choices,
    source: { is: "table", name: "rows" },
    sheets: null,
    heads: {},
    region: null,
  };
  for (const given of [choices, table, { ...choices, kind: "product" } as const]) {
    const cells = cellsOf(given);
    for (const { id } of cells) expect(writtenAccount(cells, id)?.choices).toEqual(given);
  }
});

test("A cell of no account, and code that the dialog did not write, belong to none", () => {
  const cells = [...cellsOf(choices), { id: 99, kind: "js", source: "1 + 1", part: "data" }];
  expect(writtenAccount(cells, 99)).toBeNull();
  const changed = cells.map((cell) =>
    cell.part === "account" ? { ...cell, source: "const carbonAccount = await account.compute(all);" } : cell,
  );
  expect(writtenAccount(changed, 1)).toBeNull();
});

test("Names are free together, and the mapping lies beside the data", () => {
  expect(freeNames(new Set(["mapping"]))).toEqual({
    data: "activityData2",
    mapping: "mapping2",
    account: "carbonAccount2",
  });
  expect(mappingFileOf({ is: "file", file: "2024/energy.v2.xlsx" })).toBe("2024/energy.v2.mapping.json");
  expect(mappingFileOf({ is: "file", file: ".csv" })).toBe(".csv.mapping.json");
});

test("The accounts with which one is compared in cells are known, and others are not", () => {
  const accounts = { earlier: "carbonAccount", later: "carbonAccount2" };
  const cells = comparisonCells(accounts, "yearChange", "en").map((cell, id) => ({ ...cell, id }));
  expect([...comparedWith(cells, "carbonAccount2")].sort()).toEqual(["carbonAccount", "carbonAccount2"]);
  expect(comparedWith(cells, "carbonAccount3").size).toBe(0);
});
