import { describe, expect, it } from "vitest";
import { FrameReports } from "../../../app/live/frame-reports.ts";
import { complete, describeCompletion } from "../../../app/typing/completion.ts";
import { diagnose } from "../../../app/typing/diagnosis.ts";
import type { DocumentCell } from "../../../kernel/document/document-cell.ts";
import type { CellReport } from "../../../kernel/sandbox/protocol.ts";
import type { TableColumn } from "../../../kernel/values/table-column.ts";
import { openProgram } from "./notebook.ts";

const columns: TableColumn[] = [
  { name: "region", type: "Utf8" },
  { name: "co2_kt", type: "Float64" },
  { name: "sum(co2_kt)", type: "Decimal[38e0]" },
  { name: "day", type: "Date32<DAY>" },
];
const sql = "select region, co2_kt, sum(co2_kt), now()::date as day from mrio_co2";

/** A cell of SQL that gave these columns as `flows`, and one that reads it. */
function reading(source: string, given: readonly TableColumn[] | null = columns, query = sql) {
  const notebook = openProgram();
  const changed: DocumentCell[] = [
    { id: 1, kind: "sql", source: query, attributes: { output: "flows" } },
    { id: 2, kind: "js", source: source.replace("‸", ""), attributes: {} },
  ];
  notebook.update({ order: [1, 2], changed, results: new Map(given ? [[1, given]] : []) });
  const [module, offset] = [notebook.moduleOf(2)!, source.indexOf("‸")];
  return {
    names: () => complete(notebook, module, offset)?.options.map(({ name }) => name) ?? [],
    about: (name: string) => describeCompletion(notebook, module, offset, name)!,
    wrong: () => diagnose(notebook, module).map(({ message }) => message),
  };
}

describe("The result of a query", () => {
  it("has rows with the columns of its last run, in loops, lists and columns", () => {
    for (const source of ["[...flows].map((row) => row.‸)", "flows.get(0).‸", "for (const row of flows) row.‸"])
      expect(reading(source).names(), source).toEqual(expect.arrayContaining(["region", "co2_kt", "day"]));
    expect(reading("flows.‸").names()).toEqual(expect.arrayContaining(["numRows", "getChild"]));
    expect(reading('flows.getChild("‸")').names()).toEqual(expect.arrayContaining(["region", "co2_kt"]));
  });

  it("documents a column that a dataset has, with its unit, but not one that took its name in the query", () => {
    const row = "flows.get(0).‸";
    expect(reading(row).about("co2_kt")).toMatchObject({ signature: expect.stringContaining("co2_kt: number") });
    expect(reading(row).about("co2_kt").documentation).toMatch(/Unit: kt.*mrio_co2/);
    const renamed = reading(row, columns, "select region, 7.5 as co2_kt from mrio_co2");
    expect(renamed.about("co2_kt").documentation).toBe("");
    expect(reading(row).about("day").documentation).toBe("Milliseconds since 1970.");
    expect(reading('flows.get(0)["‸"]').about("sum(co2_kt)").documentation).toContain("cast it in SQL");
  });

  it("complains of a column that it does not have, and of nothing while it is not known", () => {
    expect(reading("[...flows].map((row) => row.reigon)").wrong()).toEqual([expect.stringContaining("reigon")]);
    expect(reading("[...flows].map((row) => row.region + row.co2_kt)").wrong()).toEqual([]);
    expect(reading("[...flows].map((row) => row.reigon)", null).wrong()).toEqual([]);
  });
});

describe("The page knows what a query gave", () => {
  const cell: DocumentCell = { id: 1, kind: "sql", source: sql, attributes: { output: "flows" } };
  const reports = (report: Partial<CellReport>) => {
    const all = new FrameReports();
    all.updateValues([{ name: "flows", type: "Table", size: "", preview: "", columns }]);
    const state = { status: "fresh", runs: 1 } as unknown as CellReport["state"];
    all.update([{ id: 1, state, edited: false, outputs: ["flows"], inputs: [], steps: [], ...report }], []);
    return all;
  };

  it("while the cell's text is the one that ran, and the run did not fail", () => {
    expect(reports({}).queryResults([cell])).toEqual(new Map([[1, columns]]));
    expect(reports({ edited: true }).queryResults([cell]).size).toBe(0);
    const failed = { status: "failed", runs: 2 } as unknown as CellReport["state"];
    expect(reports({ state: failed }).queryResults([cell]).size).toBe(0);
  });

  it("and of the cell that gives the name alone", () => {
    expect(reports({ outputs: [] }).queryResults([cell]).size).toBe(0);
    expect(reports({}).queryResults([{ ...cell, kind: "js" }]).size).toBe(0);
    expect(reports({}).queryResults([{ ...cell, attributes: {} }]).size).toBe(0);
  });
});
