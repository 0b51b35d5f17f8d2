import { type Intent, refuse } from "../intent.ts";
import type { Step } from "../plan.ts";
import { metricOf } from "./metric.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { targetsOf, yearsOf } from "./series/asked.ts";

/** The metric of the account of all gases. */
const METRIC = "AR5.GWP100";

/** All greenhouse gases of a country, in total or per head, by the metric that was named. */
export const allGasesIntent: Intent = {
  id: "all gases",
  title: { en: "all greenhouse gases of a country", zh: "一国全部温室气体" },
  read(matter) {
    if (!matter.has("gas", "GHG") || !matter.has("metric") || matter.has("database")) return null;
    if (matter.links.some(({ quantity }) => quantity)) return null;
    const metric = metricOf(matter);
    matter.emissions("CO2", "GHG");
    matter.takes("principle", "territorial");
    matter.takes("operation", "total");
    const perHead = matter.takes("operation", "per head");
    const { targets, shared } = targetsOf(matter);
    const years = yearsOf(matter);
    const [target] = targets;
    if (shared || targets.length !== 1 || target?.kind !== "country" || metric === null) return null;
    if (years.kind !== "single" || years.years.length !== 1) return null;
    if (metric !== METRIC)
      return refuse(
        "no such data",
        {
          en: ["All gases of a country together are here by ", { name: METRIC }, ", not by ", { name: metric }, "."],
          zh: ["一国全部温室气体在此按 ", { name: METRIC }, " 给出，没有按 ", { name: metric }, " 的合计。"],
        },
        [
          {
            label: { en: `${target.label.en} by ${METRIC}`, zh: `${target.label.zh}，${METRIC}` },
            question: {
              en: `greenhouse gas emissions of ${target.label.en} in ${years.years[0]} by ${METRIC}`,
              zh: `按${METRIC}，${target.label.zh}${years.years[0]}年的温室气体排放`,
            },
          },
        ],
      );
    const gases: Step = {
      id: "allGases",
      tool: "indicators.national",
      args: { region: target.iso3, year: years.years[0]!, account: "all gases" },
    };
    const row = perHead ? 1 : 0;
    return figureDraft({
      steps: [gases],
      wants: [
        {
          ...wanted(
            gases.id,
            `rows.${row}.value`,
            { path: `rows.${row}.unit` },
            { en: "greenhouse gases", zh: "温室气体" },
          ),
          lo: `rows.${row}.lo`,
          hi: `rows.${row}.hi`,
        },
      ],
      subject: {
        en: [
          "Greenhouse gases",
          perHead ? " per head" : "",
          " of ",
          { name: target.label.en },
          " in ",
          { given: [gases.id, "year"] },
          ", ",
          { name: METRIC },
          ", without land use",
        ],
        zh: [
          { name: target.label.zh },
          { given: [gases.id, "year"] },
          "年",
          perHead ? "人均" : "",
          "温室气体（",
          { name: METRIC },
          "，不含土地利用）",
        ],
      },
      source: { en: "Global Carbon Budget 2025; EDGAR 2024", zh: "全球碳收支2025版；EDGAR 2024" },
    });
  },
};
