import { expect, test } from "vitest";
import { quantileOf } from "../../../kernel/montecarlo/leaf-summary.ts";
import { openOnThisThread } from "../../../kernel/montecarlo/same-thread.ts";
import { UncertaintyRun } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { openResult, packResult } from "../../../kernel/services/compute/packed-result.ts";
import { resultTable } from "../../../kernel/services/compute/result-table.ts";
import { normal } from "../../../lib/uncertainty/distributions/normal.ts";
import { SampledNotebook, type TestCell } from "./notebook.ts";

async function spreadOf(cells: readonly TestCell[], asked: number, options: { draws?: number; size?: number } = {}) {
  const notebook = await SampledNotebook.settled(cells);
  const uncertaintyRun = await notebook.sampling.open(asked);
  try {
    return await uncertaintyRun.draws(options);
  } finally {
    uncertaintyRun.end();
  }
}

const noAnswer = async () => {};

const chain: TestCell[] = [
  'const ef = sample("coal EF", normal({mean: 94.6, sd: 2}));',
  "const activity = 1000;",
  "const emissions = ef * activity / 1000;",
  "const half = emissions / 2;",
  "half + 1",
];

test("a sample is the central number on the page, and its cells' draws follow its distribution", async () => {
  const notebook = await SampledNotebook.settled(chain);
  expect(notebook.flow.valueOf("ef")).toBe(94.6);
  const spread = await spreadOf(chain, 5, { draws: 20_000 });
  expect(spread.central).toEqual(new Float64Array([94.6 / 2 + 1]));
  const law = normal({ mean: 48.3, sd: 1 });
  expect(spread.leaves[0]!.mean).toBeCloseTo(48.3, 1);
  expect(spread.leaves[0]!.sd).toBeCloseTo(1, 1);
  expect(quantileOf(spread.leaves[0]!, 0.975).value).toBeCloseTo(law.quantile(0.975), 1);
  expect(spread.samples.map(({ name }) => name)).toEqual(["coal EF"]);
});

test("a label is what readers see of a sample: it changes no draw, and may change with their language", async () => {
  const labelled = (label: string) => [
    `const ef = sample("coal EF", normal({mean: 94.6, sd: 2}), {label: ${JSON.stringify(label)}});`,
    ...chain.slice(1),
  ];
  const spread = await spreadOf(labelled("煤的因子"), 5, { draws: 2000 });
  expect(spread.leaves[0]!.mean).toBe((await spreadOf(chain, 5, { draws: 2000 })).leaves[0]!.mean);
  const notebook = await SampledNotebook.settled(labelled("煤的因子"));
  expect(notebook.sampling.situation().samples).toMatchObject([{ name: "coal EF", label: "煤的因子" }]);
  await notebook.edit(labelled("factor of coal"));
  expect(notebook.sampling.registry.labelOf("coal EF")).toBe("factor of coal");
  expect(notebook.sampling.registry.labelOf("other")).toBe("other");
});

test("the same seed gives the same bits, however many workers make the draws and whoever is first", async () => {
  const found: Float64Array[] = [];
  for (const size of [1, 2, 4]) {
    const notebook = await SampledNotebook.settled(chain);
    const uncertaintyRun = await UncertaintyRun.open(notebook.sampling.planOf(5), {
      openWorker: openOnThisThread,
      size,
      callService: noAnswer,
    });
    const { leaves, draws } = await uncertaintyRun.draws({ draws: 3100 });
    const { shares } = await uncertaintyRun.shares(0);
    uncertaintyRun.end();
    expect(draws).toBe(3100);
    const [leaf] = leaves;
    found.push(
      new Float64Array([
        ...[leaf!.mean, leaf!.sd, leaf!.skewness, leaf!.least, leaf!.most],
        ...leaf!.quantiles.map(({ value }) => value),
        ...leaf!.histogram.counts,
        ...shares.flatMap(({ first, total }) => [first.value, first.lo, total.value, total.hi]),
      ]),
    );
  }
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test("shares are those of the analytic indices, and a group counts as one", async () => {
  const cells = [
    'const a = sample("a", normal({mean: 10, sd: 1}));',
    'const b = sample("b", normal({mean: 10, sd: 2}));',
    'const years = [1, 2].map((year) => sample(`c ${year}`, normal({mean: 5, sd: 1}), {group: "c"}));',
    "a + b + years[0] + years[1]",
  ];
  const notebook = await SampledNotebook.settled(cells);
  const uncertaintyRun = await notebook.sampling.open(4);
  const { shares } = await uncertaintyRun.shares(0);
  const spread = await uncertaintyRun.draws({ draws: 10_000 });
  uncertaintyRun.end();
  // Variances 1, 4 and, fully correlated, (1 + 1)² = 4.
  expect(spread.leaves[0]!.sd).toBeCloseTo(3, 1);
  const total = new Map(shares.map(({ name, total, isGroup }) => [`${name}${isGroup ? " (group)" : ""}`, total.value]));
  expect(total.get("a")).toBeCloseTo(1 / 9, 1);
  expect(total.get("b")).toBeCloseTo(4 / 9, 1);
  expect(total.get("c (group)")).toBeCloseTo(4 / 9, 1);
});

test("a number that is the same in every draw has no spread, whatever its digits", async () => {
  const cells = ['const x = sample("x", normal({mean: 1, sd: 1}));', "[x, 7.8, 0.1]"];
  const notebook = await SampledNotebook.settled(cells);
  const uncertaintyRun = await notebook.sampling.open(2);
  const { leaves } = await uncertaintyRun.draws({ draws: 2000 });
  uncertaintyRun.end();
  expect(leaves.map(({ sd }) => sd > 0)).toEqual([true, false, false]);
});

test("tables of a tool's result are at hand in draws", async () => {
  const columns = [{ name: "co2", type: "number", unit: "kt CO2", values: [1, 2] }] as const;
  const tool = async () => openResult(packResult({ method: "tier 1" }, { lines: { rows: 2, columns } }), resultTable);
  const cells = [
    'const x = sample("x", normal({mean: 1, sd: 0.1}));',
    "const result = inventory.compile({x});",
    "x * Array.from(result.lines, (d) => d.co2)[1]",
  ];
  const notebook = await SampledNotebook.settled(cells, { tool });
  const uncertaintyRun = await notebook.sampling.open(3);
  const { leaves, central } = await uncertaintyRun.draws({ draws: 50 });
  uncertaintyRun.end();
  expect([central[0], leaves[0]!.sd > 0]).toEqual([2, true]);
});

test("members of a group with r below 1 have that rank correlation", async () => {
  const cells = [
    'const x = sample("x", lognormal({mean: 3, geometricSd: 2}), {group: "g", r: 0.6});',
    'const y = sample("y", normal({mean: 0, sd: 1}), {group: "g", r: 0.6});',
    "[x, y]",
  ];
  const notebook = await SampledNotebook.settled(cells);
  const uncertaintyRun = await notebook.sampling.open(3);
  const pairs: [number, number][] = [];
  await uncertaintyRun.draws({
    draws: 8000,
    chunk: (numbers) => {
      for (let i = 0; i < numbers.length; i += 2) pairs.push([numbers[i]!, numbers[i + 1]!]);
    },
  });
  uncertaintyRun.end();
  const rank = (values: number[]) => {
    const order = values.map((value, i) => [value, i] as const).sort((a, b) => a[0] - b[0]);
    const ranks = new Float64Array(values.length);
    for (const [place, [, i]] of order.entries()) ranks[i] = place;
    return ranks;
  };
  const [a, b] = [rank(pairs.map(([x]) => x)), rank(pairs.map(([, y]) => y))];
  const middle = (pairs.length - 1) / 2;
  const cross = a.reduce((sum, value, i) => sum + (value - middle) * (b[i]! - middle), 0);
  const own = a.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  expect(cross / own).toBeCloseTo(0.6, 1);
});

test("values that cannot travel are made in the worker: functions, and what is grouped by them", async () => {
  const cells = [
    "const double = (x) => 2 * x;",
    "const quarter = (x) => double(double(x));",
    'const x = sample("x", uniform({lo: 0, hi: 1}));',
    "quarter(x)",
  ];
  const spread = await spreadOf(cells, 4, { draws: 2000 });
  expect(spread.central[0]).toBe(2);
  expect(spread.leaves[0]!.most).toBeGreaterThan(3.9);
});

test("numbers of tables, amounts, records and texts are slots of their own", async () => {
  const cells: TestCell[] = [
    'const ef = sample("ef", normal({mean: 2, sd: 0.1}));',
    "const series = [2000, 2001].map((year) => ({year, co2: ef * (year - 1999)}));",
    'const total = amount(ef, "t CO2");',
    { kind: "md", source: "It was ${(1234.5 * ef).toFixed(1)} kt, of ${series.length} years and ${total}." },
  ];
  const series = await spreadOf(cells, 2, { draws: 500 });
  expect(series.shape.leaves.map(({ path }) => path)).toEqual([
    [0, "year"],
    [0, "co2"],
    [1, "year"],
    [1, "co2"],
  ]);
  expect(series.leaves.map(({ sd }) => sd > 0)).toEqual([false, true, false, true]);
  const total = await spreadOf(cells, 3, { draws: 500 });
  expect(total.shape.leaves[0]).toMatchObject({ path: [], unit: "t CO2" });
  const text = await spreadOf(cells, 4, { draws: 500 });
  expect(text.shape.slots.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "hole 2469.0",
    "hole 2",
    "hole 2 t CO2",
  ]);
  expect(text.leaves[0]!.sd).toBeGreaterThan(90);
  expect(text.leaves[1]!.sd).toBe(0);
});

test("a tool is asked once for each different input, and arithmetic beside it does not ask", async () => {
  const tool = async (_: string, input: unknown) => ({ twice: 2 * (input as { x: number }).x });
  const cells = [
    'const kind = sample("kind", discrete({values: [1, 2], probabilities: [0.5, 0.5]}));',
    "const answer = await inventory.twice({x: kind});",
    "answer.twice * kind",
  ];
  const notebook = await SampledNotebook.settled(cells, { tool });
  notebook.asked.length = 0;
  const uncertaintyRun = await notebook.sampling.open(3);
  const { leaves, waits } = await uncertaintyRun.draws({ draws: 200 });
  uncertaintyRun.end();
  expect(waits).toBe(true);
  expect([leaves[0]!.least, leaves[0]!.most]).toEqual([2, 8]);
  // The central value 1.5, and the two that can be drawn.
  expect(notebook.asked).toHaveLength(3);
});

test("the draws stop when the interval is known well enough, and say so", async () => {
  const notebook = await SampledNotebook.settled(chain);
  const uncertaintyRun = await UncertaintyRun.open(notebook.sampling.planOf(5), {
    openWorker: openOnThisThread,
    size: 3,
    callService: noAnswer,
  });
  const stages: number[] = [];
  const { draws, enough } = await uncertaintyRun.draws({
    draws: 100_000,
    watched: 0,
    stage: (s) => stages.push(s.draws),
  });
  // Draws that were under way when it stopped are not taken for those of the shares.
  const { shares } = await uncertaintyRun.shares(0);
  uncertaintyRun.end();
  expect(shares[0]!.total.value).toBeCloseTo(1, 1);
  expect(enough).toBe(true);
  expect(draws).toBeLessThan(20_000);
  expect(stages[0]).toBe(1000);
});

test("a number that nothing changes does not end the draws of those beside it", async () => {
  const notebook = await SampledNotebook.settled([chain[0]!, "[2020, ef]"]);
  const uncertaintyRun = await notebook.sampling.open(2);
  const { draws } = await uncertaintyRun.draws({ watched: 0 });
  uncertaintyRun.end();
  expect(draws).toBeGreaterThan(2000);
});

test("an ended inquiry is refused at once", async () => {
  const notebook = await SampledNotebook.settled(chain);
  const stop = new AbortController();
  const uncertaintyRun = await notebook.sampling.open(5, { signal: stop.signal });
  const draws = uncertaintyRun.draws({ draws: 1_000_000 });
  stop.abort();
  await expect(draws).rejects.toThrow("The draws were stopped.");
});
