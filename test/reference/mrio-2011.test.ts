import { describe, expect, test } from "vitest";
import { accounts, calcFlows } from "../../lib/mrio/accounts.ts";
import { calcA, calcS, sumByRegion } from "../../lib/mrio/coefficients.ts";
import { eebt } from "../../lib/mrio/eebt.ts";
import { gapOfFlowColumns, gapOfOutput, gapOfTotals } from "../../lib/mrio/identities.ts";
import { structuralPaths } from "../../lib/mrio/paths.ts";
import { labelOf } from "../../lib/mrio/table.ts";
import { prepareWhatIf } from "../../lib/mrio/what-if.ts";
import { mapCells } from "../../lib/numeric/csr.ts";
import { leontiefSystem } from "../../lib/numeric/leontief.ts";
import { maxNorm, rowOf } from "../../lib/numeric/matrix.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { hasWiod, wiodTable } from "./mrio/wiod.ts";

// Anchors: WIOD 2013 and the JRC accounts, computed once with numpy and held within half of the last digit given.
describe.skipIf(!hasWiod)("the world of 2011, 41 regions × 35 sectors", () => {
  const table = wiodTable();
  const R = table.regions.length;
  const at = (code: string) => table.regions.indexOf(code);
  const solved = accounts(table);
  const world = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / 1000;

  test("emits 35,013 Mt and consumes 35,012 Mt; the rest lies in sectors without output", async () => {
    const result = await solved;
    expect(Math.round(world(result.D_pba.data))).toBe(35013);
    expect(Math.round(world(result.D_cba.data))).toBe(35012);
    const lost = result.notes.find(({ kind }) => kind === "zero output")!.places;
    const missing = lost.reduce((sum, { value }) => sum + value, 0);
    expect(gapOfTotals(result).absolute).toBeCloseTo(missing, 3);
    expect(missing / 1000).toBeCloseTo(1.69, 2);
  });

  test("has China consume 16.7 % less than it emits, the USA 15.6 % and Japan 19.2 % more", async () => {
    const { D_pba, D_cba } = await solved;
    const change = (code: string) => 100 * (D_cba.data[at(code)]! / D_pba.data[at(code)]! - 1);
    expect(Math.abs(change("CHN") + 16.7)).toBeLessThan(0.05);
    expect(Math.abs(change("USA") - 15.6)).toBeLessThan(0.05);
    expect(Math.abs(change("JPN") - 19.2)).toBeLessThan(0.05);
  });

  test("sends 499 Mt from China to the USA, and trades 22 % of its emissions", async () => {
    const { flows, D_imp, D_pba } = await solved;
    expect(Math.abs(flows[0]!.data[at("CHN") * R + at("USA")]! / 1000 - 499)).toBeLessThan(0.5);
    expect(Math.abs(world(D_imp.data) / world(D_pba.data) - 0.22)).toBeLessThan(0.005);
  });

  test("is solved by the iteration, with its residual and its identities closed", async () => {
    const result = await solved;
    expect(result.method).toBe("block Gauss–Seidel GMRES");
    expect(result.residual).toBeLessThan(1e-11);
    // The solver's tolerance is 1e-12 on the residual.
    expect(gapOfOutput(table, result).relative).toBeLessThan(1e-11);
    expect(gapOfFlowColumns(table, result).relative).toBeLessThan(1e-11);
  });

  test("names the sectors without output, the negative outputs and the inventories that it holds", async () => {
    const notes = Object.fromEntries((await solved).notes.map((note) => [note.kind, note.places]));
    expect(notes["zero output"]).toHaveLength(20);
    expect(notes["negative output"]!.map(({ region, sector }) => `${region}.${sector}`)).toEqual(["LUX.c5", "LUX.c8"]);
    expect(notes["negative final demand"]!.length).toBeGreaterThan(300);
    expect(notes["coefficients above one"]!.map(({ region, sector }) => `${region}.${sector}`)).toEqual(["LUX.c24"]);
  });

  test("lets a cancelled computation go within one pause", async () => {
    let pauses = 0;
    const work = {
      ...uninterrupted,
      pause() {
        if (++pauses === 20) throw new Error("cancelled");
      },
    };
    await expect(accounts(table, work)).rejects.toThrow("cancelled");
    expect(pauses).toBe(20);
  });

  test("gives 10,000 paths of American demand, none missed, that cover four fifths of it", async () => {
    const { S, M } = await solved;
    const y = new Float64Array(S.columns);
    for (let p = 0; p < table.Y.data.length; p++) {
      if (table.yRegions[p % table.Y.columns] === at("USA")) y[Math.floor(p / table.Y.columns)]! += table.Y.data[p]!;
    }
    const found = await structuralPaths(calcA(table.Z, table.x), rowOf(S, 0), rowOf(M, 0), y, { count: 10_000 });
    expect(found.complete).toBe(true);
    expect(found.paths).toHaveLength(10_000);
    expect(found.paths[0]!.path.map((i) => labelOf(table, i))).toEqual(["USA.c17"]);
    const { flows } = await solved;
    const consumed = flows[0]!.data.reduce((sum, value, p) => sum + (p % R === at("USA") ? value : 0), 0);
    expect(Math.abs(found.total / consumed - 1)).toBeLessThan(1e-10);
    expect(found.remainder / found.total).toBeGreaterThan(0.1);
    expect(found.remainder / found.total).toBeLessThan(0.2);
  });

  test("gives EEBT the production of every region, and China less trade than MRIO traces through third countries", async () => {
    const [bilateral] = await eebt(table);
    const { flows } = await solved;
    for (let o = 0; o < R; o++) {
      const rows = [bilateral!, flows[0]!].map((flow) => rowOf(flow, o).reduce((sum, value) => sum + value, 0));
      expect(Math.abs(rows[0]! / rows[1]! - 1)).toBeLessThan(1e-9);
    }
    expect(bilateral!.data[at("CHN") * R + at("USA")]).not.toBeCloseTo(flows[0]!.data[at("CHN") * R + at("USA")]!, -3);
  });

  test("answers a cleaner Chinese power sector at once and as a new solve does", async () => {
    const power = at("CHN") * table.sectors.length + table.sectors.indexOf("c17");
    const { xByConsumer } = await solved;
    const edits = [
      { kind: "intensity" as const, rows: [power] },
      { kind: "coefficients" as const, rows: [power] },
    ];
    const whatIf = await prepareWhatIf(table, edits, uninterrupted, { xByConsumer });
    const frame = whatIf.frame([0.7, 0.9]);
    const A = mapCells(calcA(table.Z, table.x), (i, _, value) => (i === power ? 0.9 * value : value));
    const Y = sumByRegion(table.Y, table.yRegions, R);
    const { x } = await leontiefSystem(A, table.sectors.length).solve(Y);
    const S = calcS(table.F, table.x);
    S.data[power]! *= 0.7;
    const flows = calcFlows(S, x, table.sectors.length)[0]!;
    const gap = maxNorm(flows.data.map((value, p) => value - frame.flows[0]!.data[p]!));
    // Both rest on solves to 1e-12.
    expect(gap / maxNorm(flows.data)).toBeLessThan(1e-10);
  });
});
