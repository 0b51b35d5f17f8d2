import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Want } from "../../dialogue/plan.ts";
import type { Part } from "../../dialogue/template.ts";
import { type Message, messages } from "../../message/message.ts";
import { type Agent, defineAgent, type Report } from "../agent.ts";
import type { AgentState } from "../state.ts";
import { closurePhase } from "./closure-phase.ts";
import { landPhase } from "./land-phase.ts";
import { isReported, managedLandPhase } from "./managed-land-phase.ts";
import { rangePhase } from "./range-phase.ts";
import { type NatureRequest, natureRequest } from "./request.ts";
import { budgetShape, countryShape } from "./shapes.ts";
import { sourcesPhase } from "./sources-phase.ts";

const texts = messages("agent.nature.report", {
  title: { en: "Land and the carbon cycle", zh: "土地与碳循环" },
  fossil: { en: "fossil CO2", zh: "化石 CO2" },
  land: { en: "net land-use change by models", zh: "土地利用变化净排放（模型）" },
  reported: { en: "net land use as reported", zh: "土地利用净排放（报告值）" },
  sink: { en: "sink of managed land that models do not count", zh: "模型未计的受管理土地的汇" },
  imbalance: { en: "imbalance of the global budget", zh: "全球收支的不平衡项" },
  least: { en: "lowest change of the imbalance by a combination of models", zh: "模型组合使不平衡项变化的最低值" },
  most: { en: "highest change of the imbalance by a combination of models", zh: "模型组合使不平衡项变化的最高值" },
});

/** A country's land beside its fossil CO2, by models and as reported, within a global budget that closes. */
export const natureAgent: Agent<NatureRequest> = defineAgent<NatureRequest>({
  name: "nature",
  title: bothLanguages(texts.title()),
  request: natureRequest,
  phases: [sourcesPhase, landPhase, managedLandPhase, closurePhase, rangePhase],
  report,
});

const CO2 = "Mt CO2/yr";
const CARBON = "Gt C/yr";

function report(state: AgentState<NatureRequest>): Report {
  const { mean } = state.read("closed", budgetShape);
  const at = mean.terms.findIndex(({ term }) => term === "B_IM");
  const reported = isReported(state);
  const want = (step: string, path: string, name: Message, unit: string): Want => ({
    step,
    path,
    name: bothLanguages(name),
    unit,
  });
  const bounds = { lo: "bookkeeping.lo", hi: "bookkeeping.hi", range: "models" } as const;
  const wants: Want[] = [
    { ...want("choice", "bookkeeping.value", texts.land(), CO2), primary: true, ...bounds },
    want("fossil", "rows.0.production_mtco2", texts.fossil(), CO2),
    want("closed", `mean.terms.${at}.value`, texts.imbalance(), CARBON),
    want("range", "combinations.min", texts.least(), CARBON),
    want("range", "combinations.max", texts.most(), CARBON),
    ...(reported
      ? [
          want("reported", "rows.0.net_mtco2", texts.reported(), CO2),
          want("choice", "indirectSink.value", texts.sink(), CO2),
        ]
      : []),
  ];
  const [country] = state.read("country", countryShape).rows;
  const nameIn = (language: "name_en" | "name_zh"): Part => ({ name: country?.[language] ?? state.request.place! });
  const year: Part = { given: ["fossil", "where.year"] };
  return {
    wants,
    text: {
      en: [
        "In ",
        year,
        " land-use change of ",
        nameIn("name_en"),
        " emitted ",
        { ref: 0 },
        " net by the mean of models, beside ",
        { ref: 1 },
        " of fossil origin",
        ...(reported
          ? [
              "; its inventory reports ",
              { ref: 5 },
              " by the managed-land proxy, and the two principles differ by ",
              { ref: 6 },
            ]
          : ["; its inventory reports nothing for the year"]),
        ". The global budget of the ten years closes with an imbalance of ",
        { ref: 2 },
        "; single models in place of their means would change it by ",
        { ref: 3 },
        " to ",
        { ref: 4 },
        ".",
      ],
      zh: [
        year,
        " 年",
        nameIn("name_zh"),
        "的土地利用变化净排放（模型均值）为 ",
        { ref: 0 },
        "，化石排放为 ",
        { ref: 1 },
        ...(reported
          ? ["；清单报告值为 ", { ref: 5 }, "（受管理土地口径），两种口径相差 ", { ref: 6 }]
          : ["；该年清单没有报告值"]),
        "。十年平均的全球收支闭合，不平衡项为 ",
        { ref: 2 },
        "；各项不取均值而取单个模型时，它的变化为 ",
        { ref: 3 },
        " 至 ",
        { ref: 4 },
        "。",
      ],
    },
    properties: { closure: Math.abs(mean.closure) },
  };
}
