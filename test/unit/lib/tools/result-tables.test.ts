import { describe, expect, it } from "vitest";
import { callTool } from "../../../../lib/tool/call.ts";
import { type ColumnValues, isAxis, type ResultTable, tablesOf } from "../../../../lib/tool/table.ts";
import { findTool, tools } from "../../../../lib/tools.ts";

const world = {
  regions: ["A", "B"],
  sectors: ["s", "t", "u"],
  stressors: ["CO2", "CH4"],
  units: { money: "MUSD", stressors: ["kt", "t"] },
  Z: [
    [1, 2, 1, 1, 0, 1],
    [2, 1, 1, 1, 1, 0],
    [0, 1, 2, 1, 1, 1],
    [1, 1, 1, 1, 2, 1],
    [1, 0, 1, 2, 1, 1],
    [0, 1, 0, 1, 1, 2],
  ],
  Y: [
    [5, 1],
    [4, 2],
    [3, 2],
    [1, 7],
    [2, 5],
    [1, 6],
  ],
  F: [
    [1, 2, 3, 4, 5, 6],
    [6, 5, 4, 3, 2, 1],
  ],
  FY: [
    [1, 1],
    [0, 2],
  ],
};

const problem = {
  a: { type: "uniform", lo: 0, hi: 1 },
  b: { type: "normal", mean: 1, sd: 0.1 },
};

/** What tools take, where it is not the table alone. */
const options: Readonly<Record<string, object>> = {
  "consumption.sectorAccounts": { ...world, population: [10, 20] },
  "consumption.paths": { ...world, product: "A.s", count: 5 },
  "consumption.layers": { ...world, product: "A.s" },
  "consumption.traceUpstream": { ...world, product: "A.s" },
  "consumption.traceDownstream": { ...world, emitter: "A.t" },
  "consumption.extraction": { ...world, rows: ["A.t"] },
  "consumption.whatIf": { ...world, edits: [{ kind: "intensity", rows: ["A.s"], factor: 0.5 }] },
  "consumption.structuralDecomposition": { before: world, after: { ...world, F: [[2, 2, 3, 4, 5, 5], world.F[1]] } },
  "uncertainty.morris": { model: "a + 2 * b", variables: problem },
  "uncertainty.fast": { model: "a + 2 * b", variables: problem },
  "uncertainty.delta": { model: "a + 2 * b", variables: problem },
  "uncertainty.regression": { model: "a + 2 * b", variables: problem },
  "uncertainty.sobol": { model: "a + 2 * b", variables: problem, draws: 256 },
  "inventory.totals": {
    emissions: [
      { category: "1.A.1", year: 2020, value: 2, unit: "kt CO2" },
      { category: "3.A.1", year: 2021, value: 1, unit: "kt CH4" },
    ],
  },
  "lifecycle.calculate": {
    technosphere: [
      [1, -0.2],
      [-0.1, 1],
    ],
    biosphere: [[2, 3]],
    characterization: [[1], [5]],
    demand: [1, 0],
  },
  "consumption.multipliers": { Z: world.Z, x: [12, 13, 11, 15, 12, 12], F: world.F },
};

function lengthOf(values: ColumnValues): number {
  if (isAxis(values)) return Number.NaN;
  return (Array.isArray(values) ? values.flat(3) : values).length;
}

async function tablesFrom(name: string): Promise<Record<string, ResultTable>> {
  const tool = findTool(name)!;
  const input = options[name] ?? world;
  return tablesOf(tool.tablesOut!, await callTool(tool, input), input);
}

const giving = tools.filter(({ tablesOut }) => tablesOut);
const called = giving.map(({ name }) => name).filter((name) => name.startsWith("consumption.") || name in options);

describe("The tables that tools give", () => {
  it.each(giving.map((tool) => [tool.name, tool] as const))(
    "%s gives none under the name of another field",
    (_, tool) => {
      const fields = Object.keys((tool.output as { shape?: object }).shape ?? {});
      const labels = ["regions", "sectors", "stressors", "units", "names", "year"];
      for (const name of Object.keys(tool.tablesOut!)) expect([...fields, ...labels]).not.toContain(name);
    },
  );

  it.each(called)("%s gives them with columns that are declared and of one length", async (name) => {
    for (const [table, { rows, columns }] of Object.entries(await tablesFrom(name))) {
      expect(rows, table).toBeGreaterThan(0);
      for (const { name: column, values } of columns) {
        if (!isAxis(values)) expect(lengthOf(values), `${table}.${column}`).toBe(rows);
        else expect(rows % (values.labels.length * values.each), `${table}.${column}`).toBe(0);
      }
    }
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
