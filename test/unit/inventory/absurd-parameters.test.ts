import { describe, expect, test } from "vitest";
import type { Tool } from "../../../lib/tool/tool.ts";
import { tools } from "../../../lib/tools.ts";
import { ordinary, tryAt, unitAt } from "../lib/tools/absurd-outcome.ts";
import { exampleOf } from "../lib/tools/every-example.ts";
import { numbersIn, type Path, valueAt } from "../lib/tools/input-paths.ts";
import { call } from "./company/calling.ts";

/** Parameters of which no default ships, and no bound follows from masses: a wrong unit of them is not seen. */
const unbounded: Readonly<Record<string, readonly string[]>> = {
  "inventory.oilAndGas": ["segments.factors.CH4 fossil", "segments.factors.CO2"],
  "inventory.lime": ["types.dust"],
  "inventory.manureNitrogen": ["herds.excretion.perHead"],
  "inventory.landConversion": ["R"],
  "inventory.soilCarbon": ["before.FLU", "before.FMG", "before.FI", "now.FLU", "now.FMG", "now.FI"],
  "inventory.woodProducts": ["halfLife"],
  "inventory.industrialWastewater": ["sectors.water", "sectors.COD"],
};

/** Tools that evaluate equations of the guidelines on what they are given. */
const evaluating = tools.flatMap((tool) => {
  const example = tool.name.startsWith("inventory.") ? exampleOf(tool.name) : undefined;
  return example && numbersIn(example).length > 0 ? [[tool.name, tool as Tool, example] as const] : [];
});

/** A million times the tonnes of an example is less than the world has, and answered. */
function isAmount(tool: Tool, example: object, path: Path): boolean {
  const unit = unitAt(tool.input, example, path);
  return unit !== undefined && unit !== "" && !/^(1|%|yr)$|\//.test(unit);
}

describe("A parameter of an equation that is a million times too large", () => {
  test.each(evaluating)("is refused or noted by %s", async (name, tool, example) => {
    const base = await ordinary(tool, example);
    if (!base.result.includes('"steps"')) return;
    const silent = new Set<string>();
    for (const path of numbersIn(example)) {
      const value = valueAt(example, path) as number;
      if (value === 0 || isAmount(tool, example, path)) continue;
      const { outcome } = await tryAt(tool, example, path, 1e6 * value, base);
      if (outcome === "silent")
        silent.add(path.filter((step) => typeof step === "string" && step !== "value").join("."));
    }
    expect([...silent].sort()).toEqual([...(unbounded[name] ?? [])].sort());
  });

  test.each([
    [
      "inventory.lime",
      { types: [{ type: "quicklime", mass: 100, stoichiometry: 7.85, content: 0.95 }] },
      "types[0].stoichiometry (V3 Eq 2.9: SR",
    ],
    ["inventory.clinker", { clinker: 1000, limeContent: 0.0065 }, "limeContent (V3 Eq 2.4: CaO"],
    [
      "inventory.landfill",
      { firstYear: 2000, streams: [{ waste: "food", deposited: [9, 9], DOC: 0.15, k: 60, MCF: 1 }] },
      "streams[0].k (V5 Eq 3.5: k",
    ],
    ["inventory.gainLoss", { area: 10, growth: 4000, R: 0.25 }, "growth (V4 Eq 2.10: G_W"],
    [
      "inventory.landUse",
      {
        strata: [{ name: "oak", from: "forest land", to: "forest land", biomass: { area: 10, growth: 4000, R: 0.25 } }],
      },
      "strata[0].biomass.growth (V4 Eq 2.10: G_W",
    ],
    [
      "inventory.combustion",
      { fuels: [{ fuel: "gasoline", amount: 10, factors: { CO2: 74.1 } }] },
      "fuels[0].factors.CO2 is 74.1 kg CO2/TJ NCV, less than 1/10",
    ],
    [
      "inventory.biologicalTreatment",
      { kinds: [{ treatment: "composting", mass: 10, CH4: 4000, N2O: 0.24 }] },
      "kinds[0].CH4 (V5 Eq 4.1: EF",
    ],
    [
      "inventory.wastewater",
      {
        population: 1000,
        BOD: { value: 60, unit: "kg/person/d" },
        Bo: 0.6,
        pathways: [{ pathway: "sea", T: 1, MCF: 0.1 }],
      },
      "V5 Eq 6.3: BOD",
    ],
    ["inventory.fire", { area: 1, fuel: 20, share: 1, gases: { CO2: 4000 } }, "no more CO2 comes from anything than"],
    ["inventory.equation", { equation: "V5 Eq 3.5", inputs: { DDOCma_before: 1, k: 60 } }, "inputs.k (V5 Eq 3.5: k"],
  ])("of %s is named by its field and symbol", async (name, input, note) => {
    const { notes } = await call(name, input);
    expect(notes.filter((each: string) => each.includes(note))).toHaveLength(1);
  });
});
