import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeMessage } from "../../../../lib/message/write.ts";
import { accounts } from "../../../../lib/mrio/accounts.ts";
import { tableFromColumns } from "../../../../lib/mrio/columns.ts";
import {
  gapOfFlowColumns,
  gapOfOutput,
  gapOfTotals,
  gapOfTrade,
  gapsOfAccounts,
} from "../../../../lib/mrio/identities.ts";
import { inputOutputTable, TableError } from "../../../../lib/mrio/table.ts";
import { mapCells } from "../../../../lib/numeric/csr.ts";
import { dense, denseFromRows } from "../../../../lib/numeric/matrix.ts";
import { anyTable, randomTable } from "../tables.ts";

describe("the accounts of any table", () => {
  test("close every identity, with zero outputs, inventories and several categories of demand", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const gaps = await gapsOfAccounts(table, await accounts(table));
        // Direct solves of at most 24 rows: nothing but rounding.
        for (const gap of gaps) expect(gap.relative, gap.identity).toBeLessThan(1e-12);
      }),
      { numRuns: 80 },
    );
  });

  test("close them also when the iteration solves", async () => {
    const table = randomTable(7, 20, 20, 2, 2);
    const result = await accounts(table);
    expect(result.method).toBe("block Gauss–Seidel GMRES");
    expect(result.residual).toBeLessThan(1e-11);
    for (const gap of await gapsOfAccounts(table, result)) expect(gap.relative, gap.identity).toBeLessThan(1e-10);
  });

  test("do not depend on the order of the regions", async () => {
    const table = randomTable(3, 3, 4);
    const swap = (i: number) => (Math.floor(i / 4) === 0 ? i + 4 : Math.floor(i / 4) === 1 ? i - 4 : i);
    const order = [1, 0, 2];
    const rows: number[] = [];
    const columns: number[] = [];
    const values: number[] = [];
    mapCells(table.Z, (i, j, v) => {
      rows.push(swap(i));
      columns.push(swap(j));
      values.push(v);
      return v;
    });
    const demand = { row: [] as number[], region: [] as number[], value: [] as number[] };
    const emission = { region: [] as number[], sector: [] as number[], value: [] as number[] };
    for (let i = 0; i < 12; i++) {
      for (let c = 0; c < 3; c++) {
        demand.row.push(swap(i));
        demand.region.push(order[c]!);
        demand.value.push(table.Y.data[i * 3 + c]!);
      }
      emission.region.push(order[Math.floor(i / 4)]!);
      emission.sector.push(i % 4);
      emission.value.push(table.F.data[i]!);
    }
    for (let c = 0; c < 3; c++) {
      emission.region.push(order[c]!);
      emission.sector.push(-1);
      emission.value.push(table.FY.data[c]!);
    }
    const swapped = tableFromColumns({
      regions: ["R1", "R0", "R2"],
      sectors: table.sectors,
      flows: { row: rows, col: columns, value: values },
      finalDemand: demand,
      emissions: [{ stressor: "gas 0", unit: "kt", ...emission }],
    });
    const a = await accounts(table);
    const b = await accounts(swapped);
    for (let r = 0; r < 3; r++) expect(b.D_cba.data[order[r]!]).toBeCloseTo(a.D_cba.data[r]!, 9);
  });
});

describe("what is odd in a table is reported, not mended", () => {
  const base = {
    regions: ["A", "B"],
    sectors: ["farm", "mill"],
    F: denseFromRows([[1, 2, 3, 4]]),
    stressors: ["CO2"],
  };

  test("a sector without output has zero coefficients, and its emissions are missed by name", async () => {
    const table = inputOutputTable({
      ...base,
      Z: denseFromRows([
        [1, 0, 0, 0],
        [0, 0, 0, 0],
        [1, 0, 2, 1],
        [0, 0, 1, 1],
      ]),
      Y: denseFromRows([
        [5, 1],
        [0, 0],
        [2, 6],
        [1, 8],
      ]),
    });
    const result = await accounts(table);
    expect(result.S.data[1]).toBe(0);
    expect(result.notes).toHaveLength(1);
    expect(writeMessage(result.notes[0]!.sentence)).toBe(
      "Output is zero in 1 sector: A.mill. Coefficients and intensities there are zero (1/x → 0); emissions recorded in A.mill reach no consumer.",
    );
    expect(result.notes[0]!.places).toEqual([{ region: "A", sector: "mill", value: 2 }]);
    // The 2 that the mill emits, and nothing else.
    expect(gapOfTotals(result).absolute).toBeCloseTo(2, 12);
    expect(gapOfTrade(result).absolute).toBeCloseTo(2, 12);
    expect(gapOfOutput(table, result).absolute).toBeLessThan(1e-13);
  });

  test("what is delivered to a sector without output is missing from x = L y, and said", async () => {
    const table = inputOutputTable({
      ...base,
      F: denseFromRows([[1, 0, 3, 4]]),
      Z: denseFromRows([
        [1, 2, 0, 0],
        [0, 0, 0, 0],
        [1, 0, 2, 1],
        [0, 0, 1, 1],
      ]),
      Y: denseFromRows([
        [5, 1],
        [0, 0],
        [2, 6],
        [1, 8],
      ]),
    });
    const result = await accounts(table);
    expect(writeMessage(result.notes[0]!.sentence)).toContain(
      "what is delivered to A.mill is called for by no final demand.",
    );
    // Farm A sells 9, of which 1/9 to itself; the 2 for the mill have called for 2 / (1 − 1/9) of its output.
    expect(gapOfOutput(table, result).absolute).toBeCloseTo(2 / (1 - 1 / 9), 12);
    expect(gapOfFlowColumns(table, result).absolute).toBeLessThan(1e-13);
  });

  test("negative final demand, negative output and columns above one are used as they stand", async () => {
    const table = inputOutputTable({
      ...base,
      Z: denseFromRows([
        [1, 9, 0, 0],
        [0, 1, 0, 0],
        [1, 0, 2, 1],
        [0, 0, 1, 1],
      ]),
      Y: denseFromRows([
        [5, 1],
        [2, 1],
        [2, 6],
        [-4, 1],
      ]),
    });
    const result = await accounts(table);
    expect(result.notes.map(({ kind }) => kind)).toEqual([
      "negative output",
      "negative final demand",
      "coefficients above one",
      "series",
    ]);
    expect(writeMessage(result.notes[3]!.sentence)).toContain("rounds of supply are not known to die away");
    expect(result.notes[0]!.places).toEqual([{ region: "B", sector: "mill", value: -1 }]);
    expect(result.notes[1]!.places).toEqual([{ region: "B", sector: "mill", value: -4 }]);
    expect(result.notes[2]!.places).toEqual([{ region: "A", sector: "mill", value: 2.5 }]);
    for (const gap of await gapsOfAccounts(table, result)) expect(gap.relative, gap.identity).toBeLessThan(1e-12);
  });

  test("an output that differs from the sales is reported with its row", async () => {
    const table = inputOutputTable({
      ...base,
      Z: dense(4, 4),
      Y: denseFromRows([
        [5, 1],
        [2, 1],
        [2, 6],
        [4, 1],
      ]),
      x: Float64Array.of(6, 3, 8.4, 5),
    });
    const note = (await accounts(table)).notes.find(({ kind }) => kind === "unbalanced row");
    expect(writeMessage(note!.sentence)).toContain(
      "Given output differs from sales (row of Z and Y) in 1 row, by up to 4.8 %: B.farm",
    );
  });
});

describe("a table whose parts do not fit is refused with the name of the part", () => {
  const good = {
    regions: ["A", "B"],
    sectors: ["s"],
    Z: dense(2, 2),
    Y: dense(2, 2),
    F: dense(1, 2),
    stressors: ["CO2"],
  };
  const cases: [string, Partial<Parameters<typeof inputOutputTable>[0]>, string][] = [
    ["Z", { Z: dense(3, 3) }, "Z is 3 × 3, but 2 × 2 is needed (2 regions × 1 sectors = 2)."],
    ["F", { F: dense(2, 2) }, "F is 2 × 2, but 1 × 2 is needed"],
    ["FY", { FY: dense(1, 3) }, "FY is 1 × 3, but 1 × 2 is needed"],
    [
      "Y",
      {
        Y: denseFromRows([
          [1, Number.NaN],
          [0, 0],
        ]),
      },
      "Y is NaN at position 1",
    ],
    ["yRegions", { Y: dense(2, 3) }, "yRegions is missing"],
    ["yRegions[1]", { yRegions: ["A", "C"] }, 'yRegions[1] is "C", which is none of the regions.'],
    ["regions", { regions: ["A", "A"] }, 'regions names "A" twice'],
    ["x", { x: new Float64Array(3) }, "x has 3 entries"],
  ];
  for (const [field, change, sentence] of cases) {
    test(`${field}: ${sentence}`, () => {
      const build = () => inputOutputTable({ ...good, ...change });
      expect(build).toThrow(TableError);
      expect(build).toThrow(sentence);
      try {
        build();
      } catch (error) {
        expect((error as TableError).field).toBe(field);
      }
    });
  }

  test("Z: an economy that uses up all it makes has no accounts", async () => {
    const table = inputOutputTable({
      ...good,
      regions: ["A"],
      sectors: ["s", "t"],
      Z: denseFromRows([
        [1, 1],
        [1, 1],
      ]),
    });
    await expect(accounts(table)).rejects.toThrow("Z has no Leontief inverse");
  });

  test("one region needs no yRegions, however many categories its demand has", () => {
    const table = inputOutputTable({ ...good, regions: ["A"], sectors: ["s", "t"], Y: dense(2, 3), FY: dense(1, 3) });
    expect(Array.from(table.yRegions)).toEqual([0, 0, 0]);
    expect(table.yCategories).toEqual(["final demand 1", "final demand 2", "final demand 3"]);
  });

  test("columns that leave the table are refused with their position", () => {
    const columns = {
      regions: ["A", "B"],
      sectors: ["s"],
      flows: { row: [0, 2], col: [0, 0], value: [1, 1] },
      finalDemand: { row: [0], region: ["A"], value: [1] },
      emissions: [{ stressor: "CO2", unit: "kt", region: ["A"], sector: [0], value: [1] }],
    };
    expect(() => tableFromColumns(columns)).toThrow("flows.row[1] is 2, but the table has rows 0 … 1.");
    const flows = { row: [0], col: [0], value: [1] };
    expect(() => tableFromColumns({ ...columns, flows, finalDemand: { row: [0], region: ["C"], value: [1] } })).toThrow(
      'finalDemand.region[0] is "C", which is not a region of the table.',
    );
    const emissions = [{ stressor: "CO2", unit: "kt", region: ["A"], sector: [1], value: [1] }];
    expect(() => tableFromColumns({ ...columns, flows, emissions })).toThrow("emissions[0].sector[0] is 1");
  });
});
