import { describe, expect, test } from "vitest";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import { DrawDesign } from "../../../kernel/montecarlo/draw-design.ts";
import { openOnThisThread } from "../../../kernel/montecarlo/same-thread.ts";
import type { DrawsOptions } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { UncertaintyRun } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { isSameChance, readChance } from "../../../kernel/random/chance.ts";
import { SOBOL_DIMENSIONS } from "../../../lib/uncertainty/sampling/sobol-sequence.ts";
import { SampledNotebook, type TestCell } from "./notebook.ts";

const unit = "{lo: 0, hi: 1}";
const cells: TestCell[] = [
  `const a = sample("a", uniform(${unit}));`,
  `const b = sample("b", uniform(${unit}), {group: "g"});`,
  `const c = sample("c", uniform(${unit}), {group: "g", r: 0.5});`,
  "[a, b, c, 3 * a + b]",
];

/** Var(3a) = 9 Var(b). */
const shares: TestCell[] = [cells[0] as string, `const b = sample("b", uniform(${unit}));`, "3 * a + b"];

/** What the asked cell gives, draw after draw. */
async function drawn(options: DrawsOptions, { size = 1, shared = false } = {}) {
  const asked = shared ? shares : cells;
  const notebook = await SampledNotebook.settled(asked);
  const uncertaintyRun = await UncertaintyRun.open(notebook.sampling.planOf(asked.length), {
    openWorker: openOnThisThread,
    size,
    callService: async () => {},
  });
  const columns: number[][] = [];
  const chunk = (numbers: Float64Array, width: number) => {
    while (columns.length < width) columns.push([]);
    for (const [i, value] of numbers.entries()) columns[i % width]!.push(value);
  };
  try {
    const spread = await uncertaintyRun.draws({ ...options, chunk });
    return { spread, columns, shares: shared ? await uncertaintyRun.shares(0) : null };
  } finally {
    uncertaintyRun.end();
  }
}

const strata = (values: readonly number[], n: number) => new Set(values.map((value) => Math.floor(value * n))).size;

describe("The draws of ±", () => {
  test("of a Latin hypercube fall once in every stratum of every variable, however many workers make them", async () => {
    const one = await drawn({ sampler: "lhs", draws: 1000 });
    expect(one.spread).toMatchObject({ draws: 1000, sampler: "lhs" });
    for (const column of one.columns.slice(0, 2)) expect(strata(column, 1000)).toBe(1000);
    const three = await drawn({ sampler: "lhs", draws: 1000 }, { size: 3 });
    expect(three.columns).toEqual(one.columns);
  });

  test("of Sobol's sequence are the next power of two, and even in each of its parts", async () => {
    const { spread, columns } = await drawn({ sampler: "sobol", draws: 1000 });
    expect(spread).toMatchObject({ draws: 1024, most: 1024, sampler: "sobol", enough: false });
    for (const column of columns.slice(0, 2)) expect(strata(column, 1024)).toBe(1024);
    expect(strata(columns[0]!.slice(0, 256), 256)).toBe(256);
  });

  test("of a design are nearer to the law than independent ones, and are all made", async () => {
    const error = async (sampler: "random" | "lhs" | "sobol") => {
      const { spread } = await drawn({ sampler, draws: 4096, watched: 3 });
      if (sampler !== "random") expect(spread.draws).toBe(4096);
      return Math.abs(spread.leaves[3]!.mean - 2);
    };
    const [random, lhs, sobol] = [await error("random"), await error("lhs"), await error("sobol")];
    expect(random).toBeGreaterThan(1e-3);
    expect(lhs).toBeLessThan(2e-4);
    expect(sobol).toBeLessThan(2e-4);
  });

  test("are independent ones, to the bit, where nothing is said", async () => {
    const [said, unsaid] = [await drawn({ sampler: "random", draws: 500 }), await drawn({ draws: 500 })];
    expect(unsaid.columns).toEqual(said.columns);
    expect(unsaid.spread.sampler).toBe("random");
  });

  test("leave the correlation within a group as it is", async () => {
    for (const sampler of ["random", "lhs", "sobol"] as const) {
      const { columns } = await drawn({ sampler, draws: 4096 });
      const [, b, c] = columns as [number[], number[], number[]];
      const mean = b.reduce((sum, value, i) => sum + (value - 0.5) * (c[i]! - 0.5), 0) / b.length;
      // b is the group itself and c has r = 0.5 with its members: with b, √0.5 of normals.
      expect(mean * 12, sampler).toBeCloseTo(0.69, 1);
    }
  });

  test("leave the shares on a sample of their own, which can grow", async () => {
    const plain = await drawn({ draws: 512 }, { shared: true });
    expect(plain.shares).toMatchObject({ sampler: "sobol", shares: [{ key: "a" }, { key: "b" }] });
    expect(plain.shares!.shares[0]!.total.value).toBeCloseTo(0.9, 1);
    for (const sampler of ["lhs", "sobol"] as const)
      expect((await drawn({ sampler, draws: 512 }, { shared: true })).shares).toEqual(plain.shares);
  });

  test("on Sobol's sequence are refused in words where it has too few dimensions", () => {
    const spec = { type: "uniform", lo: 0, hi: 1 } as const;
    const many = Array.from({ length: SOBOL_DIMENSIONS + 1 }, (_, i) => ({ name: `s${i}`, spec }));
    expect(() => new DrawDesign("sobol", many, 1, 16)).toThrow("Sobol's sequence has 1024 dimensions here");
    expect(new DrawDesign("lhs", many, 1, 16).draws).toBe(16);
  });
});

describe("How draws are spread", () => {
  const text = "<!doctype html>\n<notebook>\n  <title>A</title>\n</notebook>\n";

  test("is kept with the notebook, can be undone, and is nothing where it is as by itself", () => {
    const document = new NotebookDocument(text);
    document.apply({ type: "sampler", sampler: "lhs" });
    expect(document.chance.sampler).toBe("lhs");
    expect(document.text).toContain('data-sampler="lhs"');
    document.apply({ type: "sampler", sampler: "halton" as "lhs" });
    expect(document.chance.sampler).toBe("lhs");
    document.apply({ type: "sampler", sampler: "random" });
    expect(document.text).toBe(text);
    document.undo();
    expect(document.chance.sampler).toBe("lhs");
  });

  test("is no part of the chance that cells see", () => {
    const [plain, even] = [readChance({}), readChance({ "data-sampler": "sobol" })];
    expect(even.sampler).toBe("sobol");
    expect(isSameChance(plain, even)).toBe(true);
    expect(isSameChance(plain, readChance({ "data-seed": "2" }))).toBe(false);
    expect(readChance({ "data-sampler": "magic" })).toEqual(plain);
  });
});
