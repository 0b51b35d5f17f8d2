import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn } from "../../tool/unit.ts";
import { IndustryError } from "../industry-error.ts";
import { annuity } from "./plan-weights.ts";

const texts = messages("industry.measures", {
  none: { en: "measures is empty. Give at least one.", zh: "measures 为空，请至少给出一项措施。" },
  twice: {
    en: "measures has {name} twice. Give each a name of its own.",
    zh: "measures 中 {name} 出现两次，请分别命名。",
  },
  noCost: {
    en: "Measure {name} has no cost. Give costPerTonne, or what it costs a year: operatingCost, or investment with lifetime.",
    zh: "措施 {name} 没有成本。请给出 costPerTonne，或其年成本：operatingCost，或 investment 与 lifetime。",
  },
  twoCosts: {
    en: "Measure {name} has costPerTonne and {field}. Give one of them.",
    zh: "措施 {name} 同时给出了 costPerTonne 与 {field}，请只给出一个。",
  },
  noLifetime: {
    en: "Measure {name} has an investment but no lifetime. Give the years that it lasts.",
    zh: "措施 {name} 有投资但没有 lifetime。请给出使用年限。",
  },
});

/** A way to avoid emissions, with what it avoids and costs a year. */
export const measureShape = z.strictObject({
  name: z.string().min(1),
  avoided_t: numberIn("t").positive().describe("Avoided a year"),
  costPerTonne: z.number().optional().describe("Money per t; or give what it costs a year:"),
  investment: z.number().nonnegative().optional(),
  lifetime: z.number().positive().optional().describe("Years over which the investment is paid"),
  /** Money a year beyond the investment; savings are negative. */
  operatingCost: z.number().optional().describe("Money a year; savings are negative"),
  group: z.string().optional().describe("Measures of one group exclude each other"),
});
export type Measure = ResultOf<typeof measureShape>;

/** A measure in the order of the curve; of a group, what it avoids and costs beyond the one that it replaces. */
export interface MeasureStep {
  readonly name: string;
  readonly avoided: number;
  readonly cost: number;
  readonly replaces: string | null;
}

export interface MeasureCurve {
  readonly steps: readonly MeasureStep[];
  /** Measures of a group that are never worth it: another avoids more at a lower marginal cost. */
  readonly dominated: readonly string[];
}

interface Priced {
  readonly name: string;
  readonly avoided: number;
  /** Money a year. */
  readonly total: number;
}

/**
 * The marginal abatement curve of measures: by cost per t, the cheapest first. Of measures that exclude each other the curve has the
 * lower convex hull: each step from one to the next costs what it costs beyond. Throws IndustryError, which names the measure.
 */
export function measureCurve(measures: readonly Measure[], discountRate: number): MeasureCurve {
  if (measures.length === 0) throw new IndustryError("measures", texts.none());
  const names = measures.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new IndustryError("measures", texts.twice({ name: again }));
  const groups = new Map<string | number, Priced[]>();
  measures.forEach((measure, at) => {
    // A measure without a group excludes none.
    const key = measure.group === undefined ? at : measure.group;
    groups.set(key, [...(groups.get(key) ?? []), priced(measure, at, discountRate)]);
  });
  const steps = [...groups.values()].flatMap(hull);
  const kept = new Set(steps.map(({ name }) => name));
  return {
    steps: steps.sort((a, b) => a.cost - b.cost),
    dominated: names.filter((name) => !kept.has(name)),
  };
}

function priced(measure: Measure, at: number, rate: number): Priced {
  const { name, avoided_t, costPerTonne, investment, lifetime, operatingCost } = measure;
  const field = `measures[${at}]`;
  if (costPerTonne !== undefined) {
    for (const [part, value] of Object.entries({ investment, operatingCost }))
      if (value !== undefined) throw new IndustryError(`${field}.${part}`, texts.twoCosts({ name, field: part }));
    return { name, avoided: avoided_t, total: costPerTonne * avoided_t };
  }
  if (investment === undefined && operatingCost === undefined) throw new IndustryError(field, texts.noCost({ name }));
  if (investment !== undefined && lifetime === undefined)
    throw new IndustryError(`${field}.lifetime`, texts.noLifetime({ name }));
  const yearly = investment === undefined ? 0 : investment * annuity(rate, lifetime!);
  return { name, avoided: avoided_t, total: yearly + (operatingCost ?? 0) };
}

/** From nothing along the lower convex hull of amounts avoided and yearly costs. */
function hull(group: readonly Priced[]): MeasureStep[] {
  const steps: MeasureStep[] = [];
  let at: Priced = { name: "", avoided: 0, total: 0 };
  for (;;) {
    const from = at;
    const slope = (to: Priced) => (to.total - from.total) / (to.avoided - from.avoided);
    const beyond = group.filter(({ avoided }) => avoided > from.avoided);
    if (beyond.length === 0) return steps;
    const next = beyond.reduce((best, each) =>
      slope(each) < slope(best) || (slope(each) === slope(best) && each.avoided > best.avoided) ? each : best,
    );
    steps.push({
      name: next.name,
      avoided: next.avoided - from.avoided,
      cost: slope(next),
      replaces: from.avoided > 0 ? from.name : null,
    });
    at = next;
  }
}
