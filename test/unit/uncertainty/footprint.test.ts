import { describe, expect, it } from "vitest";
import { accounts } from "../../../lib/mrio/accounts.ts";
import { type InputOutputTable, inputOutputTable } from "../../../lib/mrio/table.ts";
import { checkedSources, type ErrorSource, sharings } from "../../../lib/mrio/uncertainty/error-source.ts";
import { exactDraws } from "../../../lib/mrio/uncertainty/exact-draws.ts";
import { effectsOf } from "../../../lib/mrio/uncertainty/first-order.ts";
import { footprintBase, type OutputRule } from "../../../lib/mrio/uncertainty/footprint-base.ts";
import { footprintDraws } from "../../../lib/mrio/uncertainty/footprint-draws.ts";
import { footprintUncertainty } from "../../../lib/mrio/uncertainty/footprint-uncertainty.ts";
import { perturbedTable } from "../../../lib/mrio/uncertainty/perturbed-table.ts";
import { csrFromDense, toDense } from "../../../lib/numeric/csr.ts";
import { dense } from "../../../lib/numeric/matrix.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { lognormal } from "../../../lib/uncertainty/distributions/lognormal.ts";
import { randomTable } from "../lib/tables.ts";

/** Two categories of final demand; the last sector of the last region has no output. */
const table = randomTable(7, 3, 4, 2, 1, 0.7);
const rules: readonly OutputRule[] = ["follows", "held"];

const source = (given: Partial<ErrorSource>): ErrorSource => ({
  name: "errors",
  part: "Z",
  shared: "cell",
  error: { halfWidthPercent: 10 },
  law: "normal",
  ...given,
});

/** Every part with everything that may share an error. */
const everySource = (["Z", "Y", "F"] as const).flatMap((part) =>
  sharings
    .filter((shared) => !(part === "F" && shared === "column"))
    .map((shared) => source({ part, shared, name: `${part} by ${shared}` })),
);

async function prepared(sources: readonly ErrorSource[], output: OutputRule, of: InputOutputTable = table) {
  const base = footprintBase(of, await accounts(of), 0, output);
  return { base, effects: await effectsOf(base, checkedSources(sources), uninterrupted) };
}

/** D_cba, then D_pba, of a table with other flows, solved anew. */
async function solved(parts: Partial<Pick<InputOutputTable, "Z" | "Y" | "F" | "FY">>, output: OutputRule) {
  const { x, ...rest } = { ...table, ...parts };
  if (output === "follows") {
    const result = await accounts(inputOutputTable(rest));
    return [...result.D_cba.data, ...result.D_pba.data];
  }
  const result = await accounts({ ...rest, x });
  return [...result.D_cba.data, ...result.D_pba.data];
}

/** The derivative to all flows that `touched` selects growing alike, by central differences. */
async function difference(
  part: ErrorSource["part"],
  touched: (row: number, column: number) => boolean,
  households: (region: number) => boolean,
  output: OutputRule,
): Promise<number[]> {
  const step = 1e-5;
  const ends = await Promise.all(
    [1 + step, 1 - step].map((factor) => {
      const scaled = (matrix: { rows: number; columns: number; data: Float64Array }) =>
        dense(
          matrix.rows,
          matrix.columns,
          matrix.data.map((value, p) =>
            touched(Math.floor(p / matrix.columns), p % matrix.columns) ? value * factor : value,
          ),
        );
      if (part === "Z") return solved({ Z: csrFromDense(scaled(toDense(table.Z))) }, output);
      if (part === "Y") return solved({ Y: scaled(table.Y) }, output);
      const F = dense(
        1,
        table.F.columns,
        table.F.data.map((value, i) => (touched(i, 0) ? value * factor : value)),
      );
      const FY = dense(
        1,
        table.FY.columns,
        table.FY.data.map((value, c) => (households(table.yRegions[c]!) ? value * factor : value)),
      );
      return solved({ F, FY }, output);
    }),
  );
  return ends[0]!.map((up, o) => (up - ends[1]![o]!) / (2 * step));
}

const closeTo = (found: ArrayLike<number>, wanted: ArrayLike<number>, digits: number) => {
  const size = Math.max(...Array.from(wanted, Math.abs), 1e-300);
  for (let p = 0; p < wanted.length; p++) expect(found[p]! / size).toBeCloseTo(wanted[p]! / size, digits);
};

describe("derivatives by the adjoint", () => {
  for (const output of rules)
    it(`are the differences of accounts solved anew, whatever shares the error, output ${output}`, async () => {
      const { effects } = await prepared(everySource, output);
      for (const { source: of, shared } of effects) {
        if (!shared) continue;
        const variable = Math.min(1, shared.names.length - 1);
        const isOf = (line: number) => shared.of[line] === variable;
        const rows = (row: number, column: number) => isOf(of.shared === "column" ? column : row);
        const wanted = await difference(of.part, rows, (r) => isOf(table.x.length + r), output);
        const width = shared.derivative.columns;
        closeTo(shared.derivative.data.subarray(variable * width, (variable + 1) * width), wanted, 6);
      }
    });

  for (const output of rules)
    it(`of single cells add to the covariance, cell by cell, output ${output}`, async () => {
      const bySize = [
        { size: 1, halfWidthPercent: 80 },
        { size: 100, halfWidthPercent: 8 },
      ];
      for (const part of ["Z", "Y"] as const) {
        const { effects } = await prepared([source({ part, error: { bySize } })], output);
        const cells = part === "Z" ? toDense(table.Z) : table.Y;
        const R = table.regions.length;
        const wanted = new Float64Array(R * R);
        for (let p = 0; p < cells.data.length; p++) {
          const value = cells.data[p]!;
          if (value === 0) continue;
          const [row, column] = [Math.floor(p / cells.columns), p % cells.columns];
          const moved = await difference(
            part,
            (i, j) => i === row && j === column,
            () => false,
            output,
          );
          const sd = effects[0]!.source.sd(Math.abs(value));
          for (let c = 0; c < R; c++) for (let d = 0; d < R; d++) wanted[c * R + d]! += sd * sd * moved[c]! * moved[d]!;
        }
        const found = effects[0]!.covariance;
        const block = Array.from(wanted, (_, p) => found.data[Math.floor(p / R) * 2 * R + (p % R)]!);
        closeTo(block, wanted, 5);
      }
    });

  it("give Σ m² s² x² where the coefficients themselves are uncertain and independent", async () => {
    const { base, effects } = await prepared([source({ error: { halfWidthPercent: 20 } })], "held");
    const result = await accounts(table);
    const [Z, R] = [toDense(table.Z), table.regions.length];
    const relative = 0.2 / 1.959963984540054;
    for (let c = 0; c < R; c++) {
      let variance = 0;
      for (let i = 0; i < Z.rows; i++)
        for (let j = 0; j < Z.columns; j++) {
          const x = table.x[j]!;
          if (x === 0) continue;
          const s = (relative * Z.data[i * Z.columns + j]!) / x;
          variance += (result.M.data[i]! * s * result.xByConsumer.data[j * R + c]!) ** 2;
        }
      expect(effects[0]!.covariance.data[c * 2 * R + c]! / variance).toBeCloseTo(1, 10);
    }
    expect(base.p).toEqual(result.M.data.subarray(0, table.x.length));
  });
});

describe("draws", () => {
  it("change no bit with their number, and a worker may take any blocks of them", async () => {
    for (const law of ["normal", "lognormal"] as const) {
      const { effects } = await prepared(
        [source({ part: "F", shared: "row", law }), source({ name: "cells" })],
        "follows",
      );
      const few = await footprintDraws(effects, 3, 1500, uninterrupted);
      const many = await footprintDraws(effects, 3, 3000, uninterrupted);
      for (let o = 0; o < few.rows; o++)
        expect(many.data.slice(o * 3000, o * 3000 + 1500)).toEqual(few.data.slice(o * 1500, (o + 1) * 1500));
    }
  });

  it("have the covariance of the derivatives, by either law", async () => {
    for (const law of ["normal", "lognormal"] as const) {
      const sources = [
        source({ part: "F", shared: "region", law, error: { halfWidthPercent: 30 } }),
        source({ name: "b" }),
      ];
      const { effects } = await prepared(sources, "follows");
      const draws = 40_000;
      const found = await footprintDraws(effects, 11, draws, uninterrupted);
      const row = (o: number) => found.data.subarray(o * draws, (o + 1) * draws);
      const wanted = effects[0]!.covariance.data.map((value, p) => value + effects[1]!.covariance.data[p]!);
      const size = Math.max(...wanted);
      for (let a = 0; a < found.rows; a++)
        for (let b = 0; b < found.rows; b++) {
          const product = row(a).reduce((sum, value, d) => sum + value * row(b)[d]!, 0) / draws;
          expect(product / size).toBeCloseTo(wanted[a * found.rows + b]! / size, 1);
        }
    }
  });

  it("keep a lognormal law that shapes an account, to its quantiles, and the interval lopsided", async () => {
    const closed = randomTable(5, 1, 4);
    const sources = [source({ part: "F", shared: "all", law: "lognormal", error: { halfWidthPercent: 120 } })];
    const options = { draws: 20_000, exact: 0, seed: 4 };
    const { D_cba } = (await footprintUncertainty(closed, await accounts(closed), sources, options)).regions[0]!;
    const law = lognormal({ mean: 1, sd: 1.2 / 1.959963984540054 });
    expect(D_cba.lo / D_cba.value / law.quantile(0.025)).toBeCloseTo(1, 1);
    expect(D_cba.hi / D_cba.value / law.quantile(0.975)).toBeCloseTo(1, 1);
    expect(D_cba.hi - D_cba.value).toBeGreaterThan(1.5 * (D_cba.value - D_cba.lo));
  });

  it("keep the world in balance where output follows, and do not where it is held", async () => {
    const alive = {
      ...table,
      F: dense(
        1,
        table.F.columns,
        table.F.data.map((value, i) => (table.x[i] === 0 ? 0 : value)),
      ),
    };
    const solvedTable = await accounts(alive);
    const options = { draws: 500, exact: 3, seed: 5 };
    const follows = await footprintUncertainty(alive, solvedTable, everySource, { ...options, output: "follows" });
    const total = solvedTable.D_pba.data.reduce((sum, value) => sum + value, 0);
    expect(follows.balance.sd / total).toBeLessThan(1e-7);
    const { base, effects } = await prepared(everySource, "follows", alive);
    const { f, households } = perturbedTable(base, effects, 5, 0);
    const emitted = [...f, ...households].reduce((sum, value) => sum + value, 0);
    const { exact } = await exactDraws(base, effects, 5, 1, uninterrupted);
    const consumed = exact[0]!.reduce((sum, value, c) => sum + value + base.D_cba[c]!, 0);
    expect(consumed / emitted).toBeCloseTo(1, 9);
    const held = await footprintUncertainty(alive, solvedTable, everySource, { ...options, output: "held" });
    expect(held.balance.sd / total).toBeGreaterThan(0.01);
  });

  it("that are solved exactly differ from first order by the square of the errors", async () => {
    const rms = async (halfWidthPercent: number) => {
      const sources = everySource.map((each) => ({ ...each, error: { halfWidthPercent } }));
      const found = await footprintUncertainty(table, await accounts(table), sources, {
        draws: 10,
        exact: 40,
        seed: 2,
      });
      return found.regions[0]!.linearisation!.relativeRms;
    };
    const [large, small] = [await rms(4), await rms(0.4)];
    expect(large / small).toBeGreaterThan(80);
    expect(large / small).toBeLessThan(120);
  });

  it("as control variates give the mean that thousands of exact draws have", async () => {
    const sources = [source({ part: "Z", shared: "column", law: "lognormal", error: { halfWidthPercent: 60 } })];
    const solvedTable = await accounts(table);
    const few = await footprintUncertainty(table, solvedTable, sources, {
      draws: 10,
      exact: 64,
      seed: 9,
      output: "held",
    });
    const { base, effects } = await prepared(sources, "held");
    const many = await exactDraws(base, effects, 1234, 4000, uninterrupted);
    for (const [c, { linearisation }] of few.regions.entries()) {
      const values = many.exact.map((draw) => draw[c]!);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      const doubt = Math.hypot(sd / Math.sqrt(values.length), linearisation!.standardError);
      expect(Math.abs(linearisation!.bias - mean)).toBeLessThan(4 * doubt);
      // The bias is there, and the control variates know it better than as many plain draws would.
      expect(linearisation!.standardError).toBeLessThan(sd / Math.sqrt(64));
    }
  });
});

describe("a region's figures", () => {
  it("have 95 % intervals that hold 93 to 97 % of 1,000 draws solved exactly, of other seeds", async () => {
    const sources = everySource.map((each, at) => ({ ...each, law: at % 2 === 0 ? "lognormal" : "normal" }) as const);
    const found = await footprintUncertainty(table, await accounts(table), sources, {
      draws: 10_000,
      exact: 32,
      seed: 1,
    });
    const { base, effects } = await prepared(sources, "follows");
    const { exact } = await exactDraws(base, effects, 77, 1000, uninterrupted);
    found.regions.forEach(({ D_cba: { lo, hi, value } }, c) => {
      const held = exact.filter((draw) => value + draw[c]! >= lo && value + draw[c]! <= hi).length;
      expect(held).toBeGreaterThanOrEqual(930);
      expect(held).toBeLessThanOrEqual(970);
    });
  });

  it("have shares of the variance that sum to 1 and an adjustment that follows from both accounts", async () => {
    const sources = [
      source({ name: "recipes", part: "Z", shared: "column" }),
      source({ name: "demand", part: "Y" }),
      source({ name: "emissions", part: "F", shared: "region", law: "lognormal" }),
    ];
    const result = await accounts(table);
    const found = await footprintUncertainty(table, result, sources, { draws: 2000, exact: 8, seed: 1 });
    for (const [r, { D_cba, D_pba, adjustment, shares }] of found.regions.entries()) {
      expect(D_cba.value).toBeCloseTo(result.D_cba.data[r]!, 8);
      expect(D_pba.value).toBeCloseTo(result.D_pba.data[r]!, 8);
      expect(adjustment!.value).toBeCloseTo((D_cba.value / D_pba.value - 1) * 100, 10);
      expect(adjustment!.lo).toBeLessThan(adjustment!.value);
      expect(adjustment!.hi).toBeGreaterThan(adjustment!.value);
      expect(shares.reduce((sum, share) => sum + share.D_cba, 0)).toBeCloseTo(1, 12);
      expect(shares.reduce((sum, share) => sum + share.adjustment, 0)).toBeCloseTo(1, 12);
    }
    for (let c = 0; c < 3; c++) expect(found.correlation.data[c * 3 + c]).toBe(1);
  });

  it("lose nothing of a region's own emission error where all is consumed at home", async () => {
    const closed = randomTable(5, 1, 4);
    const sources = [source({ part: "F", shared: "all", error: { halfWidthPercent: 10 } })];
    const found = await footprintUncertainty(closed, await accounts(closed), sources, {
      draws: 4000,
      exact: 0,
      seed: 1,
    });
    expect(found.regions[0]!.D_cba.sd / found.regions[0]!.D_cba.value).toBeCloseTo(0.1 / 1.96, 2);
  });
});

describe("bad input", () => {
  const call = async (sources: ErrorSource[], options = {}) =>
    footprintUncertainty(table, await accounts(table), sources, { draws: 100, exact: 0, seed: 1, ...options });

  it("is refused in a sentence that names source and field", async () => {
    await expect(call([])).rejects.toThrow("sources is empty");
    await expect(call([source({}), source({})])).rejects.toThrow('two sources of error of the name "errors"');
    await expect(call([source({ part: "F", shared: "column" })])).rejects.toThrow('sources[0].shared is "column"');
    await expect(call([source({ error: { halfWidthPercent: -1 } })])).rejects.toThrow(
      "sources[0].error.halfWidthPercent is -1",
    );
    await expect(call([source({ error: { halfWidthPercent: Number.NaN } })])).rejects.toThrow(
      "sources[0].error.halfWidthPercent is NaN; expected a finite number.",
    );
    const one = [{ size: 1, halfWidthPercent: 5 }];
    await expect(call([source({ error: { bySize: one } })])).rejects.toThrow("expected two, each with its error");
    await expect(call([source({ error: { bySize: [...one, ...one] } })])).rejects.toThrow("have the size 1");
    await expect(call([source({})], { draws: 0 })).rejects.toThrow("draws is 0; expected an integer ≥ 2");
    await expect(call([source({})], { exact: -1 })).rejects.toThrow("exact is -1; expected an integer ≥ 0");
    await expect(call([source({})], { stressor: 3 })).rejects.toThrow("stressor is 3");
  });
});
