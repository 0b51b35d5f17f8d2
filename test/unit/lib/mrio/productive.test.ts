import { describe, expect, test } from "vitest";
import { writeMessage } from "../../../../lib/message/write.ts";
import { accounts } from "../../../../lib/mrio/accounts.ts";
import { calcA, calcL } from "../../../../lib/mrio/coefficients.ts";
import { extractSectors } from "../../../../lib/mrio/extraction.ts";
import { incomeBased } from "../../../../lib/mrio/ghosh.ts";
import { calcLinkages } from "../../../../lib/mrio/linkages.ts";
import { structuralPaths } from "../../../../lib/mrio/paths.ts";
import { multipliersByOrigin } from "../../../../lib/mrio/sectoral.ts";
import { structuralDecomposition } from "../../../../lib/mrio/structural-decomposition.ts";
import { inputOutputTable } from "../../../../lib/mrio/table.ts";
import { traceDownstream, traceUpstream } from "../../../../lib/mrio/trace.ts";
import { prepareWhatIf } from "../../../../lib/mrio/what-if.ts";
import { csrFromDense } from "../../../../lib/numeric/csr.ts";
import { leontiefSystem } from "../../../../lib/numeric/leontief.ts";
import { dense, denseFromRows } from "../../../../lib/numeric/matrix.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { tools } from "../../../../lib/tools.ts";
import { numbersFrom, randomTable } from "../tables.ts";

const noDatasets = () => Promise.reject(new Error("no dataset is read here"));

const call = (name: string, input: object) => {
  const tool = tools.find((each) => each.name === name)!;
  return tool.run(tool.input.parse(input) as never, uninterrupted, noDatasets);
};

/** A balanced table in which b and c use up more than they make, so that stocks must be drawn down. */
function growingTable() {
  return inputOutputTable({
    regions: ["here"],
    sectors: ["a", "b", "c"],
    Z: csrFromDense(
      denseFromRows([
        [10, 5, 5],
        [0, 20, 130],
        [0, 90, 30],
      ]),
    ),
    Y: denseFromRows([[80], [-50], [-20]]),
    F: denseFromRows([[10, 20, 30]]),
    stressors: ["CO2"],
  });
}

/** Spectral radius from the characteristic polynomial of the block of b and c. */
const radius = (() => {
  const [bb, bc, cb, cc] = [20 / 100, 130 / 100, 90 / 100, 30 / 100] as const;
  return (bb + cc + Math.sqrt((bb - cc) ** 2 + 4 * bc * cb)) / 2;
})();

describe("an economy that uses up more than it makes", () => {
  const refusal = new RegExp(`spectral radius of A is ${radius.toPrecision(4)}.*here\\.[bc], here\\.[bc]\\. Check`);

  test("is refused where multipliers, chains or rounds are read, and the sectors at fault are named", async () => {
    const table = growingTable();
    const purchase = Float64Array.of(1, 0, 0);
    await expect(calcLinkages(table)).rejects.toThrow(refusal);
    await expect(incomeBased(table)).rejects.toThrow(refusal);
    await expect(traceUpstream(table, purchase)).rejects.toThrow(refusal);
    await expect(traceDownstream(table, 0)).rejects.toThrow(refusal);
    await expect(structuralDecomposition(table, table)).rejects.toThrow(refusal);
    await expect(prepareWhatIf(table, [{ kind: "intensity" }])).rejects.toThrow(refusal);
    await expect(multipliersByOrigin(table, denseFromRows([[1, 1, 1]]))).rejects.toThrow(refusal);
    await expect(calcL(calcA(table.Z, table.x))).rejects.toThrow(/row [12], row [12]/);
    // Without one of the two the loop is open.
    expect((await extractSectors(table, [1])).residual).toBeLessThan(1e-12);
    await expect(extractSectors(table, [0])).rejects.toThrow(refusal);
  });

  test("keeps its identities in the accounts, which say that its multipliers cannot be read", async () => {
    const { notes, M, D_pba, D_cba } = await accounts(growingTable());
    expect(Math.min(...M.data)).toBeLessThan(0);
    expect(D_cba.data[0]).toBeCloseTo(D_pba.data[0]!, 9);
    const [note] = notes.filter(({ kind }) => kind === "series");
    expect(writeMessage(note!.sentence)).toContain("multipliers are negative in places and cannot be read");
    expect(note!.places.map(({ sector }) => sector).sort()).toEqual(["b", "c"]);
  });

  test("is refused by the tools of multipliers, layers and paths", async () => {
    const { Z, x, Y, F } = growingTable();
    const rows = (m: { rows: number; columns: number; data: Float64Array }) =>
      Array.from({ length: m.rows }, (_, i) => Array.from(m.data.subarray(i * m.columns, (i + 1) * m.columns)));
    const whole = dense(3, 3);
    Z.kind === "csr" &&
      [0, 1, 2].forEach((i) => {
        for (let p = Z.rowStarts[i]!; p < Z.rowStarts[i + 1]!; p++)
          whole.data[i * 3 + Z.columnIndices[p]!] = Z.values[p]!;
      });
    const table = {
      regions: ["here"],
      sectors: ["a", "b", "c"],
      Z: rows(whole),
      Y: rows(Y),
      F: rows(F),
      stressors: ["CO2"],
    };
    await expect(call("consumption.multipliers", { Z: table.Z, x: [...x] })).rejects.toThrow(/x\[[12]\], x\[[12]\]/);
    await expect(call("consumption.layers", { ...table, product: "here.a" })).rejects.toThrow(refusal);
    await expect(call("consumption.paths", { ...table, product: "here.a" })).rejects.toThrow(refusal);
  });

  test("is told from tables that are only odd: columns above 1, stocks drawn down, a radius just below 1", async () => {
    for (const [last, kind] of [
      [0.999999, "converges"],
      [1.000001, "diverges"],
    ] as const) {
      const A = denseFromRows([
        [0, 3, 0],
        [0, 0, 0.5],
        [last / 1.5, 0, 0],
      ]);
      expect((await leontiefSystem(A, 3).series()).kind).toBe(kind);
    }
  });

  test("is decided alike by the passes, by the solve and by the sign of the inverse, on random tables", async () => {
    const next = numbersFrom(7);
    let diverging = 0;
    for (let run = 0; run < 200; run++) {
      const n = 2 + Math.floor(next() * 8);
      const A = dense(n, n);
      const scale = 3.6 / n;
      A.data.forEach((_, p) => {
        if (next() < 0.6) A.data[p] = next() * scale;
      });
      const inverse = dense(n, n);
      const system = leontiefSystem(A, n);
      await system.inverse((from, block) => {
        for (let i = 0; i < n; i++)
          for (let c = 0; c < block.columns; c++) inverse.data[i * n + from + c] = block.data[i * block.columns + c]!;
      });
      const series = await system.series();
      const isProductive = Math.min(...inverse.data) > -1e-9;
      expect(series.kind).toBe(isProductive ? "converges" : "diverges");
      if (series.kind === "diverges") diverging++;
    }
    expect(diverging).toBeGreaterThan(30);
    expect(diverging).toBeLessThan(170);
  });
});

test("coefficients too large to be added up are no series that converges", async () => {
  const A = denseFromRows([
    [0, Number.MAX_VALUE],
    [0, Number.MAX_VALUE],
  ]);
  const series = await leontiefSystem(A, 2).series();
  expect(series).toEqual({ kind: "diverges", radius: Number.POSITIVE_INFINITY, rows: [1] });
});

describe("negative cells of A", () => {
  test("leave what converges in size alone, and open what does not", async () => {
    const small = denseFromRows([
      [0.5, -0.1],
      [0.3, 0.4],
    ]);
    expect((await leontiefSystem(small, 2).series()).kind).toBe("converges");
    const large = denseFromRows([
      [0.5, -2],
      [0.8, 0.4],
    ]);
    expect(await leontiefSystem(large, 2).series()).toEqual({ kind: "open", negativeCells: 1 });
  });
});

describe("a what-if", () => {
  test("is refused exactly where the changed table has a spectral radius of 1 or more", async () => {
    const next = numbersFrom(11);
    const seen = { refused: 0, given: 0 };
    for (let run = 0; run < 60; run++) {
      const table = randomTable(run, 2, 3);
      const pick = () => [Math.floor(next() * 6), Math.floor(next() * 6)];
      const edits = [
        { kind: "coefficients", rows: pick() },
        { kind: "coefficients", rows: pick(), columns: pick() },
      ] as const;
      const whatIf = await prepareWhatIf(table, edits);
      const factors = [next() * 4, next() * 6];
      const A = calcA(table.Z, table.x);
      const changed = dense(6, 6);
      if (A.kind !== "csr") throw new Error("a sparse table is expected");
      for (let i = 0; i < 6; i++)
        for (let p = A.rowStarts[i]!; p < A.rowStarts[i + 1]!; p++) {
          const j = A.columnIndices[p]!;
          let factor = 1;
          edits.forEach((edit, e) => {
            if (edit.rows.includes(i) && (!("columns" in edit) || edit.columns.includes(j))) factor += factors[e]! - 1;
          });
          changed.data[i * 6 + j] = A.values[p]! * factor;
        }
      // Where two edits meet, factors below 1 may add up to less than nothing; the condition is not stated for that.
      if (Math.min(...changed.data) < 0) continue;
      if ((await leontiefSystem(changed, 6).series()).kind === "diverges") {
        expect(() => whatIf.frame(factors)).toThrow("rounds of supply grow without limit");
        seen.refused++;
      } else {
        expect(whatIf.frame(factors).D_pba.data.every(Number.isFinite)).toBe(true);
        seen.given++;
      }
    }
    expect(seen.refused).toBeGreaterThan(10);
    expect(seen.given).toBeGreaterThan(10);
  });
});

describe("`complete` of structural paths", () => {
  const A = denseFromRows([
    [0.9, 0],
    [0, 0.1],
  ]);
  const [S, y] = [Float64Array.of(1, 1), Float64Array.of(1, 0.05)];
  const M = Float64Array.of(10, 1 / 0.9);

  test("is false where a longer chain than those looked at is larger than one that was found", async () => {
    // 0.9⁴ beyond three rounds is larger than 0.05, which is found.
    const found = await structuralPaths(A, S, M, y, { count: 5, maxLayer: 3 });
    expect(found.paths.at(-1)!.value).toBeCloseTo(0.05, 12);
    expect(found.complete).toBe(false);
  });

  test("is true where every longer chain is smaller, and where there is none", async () => {
    expect((await structuralPaths(A, S, M, y, { count: 4, maxLayer: 3 })).complete).toBe(true);
    const nilpotent = denseFromRows([
      [0, 5],
      [0, 0],
    ]);
    const all = await structuralPaths(nilpotent, S, Float64Array.of(1, 6), y, { count: 50, maxLayer: 3 });
    expect(all.paths).toHaveLength(3);
    expect(all.complete).toBe(true);
  });

  test("is never true where chains grow", async () => {
    const growing = denseFromRows([
      [1.2, 0],
      [0, 0.1],
    ]);
    const found = await structuralPaths(growing, S, M, y, { count: 3, maxLayer: 6 });
    expect(found.complete).toBe(false);
  });
});
