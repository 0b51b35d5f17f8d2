import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { distributionIn } from "../../uncertainty/distributions/distribution-schema.ts";
import { drawsIn, figureOut, QUANTILES_OF_DRAWS, seedIn } from "../../uncertainty/tools/variables.ts";
import { compareScenarios } from "../links/scenarios.ts";
import { linkedModelIn, linkedOf, linkParametersIn } from "./link-schema.ts";

const outputs = z.object({ emissions: figureOut, cost: figureOut.nullable() });

export const industryScenarios = defineTool({
  name: "industry.scenarios",
  title: { en: "Scenarios of a plant side by side", zh: "装置情景并列比较" },
  summary: {
    en: "Emissions and cost of a plant in scenarios of its process and energy, with ± and differences from the base on common draws.",
    zh: "装置在不同工艺与能源情景下的排放与成本，附不确定性（±），以及在共同抽样上与基准的差值。",
  },
  input: z.strictObject({
    model: linkedModelIn,
    parameters: linkParametersIn,
    scenarios: z.array(
      z.strictObject({
        name: z.string().min(1),
        values: z
          .record(
            z.string(),
            z.union([z.number(), z.strictObject({ value: z.number(), distribution: distributionIn.optional() })]),
          )
          .describe("Parameter → value, which is then certain, or with a distribution of its own"),
      }),
    ),
    draws: drawsIn(262_144).int().min(2).default(4096),
    seed: seedIn,
  }),
  output: z.object({
    base: outputs,
    scenarios: z.array(
      z.object({
        name: z.string(),
        ...outputs.shape,
        difference: outputs.describe("Scenario − base, draw by draw"),
        lower: z.object({ emissions: ratio, cost: ratio.nullable() }).describe("Part of the draws below the base"),
        costPerTonne: z.number().nullable().describe("Additional cost per t avoided; null if nothing is avoided"),
      }),
    ),
    notes: notesOut,
  }),
  tablesOut: {
    compared: recordTable(
      { en: "Base and scenarios.", zh: "基准与各情景。" },
      {
        scenario: textColumn({
          en: "Name of the scenario; base is the plant as it is.",
          zh: "情景名称；base 为现状。",
        }),
        emissions: numberColumn({ en: "Emissions at central values.", zh: "中心值下的排放。" }),
        emissionsLo: numberColumn({ en: "2.5 % quantile.", zh: "2.5 % 分位数。" }),
        emissionsHi: numberColumn({ en: "97.5 % quantile.", zh: "97.5 % 分位数。" }),
        cost: numberColumn({ en: "Cost at central values.", zh: "中心值下的成本。" }),
        costLo: numberColumn({ en: "2.5 % quantile.", zh: "2.5 % 分位数。" }),
        costHi: numberColumn({ en: "97.5 % quantile.", zh: "97.5 % 分位数。" }),
        difference: numberColumn({ en: "Emissions less those of the base.", zh: "与基准的排放差。" }),
        differenceLo: numberColumn({ en: "2.5 % quantile of the difference.", zh: "差值的 2.5 % 分位数。" }),
        differenceHi: numberColumn({ en: "97.5 % quantile of the difference.", zh: "差值的 97.5 % 分位数。" }),
        costPerTonne: numberColumn({ en: "Additional cost per t avoided.", zh: "单位减排的额外成本。" }),
      },
      ({ base, scenarios }: Tabled) =>
        [{ name: "base", ...base, difference: null, costPerTonne: null }, ...scenarios].map(
          ({ name, emissions, cost, difference, costPerTonne }) => ({
            scenario: name,
            emissions: emissions.value,
            emissionsLo: emissions.lo,
            emissionsHi: emissions.hi,
            cost: cost?.value,
            costLo: cost?.lo,
            costHi: cost?.hi,
            difference: difference?.emissions.value,
            differenceLo: difference?.emissions.lo,
            differenceHi: difference?.emissions.hi,
            costPerTonne,
          }),
        ),
    ),
  },
  formula: "Δ = y(scenario, draw) − y(base, draw)",
  assumptions: [
    "Parameters are independent; a parameter has the same random number in all scenarios, so that what is uncertain in all alike cancels.",
    QUANTILES_OF_DRAWS,
    "A draw is a function of seed, parameter and number alone (Philox); the same call gives the same bits.",
  ],
  references: ["Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: comparison on common draws."],
  async run({ model, parameters, scenarios, ...options }, work) {
    const { linked, given } = linkedOf(model, parameters);
    const found = await compareScenarios(linked, given, scenarios, options, work);
    return {
      base: { emissions: found.base.emissions!, cost: found.base.cost ?? null },
      scenarios: found.scenarios.map(({ name, outputs: own, differences, lower, costPerTonne }) => ({
        name,
        emissions: own.emissions!,
        cost: own.cost ?? null,
        difference: { emissions: differences.emissions!, cost: differences.cost ?? null },
        lower: { emissions: lower.emissions!, cost: lower.cost ?? null },
        costPerTonne,
      })),
      notes: [],
    };
  },
});

type Compared = z.output<typeof outputs>;
interface Tabled {
  readonly base: Compared;
  readonly scenarios: readonly (Compared & {
    readonly name: string;
    readonly difference: Compared;
    readonly costPerTonne: number | null;
  })[];
}
