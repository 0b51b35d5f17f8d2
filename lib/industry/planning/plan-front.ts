import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { Work } from "../../numeric/work.ts";
import { paretoFront } from "../../optimization/pareto-front.ts";
import { IndustryError } from "../industry-error.ts";
import { bestPlan } from "./plan.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { type PlanProgramme, planProgramme } from "./plan-programme.ts";

const texts = messages("industry.planFront", {
  instead: { en: "{more:and} instead of {less:and}", zh: "以 {more:and} 替代 {less:and}" },
  more: { en: "more {more:and}", zh: "增加 {more:and}" },
  less: { en: "less {less:and}", zh: "减少 {less:and}" },
  other: { en: "other purchases", zh: "调整外购" },
  alone: {
    en: "The cheapest plan emits least: there is nothing to trade between cost and emissions.",
    zh: "成本最低的方案排放也最低：成本与排放之间无需权衡。",
  },
  noFront: {
    en: "routes: no plan costs more and emits less than the cheapest. Check the costs, emissions and limits of routes, and what prices and demand leave open.",
    zh: "routes：没有成本更高而排放更低于最低成本方案的方案。请核对 routes 的成本、排放与限值，以及 prices 和 demand 所留的余地。",
  },
  stopped: {
    en: "Searches ended before they were finished, {seconds} s together: points may be farther from the front than asked for, by gap. Give more seconds or a larger gap.",
    zh: "搜索未完成即已结束（合计 {seconds} 秒）：各点与前沿的距离可能超过要求，至多为 gap。请增加 seconds 或放宽 gap。",
  },
  mixed: {
    en: "With whole plants or on and off, the front is no line: its points are the best plans for evenly spaced caps, and costs between them are averages.",
    zh: "含整台装置或启停决策时，前沿不是折线：各点为等间隔上限下的最优方案，其间的成本为平均值。",
  },
});

export interface FrontPoint {
  /** t over the years that the periods stand for. */
  readonly emissions: number;
  /** Discounted. */
  readonly cost: number;
  /** Activity of each route over the years that the periods stand for. */
  readonly activity: Float64Array;
}

/** From one point of the front to the next with less emissions. */
export interface AbatementStep {
  readonly label: Message;
  /** Routes that run more and less after it. */
  readonly more: readonly string[];
  readonly less: readonly string[];
  readonly avoided: number;
  /** Money per t: the slope of the front. */
  readonly cost: number;
  /** Emissions from which it starts. */
  readonly from: number;
}

export interface PlanFront {
  /** From the cheapest plan down to the least emissions. */
  readonly points: readonly FrontPoint[];
  readonly steps: readonly AbatementStep[];
  readonly isExact: boolean;
  /** With integers: how far a point may be from the best plan under its cap, relative, at the most. */
  readonly gap: number;
  readonly notes: readonly Message[];
}

/**
 * The front of cost and emissions: the least cost under a cap on total emissions that falls from those of the cheapest plan to the
 * least possible. Without integers its corners are exact, and the cost of a step is the marginal abatement cost between them. Throws
 * IndustryError if there is no plan.
 */
export async function planFront(problem: PlanProblem, work: Work, count?: number): Promise<PlanFront> {
  // The row of the cap stands in the programme even if it holds nothing back yet.
  const open = { ...problem, minimizes: "cost" as const, totalCap: Math.min(problem.totalCap, Number.MAX_VALUE) };
  const built = planProgramme(open);
  const row = built.rows.findIndex(({ kind }) => kind === "totalCap");
  const second = built.emissions.map((each, column) => each * problem.lengths[built.yearOf[column]!]!);
  const front = await paretoFront(built.programme, row, second, work, {
    count,
    gap: problem.gap,
    seconds: problem.seconds,
  });
  // The plan itself says what clashes, or what grows without end.
  if (!front) {
    await bestPlan(problem, work);
    throw new IndustryError("routes", texts.noFront());
  }
  const points = front.points
    .map(({ objective, values }) => ({
      emissions: second.reduce((sum, each, column) => sum + each * values[column]!, 0),
      cost: objective,
      activity: activityOf(problem, built, values),
    }))
    .reverse();
  return {
    points,
    steps: points.slice(1).map((point, k) => stepOf(problem, points[k]!, point)),
    isExact: front.isExact,
    gap: front.gap,
    notes: [
      ...(front.gap > problem.gap ? [texts.stopped({ seconds: problem.seconds })] : []),
      ...(points.length < 2 ? [texts.alone()] : []),
      ...(front.isExact || count !== undefined ? [] : [texts.mixed()]),
    ],
  };
}

function activityOf({ lengths }: PlanProblem, { columns }: PlanProgramme, values: Float64Array): Float64Array {
  return Float64Array.from(columns.activity, (byYear) =>
    byYear.reduce((sum, column, y) => sum + lengths[y]! * values[column]!, 0),
  );
}

function stepOf({ routes }: PlanProblem, before: FrontPoint, after: FrontPoint): AbatementStep {
  const scale = after.activity.reduce((most, each, r) => Math.max(most, each, before.activity[r]!), 0);
  const change = (sign: 1 | -1) =>
    routes.flatMap(({ name }, r) => (sign * (after.activity[r]! - before.activity[r]!) > 1e-7 * scale ? [name] : []));
  const [more, less] = [change(1), change(-1)];
  const avoided = before.emissions - after.emissions;
  return {
    label:
      more.length > 0 && less.length > 0
        ? texts.instead({ more: someOf(more), less: someOf(less) })
        : more.length > 0
          ? texts.more({ more: someOf(more) })
          : less.length > 0
            ? texts.less({ less: someOf(less) })
            : texts.other(),
    more,
    less,
    avoided,
    cost: (after.cost - before.cost) / avoided,
    from: before.emissions,
  };
}
