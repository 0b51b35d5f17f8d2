import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { openNodeServices } from "../../../kernel/headless/node-services.ts";
import { computeApi } from "../../../kernel/services/compute/compute-jobs.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { demandOf } from "../../../lib/lifecycle/graph/demand.ts";
import { openInventory } from "../../../lib/lifecycle/resource/open-inventory.ts";
import { lifecycleCompare } from "../../../lib/lifecycle/tools/compare.ts";
import { uncertaintyInventory } from "../../../lib/lifecycle/tools/uncertain-inventory.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { loadKernels } from "../../../lib/numeric/load-kernels.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { distributionOf } from "../../../lib/uncertainty/distributions/distribution-spec.ts";

const read = readOnce(shippedDatasets());

async function drawn(input: object) {
  const found = await callTool(uncertaintyInventory, input, uninterrupted, read);
  return uncertaintyInventory.output.parse(inEnglish(found));
}

const made = (product: string, amount: number, unit: string) => ({ type: "production", product, amount, unit });
const used = (product: string, amount: number, unit: string, more = {}) => ({
  type: "technosphere",
  product,
  amount,
  unit,
  ...more,
});
const carbonDioxide = (amount: number, more = {}) => ({
  type: "biosphere",
  flow: "Carbon dioxide",
  compartment: "emission/air",
  amount,
  unit: "kg",
  ...more,
});
const wide = (median: number, geometricSd: number) => ({ uncertainty: { type: "lognormal", median, geometricSd } });

/** Power of a lognormal factor; a lamp and a heater that take it; the heater by a parameter. */
const activities = [
  { id: "plant", name: "Plant", exchanges: [made("Power", 1, "kWh"), carbonDioxide(0.5, wide(0.5, 1.2))] },
  { id: "lamp", name: "Lamp", exchanges: [made("Light", 1, "item"), used("Power", 10, "kWh")] },
  {
    id: "heater",
    name: "Heater",
    exchanges: [made("Heat", 1, "item"), { type: "technosphere", product: "Power", formula: "12 * use", unit: "kWh" }],
  },
];
const parameters = [{ name: "use", value: 1, uncertainty: { type: "normal", mean: 1, sd: 0.05 } }];
const demands = [
  { of: "lamp", amount: 2 },
  { name: "warmth", of: "heater", amount: 2 },
];
const small = { activities, parameters, demands, methods: ["GWP100_AR6"], draws: 4000, seed: 3 };

describe("uncertainty.inventory", () => {
  test("draws scores whose spread is that of the laws, and names what makes it", async () => {
    const { scores, contributors, uncertain, kept, notes } = await drawn(small);
    const [lamp, warmth] = scores;
    expect(lamp).toMatchObject({ demand: "lamp", indicator: "GWP100_AR6", unit: "kg CO2 eq" });
    expect(lamp!.value).toBeCloseTo(10, 12);
    // A score of the lamp is 20 × the factor of power: lognormal with the same geometric standard deviation.
    const sigma = Math.log(1.2);
    const sd = 10 * Math.exp(sigma ** 2 / 2) * Math.sqrt(Math.exp(sigma ** 2) - 1);
    expect(lamp!.firstOrderSd / sd).toBeCloseTo(1, 10);
    // Five standard errors of a standard deviation of 4,000 draws, whose kurtosis is below 4.
    expect(Math.abs(lamp!.sd / sd - 1)).toBeLessThan(5 * Math.sqrt((4 - 1) / 4 / 4000));
    expect(warmth!.value).toBeCloseTo(12, 12);
    expect(contributors.filter(({ demand }) => demand === "lamp")).toEqual([
      { demand: "lamp", indicator: "GWP100_AR6", of: "exchange", name: "Carbon dioxide of Plant", share: 1 },
    ]);
    const shares = contributors.filter(({ demand }) => demand === "warmth");
    expect(shares.map(({ of, name }) => [of, name])).toEqual([
      ["exchange", "Carbon dioxide of Plant"],
      ["parameter", "use"],
    ]);
    // Variances to first order: sd² of each by the square of its derivative, 24 and 12.
    const parts = [(sd / 20) ** 2 * 24 ** 2, 0.05 ** 2 * 12 ** 2];
    expect(shares[1]!.share).toBeCloseTo(parts[1]! / (parts[0]! + parts[1]!), 10);
    expect(uncertain).toEqual({ exchanges: 1, byParameters: 1, parameters: 1, of: 6, undefinedLaws: 0 });
    expect(kept).toEqual([]);
    expect(notes.some((note) => note.startsWith("2 of 6 exchanges vary"))).toBe(true);
  });

  test("keeps draws that lifecycle.compare takes as they are: what is common cancels", async () => {
    const { kept, scores } = await drawn({ ...small, draws: 400, keep: true });
    expect(kept[0]!.alternatives.lamp).toHaveLength(400);
    const { pairs } = await lifecycleCompare.run(
      lifecycleCompare.input.parse({ alternatives: kept[0]!.alternatives }),
      uninterrupted,
      read,
    );
    // Heat takes more power in a draw unless use < 10 / 12, which is 3.3 of its standard deviations below its mean.
    expect(pairs[0]!.lower).toBeGreaterThan(0.98);
    expect(scores[0]!.hi).toBeGreaterThan(scores[1]!.lo);
  });

  test("varies only the foreground that it is given, and correlates parameters", async () => {
    const { contributors, uncertain } = await drawn({ ...small, foreground: ["heater"], draws: 50 });
    expect(uncertain).toMatchObject({ exchanges: 0, byParameters: 1, of: 2 });
    expect(new Set(contributors.map(({ name }) => name))).toEqual(new Set(["use"]));
    const wrong = { ...small, correlations: { pairs: [{ between: ["use", "abuse"], r: 0.5 }] } };
    await expect(drawn(wrong)).rejects.toThrow('names "abuse"');
  });

  test("refuses what it cannot draw, with a sentence", async () => {
    await expect(drawn({ ...small, foreground: ["nobody"] })).rejects.toThrow("foreground names nobody");
    await expect(drawn({ ...small, demands: [demands[0], demands[0]] })).rejects.toThrow("Two demands are called lamp");
    await expect(drawn({ ...small, demands: [{ of: "moon", amount: 1 }] })).rejects.toThrow("demand names moon");
    await expect(drawn({ ...small, draws: 1 })).rejects.toThrow("draws is 1");
    const fixed = { ...small, activities: activities.slice(1, 2), parameters: [], demands: demands.slice(0, 1) };
    await expect(drawn(fixed)).rejects.toThrow("nothing can be drawn");
  });

  test("counts exchanges whose law is not stated, and leaves out indicators without a factor", async () => {
    const unstated = {
      ...activities[1]!,
      exchanges: [made("Light", 1, "item"), used("Power", 10, "kWh", { uncertainty: "undefined" })],
    };
    const found = await drawn({
      ...small,
      activities: [activities[0], unstated],
      parameters: [],
      demands: demands.slice(0, 1),
      methods: ["GWP100_AR6", "ACID"],
      draws: 30,
    });
    expect(found.uncertain).toMatchObject({ exchanges: 1, undefinedLaws: 1 });
    expect(found.scores.map(({ indicator }) => indicator)).toEqual(["GWP100_AR6"]);
    expect(found.notes.some((note) => note.includes("has a factor in ACID"))).toBe(true);
    expect(found.notes.some((note) => note.includes("Power of Lamp"))).toBe(true);
  });

  test("in a worker reports how far it is, and ends when it is cancelled", async () => {
    const worker = computeApi(loadKernels({}, { reproducible: true }));
    const { datasets } = openNodeServices({
      datasets: join(import.meta.dirname, "../../../datasets"),
      notebook: async () => "",
    });
    const load = (name: string) => datasets.takeFile(name);
    const seen: { fraction: number; message: unknown }[] = [];
    const input = { ...small, draws: 100_000 };
    const report = (progress: { fraction: number; message: unknown }) => {
      seen.push(progress);
      if (progress.fraction > 0 && progress.fraction < 1) worker.cancel(7);
    };
    await expect(worker.call(7, "uncertainty.inventory", input, report as never, load)).rejects.toThrow(
      expect.objectContaining({ name: "AbortError" }) as Error,
    );
    const drawing = seen.filter(({ fraction }) => fraction > 0);
    expect(drawing.length).toBeGreaterThan(0);
    expect(drawing.at(-1)!.fraction).toBeLessThan(1);
    // The worker takes the next job.
    const next = await worker.call(8, "uncertainty.inventory", { ...small, draws: 20 }, () => {}, load);
    expect(next.result).toBeDefined();
  });
});

describe("uncertainty.inventory on inventories that ship", () => {
  // Exchanges with laws that the system uses: USLCI states 353 triangular and 12 lognormal ones, and no law for the rest.
  test.each([
    // Of what ships with the most laws, the scanners, no score is stated: their packaging rests on paper that no rule divides.
    ["uslci", "uslci:431", 126],
    ["premise", "premise:584", 565],
  ] as const)(
    "draws %s about its own score, with the variance that solves of each input give",
    async (source, of, count) => {
      const inventory = await openInventory({ source }, read);
      const assessed = inventory.assessedBy(["GWP100_AR6"]);
      const { nodes, graph, technosphereCells } = assessed.solved.system;
      const run = async (options: object) => {
        const over = uncertaintyInventory.overResources!;
        const given = over.options.parse({
          methods: ["GWP100_AR6"],
          demands: [{ of, amount: 1 }],
          draws: 400,
          ...options,
        });
        return uncertaintyInventory.output.parse(inEnglish(await over.run({ inventory }, given, uninterrupted)));
      };
      const scoreOf = async (demand: Float64Array) =>
        assessed.scores((await assessed.solved.solve(demand)).scaling)[0]!;
      const all = await run({});
      expect(all.uncertain.exchanges).toBe(count);
      expect(all.notes.some((note) => note.startsWith(`${count} of `))).toBe(true);
      expect(all.scores[0]!.value / (await scoreOf(demandOf(assessed.solved.system, of, 1)))).toBeCloseTo(1, 9);
      expect(all.control.ofSpread).toBeLessThan(1e-3);

      // What one activity takes enters its score in proportion, so the variance is exact: of each input, by a solve for one unit of it.
      const own = await run({ foreground: [of] });
      const node = nodes.findIndex(({ activity }) => graph.activities[activity]!.id === of);
      let variance = 0;
      for (let p = 0; p < technosphereCells.exchange.length; p++) {
        const law = graph.exchanges.details.get(technosphereCells.exchange[p]!)?.law;
        if (technosphereCells.column[p] !== node || law === undefined || law === "undefined") continue;
        const demand = new Float64Array(nodes.length);
        demand[technosphereCells.row[p]!] = technosphereCells.factor[p]!;
        variance += (await scoreOf(demand)) ** 2 * distributionOf(law, "law").variance;
      }
      const scaling = (await assessed.solved.solve(demandOf(assessed.solved.system, of, 1))).scaling[node]!;
      const sd = Math.sqrt(variance) * Math.abs(scaling);
      // The relative tolerance of the solver is 1e-10.
      expect(own.scores[0]!.firstOrderSd / sd).toBeCloseTo(1, 8);
      // Five standard errors of the standard deviation of 400 draws, with a kurtosis below 5.
      if (source === "uslci")
        expect(Math.abs(own.scores[0]!.sd / sd - 1)).toBeLessThan(5 * Math.sqrt((5 - 1) / 4 / 400));
    },
  );
});
