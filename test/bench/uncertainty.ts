// `npm run bench:uncertainty`: normal numbers beside numpy's in the same run, Sobol designs, propagation, sensitivity.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { normalQuantile } from "../../lib/uncertainty/distributions/normal-law.ts";
import { expressionModel } from "../../lib/uncertainty/propagation/model.ts";
import { propagate } from "../../lib/uncertainty/propagation/propagation.ts";
import { uncertainInputs } from "../../lib/uncertainty/propagation/uncertain-inputs.ts";
import { normalStream } from "../../lib/uncertainty/sampling/normal-stream.ts";
import { createSampler, samplerNames } from "../../lib/uncertainty/sampling/sampler.ts";
import { stream } from "../../lib/uncertainty/sampling/stream.ts";
import { evaluateDesign } from "../../lib/uncertainty/sensitivity/evaluation.ts";
import { saltelliDesign } from "../../lib/uncertainty/sensitivity/saltelli-design.ts";
import { sobolIndices } from "../../lib/uncertainty/sensitivity/sobol-indices.ts";

// `… | head` closes the pipe early.
process.stdout.on("error", () => process.exit(0));

const MILLION = 1 << 20;

/** The shortest of some rounds, ms; the first ones compile. */
async function best(rounds: number, run: (round: number) => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await run(round);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

const show = (what: string, value: string) => console.log(`${what.padEnd(58)} ${value}`);
const rate = (ms: number) => `${(MILLION / 1000 / ms).toFixed(0)} M/s`;

function numpy(): { rate: number; version: string } | null {
  try {
    return JSON.parse(
      execFileSync("python3", [join(import.meta.dirname, "uncertainty-numpy.py")], { encoding: "utf8" }),
    );
  } catch {
    return null;
  }
}

const out = new Float64Array(MILLION);
const normals = normalStream(1, "x");
const uniforms = stream(1, "x");

// Before and after ours, because the machine is not ours alone.
const before = numpy();
const normalMs = await best(60, (round) => normals.fill(round * MILLION, out));
const after = numpy();
show("normals, one thread", rate(normalMs));
if (before && after) {
  const theirs = Math.max(before.rate, after.rate) / 1e6;
  show(`normals, numpy ${before.version}, best of two runs`, `${theirs.toFixed(0)} M/s`);
  show("times numpy", (MILLION / 1000 / normalMs / theirs).toFixed(2));
} else show("normals, numpy", "not at hand");
show("uniforms by Philox, 52 bits", rate(await best(15, (round) => uniforms.fill(round * MILLION, out))));
uniforms.fill(0, out);
const z = new Float64Array(MILLION);
show(
  "normal quantiles",
  rate(
    await best(15, () => {
      for (let i = 0; i < MILLION; i++) z[i] = normalQuantile(out[i]!);
    }),
  ),
);

const variables = Array.from({ length: 12 }, (_, at) => `v${at}`);
const column = new Float64Array(1 << 14);
for (const scramble of [true, false])
  show(
    `Sobol design 2^14 × 12, ${scramble ? "Owen-scrambled" : "bare"}`,
    `${(
      await best(15, (seed) => {
        const sampler = createSampler("sobol", { variables, seed, draws: column.length, scramble });
        for (let d = 0; d < variables.length; d++) sampler.fill(d, 0, column);
      })
    ).toFixed(1)} ms`,
  );

const inputs = uncertainInputs({
  activity: { type: "normal", mean: 100, sd: 5 },
  factor: { type: "lognormal", mean: 94.6, lo: 89.5, hi: 99.7 },
  oxidation: { type: "triangular", lo: 0.97, mode: 0.99, hi: 1 },
});
const model = expressionModel("activity * factor * oxidation", inputs.names);
for (const sampler of samplerNames) {
  const ms = await best(4, (seed) => propagate(inputs, model, { sampler, seed, draws: MILLION }, uninterrupted));
  show(`2^20 draws through three variables, ${sampler}`, `${ms.toFixed(0)} ms`);
}
const indices = await best(4, (seed) => {
  const design = saltelliDesign(inputs, { draws: 1 << 13, seed });
  return sobolIndices(design, evaluateDesign(design, model), { seed });
});
show("Sobol indices, N = 2^13, 200 resamples", `${indices.toFixed(0)} ms`);
