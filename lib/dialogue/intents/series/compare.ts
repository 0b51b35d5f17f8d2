import type { Draft } from "../../intent.ts";
import type { Json, Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import { endsOf, type Target, yearCondition } from "./asked.ts";
import type { Asked } from "./asked-series.ts";
import { differenceUnit, type Figure, figureOf, NEWEST_MEMBERS, quantityFrom } from "./figure.ts";
import { saysPercent } from "./implied.ts";
import { newestOr } from "./rank.ts";
import { nameOfMeasure, subject, withSource } from "./speech.ts";
import { figuresOf, missingFigure, queryResult, stepsOf, wantOf, wholeOf, yearPart } from "./values.ts";

/** Two figures to be compared: of two years of one place, or of two places in one year. */
function pairOf(asked: Asked): readonly [Figure, Figure] | null {
  const { chosen, targets, years, quotient, unit } = asked;
  const between = endsOf(years);
  if (between && targets.length <= 1) {
    const target = targets[0] ?? wholeOf(asked);
    const membersOf = between[1] ?? NEWEST_MEMBERS;
    const [first, last] = between.map((year) =>
      figureOf({ chosen, target, years: year ?? undefined, year, quotient, unit, membersOf }),
    ) as [Figure, Figure];
    return [last, first];
  }
  // “How much more than India did China emit?”
  if (targets.length === 2 && (years.kind === "newest" || (years.kind === "single" && years.years.length === 1))) {
    const [left, right] = figuresOf(asked);
    return followsThan(asked) ? [right!, left!] : [left!, right!];
  }
  return null;
}

/** Whether the place that is named first is what the other is held against. */
function followsThan({ matter }: Asked): boolean {
  const at = matter.links.findIndex(({ meanings }) =>
    meanings.some(({ kind }) => kind === "place" || kind === "group" || kind === "region"),
  );
  return at > 0 && /(?:^| )than$/i.test(matter.links[at - 1]!.words);
}

const UNDIRECTED = /\bapart\b|\bgap\b|difference between|\bdiffer\b|差多少|相差|差距|差值|之差|差几|差别/i;
const DIRECTED = /\bthan\b|exceed|minus|more|less|higher|lower|高|低|比.*[多少]/i;

function wordsOf({ matter }: Asked): string {
  const words = matter.links.map((link) => link.words).join(" ");
  return DIRECTED.test(words) ? "" : words;
}

/** What a figure is called in a comparison: its year, or its place. */
function nameOfSide(figure: Figure, other: Figure, wants: Want[]): { en: Part[]; zh: Part[] } {
  const year = figure.target === other.target ? yearPart(figure, wants) : null;
  if (year) return { en: [year], zh: [year, "年"] };
  const label = figure.target?.label ?? { en: "the world", zh: "全球" };
  return { en: [{ name: label.en }], zh: [{ name: label.zh }] };
}

function compareStep(left: Figure, right: Figure): Step {
  return {
    id: "comparison",
    tool: "quantity.compare",
    args: { left: quantityFrom(left), right: quantityFrom(right) },
  };
}

/** The change from the earlier year to the later, or the difference of two places: in the unit, and in per cent of the other. */
export function changeDraft(asked: Asked): Draft | null {
  const pair = pairOf(asked);
  if (!pair) return null;
  const [left, right] = pair;
  const { matter, chosen, quotient } = asked;
  const saysIt = matter.links.some(({ words, via }) => via !== "context" && saysPercent(words));
  // “In CO2” is no unit: the mass stays open.
  const hasUnit = asked.unit !== null && !asked.unit.startsWith("* ");
  const inPercent =
    asked.percent ||
    saysIt ||
    (!hasUnit && matter.has("operation", "change") && !matter.has("operation", "difference"));
  // “How far apart” has no direction: the larger less the smaller.
  const isUndirected = left.target !== right.target && !inPercent && UNDIRECTED.test(wordsOf(asked));
  const back: Step = { ...compareStep(right, left), id: "comparisonBack" };
  const inUnits = (matter.has("operation", "difference") && !asked.percent && !saysIt) || hasUnit;
  const compare = compareStep(left, right);
  return {
    kind: "draft",
    steps: [...stepsOf(pair), compare, ...(isUndirected ? [back] : [])],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure(pair, results, look);
      if (missing) return missing;
      const name = nameOfMeasure(chosen, quotient);
      const { difference: found } = results.get(compare.id)!.result as { difference: { value: number } };
      const taken = isUndirected && found.value < 0 ? back : compare;
      const difference: Want = {
        step: taken.id,
        path: "difference.value",
        unit: differenceUnit(chosen),
        name: { en: `difference, ${name.en}`, zh: `${name.zh}之差` },
      };
      const percent: Want = {
        step: taken.id,
        path: "change",
        unit: "%",
        name: { en: `change of ${name.en}`, zh: `${name.zh}变化率` },
      };
      const wants: Want[] = [
        { ...difference, ...(inPercent ? {} : { primary: true }) },
        { ...percent, ...(inUnits ? {} : { primary: true }) },
        wantOf(left, quotient, false),
        wantOf(right, quotient, false),
      ];
      const about = subject(
        chosen,
        quotient,
        left.target === right.target ? left.target : null,
        left.target === right.target ? null : yearPart(left, wants),
      );
      const [a, b] = [nameOfSide(left, right, wants), nameOfSide(right, left, wants)];
      const sentence = new Sentence().say(
        [
          ...about.en,
          ": ",
          ...a.en,
          " ",
          { ref: 2 },
          ", ",
          ...b.en,
          " ",
          { ref: 3 },
          "; difference ",
          { ref: 0 },
          " (",
          { ref: 1 },
          "). ",
        ],
        [
          ...about.zh,
          "：",
          ...a.zh,
          " ",
          { ref: 2 },
          "，",
          ...b.zh,
          " ",
          { ref: 3 },
          "；相差 ",
          { ref: 0 },
          "（",
          { ref: 1 },
          "）。",
        ],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

/** “How many times the emissions of A are those of B” is B over A; other questions name the numerator first. */
function isInverted({ matter }: Asked): boolean {
  const at = matter.links.findIndex((link) => /^how many times$/i.test(link.words));
  const first = matter.links.findIndex(({ meanings, years }) => years || meanings.some(({ kind }) => kind === "place"));
  return at >= 0 && at < first && /^the$/i.test(matter.links[at + 1]?.words ?? "");
}

/** How many times one figure is another, in the order in which they are named. */
export function ratioDraft(asked: Asked): Draft | null {
  const between = pairOf(asked);
  if (!between) return null;
  const { years } = asked;
  const told = asked.matter.links.filter((link) => link.years);
  // Years of different turns have no order: the later over the earlier.
  const isOneTurn = told.every(({ turn, via }) => via !== "context" && turn === told[0]!.turn);
  // “It grew how many times” is the later over the earlier, however they are named.
  const named =
    isOneTurn &&
    !asked.matter.has("operation", "moved") &&
    years.kind === "single" &&
    years.years.length === 2 &&
    between[0].year !== years.years[0];
  // “How many times dirtier is the second one?”
  const isSecond = asked.matter.find("ordinal").some(({ meaning }) => meaning.value === 2 || meaning.value === -1);
  // “How many times dirtier is that?” is of what was said last.
  const said = asked.matter.links.filter(({ meanings }) => meanings.some(({ kind }) => kind === "place"));
  const isLast = said.length === 2 && said.every(({ via }) => via === "context") && said[0]!.turn < said[1]!.turn;
  const turned = isInverted(asked) || isSecond || isLast;
  const pair: readonly [Figure, Figure] = named !== turned ? [between[1], between[0]] : between;
  const [left, right] = pair;
  const compare = compareStep(left, right);
  const { chosen, quotient } = asked;
  return {
    kind: "draft",
    steps: [...stepsOf(pair), compare],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure(pair, results, look);
      if (missing) return missing;
      const name = nameOfMeasure(chosen, quotient);
      const wants: Want[] = [
        {
          step: compare.id,
          path: "ratio",
          unit: "1",
          primary: true,
          name: { en: `ratio of ${name.en}`, zh: `${name.zh}之比` },
        },
        wantOf(left, quotient, false),
        wantOf(right, quotient, false),
      ];
      const about = subject(
        chosen,
        quotient,
        left.target === right.target ? left.target : null,
        left.target === right.target ? null : yearPart(left, wants),
      );
      const [a, b] = [nameOfSide(left, right, wants), nameOfSide(right, left, wants)];
      const sentence = new Sentence().say(
        [
          ...about.en,
          ": ",
          ...a.en,
          " ",
          { ref: 1 },
          ", ",
          ...b.en,
          " ",
          { ref: 2 },
          ", a ratio of ",
          { ref: 0 },
          ". ",
        ],
        [...about.zh, "：", ...a.zh, " ", { ref: 1 }, "，", ...b.zh, " ", { ref: 2 }, "，比值为 ", { ref: 0 }, "。"],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}

function sumsUp(matter: Asked["matter"]): boolean {
  return matter.has("operation", "cumulative") || matter.has("operation", "total");
}

/** Which of several places has the largest figure, or the smallest. */
export function compareDraft(asked: Asked): Draft | null {
  const { matter, chosen, quotient, targets } = asked;
  const inOrder =
    matter.has("operation", "order") || matter.has("operation", "position") || matter.has("operation", "order up");
  const least = matter.has("operation", "order up") || (matter.has("operation", "lowest") && !inOrder);
  const countries = targets.flatMap((target) => (target.kind === "country" ? [target] : []));
  if (countries.length < 2 || countries.length !== targets.length) return null;
  // “Top three only”: the rest of the list is told, and not asked for.
  const [number, ...numbers] = inOrder ? matter.numbers().filter((each) => each.number !== countries.length) : [];
  const top = number?.number ?? countries.length;
  if (numbers.length > 0 || !Number.isInteger(top) || top < 1 || top > countries.length) return null;
  // Over a span the sums are compared, where they are asked for.
  const isSum = asked.years.kind === "span";
  if (isSum && (quotient !== null || chosen.measure.kind !== "flow" || !sumsUp(matter))) return null;
  const before: Step[] = [];
  const isNewest = asked.years.kind === "newest" && asked.years.count === 1;
  const years = isNewest ? newestOr(asked, null, before) : yearCondition(asked.years);
  const figures =
    isSum || isNewest
      ? countries.map((target) =>
          figureOf({ chosen, target, years, year: null, quotient, reduction: isSum ? "sum" : null, unit: asked.unit }),
        )
      : figuresOf({ ...asked, targets: countries });
  if (figures.length !== countries.length) return null;
  const place = chosen.measure.place!;
  // One query over all of them, in order, says which comes first.
  const [first] = figures;
  const {
    where = {},
    select,
    join,
    group,
  } = first!.step.args as {
    where?: Json;
    select: readonly Json[];
    join?: Json;
    group?: Json;
  };
  const year = first!.year;
  if (year === null && !isSum && !isNewest) return null;
  const ranked: Step = {
    id: "ranked",
    tool: "data.query",
    args: {
      dataset: chosen.measure.dataset,
      select: [place, ...(isSum ? select : select.slice(1))],
      where: { ...(where as object), [place]: countries.map(({ iso3 }) => iso3) },
      ...(join ? { join } : {}),
      ...(group || isSum ? { group: [place] } : {}),
      order: least ? "value" : "-value",
    },
  };
  return {
    kind: "draft",
    steps: [...before, ...stepsOf(figures), ranked],
    assumed: chosen.assumed,
    async finish(results, look) {
      const missing = await missingFigure(figures, results, look);
      if (missing) return missing;
      const { rows } = queryResult(results.get(ranked.id)!);
      const labelOf = (row: number): Target["label"] => matter.labelOfPlace(String(rows[row]?.[place]));
      const wants: Want[] = [
        {
          step: ranked.id,
          path: `rows.0.${place}`,
          unit: "iso3",
          primary: true,
          name: least ? { en: "lowest", zh: "最低" } : { en: "highest", zh: "最高" },
        },
        ...(inOrder ? rows.slice(1) : []).map(
          (_, i): Want => ({
            step: ranked.id,
            path: `rows.${i + 1}.${place}`,
            unit: "iso3",
            ...(i + 1 < top ? { primary: true as const } : {}),
            name: { en: `place ${i + 2}`, zh: `第${i + 2}位` },
          }),
        ),
        ...rows.map(
          (_, i): Want => ({
            step: ranked.id,
            path: `rows.${i}.value`,
            unit: { path: "units.value" },
            name: labelOf(i),
          }),
        ),
      ];
      // The values follow the places.
      const values = inOrder ? rows.length : 1;
      const column = chosen.measure.year;
      const given: Part = { given: [ranked.id, `where.${column}`] };
      const about = subject(chosen, quotient, null, isSum ? null : isNewest ? yearPart(first!, wants) : given);
      const { years: span } = asked;
      const bound = (end: "from" | "to"): Part[] =>
        span.kind === "span" && (end === "from" ? span.span.first : span.span.last) !== null
          ? [{ given: [ranked.id, `where.${column}.${end}`] }]
          : [];
      const summed: { en: Part[]; zh: Part[] } = isSum
        ? {
            en: [", sum ", ...bound("from"), "–", ...bound("to")],
            zh: ["，合计 ", ...bound("from"), "–", ...bound("to")],
          }
        : { en: [], zh: [] };
      const sentence = new Sentence().say(
        [
          { name: labelOf(0).en },
          least ? " is lowest. " : " is highest. ",
          ...about.en,
          ...summed.en,
          ": ",
          ...rows.flatMap((_, i): Part[] => [...(i ? ["; "] : []), { name: labelOf(i).en }, " ", { ref: i + values }]),
          ". ",
        ],
        [
          { name: labelOf(0).zh },
          least ? "最低。" : "最高。",
          ...about.zh,
          ...summed.zh,
          "：",
          ...rows.flatMap((_, i): Part[] => [...(i ? ["；"] : []), { name: labelOf(i).zh }, " ", { ref: i + values }]),
          "。",
        ],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}
