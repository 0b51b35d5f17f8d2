import { type Intent, refuse } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Json, Step, Want } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Periods of the methane budget, and whether a span of years is one of them. */
const periods = ["2000-2009", "2008-2017", "2017"];

/** The mean with its ends; the ends first where the question asks for the range. */
function estimateWants(step: string, unit: string, bounds: readonly Json[]): Want[] {
  const ranged = bounds.includes("range") || (bounds.includes("min") && bounds.includes("max"));
  const want = (path: string, en: string, zh: string, primary: boolean): Want =>
    wanted(step, `rows.0.${path}`, unit, { en, zh }, primary);
  const mean = {
    ...want("mean", "mean", "均值", !ranged),
    lo: "rows.0.lowest",
    hi: "rows.0.highest",
    range: "models" as const,
  };
  const ends = [want("lowest", "lowest", "最低", ranged), want("highest", "highest", "最高", ranged)];
  return ranged ? [...ends, mean] : [mean, ...ends];
}

/** A source or sink of the global methane budget by its approach and period. */
export const methaneIntent: Intent = {
  id: "methane budget",
  title: { en: "a term of the methane budget", zh: "甲烷收支项" },
  read(matter) {
    const gases = matter.all("gas", ({ value }) => value === "CH4").map(({ meaning }) => meaning.value);
    const named = matter.takes("process", "methane budget");
    if (!named && !gases.includes("CH4")) return null;
    const isOfSources = matter.has("process", "sources") && matter.has("operation", "total");
    const span = matter.span();
    const isPeriod = span !== null && periods.includes(`${span.first}-${span.last}`);
    const isBudget = named || matter.has("approach") || (isPeriod && !elsewhere(matter));
    const isOfRice = isBudget && matter.takes("product", "rice");
    const other = isOfSources ? totalSources : isOfRice ? rice : undefined;
    const [term = other] = matter.all("term").map(({ meaning }) => meaning);
    if (!term) return null;
    matter.takes("process", "budget", "sources");
    matter.takes("place", "WORLD");
    if (matter.has("place") && !matter.has("place", "WORLD")) return null;
    const approach = matter.one("approach")?.meaning;
    const years = matter.years();
    matter.newest();
    matter.takes("operation", "total", "mean", "difference", "series");
    matter.unit();
    matter.emissions("CH4");
    const bounds = matter.all("bound").map(({ meaning }) => meaning.value);
    const period = span ? `${span.first}-${span.last}` : years.length === 1 ? String(years[0]) : null;
    if (period !== null && !periods.includes(period))
      return refuse(
        "no such year",
        {
          en: "The methane budget is given for whole periods, and not for that one.",
          zh: "甲烷收支按时段给出，没有该时段。",
        },
        periods.map((each) => ({
          label: { en: each, zh: each },
          question: {
            en: `top-down ${term.label.en} methane for ${each}`,
            zh: `${each}年${term.label.zh}甲烷的自上而下估计`,
          },
        })),
      );
    const taken = period ?? "2008-2017";
    const way = approach ? String(approach.value) : "top_down";
    const step: Step = {
      id: "methane",
      tool: "data.query",
      args: {
        dataset: "methane_budget",
        select: [
          "category",
          "period",
          "approach",
          { column: "mean_tg", as: "mean" },
          { column: "min_tg", as: "lowest" },
          { column: "max_tg", as: "highest" },
        ],
        where: { category: term.value as Json, period: taken, approach: way, edition: "Saunois 2020" },
      },
    };
    const draft = figureDraft({
      steps: [step],
      assumed: [
        ...(approach
          ? []
          : [
              {
                slot: "method" as const,
                value: way,
                label: { en: "top-down", zh: "自上而下" },
                because: { en: "no approach is named", zh: "未说明方法" },
                rivals: [{ value: "bottom_up", label: { en: "bottom-up", zh: "自下而上" } }],
              },
            ]),
        ...(period
          ? []
          : [
              {
                slot: "year" as const,
                value: taken,
                label: { en: "the last ten years of the budget", zh: "收支的最后十年" },
                because: { en: "no period is named", zh: "未说明时段" },
                rivals: [],
              },
            ]),
      ],
      wants: estimateWants(step.id, "Tg CH4/yr", bounds),
      subject: { en: ["Methane, ", { name: term.label.en }], zh: ["甲烷，", { name: term.label.zh }] },
      source: { en: "Global Methane Budget", zh: "全球甲烷收支" },
    });
    return {
      ...draft,
      finish(results, look) {
        const { rows } = results.get(step.id)!.result as { rows: readonly unknown[] };
        if (rows.length > 0) return draft.finish(results, look);
        return refuse("no such data", {
          en: ["The methane budget has no ", { name: term.label.en }, " by this approach and period."],
          zh: ["甲烷收支没有该方法和时段的", { name: term.label.zh }, "。"],
        });
      },
    };
  },
};

const rice = { value: "Rice cultivation", label: { en: "rice cultivation", zh: "水稻种植" } };

/** Whether a country or a group is named, which the global budget does not have. */
function elsewhere(matter: Matter): boolean {
  return matter.has("group") || matter.find("place").some(({ meaning }) => meaning.value !== "WORLD");
}

const totalSources = { value: "Total sources", label: { en: "total sources", zh: "总源" } };

const nitrousTerms: Readonly<Record<string, string>> = {
  "Total anthropogenic sources": "Anthropogenic_total",
  "Total natural sources": "Natural_total",
  "agriculture N2O": "Direct emissions from nitrogen additions in the agricultural sector (Agriculture)",
  agriculture: "Direct emissions from nitrogen additions in the agricultural sector (Agriculture)",
};

/** A source of the global nitrous oxide budget. */
export const nitrousIntent: Intent = {
  id: "nitrous oxide budget",
  title: { en: "a term of the nitrous oxide budget", zh: "氧化亚氮收支项" },
  read(matter) {
    const gases = matter.all("gas", ({ value }) => value === "N2O").map(({ meaning }) => meaning.value);
    // “Natural N2O sources” names gas and term in one.
    const isInTerm = matter.find("term").some(({ link }) => /n2o|nitrous|氧化亚氮/i.test(link.words));
    const named = matter.takes("process", "nitrous oxide budget") || isInTerm;
    if (!named && !gases.includes("N2O")) return null;
    if (matter.links.some(({ quantity }) => quantity)) return null;
    const found = [...matter.all("term"), ...(named ? matter.all("sector") : [])].map(({ meaning }) => meaning);
    const term = found.find(({ value }) => nitrousTerms[String(value)]);
    if (!term) return null;
    matter.takes("process", "budget", "sources");
    matter.takes("place", "WORLD");
    if (matter.has("place") && !matter.has("place", "WORLD")) return null;
    matter.takes("operation", "total", "mean", "cumulative", "series");
    matter.emissions("N2O");
    matter.unit();
    const bounds = matter.all("bound").map(({ meaning }) => meaning.value);
    const span = matter.span();
    if (span && (span.first !== 2007 || span.last !== 2016)) return null;
    const step: Step = {
      id: "nitrousOxide",
      tool: "data.query",
      args: {
        dataset: "nitrous_oxide_budget",
        select: [
          "source",
          { column: "mean_tg_n", as: "mean" },
          { column: "min_tg_n", as: "lowest" },
          { column: "max_tg_n", as: "highest" },
        ],
        where: { source: nitrousTerms[String(term.value)]! },
      },
    };
    return figureDraft({
      steps: [step],
      wants: estimateWants(step.id, "Tg N/yr", bounds),
      subject: { en: ["Nitrous oxide, ", { name: term.label.en }], zh: ["氧化亚氮，", { name: term.label.zh }] },
      source: { en: "Global Nitrous Oxide Budget", zh: "全球氧化亚氮收支" },
    });
  },
};
