import { z } from "zod";
import { messages } from "../../message/message.ts";
import { metricValue } from "../../quantity/co2e.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { IndustryError } from "../industry-error.ts";
import { completeDeclared } from "../operation/run-operation.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { type Origin, origins } from "./origin.ts";
import type { OtherGas, PlantKind, TierResult } from "./plant.ts";
import type { PlantRun } from "./plant-run.ts";
import { runPlant } from "./run-plant.ts";
import { withUnitParameters } from "./unit-parameters.ts";

const texts = messages("industry.plantResult", {
  cannot: {
    en: "{plant} cannot run with {given:and}. {reason}",
    zh: "{plant} 在 {given:and} 时无法运行。{reason}",
  },
});

export interface PlantQuestion {
  readonly parameters: Readonly<Record<string, number>>;
  readonly unitParameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** t/h, or MW of electricity. */
  readonly output: number;
  /** t CO2/MWh of the electricity bought. */
  readonly gridFactor: number | undefined;
  /** For gases other than CO2. */
  readonly metric: string;
}

/** CO2 of one step, in kg a unit of product. */
export const stepEmissionShape = z.object({
  scope: z.enum(["1", "2", "outside"]).describe("outside: biogenic CO2, which belongs to no scope"),
  step: z.string(),
  origin: z.enum([...origins, "electricity"]),
});
export interface StepEmission extends ResultOf<typeof stepEmissionShape> {
  readonly co2: number;
}

/** A plant's run for each unit of its product: a tonne, or a MWh of electricity. Masses in kg. */
export interface PlantResult {
  readonly kind: PlantKind;
  readonly parameters: Readonly<Record<string, number>>;
  readonly run: PlantRun;
  /** From kg/h, kW or MJ/h to kg, kWh or MJ for each unit of product. */
  per(hourly: number): number;
  readonly byOrigin: Readonly<Record<Origin, number>>;
  readonly scope1: number;
  readonly scope2: number | null;
  readonly stored: number;
  readonly emissions: readonly StepEmission[];
  readonly otherGases: readonly (OtherGas & { readonly co2e: number })[];
  readonly tiers: readonly TierResult[];
}

/** Throws IndustryError as `runPlant`, and if a parameter or a unit is unknown or out of bounds; QuantityError for an unknown metric. */
export function plantResult(kind: PlantKind, question: PlantQuestion): PlantResult {
  // Also where no other gas leaves, so that a metric that does not exist is never written beside a result.
  metricValue("CO2", question.metric);
  const parameters = completeDeclared(kind.name, kind.parameters, question.parameters);
  const run = runAsAsked(kind, parameters, question);
  const per = (hourly: number) => hourly / question.output;
  const sum = (origin: Origin) => per(run.stacks.reduce((all, { byOrigin }) => all + byOrigin[origin], 0));
  const byOrigin = { process: sum("process"), energy: sum("energy"), biogenic: sum("biogenic") };
  const { gridFactor, metric } = question;
  return {
    kind,
    parameters,
    run,
    per,
    byOrigin,
    scope1: byOrigin.process + byOrigin.energy,
    // MW · t/MWh is t/h.
    scope2: gridFactor === undefined ? null : per(run.electricity * gridFactor * 1000),
    stored: per(run.stored.process + run.stored.energy + run.stored.biogenic),
    emissions: emissionsOf(run, per, gridFactor),
    otherGases: (kind.otherGases?.(parameters, run) ?? []).map((each) => ({
      ...each,
      mass: per(each.mass),
      co2e: per(each.mass) * metricValue(each.gas, metric).value,
    })),
    tiers: (kind.tiers?.(parameters, run) ?? []).map((each) => ({
      ...each,
      byTier: per(each.byTier),
      byPlant: per(each.byPlant),
    })),
  };
}

/** The run; what makes it impossible is said with the parameters that were given, since it is they who did. */
function runAsAsked(kind: PlantKind, parameters: Readonly<Record<string, number>>, question: PlantQuestion): PlantRun {
  try {
    const description = withUnitParameters(kind.describe(parameters), question.unitParameters);
    return runPlant(description, question.output * 1000, shippedSubstances);
  } catch (error) {
    if (!(error instanceof IndustryError) || error.field === "parameters" || error.field === "unitParameters")
      throw error;
    const written = (name: string, value: number) => `${name} = ${Number(value.toPrecision(6))}`;
    const given = [
      ...Object.entries(question.parameters).map(([name, value]) => written(name, value)),
      ...Object.entries(question.unitParameters).flatMap(([unit, own]) =>
        Object.entries(own).map(([name, value]) => written(`${unit}.${name}`, value)),
      ),
    ];
    if (given.length === 0) throw error;
    throw new IndustryError(error.field, texts.cannot({ plant: kind.name, given, reason: error.said }));
  }
}

function emissionsOf(run: PlantRun, per: (hourly: number) => number, gridFactor: number | undefined): StepEmission[] {
  const own = run.stacks.flatMap(({ step, byOrigin }) =>
    origins
      .filter((origin) => byOrigin[origin] > 0)
      .map((origin) => ({
        scope: origin === "biogenic" ? ("outside" as const) : ("1" as const),
        step,
        origin,
        co2: per(byOrigin[origin]),
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
      co2: per(power * gridFactor * 1000),
    })),
  ];
}
