import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { announcedExports, announcedExportsShape } from "../avoided/announced-exports.ts";
import { assumed, assumptionShape, illustrative } from "../avoided/assumption.ts";
import {
  assumptionSurface,
  measured,
  reachedBy,
  type SurfaceAxis,
  surfaceMeasures,
  surfaceParameters,
} from "../avoided/assumption-surface.ts";
import { notesOnDecline } from "../avoided/avoided-emissions.ts";
import { besideTheInventory } from "../avoided/beside.ts";
import { destinationGrids, gridBases, gridDatasets } from "../avoided/destination-grids.ts";
import { type Shipment, solarShipments, windShipments } from "../avoided/shipments.ts";
import { BorderError } from "../border-error.ts";
import { lifeFields, perMWh, tonnes } from "./avoided-schema.ts";

const texts = messages("border.surface", {
  descending: {
    en: "{axis}.to is {to}; expected a number above {axis}.from, which is {from}.",
    zh: "{axis}.to 应大于 {axis}.from（{from}），实际为 {to}。",
  },
  sameAxis: {
    en: "x and y vary the same assumption, {parameter}. Choose two.",
    zh: "x 与 y 改变的是同一项假定 {parameter}，请选择两项不同的假定。",
  },
  outside: {
    en: "{axis} takes {parameter} to {value}; expected values from {least} to {most}.",
    zh: "{axis} 使 {parameter} 达到 {value}；应在 {least} 至 {most} 之间。",
  },
  notEarlier: {
    en: "since is {since}, after year, which is {year}.",
    zh: "since（{since}）晚于 year（{year}）。",
  },
  claim: {
    en: "The announced figure is a claim to compare with. That a pair of assumptions reaches it does not say that these assumptions were made.",
    zh: "公布值是用于对照的说法。某一组假定达到该值，并不说明其采用了这些假定。",
  },
  running: {
    en: "All that was shipped from {since} to {year} counts as running, without degradation before the first year.",
    zh: "{since} 至 {year} 年出口的设备全部视为在运行，首年之前不计衰减。",
  },
  illustrative: {
    en: "These values are illustrative defaults without a source: {names:and}.",
    zh: "以下数值为没有来源的示意性默认值：{names:and}。",
  },
});

const bounds: Readonly<Record<(typeof surfaceParameters)[number], readonly [number, number]>> = {
  capacity_MW: [0, Number.MAX_VALUE],
  capacityFactor: [0, 1],
  gridFactor_t_MWh: [0, Number.MAX_VALUE],
  lifetime_yr: [1, 200],
  degradation: [0, 1],
  decline: [0, 1],
  losses: [0, 1],
  embodied_t_MW: [0, Number.MAX_VALUE],
};

/** Units of the assumptions, so that a row can name its own. */
const units: Readonly<Record<(typeof surfaceParameters)[number], string>> = {
  capacity_MW: "MW",
  capacityFactor: "1",
  gridFactor_t_MWh: "t CO2e AR6.GWP100/MWh",
  lifetime_yr: "yr",
  degradation: "1/yr",
  decline: "1/yr",
  losses: "1",
  embodied_t_MW: "t CO2e AR6.GWP100/MW",
};

const axisIn = z.strictObject({
  parameter: z.enum(surfaceParameters),
  from: z.number().describe("In the unit of the assumption"),
  to: z.number().describe("In the unit of the assumption"),
  steps: z.int().min(2).max(101).default(25).describe("Values from one end to the other"),
});

const { lifetime_yr, degradation, decline, ...otherLife } = lifeFields;

const gridFactor = numberIn(perMWh).nonnegative();

export const avoidedSurface = defineTool({
  name: "avoided.surface",
  title: { en: "Which assumptions reach the announced avoided emissions", zh: "哪些假定能达到公布的避免排放" },
  summary: {
    en: "Avoided or making emissions of China's exported solar and wind capacity over two assumptions, with the pairs at which they are what was announced, and what each assumption alone would have to be.",
    zh: "中国出口光伏与风电的避免排放或制造排放随两项假定的变化，达到公布值的假定组合，以及各项假定单独须取何值。",
  },
  input: z.object({
    year: yearIn.default(2024),
    since: yearIn.optional().describe("First year of shipments that count as running; default: year alone"),
    goods: z.enum(["solar", "wind", "both"]).default("both"),
    measure: z.enum(surfaceMeasures).default("first year"),
    x: axisIn,
    y: axisIn,
    grid: z.enum(gridBases).default("combined margin").describe("The grid factor where no axis varies it"),
    capacity_MW: numberIn("MW").nonnegative().optional().describe("Default: from the datasets of exports"),
    capacityFactor: ratio.min(0).max(1).optional().describe("Mean of all goods; default: illustrative"),
    gridFactor_t_MWh: gridFactor.optional().describe("Default: mean of the destinations of panels"),
    lifetime_yr: lifetime_yr.optional().describe("Default: illustrative"),
    degradation: degradation.removeDefault().optional().describe("Default: illustrative"),
    decline: decline.removeDefault().optional().describe("Default: illustrative"),
    ...otherLife,
    embodied_t_MW: numberIn(`${tonnes}/MW`).nonnegative().default(0).describe("Emissions of making"),
    target_t: numberIn(tonnes).nonnegative().optional().describe("Default: what was announced"),
  }),
  output: z.object({
    target_t: numberIn(tonnes),
    value_t: numberIn(tonnes).describe("With the fixed assumptions"),
    cells: z.array(
      z.object({
        x: numberIn({ unitIn: "xUnit" }),
        y: numberIn({ unitIn: "yUnit" }),
        value_t: numberIn(tonnes),
        reaches: z.boolean().describe("Whether the value is the target or more"),
      }),
    ),
    contour: z
      .array(z.object({ x: numberIn({ unitIn: "xUnit" }), y: numberIn({ unitIn: "yUnit" }) }))
      .describe("Pairs of assumptions at which the value is the target"),
    xParameter: z.enum(surfaceParameters),
    yParameter: z.enum(surfaceParameters),
    xUnit: z.string(),
    yUnit: z.string(),
    reachedShare: ratio.describe("Share of the cells that reach the target"),
    alone: z
      .array(
        z.object({
          parameter: z.enum(surfaceParameters),
          unit: z.string(),
          fixed: numberIn(siblingUnit).describe("Its value where no axis varies it"),
          needed: numberIn(siblingUnit)
            .nullable()
            .describe("Its value that alone would reach the target; null if none does"),
        }),
      )
      .describe("Each assumption by itself"),
    gridFactors: z
      .array(z.object({ grid: z.enum(gridBases), gridFactor_t_MWh: numberIn(perMWh) }))
      .describe("Means of the destinations, weighted by capacity"),
    assumptions: z.array(assumptionShape),
    announced: announcedExportsShape,
    metric: z.string(),
    notes: notesOut,
  }),
  formula: "Σ_y 8760 P c (1 − l)(1 − d)^y g_y − e P = target",
  assumptions: [
    "One capacity factor and one grid factor for all that was exported: means weighted by capacity.",
    "Avoided emissions stand beside an inventory and are never netted into it.",
    "The announcement gives neither its assumptions nor whether 350 Mt are of a year or of a lifetime.",
  ],
  references: [
    "WBCSD (2023), Guidance on Avoided Emissions: baseline less solution, with a baseline of each year.",
    "Chinese Academy of Sciences, announcement of 8 April 2026, as reported by Xinhua.",
  ],
  datasets: [
    "solar_exports_china_monthly",
    "china_wind_exports",
    ...gridDatasets,
    "grid_factors_china",
    "panorama_announced",
  ],
  async run({ year, since = year, goods, measure, x, y, grid, target_t, ...given }, _work, read) {
    if (x.parameter === y.parameter) throw new BorderError("y.parameter", texts.sameAxis({ parameter: x.parameter }));
    if (since > year) throw new BorderError("since", texts.notEarlier({ since, year }));
    const [alongX, alongY] = [axisOf("x", x), axisOf("y", y)];
    const announced = await announcedExports(read);
    const target = target_t ?? (measure === "making" ? announced.making_t : announced.avoided_t);
    const { solar, wind_MW } = await exported(year, since, goods, read);
    const solar_MW = solar.reduce((sum, { capacity_MW }) => sum + capacity_MW, 0);
    // Of wind no more than five destinations are known, so that the means are those of the panels.
    const destinations = solar.length > 0 ? solar : await solarShipments(year, "panels", read);
    const gridFactors = await Promise.all(
      gridBases.map(async (basis) => ({
        grid: basis,
        gridFactor_t_MWh: meanFactor(destinations, await destinationGrids(basis, year, read)),
      })),
    );
    const all_MW = solar_MW + wind_MW;
    const mean =
      all_MW > 0
        ? (solar_MW * illustrative.solar.capacityFactor + wind_MW * illustrative.wind.capacityFactor) / all_MW
        : illustrative.solar.capacityFactor;
    const of = goods === "wind" ? illustrative.wind : illustrative.solar;
    const life = {
      capacityFactor: assumed("capacityFactor", units.capacityFactor, given.capacityFactor, mean),
      lifetime_yr: assumed("lifetime_yr", units.lifetime_yr, given.lifetime_yr, of.lifetime_yr),
      degradation: assumed("degradation", units.degradation, given.degradation, of.degradation),
      decline: assumed("decline", units.decline, given.decline, of.decline),
      losses: assumed("losses", units.losses, given.losses, 0),
    };
    const fixed = {
      capacity_MW: given.capacity_MW ?? all_MW,
      capacityFactor: life.capacityFactor.value,
      gridFactor_t_MWh: given.gridFactor_t_MWh ?? gridFactors.find((each) => each.grid === grid)!.gridFactor_t_MWh,
      lifetime_yr: life.lifetime_yr.value,
      degradation: life.degradation.value,
      decline: life.decline.value,
      declineForm: given.declineForm,
      losses: life.losses.value,
      embodied_t_MW: given.embodied_t_MW,
    };
    const { cells, contour } = assumptionSurface(fixed, measure, alongX, alongY, target);
    const varied: readonly string[] = [x.parameter, y.parameter];
    const assumptions = Object.values(life).filter(({ name }) => !varied.includes(name));
    const open = assumptions.filter((each) => each.illustrative).map(({ name }) => name);
    const notes: Message[] = [
      besideTheInventory(),
      texts.claim(),
      ...(since < year ? [texts.running({ since, year })] : []),
      ...(open.length > 0 ? [texts.illustrative({ names: open })] : []),
      ...notesOnDecline(fixed),
    ];
    return {
      target_t: target,
      value_t: measured(fixed, measure),
      cells: [...cells],
      contour: [...contour],
      xParameter: x.parameter,
      yParameter: y.parameter,
      xUnit: units[x.parameter],
      yUnit: units[y.parameter],
      reachedShare: cells.filter(({ reaches }) => reaches).length / cells.length,
      alone: surfaceParameters.map((parameter) => ({
        parameter,
        unit: units[parameter],
        fixed: fixed[parameter],
        needed: reachedBy(fixed, measure, parameter, target),
      })),
      gridFactors,
      assumptions,
      announced,
      metric: "AR6.GWP100",
      notes,
    };
  },
});

/** Panels by destination, and turbines in all, that were exported from one year to another. */
async function exported(year: number, since: number, goods: "solar" | "wind" | "both", read: Read) {
  const solar: Shipment[] = [];
  if (goods !== "wind")
    for (let at = since; at <= year; at++) solar.push(...(await solarShipments(at, "panels", read)));
  const { total_MW } =
    goods === "solar" ? { total_MW: 0 } : await windShipments(year, since < year ? "cumulative" : "annual", read);
  return { solar, wind_MW: total_MW };
}

function meanFactor(shipments: readonly Shipment[], grids: Awaited<ReturnType<typeof destinationGrids>>): number {
  let [sum, capacity] = [0, 0];
  for (const { iso3, capacity_MW } of shipments) {
    const grid = iso3 === null ? undefined : grids.get(iso3);
    if (!grid) continue;
    sum += capacity_MW * grid.factor_t_MWh;
    capacity += capacity_MW;
  }
  return capacity > 0 ? sum / capacity : 0;
}

/** Evenly spaced values; lifetimes are whole years. Throws BorderError. */
function axisOf(axis: "x" | "y", { parameter, from, to, steps }: z.output<typeof axisIn>): SurfaceAxis {
  if (!(to > from)) throw new BorderError(`${axis}.to`, texts.descending({ axis, from, to }));
  const [least, most] = bounds[parameter];
  for (const value of [from, to])
    if (value < least || value > most)
      throw new BorderError(
        axis,
        texts.outside({ axis, parameter, value, least, most: most === Number.MAX_VALUE ? "∞" : most }),
      );
  const values = Array.from({ length: steps }, (_, at) => from + (at / (steps - 1)) * (to - from));
  return { parameter, values: parameter === "lifetime_yr" ? [...new Set(values.map(Math.round))] : values };
}
