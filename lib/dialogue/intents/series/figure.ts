import { byYear, isMass } from "../../language/quantities.ts";
import type { Where } from "../../measures/measure.ts";
import type { Json, Step } from "../../plan.ts";
import type { Target } from "./asked.ts";
import type { ChosenMeasure } from "./choose-measure.ts";

/** What a measure is related to. */
export type Quotient = "per head" | "per gdp" | null;

/** A query whose first row holds a figure, and what to say if it has none. */
export interface Figure {
  readonly step: Step;
  /** Steps that must run before it. */
  readonly before: readonly Step[];
  readonly target: Target | null;
  readonly chosen: ChosenMeasure;
  /** The year that is asked for; null for the newest. */
  readonly year: number | null;
}

/** The reduction of the rows of several years to one. */
export type Reduction = "sum" | "mean" | null;

interface FigureOptions {
  readonly chosen: ChosenMeasure;
  readonly target: Target | null;
  /** Condition on the years; undefined for the newest. */
  readonly years: Json | undefined;
  readonly year: number | null;
  readonly quotient: Quotient;
  readonly reduction?: Reduction;
  readonly unit?: string | null;
  /** The year whose members a group has; by default that of the figure. */
  readonly membersOf?: number;
  /** Prefix of the step's name where the same target stands twice. */
  readonly as?: string;
}

/** The figure of a target by a measure, in a row with its year. */
export function figureOf(options: FigureOptions): Figure {
  const { chosen, target, years, year, quotient } = options;
  const { measure } = chosen;
  const before: Step[] = [];
  const id = options.as ?? nameOf(target, year, options.reduction ?? null);
  const selected = targetRows(chosen, target, options.membersOf ?? year, before);
  const needsSum = sumsRows(chosen, target);
  const reduction = options.reduction ?? null;
  const aggregate = reduction ?? (needsSum ? "sum" : null);
  const spoken = options.unit ? unitFor(options.unit, chosen.unit) : null;
  const wanted = spoken === chosen.unit ? null : spoken;
  const unit = wanted ?? (quotient ? null : (measure.shown ?? null));
  const value = quotient
    ? {
        as: "value",
        over: [chosen.column, quotient === "per head" ? "population" : gdpColumnOf(chosen)],
        ...(aggregate ? { aggregate: "sum" } : {}),
        unit: unitOfQuotient(chosen, quotient, options.unit ?? null),
      }
    : { column: chosen.column, as: "value", ...(aggregate ? { aggregate } : {}), ...(unit ? { unit } : {}) };
  const withYear = measure.year !== null && reduction === null;
  const where: Where = {
    ...chosen.where,
    ...selected,
    ...(measure.year !== null && years !== undefined ? { [measure.year]: years } : {}),
    ...(years === undefined ? { [chosen.column]: { not: null } } : {}),
  };
  const args: { [key: string]: Json } = {
    dataset: measure.dataset,
    select: [...(withYear ? [measure.year!] : []), value] as unknown as Json,
    ...(Object.keys(where).length > 0 ? { where: where as Json } : {}),
    ...(quotient ? { join: [joinOf(options, selected)] } : {}),
    ...(aggregate && withYear ? { group: [measure.year!] } : {}),
    ...(withYear ? { order: years === undefined ? `-${measure.year}` : measure.year! } : {}),
    ...(years === undefined && withYear ? { limit: 1 } : {}),
  };
  return { step: { id, tool: "data.query", args }, before, target, chosen, year };
}

/** The same figure without the rows that have no value. */
export function withValues(figure: Figure): Figure {
  const { step, chosen } = figure;
  const where = { ...(step.args.where as Where), [chosen.column]: { not: null } } as Json;
  return { ...figure, step: { ...step, args: { ...step.args, where } } };
}

/** Whether a year's figure is the sum of several rows: of the members of a group, of fuels or sectors. */
export function sumsRows(chosen: ChosenMeasure, target: Target | null): boolean {
  const { place, world } = chosen.measure;
  const isSeveral =
    target?.kind === "group" || target?.kind === "several" || (target?.kind === "world" && world === undefined);
  const several = place !== null && isSeveral;
  const listed = Object.values(chosen.where).some((value) => Array.isArray(value));
  return several || listed || chosen.parts.length > 0 || isOpenSum(chosen);
}

/** Rows of the measure that are left open and summed: fuels, sectors. */
function isOpenSum({ measure, named }: ChosenMeasure): boolean {
  return Object.entries(measure.by ?? {}).some(
    ([kind, by]) =>
      by.open === "sum" &&
      kind !== "place" &&
      by.column !== undefined &&
      !named.some(({ meaning }) => meaning.kind === kind),
  );
}

function targetRows({ measure }: ChosenMeasure, target: Target | null, year: number | null, before: Step[]): Where {
  if (!target || measure.place === null) return {};
  if (target.kind === "country") return { [measure.place]: target.iso3 };
  // Whether the table has the area was asked when the measure was chosen.
  if (target.kind === "area") return measure.areas?.[target.area] ?? {};
  if (target.kind === "several") return { [measure.place]: [...target.places] };
  if (target.kind === "world") return measure.world ?? { ...measure.countries, [measure.place]: { not: null } };
  const members: Step = {
    id: `members${target.group.replaceAll(/\W/g, "")}${year ?? ""}`,
    tool: "classification.members",
    args: { group: target.group, year: year ?? NEWEST_MEMBERS },
  };
  before.push(members);
  return { [measure.place]: { $from: members.id, path: "members" } };
}

/** Members of a group where no year is asked for: those of the newest year that the tables of emissions have. */
export const NEWEST_MEMBERS = 2024;

/** Rows that have both: of a year or a country without people or product there is no quotient. */
function joinOf({ quotient, target, chosen }: FigureOptions, where: Where): Json {
  const isWorld = target?.kind === "world" && "entity_type" in where;
  const on = isWorld ? ["year"] : ["iso3", "year"];
  const kind = isWorld ? "world" : "country";
  const [dataset, known]: [string, Where] =
    quotient === "per head"
      ? ["population", { entity_type: kind }]
      : ["gdp", { area_type: kind, [gdpColumnOf(chosen)]: { not: null } }];
  return { dataset, on, where: known, unmatched: "drop" } as Json;
}

function gdpColumnOf({ gdp }: ChosenMeasure): string {
  return gdp ?? "gdp_ppp_m2017usd";
}

/** Tonnes or kilograms by person, kilograms by dollar; other measures by the unit that the query gives. */
function unitOfQuotient(chosen: ChosenMeasure, quotient: Exclude<Quotient, null>, wanted: string | null): string {
  const dollar = { gdp_ppp_m2017usd: "USD 2017 PPP", gdp_na_m2017usd: "USD 2017" }[chosen.gdp ?? ""] ?? "USD";
  const [, mass = "", rest = ""] = /^([kMG]?t|Tg) ?(.*)$/.exec(chosen.unit) ?? [];
  const per = quotient === "per head" ? "person" : dollar;
  if (wanted !== null && isMass(wanted.split(" ")[0]!))
    return `${wanted.split(" ")[0]}${rest === "" ? "" : ` ${rest}`}/${per}`;
  if (mass === "")
    return `${chosen.unit === "TWh" ? "kWh" : chosen.unit === "million USD" ? "USD" : chosen.unit}/${per}`;
  return `${quotient === "per head" ? "t" : "kg"}${rest === "" ? "" : ` ${rest}`}/${per}`;
}

/** The unit of a figure where the question wants none. */
export function unitOfFigure(chosen: ChosenMeasure, quotient: Quotient): string {
  return quotient ? unitOfQuotient(chosen, quotient, null) : (chosen.measure.shown ?? chosen.unit);
}

/** A mass without a gas is of the gas of the measure, and by year where the measure is. */
export function unitFor(wanted: string, measured: string): string {
  const [, gas] = /^\S+ ([^/]+)/.exec(measured) ?? [];
  // “in CO2” keeps the mass.
  if (wanted.startsWith("* ")) return measured.replace(/^(\S+) [^/]+/, `$1 ${wanted.slice(2)}`);
  // “in CO2e” is by the metric of the table.
  if (gas?.startsWith("CO2e ") && wanted.endsWith(" CO2e")) return `${wanted.slice(0, -" CO2e".length)} ${gas}`;
  const named = gas && isMass(wanted) ? `${wanted} ${gas}` : wanted;
  return byYear(named, measured);
}

export function nameOf(target: Target | null, year: number | null, reduction: Reduction): string {
  const place = !target
    ? "value"
    : target.kind === "country"
      ? target.iso3.toLowerCase()
      : target.kind === "several"
        ? "together"
        : target.kind === "area"
          ? target.area.toLowerCase().replaceAll(/\W/g, "")
          : target.kind === "world"
            ? "worldwide"
            : `group${target.group.replaceAll(/\W/g, "")}`;
  return `${place}${year === null ? "" : year}${reduction === "sum" ? "Sum" : reduction === "mean" ? "Mean" : ""}`;
}

/** Units that are no quantities to be compared by kind: a mole fraction, areas in thousands of hectares. */
const BARE = /^(?:pp[mbt]|1000 ha|1000 bbl\/d|10\^9 m3|.*CO2e\/kWh)$/;

/** Whether a unit is no quantity that could be converted. */
export function isBare(unit: string): boolean {
  return BARE.test(unit);
}

/** The value of a figure as an argument of a later step. */
export function quantityFrom({ step, chosen }: Pick<Figure, "step" | "chosen">): Json {
  const unit = isBare(chosen.unit) ? "1" : { $from: step.id, path: "units.value" };
  return { value: { $from: step.id, path: "rows.0.value" }, unit };
}

/** The unit of a difference of two such figures, as a want says it. */
export function differenceUnit({ unit }: ChosenMeasure): string | { readonly path: string } {
  return isBare(unit) ? unit : { path: "difference.unit" };
}
