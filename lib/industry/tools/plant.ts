import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { completeDeclared } from "../operation/run-operation.ts";
import { origins } from "../plant/plant.ts";
import { plantNamed } from "../plant/plants.ts";
import { type PlantBalance, type PlantRun, runPlant } from "../plant/run-plant.ts";
import { withUnitParameters } from "../plant/unit-parameters.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { confirmationNotes } from "./confirmation-notes.ts";
import { parameterOut, writeParameter } from "./parameter-schema.ts";

const said = messages("industry.plantTool", {
  noGrid: {
    en: "Scope 2 is not computed: give gridFactor_t_MWh, the factor of the electricity that the plant buys.",
    zh: "未计算范围二：请给出 gridFactor_t_MWh，即外购电的排放因子。",
  },
  heat: {
    en: "Heat of {heat} MW comes from outside; what makes it is not counted.",
    zh: "有 {heat} MW 的热来自厂外，其生产的排放未计入。",
  },
  unitParameters: {
    en: "Parameters of single units that are not listed here have the typical values of industry.operations, many of them assumed.",
    zh: "此处未列出的各单元参数取 industry.operations 的典型值，其中许多为假定值。",
  },
});

const perTonne = numberIn("kg/t");

export const industryPlant = defineTool({
  name: "industry.plant",
  title: { en: "Plant", zh: "工厂" },
  summary: {
    en: "A plant unit by unit: CO2 by scope, step and origin (process, energy, biogenic) per tonne of product, with balances of carbon, mass and energy over the gate and the same CO2 by the carbon balance of the guidelines.",
    zh: "逐单元计算一个工厂：按范围、步骤和来源（过程、能源、生物源）给出每吨产品的 CO2，以及厂界的碳、质量与能量平衡，并以指南的碳平衡法核对同一 CO2。",
  },
  input: z.object({
    plant: z.string().min(1).describe('Name of the plant, as "steel BF-BOF"; industry.plants lists them'),
    parameters: z
      .record(z.string(), z.number())
      .optional()
      .describe("Parameter → value in its unit; others are typical values"),
    unitParameters: z
      .record(z.string(), z.record(z.string(), z.number()))
      .optional()
      .describe("Unit → parameter of its operation → value in its unit"),
    output_t_h: numberIn("t/h").positive().default(1).describe("Product; all results are proportional to it"),
    gridFactor_t_MWh: numberIn("t CO2/MWh")
      .nonnegative()
      .optional()
      .describe("Of the electricity bought, for scope 2 (location-based)"),
  }),
  output: z.object({
    scope1_kg_t: perTonne.describe("CO2 from the plant's own stacks, of process and energy; biogenic CO2 is apart"),
    scope2_kg_t: perTonne.nullable().describe("CO2 of the electricity bought; null without a grid factor"),
    process_kg_t: perTonne.describe("Of scope 1: carbonates, reducing agents, electrodes, anodes"),
    energy_kg_t: perTonne.describe("Of scope 1: fuel burnt for heat"),
    biogenic_kg_t: perTonne,
    stored_kg_t: perTonne.describe("CO2 that is captured and stored"),
    byGate_kg_t: perTonne.describe(
      "All CO2 by the balance of carbon over the gate, Σ C in − Σ C in products, as tier 3: equals process + energy + biogenic",
    ),
    electricity_kWh_t: numberIn("kWh/t").describe("Bought; negative: sold"),
    heat_GJ_t: numberIn("GJ/t").describe("From outside the plant"),
    emissions: z.array(
      z.object({
        scope: z.enum(["1", "2", "outside"]).describe("outside: biogenic CO2, which belongs to no scope"),
        step: z.string(),
        origin: z.enum([...origins, "electricity"]),
        co2_kg_t: perTonne,
      }),
    ),
    otherGases: z
      .array(z.object({ gas: z.string(), step: z.string(), mass_kg_t: perTonne }))
      .describe(
        "Gases beside CO2 by their own mass, where the plant has a method for them; not part of the sums above",
      ),
    feeds: z.array(z.object({ feed: z.string(), mass_kg_t: perTonne })),
    energy: z
      .array(
        z.object({
          step: z.string(),
          name: z.string(),
          kind: z.enum(["electricity", "heat"]),
          power_MW: numberIn("MW").describe("Taken; negative: given"),
        }),
      )
      .describe("Electricity of each step, and heat that no unit of the plant gives"),
    links: z
      .array(
        z.object({
          from: z.string(),
          to: z.string(),
          stream: z.string(),
          carbon_kg_h: numberIn("kg/h"),
          energy_MW: numberIn("MW").describe("Net heating value of matter; heat and electricity as they are"),
        }),
      )
      .describe("What flows where, for diagrams of carbon and energy"),
    balances: z.array(
      z.object({
        quantity: z.string(),
        unit: z.enum(["kg/h", "MW"]),
        into: numberIn(siblingUnit),
        out: numberIn(siblingUnit),
        residual: ratio,
      }),
    ),
    parameters: z.array(parameterOut),
    assumptions: z.array(z.string()),
    notes: notesOut,
  }),
  formula: "CO2 = (Σ C_in − Σ C_product − Σ C_stored) · 44/12 = Σ_stacks C · 44/12",
  assumptions: [
    "Each feed of carbon has one origin, process or energy, and keeps it through the plant: nothing is counted twice.",
    "Carbon monoxide that leaves counts as the CO2 that it becomes; methane and nitrous oxide are not counted; perfluorocarbons of aluminium are, by mass, beside the sums.",
    "Scope 1 is CO2 at the plant; making of feeds (ore, lime, pellets, oxygen) is upstream and not included.",
  ],
  references: [
    "IPCC 2006 Guidelines, Vol. 3 ch. 2 and 4: process emissions and carbon balances.",
    "GHG Protocol, Corporate Standard: scopes.",
    "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556: enthalpies.",
  ],
  run({ plant: name, parameters = {}, unitParameters = {}, output_t_h, gridFactor_t_MWh }) {
    const plant = plantNamed(name);
    const complete = completeDeclared(plant.name, plant.parameters, parameters);
    const run = runPlant(
      withUnitParameters(plant.describe(complete), unitParameters),
      output_t_h * 1000,
      shippedSubstances,
    );
    const each = (kg: number) => kg / output_t_h;
    const byOrigin = Object.fromEntries(
      origins.map((origin) => [origin, run.stacks.reduce((sum, stack) => sum + each(stack.byOrigin[origin]), 0)]),
    ) as Record<(typeof origins)[number], number>;
    // MW · t/MWh is t/h.
    const scope2 = gridFactor_t_MWh === undefined ? null : each(run.electricity * gridFactor_t_MWh * 1000);
    return {
      scope1_kg_t: byOrigin.process + byOrigin.energy,
      scope2_kg_t: scope2,
      process_kg_t: byOrigin.process,
      energy_kg_t: byOrigin.energy,
      biogenic_kg_t: byOrigin.biogenic,
      stored_kg_t: each(run.stored.process + run.stored.energy + run.stored.biogenic),
      byGate_kg_t: each(run.byGate),
      electricity_kWh_t: each(run.electricity * 1000),
      heat_GJ_t: each(run.heat * 3.6),
      emissions: emissionsOf(run, each, gridFactor_t_MWh),
      otherGases: (plant.otherGases?.(complete) ?? []).map(({ perTonne: mass_kg_t, ...gas }) => ({
        ...gas,
        mass_kg_t,
      })),
      feeds: Object.entries(run.feeds)
        .filter(([, mass]) => mass > 0)
        .map(([feed, mass]) => ({ feed, mass_kg_t: each(mass) })),
      energy: run.energy.map(({ step, name: what, kind, power }) => ({ step, name: what, kind, power_MW: power })),
      links: run.links.map(({ carbon, energy, ...link }) => ({ ...link, carbon_kg_h: carbon, energy_MW: energy })),
      balances: [
        balanceOut("carbon", "kg/h", run.carbon),
        balanceOut("mass", "kg/h", run.mass),
        balanceOut("energy", "MW", run.energyBalance),
      ],
      parameters: Object.entries(plant.parameters).map(([parameter, declared]) => ({
        name: parameter,
        ...writeParameter(declared),
        value: complete[parameter]!,
        given: Object.hasOwn(parameters, parameter),
      })),
      assumptions: [...plant.assumptions],
      notes: notesOf(run, [
        ...confirmationNotes(plant.parameters, parameters),
        ...(gridFactor_t_MWh === undefined ? [said.noGrid()] : []),
      ]),
    };
  },
});

function emissionsOf(run: PlantRun, each: (kg: number) => number, gridFactor: number | undefined) {
  const own = run.stacks.flatMap(({ step, byOrigin }) =>
    origins
      .filter((origin) => byOrigin[origin] > 0)
      .map((origin) => ({
        scope: origin === "biogenic" ? ("outside" as const) : ("1" as const),
        step,
        origin,
        co2_kg_t: each(byOrigin[origin]),
      })),
  );
  if (gridFactor === undefined) return own;
  const bought = run.energy.filter(({ kind, power }) => kind === "electricity" && power !== 0);
  return [
    ...own,
    ...bought.map(({ step, power }) => ({
      scope: "2" as const,
      step,
      origin: "electricity" as const,
      co2_kg_t: each(power * gridFactor * 1000),
    })),
  ];
}

function balanceOut(quantity: string, unit: "kg/h" | "MW", { into, out, residual }: PlantBalance) {
  return { quantity, unit, into, out, residual };
}

function notesOf(run: PlantRun, notes: readonly Message[]): Message[] {
  return [
    ...notes,
    said.unitParameters(),
    ...(run.heat > 1e-9 ? [said.heat({ heat: Number(run.heat.toPrecision(4)) })] : []),
  ];
}
