import type { CallResult, StepResult } from "../../host.ts";
import type { Draft, Look, RefusalDraft } from "../../intent.ts";
import type { Json, Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { type Target, twoYears, yearCondition } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { refuseByCoverage } from "./coverage.ts";
import { type Figure, figureOf, nameOf, sumsRows } from "./figure.ts";
import { nameOfMeasure, subject, withSource } from "./speech.ts";

/** More figures are not written in one sentence. */
const MOST_FIGURES = 12;

interface QueryResult {
  readonly rows: readonly { readonly [column: string]: string | number | null }[];
  readonly units: { readonly [column: string]: string };
}

export function queryResult({ result }: CallResult): QueryResult {
  return result as QueryResult;
}

/** One figure for each place and year that is asked for. */
export function figuresOf(asked: Asked): Figure[] {
  const { chosen, targets, years, quotient, unit } = asked;
  const places: readonly (Target | null)[] = targets.length > 0 ? targets : [wholeOf(asked)];
  const single = years.kind === "single" ? years.years : [null];
  return places.flatMap((target) =>
    single.map((year) => figureOf({ chosen, target, years: year ?? undefined, year, quotient, unit })),
  );
}

/** The world, where a measure by place is asked for without one. */
export function wholeOf({ chosen, matter }: Asked): Target | null {
  return chosen.measure.place === null ? null : { kind: "world", label: matter.labelOfPlace("WORLD") };
}

/** The steps of figures, those that several share once; a turned sign is a step of its own. */
export function stepsOf(figures: readonly Figure[]): Step[] {
  const steps = figures.flatMap((figure) => [...figure.before, figure.step, ...signStep(figure)]);
  return steps.filter(({ id }, i) => steps.findIndex((each) => each.id === id) === i);
}

function signStep({ step, chosen }: Figure): Step[] {
  if (chosen.measure.sign !== -1) return [];
  const left = { value: { $from: step.id, path: "rows.0.value" }, unit: { $from: step.id, path: "units.value" } };
  return [{ id: `${step.id}Exported`, tool: "quantity.multiply", args: { left, right: { value: -1, unit: "1" } } }];
}

/** Where a figure stands in the results. */
export function placeOf({ step, chosen }: Figure): { step: string; path: string; unit: Want["unit"] } {
  return chosen.measure.sign === -1
    ? { step: `${step.id}Exported`, path: "value", unit: { path: "unit" } }
    : { step: step.id, path: "rows.0.value", unit: { path: "units.value" } };
}

/** The part of a sentence with a figure's year: as it was given, or as the query found it. */
export function yearPart(figure: Figure, wants: Want[]): Part | null {
  const { chosen, year, step } = figure;
  const column = chosen.measure.year;
  if (column === null) return null;
  if (year !== null) return { given: [step.id, `where.${column}`] };
  wants.push({ step: step.id, path: `rows.0.${column}`, name: { en: "year", zh: "年份" }, unit: "year" });
  return { ref: wants.length - 1 };
}

export function wantOf(figure: Figure, quotient: Asked["quotient"], primary = true): Want {
  const name = nameOfMeasure(figure.chosen, quotient);
  const place = figure.target?.label;
  const year = figure.year === null ? "" : `, ${figure.year}`;
  return {
    ...placeOf(figure),
    name: place
      ? { en: `${name.en}, ${place.en}${year}`, zh: `${place.zh}${name.zh}${year && `，${figure.year}年`}` }
      : name,
    ...(primary ? { primary: true } : {}),
  };
}

/** The values of places and years, one after the other. */
export function valuesDraft(asked: Asked): Draft | null {
  const figures = figuresOf(asked);
  if (figures.length > MOST_FIGURES) return null;
  return {
    kind: "draft",
    steps: stepsOf(figures),
    assumed: asked.chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure(figures, results, look);
      if (missing) return missing;
      const wants: Want[] = [];
      const sentence = new Sentence();
      for (const figure of figures) {
        wants.push(wantOf(figure, asked.quotient));
        const ref = wants.length - 1;
        const about = subject(asked.chosen, asked.quotient, figure.target, yearPart(figure, wants));
        sentence.say([...about.en, ": ", { ref }, ". "], [...about.zh, "：", { ref }, "。"]);
      }
      return { kind: "finished", wants, text: withSource(sentence, asked.chosen).template() };
    },
  };
}

/** Sums or means over a span of years. */
export function cumulativeDraft(asked: Asked, reduction: "sum" | "mean"): Draft | null {
  const { chosen, targets, years, quotient, unit } = asked;
  if (reduction === "sum" && chosen.measure.kind !== "flow") return null;
  if (years.kind === "newest" && years.count === 1) return reduction === "mean" ? valuesDraft(asked) : totalOf(asked);
  if (years.kind === "single" && years.years.length === 1) return isHistoric(asked) ? null : totalOf(asked);
  const condition = yearCondition(years);
  if (condition === undefined || quotient !== null) return null;
  const places: readonly (Target | null)[] = targets.length > 0 ? targets : [wholeOf(asked)];
  // The mean of the rows of a group's members is no mean of years: their sum is divided by the years.
  const ofSums = reduction === "mean" && places.some((target) => sumsRows(chosen, target));
  const between = twoYears(years);
  if (ofSums && (!between || years.kind !== "span" || chosen.measure.kind !== "flow" || chosen.measure.sign))
    return null;
  const figures = places.map((target) =>
    figureOf({
      chosen,
      target,
      years: condition,
      year: null,
      quotient: null,
      reduction: ofSums ? "sum" : reduction,
      unit,
    }),
  );
  const means = (ofSums ? figures : []).map(
    ({ step }): Step => ({
      id: `${step.id}ByYear`,
      tool: "quantity.multiply",
      args: {
        left: { value: { $from: step.id, path: "rows.0.value" }, unit: { $from: step.id, path: "units.value" } },
        right: { value: 1 / (between![1] - between![0] + 1), unit: "1" },
      },
    }),
  );
  const spans = figures.map(({ step, target }): Step => {
    const where = step.args.where as { readonly [key: string]: never };
    const { year } = chosen.measure;
    const select = [
      { column: year!, as: "first", aggregate: "min" },
      { column: year!, as: "last", aggregate: "max" },
    ];
    const id = `${nameOf(target, null, reduction)}Years`;
    return {
      id,
      tool: "data.query",
      args: { dataset: chosen.measure.dataset, select, where: { ...where, [chosen.column]: { not: null } } as never },
    };
  });
  return {
    kind: "draft",
    steps: [...stepsOf(figures), ...means, ...spans],
    assumed: chosen.assumed,
    async finish(results, look) {
      for (const [i, figure] of figures.entries()) {
        const missing = await missingFigure([figure], results, look);
        if (missing) return missing;
        if (reachesOut(asked, queryResult(results.get(spans[i]!.id)!))) return explainMissing(figure, look);
      }
      const wants: Want[] = [];
      const sentence = new Sentence();
      for (const [i, figure] of figures.entries()) {
        const want = wantOf(figure, null);
        wants.push(ofSums ? { ...want, step: means[i]!.id, path: "value", unit: { path: "unit" } } : want);
        const ref = wants.length - 1;
        const span = spans[i]!.id;
        wants.push({ step: span, path: "rows.0.first", name: { en: "first year", zh: "起始年" }, unit: "year" });
        wants.push({ step: span, path: "rows.0.last", name: { en: "last year", zh: "截止年" }, unit: "year" });
        const about = subject(chosen, null, figure.target, null);
        const [en, zh] = reduction === "sum" ? ["sum", "合计"] : ["mean by year", "年均"];
        sentence.say(
          [...about.en, ", ", { ref: ref + 1 }, "–", { ref: ref + 2 }, `, ${en}: `, { ref }, ". "],
          [{ ref: ref + 1 }, "–", { ref: ref + 2 }, "年", ...about.zh, `${zh}：`, { ref }, "。"],
        );
      }
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** What was emitted up to a year is no figure of that year. */
function isHistoric({ matter }: Asked): boolean {
  return matter.links.some(({ words }) => /histor|cumulative|历史|累计|累积/i.test(words));
}

/** “Total” of one year over the places that are named. */
function totalOf(asked: Asked): Draft | null {
  if (asked.targets.length <= 1) return valuesDraft(asked);
  const { chosen, targets, years, unit } = asked;
  const countries = targets.flatMap((target) => (target.kind === "country" ? [target.iso3] : []));
  if (countries.length !== targets.length || chosen.measure.kind === "intensity") return null;
  const year = years.kind === "single" ? years.years[0]! : null;
  if (year === null) return null;
  const [first] = targets;
  const figure = figureOf({
    chosen,
    target: first!,
    years: year,
    year,
    quotient: null,
    reduction: "sum",
    unit,
    as: "together",
  });
  const where = { ...(figure.step.args.where as object), [chosen.measure.place!]: countries };
  const together: Figure = { ...figure, step: { ...figure.step, args: { ...figure.step.args, where } } };
  const label = {
    en: targets.map((each) => each.label.en).join(" and "),
    zh: targets.map((each) => each.label.zh).join("与"),
  };
  return {
    kind: "draft",
    steps: [together.step],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure([together], results, look);
      if (missing) return missing;
      const wants: Want[] = [{ ...wantOf(together, null), name: { en: `sum of ${label.en}`, zh: `${label.zh}合计` } }];
      const about = subject(
        chosen,
        null,
        { kind: "group", group: "", label },
        { given: [together.step.id, `where.${chosen.measure.year}`] },
      );
      const names = targets.map((each) => each.label);
      const sentence = new Sentence().say(
        [
          about.en[0]!,
          " of ",
          ...names.flatMap((each, i): Part[] => [...(i ? [" and "] : []), { name: each.en }]),
          " together in ",
          { given: [together.step.id, `where.${chosen.measure.year}`] },
          ": ",
          { ref: 0 },
          ".",
        ],
        [
          ...names.flatMap((each, i): Part[] => [...(i ? ["与"] : []), { name: each.zh }]),
          { given: [together.step.id, `where.${chosen.measure.year}`] },
          "年",
          about.zh.at(-1)!,
          "合计：",
          { ref: 0 },
          "。",
        ],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** The years of a span one after the other: the first, the last, and the change between them; the rows are in the cell. */
export function seriesDraft(asked: Asked): Draft | null {
  const { chosen, targets, years, quotient, unit } = asked;
  const places: readonly (Target | null)[] = targets.length > 0 ? targets : [wholeOf(asked)];
  if (places.length > 4) return null;
  const condition = yearCondition(years);
  const figures = places.map((target) => {
    const figure = figureOf({
      chosen,
      target,
      years: condition ?? { from: 0 },
      year: null,
      quotient,
      unit,
      as: `${nameOf(target, null, null)}Years`,
    });
    const limit =
      years.kind === "newest"
        ? { order: `-${chosen.measure.year}`, ...(years.count > 1 ? { limit: years.count } : {}) }
        : {};
    return { ...figure, step: { ...figure.step, args: { ...figure.step.args, ...limit } } };
  });
  return {
    kind: "draft",
    steps: stepsOf(figures),
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure(figures, results, look);
      if (missing) return missing;
      const wants: Want[] = [];
      const sentence = new Sentence();
      const column = chosen.measure.year!;
      for (const figure of figures) {
        const { rows } = queryResult(results.get(figure.step.id)!);
        const ends = years.kind === "newest" ? [rows.length - 1, 0] : [0, rows.length - 1];
        const name = nameOfMeasure(chosen, quotient);
        for (const [i, row] of rows.entries()) {
          if (rows.length > 40 && !ends.includes(i)) continue;
          const year = row[column];
          wants.push({
            step: figure.step.id,
            path: `rows.${i}.value`,
            unit: { path: "units.value" },
            name: { en: `${name.en}, ${year}`, zh: `${name.zh}，${year}年` },
            ...(ends.includes(i) ? { primary: true } : {}),
          });
          wants.push({
            step: figure.step.id,
            path: `rows.${i}.${column}`,
            unit: "year",
            name: { en: "year", zh: "年份" },
          });
        }
        const refOf = (path: string) => ({
          ref: wants.findIndex((each) => each.step === figure.step.id && each.path === path),
        });
        const about = subject(chosen, quotient, figure.target, null);
        const [from, to] = ends.map((i) => [refOf(`rows.${i}.${column}`), refOf(`rows.${i}.value`)] as const);
        sentence.say(
          [...about.en, ": ", from![1], " in ", from![0], ", ", to![1], " in ", to![0], ". "],
          [...about.zh, "：", from![0], "年 ", from![1], "，", to![0], "年 ", to![1], "。"],
        );
      }
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** The years of the table that has no value for a figure, and a refusal that names the nearest; null if all have one. */
export async function missingFigure(
  figures: readonly Figure[],
  results: ReadonlyMap<string, StepResult>,
  look: Look,
): Promise<RefusalDraft | null> {
  for (const figure of figures) {
    const found = results.get(figure.step.id);
    // A step that was refused says so itself.
    if (!found) throw new Error(`${figure.step.id} has not run`);
    const value = queryResult(found).rows[0]?.value;
    if (typeof value === "number") continue;
    return explainMissing(figure, look);
  }
  return null;
}

async function explainMissing({ chosen, target, year, step }: Figure, look: Look): Promise<RefusalDraft> {
  const { where: given = {} } = step.args as { readonly where?: { readonly [column: string]: Json } };
  const where = Object.fromEntries(
    Object.entries(given).filter(([column, value]) => column !== chosen.measure.year && !isFromStep(value)),
  );
  return refuseByCoverage({ chosen, place: target?.label ?? null, where, year }, look);
}

/** Members of a group stand in another step. */
function isFromStep(value: Json): boolean {
  return typeof value === "object" && value !== null && "$from" in value;
}

/** Whether a span reaches beyond the years of the table. */
function reachesOut({ years }: Asked, { rows }: QueryResult): boolean {
  if (years.kind !== "span") return false;
  const { first, last } = rows[0] ?? {};
  const begins = years.span.first !== null && typeof first === "number" && first > years.span.first;
  const ends = years.span.last !== null && typeof last === "number" && last < years.span.last;
  return begins || ends;
}
