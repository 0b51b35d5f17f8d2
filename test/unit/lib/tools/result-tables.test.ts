import { describe, expect, it } from "vitest";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { rowListsIn } from "../../../../lib/tool/row-list.ts";
import { type ColumnValues, isAxis, type ResultTable, tablesOf } from "../../../../lib/tool/table.ts";
import { findTool, tools } from "../../../../lib/tools.ts";
import { shipped } from "../../inventory/company/calling.ts";
import { examples, world } from "./table-examples.ts";
import { withoutTable } from "./without-table.ts";

function lengthOf(values: ColumnValues): number {
  if (isAxis(values)) return Number.NaN;
  return (Array.isArray(values) ? values.flat(3) : values).length;
}

async function tablesFrom(name: string): Promise<Record<string, ResultTable>> {
  const tool = findTool(name)!;
  const input = examples[name] ?? world;
  const output = await callTool(tool, input, uninterrupted, shipped);
  return tablesOf(tool.tablesOut!, output, { ...input, ...(output as object) });
}

const giving = tools.filter(({ tablesOut }) => tablesOut);

/** What has none, and why. */
const noneNeeded: Readonly<Record<string, string>> = {
  "consumption.balance.matrix": "a matrix whose rows and columns have no names",
  "consumption.nowcast.table": "a table to compute with",
  "consumption.aggregate": "a table to compute with",
  "consumption.split": "a table to compute with",
  "consumption.priceYear": "a table to compute with",
  "inventory.recalculation.onlyBefore": "a few years",
  "inventory.recalculation.onlyAfter": "a few years",
  "account.match.lines.candidates": "what a person may choose, beside the lines of account.compute",
  "account.match.lines.ownFactor": "a factor by few gases",
  "account.match.asks.rows": "places in the file",
  "data.query.rows": "records whose columns the query names",
};

describe("The tables that tools give", () => {
  it.each(giving.map((tool) => [tool.name, tool] as const))(
    "%s gives none under the name of another field",
    (_, tool) => {
      const fields = Object.keys((tool.output as { shape?: object }).shape ?? {});
      const labels = ["regions", "sectors", "stressors", "units", "names", "finalDemand", "year"];
      for (const name of Object.keys(tool.tablesOut!)) expect([...fields, ...labels]).not.toContain(name);
    },
  );

  it.each(giving.map(({ name }) => name))(
    "%s gives them with columns that are declared and of one length",
    async (name) => {
      for (const [table, { rows, columns }] of Object.entries(await tablesFrom(name))) {
        expect(rows, table).toBeGreaterThan(0);
        for (const { name: column, values } of columns) {
          if (!isAxis(values)) expect(lengthOf(values), `${table}.${column}`).toBe(rows);
          else expect(rows % (values.labels.length * values.each), `${table}.${column}`).toBe(0);
        }
      }
    },
  );

  it("are given by every tool whose numbers stand in lists of another form than records", () => {
    const lacking = tools.filter(({ tablesOut }) => !tablesOut).flatMap((tool) => withoutTable(tool));
    const known = (field: string) => Object.keys(noneNeeded).some((name) => `${field}.`.startsWith(`${name}.`));
    expect(lacking.filter((field) => !known(field))).toEqual([]);
  });

  it("name stressors and units in columns where a table has several, and the unit of a column where there is one", async () => {
    const { balance } = await tablesFrom("consumption.accounts");
    const of = (name: string) => balance!.columns.find((column) => column.name === name);
    expect(of("stressor")?.values).toEqual({ labels: ["CO2", "CH4"], each: 2 });
    expect(of("unit")?.values).toEqual({ labels: ["kt", "t"], each: 2 });
    expect(of("production")?.unit).toBe("");
    const one = {
      ...world,
      stressors: ["CO2"],
      units: { money: "MUSD", stressors: ["kt"] },
      F: [world.F[0]],
      FY: [world.FY[0]],
    };
    const tool = findTool("consumption.accounts")!;
    const { balance: alone, intensities } = tablesOf(tool.tablesOut!, await callTool(tool, one), one);
    expect(alone!.columns.map(({ name }) => name)).not.toContain("stressor");
    expect(alone!.columns.find(({ name }) => name === "production")?.unit).toBe("kt");
    expect(intensities!.columns.find(({ name }) => name === "total")?.unit).toBe("kt/MUSD");
  });

  it("have the unit that stands in a list of the result, and none where rows differ in it", async () => {
    const { byYear, byTerm } = await tablesFrom("budget.carbon");
    const unitOf = (table: ResultTable | undefined, name: string) =>
      table!.columns.find((column) => column.name === name)!.unit;
    expect([unitOf(byYear, "value"), unitOf(byTerm, "mean"), unitOf(byTerm, "sum")]).toEqual([
      "Gt C/yr",
      "Gt C/yr",
      "Gt C",
    ]);
    const inventory = { gases: ["kt CH4", "t N2O"].map((unit) => ({ value: 1, unit })), metric: "AR6.GWP100" };
    const tool = findTool("quantity.equivalent")!;
    const { byPart } = tablesOf(tool.tablesOut!, await callTool(tool, inventory), inventory);
    expect(unitOf(byPart, "value")).toBe("");
  });

  it("name region and category of each column of final demand, as far as they are known", async () => {
    const tool = findTool("consumption.sectorAccounts")!;
    const output = await callTool(tool, world);
    const columns = (about: object) =>
      Object.fromEntries(tablesOf(tool.tablesOut!, output, about).demand!.columns.map((each) => [each.name, each]));
    expect(columns({ ...world, yRegions: [1, "A"] }).region!.values).toEqual({ labels: ["B", "A"], each: 1 });
    expect(columns(world)).not.toHaveProperty("category");
    const finalDemand = { regions: ["A", "B"], categories: ["households", "government"] };
    expect(columns({ ...world, finalDemand }).category!.values).toEqual({ labels: finalDemand.categories, each: 1 });
  });

  it("of uncertain footprints have every draw that was kept, as it was drawn", async () => {
    const tool = findTool("uncertainty.footprint")!;
    const input = examples[tool.name]!;
    const output = (await callTool(tool, input)) as { kept: { region: string; D_pba: number[]; D_cba: number[] }[] };
    const { byDraw, correlations } = tablesOf(tool.tablesOut!, output, { ...input, ...output });
    const values = (name: string) => byDraw!.columns.find((column) => column.name === name)!.values;
    const [{ D_pba, D_cba }] = output.kept as [(typeof output.kept)[0]];
    expect(values("consumption")).toEqual([D_cba]);
    expect(values("percent")).toEqual([D_cba.map((value, draw) => (value / D_pba[draw]! - 1) * 100)]);
    expect(correlations!.columns.map(({ name }) => name)).not.toContain("stressor");
  });

  it("take the unit of a list of records from where it stands around them", async () => {
    const tool = findTool("consumption.paths")!;
    const one = {
      ...world,
      stressors: ["CO2"],
      units: { money: "MUSD", stressors: ["kt"] },
      F: [world.F[0]],
      FY: [world.FY[0]],
    };
    const input = { ...one, product: "A.s", count: 2 };
    const layers = rowListsIn(tool, await callTool(tool, input), input).find(({ field }) => field === "layers")!;
    expect(layers.columns).toEqual(
      ["total", "found", "remainder"].map((name) => ({ name, type: "number", unit: "kt" })),
    );
  });

  it("hold the numbers of the matrices", async () => {
    const tool = findTool("consumption.accounts")!;
    const accounts = (await callTool(tool, world)) as { D_pba: number[][]; D_cba: number[][]; flows: number[][][] };
    const { balance, transfers } = tablesOf(tool.tablesOut!, accounts, world);
    const values = (table: ResultTable, name: string) => table.columns.find((column) => column.name === name)!.values;
    expect(values(transfers!, "value")).toBe(accounts.flows);
    const difference = values(balance!, "difference");
    expect(difference).toEqual(
      accounts.D_cba.flatMap((row, k) => row.map((value, r) => value - accounts.D_pba[k]![r]!)),
    );
  });
});
