import type { Intent } from "../intent.ts";
import type { Link } from "../link.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { firstYear, targetsOf, yearsOf } from "./series/asked.ts";
import { chooseMeasure } from "./series/choose-measure.ts";
import { refuseByCoverage } from "./series/coverage.ts";
import { squares } from "./uncertain-amounts.ts";

/** Uncertainties in per cent alone: the root of the sum of their squares, by the rule of the guidelines for factors. */
export const combineIntent: Intent = {
  id: "combined uncertainty",
  title: { en: "uncertainties combined", zh: "不确定度合成" },
  ofGivenAmounts: true,
  read(matter) {
    const given = matter.quantities();
    const confident = given.filter((link) => isConfidence(link, matter.links));
    const percents = given.filter((link) => link.quantity.measured === "%" && !confident.includes(link));
    // “Errors of 4, 6 and 10 percent”: the unit stands once, after the last.
    const [only] = percents;
    const listed = percents.length === 1 ? listBefore(matter.links, only!) : [];
    if (listed.length + percents.length < 2 || percents.length + confident.length !== given.length) return null;
    const isTolerance = matter.takes("bound", "sd", "tolerance");
    const spoken = matter.takes("operation", "propagate", "multiply");
    matter.takes("bound", "range", "confidence");
    matter.use(...matter.links.filter(({ words }) => OF_INPUTS.test(words)));
    const isWhole = matter.takes("operation", "total", "factor", "cumulative");
    if (matter.all("method").some(({ meaning }) => meaning.value !== "independent")) return null;
    matter.emissions("CO2", "GHG");
    // “Errors of 4, 6 and 10 percent”, “two factors”
    matter.numbers((number) => listed.includes(number) || number === listed.length + percents.length);
    matter.takes("database", "IPCC");
    matter.takes("process", "sources");
    if (!spoken && !(isTolerance && isWhole)) return null;
    const values = [...listed, ...percents.map(({ quantity }) => Math.abs(quantity.value))];
    const steps = values
      .slice(1)
      .map(
        (value, i): Step =>
          squares(idOf(i), i === 0 ? values[0]! : { $from: idOf(i - 1), path: "rows.0.combined" }, value),
      );
    return figureDraft({
      steps,
      assumed: [
        {
          slot: "method",
          value: "product",
          label: { en: "a product of independent factors", zh: "独立因子的乘积" },
          because: { en: "the words name no sum of amounts", zh: "未说明为各量之和" },
          rivals: [],
        },
      ],
      wants: [wanted(steps.at(-1)!.id, "rows.0.combined", "%", { en: "combined uncertainty", zh: "合成不确定度" })],
      subject: { en: "Combined uncertainty", zh: "合成不确定度" },
    });
  },
};

/** “Both 95 % CI” says how sure the others are, and is none of them. */
function isConfidence(link: Link, links: readonly Link[]): boolean {
  const next = links[links.indexOf(link) + 1];
  return next?.meanings.some(({ kind, value }) => kind === "bound" && value === "confidence") ?? false;
}

/** Numbers that stand before a share with nothing but “and” between them. */
function listBefore(links: readonly Link[], share: Link): number[] {
  const before = links.slice(0, links.indexOf(share)).reverse();
  const end = before.findIndex(({ number, words }) => number === undefined && !/^(?:and|和|与|、)$/i.test(words));
  const listed = end < 0 ? before : before.slice(0, end);
  return listed.flatMap(({ number }) => (number === undefined ? [] : [number])).reverse();
}

/** What is known to within these shares: “AD 5%”, “the invoice is good to 3 %”. */
const OF_INPUTS =
  /^(?:ad|ef|activity data|fuel data|litres|meter readings?|invoices?|(?:from the )?supplier invoice|(?:known |good )?to(?: within)?|known to within|within|活动数据?|油耗数据|读数|发票)$/i;

const idOf = (i: number) => (i === 0 ? "combined" : `combined${i + 1}`);

const terms: Readonly<Record<string, string>> = {
  "ocean sink": "ocean_sink",
  "land sink": "land_sink",
  "atmospheric growth": "atmospheric_growth",
  "global land-use change": "land_use_change",
  "land-use change": "land_use_change",
  "global fossil": "fossil",
};

/** One standard deviation of a term of the global carbon budget, as its authors state it. */
export const sigmaIntent: Intent = {
  id: "standard deviation",
  title: { en: "standard deviation of a budget term", zh: "收支项的标准差" },
  read(matter) {
    if (!matter.takes("bound", "sd", "tolerance")) return null;
    const ids = matter.find("measure").flatMap(({ meaning }) => meaning.value as readonly string[]);
    // World emissions without a term are the fossil ones.
    const isFossil = ids.includes("fossil CO2, territorial") && matter.has("place", "WORLD");
    const term = ids.map((id) => terms[id]).find((each) => each !== undefined) ?? (isFossil ? "fossil" : undefined);
    if (!term) return null;
    matter.all("measure", ({ value }) => (value as readonly string[]).some((id) => terms[id] === term));
    matter.emissions("CO2");
    matter.takes("fuel", "fossil");
    matter.takes("process", "budget");
    matter.takes("database", "GCB", "GCB 2025");
    matter.takes("place", "WORLD");
    const years = matter.years();
    if (matter.has("place") && !matter.has("place", "WORLD")) return null;
    const unitAsked = matter.unit();
    if (years.length > 1) return null;
    const [year] = years;
    if (year !== undefined || unitAsked !== null) {
      const relative = relativeSigma(term, year);
      if (relative) return relative;
      if (year !== undefined) return null;
    }
    return figureDraft({
      steps: [
        {
          id: "sigma",
          tool: "data.query",
          args: { dataset: "carbon_budget_sigma", select: ["term", "sigma", "unit"], where: { term } },
        },
      ],
      wants: (results) => {
        const { rows } = results.get("sigma")!.result as { rows: readonly { unit: string }[] };
        // The dataset writes GtC; a ratio has the unit 1.
        const unit = rows[0]?.unit === "1" ? "1" : "Gt C/yr";
        return [wanted("sigma", "rows.0.sigma", unit, { en: "one standard deviation", zh: "一个标准差" })];
      },
      subject: { en: "One standard deviation as the Global Carbon Budget states it", zh: "全球碳收支给出的一个标准差" },
      source: { en: "Global Carbon Budget 2025", zh: "全球碳收支2025版" },
    });
  },
};

/** The standard deviation of fossil emissions is a share of them: of a year's, or of the newest. */
function relativeSigma(term: string, year: number | undefined) {
  if (term !== "fossil") return null;
  const share: Step = {
    id: "sigma",
    tool: "data.query",
    args: { dataset: "carbon_budget_sigma", select: ["term", "sigma", "unit"], where: { term } },
  };
  const emissions: Step = {
    id: "emissions",
    tool: "data.query",
    args: {
      dataset: "carbon_budget_global",
      select: ["year", { column: "fossil_gtc", as: "value" }],
      where: { fossil_gtc: { not: null }, ...(year === undefined ? {} : { year }) },
      order: "-year",
      limit: 1,
    },
  };
  const absolute: Step = {
    id: "absolute",
    tool: "quantity.multiply",
    args: {
      left: {
        value: { $from: emissions.id, path: "rows.0.value" },
        unit: { $from: emissions.id, path: "units.value" },
      },
      right: { value: { $from: share.id, path: "rows.0.sigma" }, unit: "1" },
    },
  };
  return figureDraft({
    steps: [share, emissions, absolute],
    wants: [
      wanted(absolute.id, "value", { path: "unit" }, { en: "one standard deviation", zh: "一个标准差" }),
      wanted(share.id, "rows.0.sigma", "1", { en: "as a share", zh: "占比" }, false),
      wanted(emissions.id, "rows.0.year", "year", { en: "of", zh: "年份" }, false),
    ],
    subject: { en: "One standard deviation of global fossil emissions", zh: "全球化石排放的一个标准差" },
    source: { en: "Global Carbon Budget 2025", zh: "全球碳收支2025版" },
  });
}

/** The lowest and the highest of several sources for a country's emissions. */
export const spreadIntent: Intent = {
  id: "spread of sources",
  title: { en: "spread between sources", zh: "各来源的差异" },
  read(matter) {
    const years = yearsOf(matter);
    const asksSources = matter.takes("process", "sources");
    const bounds = matter.all("bound").map(({ meaning }) => meaning.value);
    // “How far apart are the sources?”
    const isApart = asksSources && matter.takes("operation", "difference");
    if (!isApart && !bounds.some((each) => each === "range" || each === "min" || each === "max")) return null;
    const chosen = chooseMeasure(matter, firstYear(years));
    if (!chosen || "lacking" in chosen) return null;
    const { measure } = chosen;
    const isProduction = measure.id.startsWith("fossil CO2, territorial");
    const isConsumption = measure.id.startsWith("CO2, consumption");
    if (!isProduction && !isConsumption) return null;
    const { targets, shared } = targetsOf(matter);
    const [target] = targets;
    if (shared || targets.length !== 1 || target?.kind !== "country") return null;
    matter.takes("operation", "difference", "compare");
    matter.one("principle");
    if (!asksSources && !bounds.includes("range") && !(bounds.includes("min") && bounds.includes("max"))) return null;
    if (years.kind !== "single" || years.years.length !== 1) return null;
    const year = years.years[0]!;
    const where = { iso3: target.iso3, measure: isProduction ? "production" : "consumption", year };
    const spread: Step = {
      id: "sources",
      tool: "data.query",
      args: {
        dataset: "national_co2_by_source",
        select: [
          { column: "co2_mt", as: "lowest", aggregate: "min" },
          { column: "co2_mt", as: "highest", aggregate: "max" },
          { column: "source", as: "sources", aggregate: "count" },
        ],
        where,
      },
    };
    const bound = (path: string) => ({ value: { $from: spread.id, path: `rows.0.${path}` }, unit: "Mt CO2" });
    const apart: Step = {
      id: "apart",
      tool: "quantity.compare",
      args: { left: bound("highest"), right: bound("lowest") },
    };
    const draft = figureDraft({
      steps: isApart ? [spread, apart] : [spread],
      wants: [
        ...(isApart
          ? [wanted(apart.id, "difference.value", { path: "difference.unit" }, { en: "apart", zh: "相差" })]
          : []),
        wanted(spread.id, "rows.0.lowest", "Mt CO2", { en: "lowest source", zh: "最低来源" }),
        wanted(spread.id, "rows.0.highest", "Mt CO2", { en: "highest source", zh: "最高来源" }),
        wanted(spread.id, "rows.0.sources", "1", { en: "sources", zh: "来源数" }, false),
      ],
      subject: {
        en: [
          { name: measure.label.en },
          " of ",
          { name: target.label.en },
          " in ",
          { given: [spread.id, "where.year"] },
          " by several sources, a range and not an interval",
        ],
        zh: [
          { name: target.label.zh },
          { given: [spread.id, "where.year"] },
          "年",
          { name: measure.label.zh },
          "各来源的范围（不是置信区间）",
        ],
      },
    });
    return {
      ...draft,
      finish(results, look) {
        const { rows } = results.get(spread.id)!.result as { rows: readonly { lowest: number | null }[] };
        return typeof rows[0]?.lowest === "number"
          ? draft.finish(results, look)
          : refuseByCoverage({ chosen, place: target.label, where: { iso3: target.iso3 }, year }, look);
      },
    };
  },
};
