// `npm run bench:industry`: how long programmes take and how that grows with their size, beside native HiGHS in the same run.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { dispatchProgramme } from "../../lib/industry/dispatch/dispatch-programme.ts";
import { dispatchSystem } from "../../lib/industry/dispatch/dispatch-system.ts";
import { industryDispatch } from "../../lib/industry/tools/dispatch.ts";
import { industryOptimize } from "../../lib/industry/tools/optimize.ts";
import { industryProgramme } from "../../lib/industry/tools/programme.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { certificateOf } from "../../lib/optimization/certificate.ts";
import { loadHighs } from "../../lib/optimization/load-highs.ts";
import { type Programme, ProgrammeBuilder } from "../../lib/optimization/programme.ts";
import type { SolveOptions } from "../../lib/optimization/solve-programme.ts";
import { solveProgramme } from "../../lib/optimization/solve-programme.ts";
import { callTool } from "../../lib/tool/call.ts";
import { stream } from "../../lib/uncertainty/sampling/stream.ts";

// `… | head` closes the pipe early.
process.stdout.on("error", () => process.exit(0));

const show = (what: string, value: string) => console.log(`${what.padEnd(58)} ${value}`);
const seconds = (value: number) => (value < 1 ? `${(1000 * value).toFixed(0)} ms` : `${value.toFixed(2)} s`);

/** The shortest of some rounds, s. */
async function best(rounds: number, run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await run();
    least = Math.min(least, (performance.now() - began) / 1000);
  }
  return least;
}

function random(name: string, count: number): Float64Array {
  const out = new Float64Array(count);
  stream(1, name).fill(0, out);
  return out;
}

/** What sources send to sinks at least cost: a variable for each pair. */
function transport(sources: number, sinks: number): Programme {
  const builder = new ProgrammeBuilder();
  for (const cost of random(`costs ${sources}`, sources * sinks))
    builder.addVariable({ cost: 1 + Math.round(100 * cost) });
  const demand = random("demand", sinks).map((each) => 10 + Math.round(20 * each));
  const supply = (1.2 * demand.reduce((sum, each) => sum + each, 0)) / sources;
  const ones = (count: number) => new Array<number>(count).fill(1);
  for (let i = 0; i < sources; i++)
    builder.addConstraint(
      -Infinity,
      supply,
      Array.from({ length: sinks }, (_, j) => i * sinks + j),
      ones(sinks),
    );
  for (let j = 0; j < sinks; j++)
    builder.addConstraint(
      demand[j]!,
      Infinity,
      Array.from({ length: sources }, (_, i) => i * sinks + j),
      ones(sources),
    );
  return builder.programme();
}

/** A system of ten generators, wind and sun among them, and a battery. */
function system(hours: number) {
  const [noise, gusts, clouds] = ["load", "wind", "sun"].map((name) => random(name, hours));
  const day = (t: number) => (2 * Math.PI * t) / 24;
  const generators = [
    {
      name: "wind",
      capacity_MW: 500,
      marginalCost: 0,
      emissions_t_MWh: 0,
      profile_MW: Array.from(gusts!, (u, t) => Math.max(0, 200 + 150 * Math.sin(t / 31) + 100 * (u - 0.5))),
    },
    {
      name: "sun",
      capacity_MW: 500,
      marginalCost: 0,
      emissions_t_MWh: 0,
      profile_MW: Array.from(clouds!, (u, t) => Math.max(0, 300 * Math.sin(day(t - 6))) * (0.5 + 0.5 * u)),
    },
    ...Array.from({ length: 8 }, (_, i) => ({
      name: `unit ${i}`,
      capacity_MW: 200,
      marginalCost: 20 + 8 * i,
      emissions_t_MWh: 0.95 - 0.08 * i,
      rampShare: 0.1 + 0.05 * i,
      minimum_MW: i === 0 ? 60 : 0,
    })),
  ];
  return {
    load_MW: Array.from(noise!, (u, t) => 900 + 250 * Math.sin(day(t)) + 60 * u),
    generators,
    storage: [{ power_MW: 100, energy_MWh: 400, chargeEfficiency: 0.9, dischargeEfficiency: 0.95, start: 0.5 }],
    carbonPrice: 20,
    valueOfLostLoad: 3000,
  };
}

function dispatchOf(hours: number, cap = Number.POSITIVE_INFINITY): Programme {
  const { load_MW, generators, storage, carbonPrice, valueOfLostLoad } = system(hours);
  return dispatchProgramme(dispatchSystem(load_MW, generators, storage), {
    carbonPrice,
    cap,
    valueOfLostLoad,
    mostShed: null,
  }).programme;
}

function native(programme: Programme, rounds: number): { version: string; seconds: number; objective: number } | null {
  const lists = Object.entries(programme).map(([name, value]) => [
    name,
    // JSON has no infinity: null stands for it.
    ArrayBuffer.isView(value) ? Array.from(value as unknown as Float64Array) : value,
  ]);
  const given = { ...Object.fromEntries(lists), integers: Array.from(programme.isInteger), rounds };
  try {
    const script = join(import.meta.dirname, "industry-scipy.py");
    return JSON.parse(execFileSync("python3", [script], { input: JSON.stringify(given), encoding: "utf8" }));
  } catch {
    return null;
  }
}

async function measure(what: string, programme: Programme, options: SolveOptions = {}, rounds = 3): Promise<number> {
  let note = "";
  const time = await best(rounds, async () => {
    const found = await solveProgramme(programme, uninterrupted, options);
    if (found.status !== "optimal") throw new Error(`${what} is ${found.status}.`);
    const { residual } = certificateOf(programme, found);
    note = `${found.iterations} iterations, residual ${residual.toExponential(0)}`;
    objective = found.objective;
  });
  show(`${what} (${programme.columns} × ${programme.rows})`, `${seconds(time)}  ${note}`);
  return time;
}

let objective = 0;

/** The exponent of time over size between the least and the greatest. */
function growth(sizes: readonly number[], times: readonly number[]): string {
  return (Math.log(times.at(-1)! / times[0]!) / Math.log(sizes.at(-1)! / sizes[0]!)).toFixed(2);
}

const began = performance.now();
await loadHighs();
show("HiGHS loaded", seconds((performance.now() - began) / 1000));

for (const [sources, sinks] of [
  [28, 36],
  [104, 181],
] as const) {
  const programme = transport(sources, sinks);
  const ours = await measure(`transport, ${sources} × ${sinks}`, programme, {}, 5);
  const own = objective;
  const theirs = native(programme, 5);
  if (!theirs) show("  native HiGHS", "not at hand");
  else {
    show(`  native HiGHS (SciPy ${theirs.version})`, seconds(theirs.seconds));
    show(
      "  times native; relative difference of optima",
      `${(ours / theirs.seconds).toFixed(2)}; ${(Math.abs(own - theirs.objective) / Math.abs(own)).toExponential(0)}`,
    );
  }
}

const pairs = [16, 32, 64, 128];
const transports: number[] = [];
for (const size of pairs) transports.push(await measure(`transport, ${size} × ${size}`, transport(size, size)));
show(
  "growth of time with variables, exponent",
  growth(
    pairs.map((size) => size * size),
    transports,
  ),
);

const hours = [168, 730, 2190, 8760];
const dispatches: number[] = [];
for (const count of hours)
  dispatches.push(await measure(`dispatch, ${count} h × 10`, dispatchOf(count), {}, count > 2000 ? 1 : 3));
show("growth of time with hours, exponent", growth(hours, dispatches));
const year = dispatchOf(8760);
const ownYear = objective;
const nativeYear = native(year, 1);
if (nativeYear) {
  show(`  native HiGHS (SciPy ${nativeYear.version}), a year`, seconds(nativeYear.seconds));
  show(
    "  times native; relative difference of optima",
    `${(dispatches.at(-1)! / nativeYear.seconds).toFixed(2)}; ${(Math.abs(ownYear - nativeYear.objective) / ownYear).toExponential(0)}`,
  );
}
await measure("dispatch, 8760 h × 10, interior point", year, { solver: "ipm" }, 1);
await measure("dispatch, 8760 h × 10, under a cap", dispatchOf(8760, 2_000_000), {}, 1);

const named = transport(28, 36);
const terms = (row: number) => {
  const [from, to] = [named.rowStarts[row]!, named.rowStarts[row + 1]!];
  return Object.fromEntries(
    Array.from({ length: to - from }, (_, k) => [`x${named.columnIndices[from + k]}`, named.values[from + k]!]),
  );
};
const constraints = Object.fromEntries(
  Array.from({ length: named.rows }, (_, row) => [
    `row${row}`,
    {
      terms: terms(row),
      ...(named.rowLower[row]! > -Infinity && { lo: named.rowLower[row]! }),
      ...(named.rowUpper[row]! < Infinity && { hi: named.rowUpper[row]! }),
    },
  ]),
);
const minimize = Object.fromEntries(Array.from(named.costs, (cost, column) => [`x${column}`, cost]));
show(
  "industry.programme, 1008 variables, with ranges",
  seconds(await best(5, () => callTool(industryProgramme, { minimize, constraints }))),
);
show(
  "industry.dispatch, 8760 h × 10, as a tool",
  seconds(await best(1, () => callTool(industryDispatch, system(8760)))),
);

/** Routes over years: products, each with three routes, of which one can be built. */
function plan(products: number, years: number) {
  const names = Array.from({ length: products }, (_, p) => `p${p}`);
  const routes = names.flatMap((product, p) => [
    { name: `${product} old`, product, inputs: { coal: 1 + p / 10 }, cost: 50, capacity: 80 },
    { name: `${product} other`, product, inputs: { gas: 1 + p / 20 }, cost: 60, capacity: 60 },
    { name: `${product} new`, product, inputs: { power: 3 }, cost: 40, investment: 500 + 10 * p, lifetime: 20 },
  ]);
  return {
    routes,
    materials: { coal: { emissions_t: 2.5 }, gas: { emissions_t: 1.6 }, power: { emissions_t: 0.1 } },
    prices: { coal: 60, gas: 90, power: 50 },
    demand: Object.fromEntries(names.map((name) => [name, 100])),
    years: Array.from({ length: years }, (_, y) => 2025 + y),
    cap: Array.from({ length: years }, (_, y) => products * (200 - (150 * y) / years)),
    discountRate: 0.05,
  };
}
for (const [products, count] of [
  [4, 25],
  [16, 25],
] as const)
  show(
    `industry.optimize, ${3 * products} routes × ${count} years`,
    seconds(await best(2, () => callTool(industryOptimize, plan(products, count)))),
  );
