import { bothLanguages } from "../../dialogue/both-languages.ts";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import type { Phase, Question } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold } from "../check.ts";
import type { NatureRequest } from "./request.ts";
import { fossilShape, modelsShape } from "./shapes.ts";

const texts = messages("agent.nature.sources", {
  title: { en: "Place, year and sources", zh: "地点、年份与来源" },
  askPlace: { en: "For which country?", zh: "哪个国家？" },
  brazil: { en: "Brazil", zh: "巴西" },
  china: { en: "China", zh: "中国" },
  us: { en: "United States", zh: "美国" },
  noYear: {
    en: "Fossil CO2 begins in {first}, models of land-use change end in {last}; {year} is none that both have.",
    zh: "化石 CO2 自 {first} 年起，土地利用变化模型至 {last} 年；{year} 年不在两者共有的年份内。",
  },
  newest: { en: "the newest year of the models of land-use change", zh: "土地利用变化模型的最新年份" },
  newestBecause: { en: "No year was stated.", zh: "未说明年份。" },
  territorial: { en: "fossil CO2 of the territory", zh: "领土范围的化石 CO2" },
  territorialBecause: { en: "It was not said otherwise.", zh: "未另作说明。" },
  found: {
    en: "Fossil CO2 and {count} models of land-use change have the year.",
    zh: "该年有化石 CO2 与 {count} 个土地利用变化模型。",
  },
  missing: {
    en: "Fossil CO2 or models of land-use change lack the country in this year.",
    zh: "该国该年缺少化石 CO2 或土地利用变化模型。",
  },
});

/** First year of fossil CO2 in the newest budget, and the last year of the models of land-use change. */
const years = { first: 1990, last: 2022 } as const;

/** The year that is asked for, or the newest that all sources have. */
export function yearOf({ year = years.last }: NatureRequest): number {
  return year;
}

/** Which country and year, and what the sources say of it. */
export const sourcesPhase: Phase<NatureRequest> = {
  name: "sources",
  title: bothLanguages(texts.title()),
  asks: ["place"],
  work({ request }) {
    const { place } = request;
    if (place === undefined) return askPlace();
    const year = yearOf(request);
    if (year < years.first || year > years.last) {
      throw new Fault(texts.noYear({ first: String(years.first), last: String(years.last), year: String(year) }), {
        field: "year",
      });
    }
    const where = { iso3: place, year };
    const query = (id: string, dataset: string, select: readonly (string | { readonly [key: string]: string })[]) => ({
      id,
      tool: "data.query",
      args: { dataset, select, where },
    });
    return {
      steps: [
        query("fossil", "carbon_budget_countries", ["production_mtco2"]),
        query("land", "land_use_change_countries", ["model", "year", "mtc"]),
        query("models", "land_use_change_countries", ["model", { column: "mtc", as: "value", unit: "Mt CO2/yr" }]),
        query("reported", "land_use_reported", ["net_mtco2", "source"]),
        {
          id: "country",
          tool: "data.query",
          args: { dataset: "countries", select: ["name_en", "name_zh"], where: { iso3: place } },
        },
      ],
      assumed: [
        ...(request.year === undefined ? [assumption("year", year, texts.newest(), texts.newestBecause())] : []),
        assumption("principle", "territorial", texts.territorial(), texts.territorialBecause()),
      ],
    };
  },
  gate(state) {
    const { rows } = state.read("models", modelsShape);
    const hasFossil = state.read("fossil", fossilShape).rows[0]?.production_mtco2 != null;
    return [mustHold("sources", hasFossil && rows.length > 0, texts.found({ count: rows.length }), texts.missing())];
  },
};

function askPlace(): Question {
  return {
    ask: "place",
    question: bothLanguages(texts.askPlace()),
    options: [
      { value: "BRA", label: bothLanguages(texts.brazil()) },
      { value: "CHN", label: bothLanguages(texts.china()) },
      { value: "USA", label: bothLanguages(texts.us()) },
    ],
  };
}
