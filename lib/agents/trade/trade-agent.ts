import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Part } from "../../dialogue/template.ts";
import { messages } from "../../message/message.ts";
import { type Agent, defineAgent, type Report } from "../agent.ts";
import type { AgentState } from "../state.ts";
import { accountOf } from "./account.ts";
import { accountsPhase } from "./accounts-phase.ts";
import { budgetsPhase } from "./budgets-phase.ts";
import { flowsPhase } from "./flows-phase.ts";
import { type TradeRequest, tradeRequest } from "./request.ts";
import { namesShape, partnersShape } from "./shapes.ts";
import { spreadPhase } from "./spread-phase.ts";
import { tablePhase } from "./table-phase.ts";
import { whatIfPhase } from "./what-if-phase.ts";

const texts = messages("agent.trade.report", {
  title: { en: "Emissions in trade", zh: "贸易中的排放" },
  consumption: { en: "emissions of consumption", zh: "消费侧排放" },
  production: { en: "emissions of production", zh: "生产侧排放" },
  imports: { en: "emissions in imports", zh: "进口隐含排放" },
  exports: { en: "emissions in exports", zh: "出口隐含排放" },
  partner: { en: "largest origin of imported emissions", zh: "进口隐含排放的最大来源地" },
  fromPartner: { en: "emissions there for the region", zh: "在该地为本地区产生的排放" },
  changed: { en: "emissions of consumption in the what-if", zh: "情景下的消费侧排放" },
  least: { en: "least of the sources", zh: "各来源中的最小值" },
  most: { en: "largest of the sources", zh: "各来源中的最大值" },
});

/** Who emits for whom: table, accounts, flows, a what-if, and how far sources differ. */
export const tradeAgent: Agent<TradeRequest> = defineAgent<TradeRequest>({
  name: "trade",
  title: bothLanguages(texts.title()),
  request: tradeRequest,
  phases: [tablePhase, accountsPhase, flowsPhase, whatIfPhase, budgetsPhase, spreadPhase],
  report,
});

function report(state: AgentState<TradeRequest>): Report {
  const { accounts, region, stressor, unit: kilotonnes, path } = accountOf(state);
  const unit = `${kilotonnes} CO2`;
  const [first] = state.read("partners", partnersShape).origins;
  const names = state.read("names", namesShape).rows;
  const nameOf = (code: string, language: "name_en" | "name_zh"): Part => ({
    name: names.find(({ iso3 }) => iso3 === code)?.[language] ?? code,
  });
  const [own, partner] = [accounts.regions[region]!, first!.region];
  const year: Part = { given: ["world", "year"] };
  const want = (step: string, at: string, name: ReturnType<typeof texts.least>, primary = false) => ({
    step,
    path: at,
    name: bothLanguages(name),
    unit,
    ...(primary ? { primary } : {}),
  });
  return {
    wants: [
      want("accounts", path("D_cba"), texts.consumption(), true),
      want("accounts", path("D_pba"), texts.production()),
      want("accounts", path("D_imp"), texts.imports()),
      want("accounts", path("D_exp"), texts.exports()),
      want("partners", "origins.0.value", texts.fromPartner()),
      want("changed", `after.${path("D_cba")}`, texts.changed()),
      want("spread", "ensembles.0.least", texts.least()),
      want("spread", "ensembles.0.most", texts.most()),
      { step: "partners", path: "origins.0.region", name: bothLanguages(texts.partner()), unit: "iso3" },
    ],
    text: {
      en: [
        "Consumption of ",
        nameOf(own, "name_en"),
        " in ",
        year,
        " causes ",
        { ref: 0 },
        ", its production ",
        { ref: 1 },
        ": ",
        { ref: 2 },
        " come in with imports, ",
        { ref: 3 },
        " leave with exports. The largest origin is ",
        nameOf(partner, "name_en"),
        " with ",
        { ref: 4 },
        "; in the what-if consumption falls to ",
        { ref: 5 },
        ". By sources of different scope, consumption is between ",
        { ref: 6 },
        " and ",
        { ref: 7 },
        ".",
      ],
      zh: [
        year,
        " 年",
        nameOf(own, "name_zh"),
        "的消费引起 ",
        { ref: 0 },
        "，其生产排放 ",
        { ref: 1 },
        "：随进口流入 ",
        { ref: 2 },
        "，随出口流出 ",
        { ref: 3 },
        "。最大的来源地为 ",
        nameOf(partner, "name_zh"),
        "，计 ",
        { ref: 4 },
        "；情景下消费侧降至 ",
        { ref: 5 },
        "。口径不同的各来源给出的消费侧排放介于 ",
        { ref: 6 },
        " 与 ",
        { ref: 7 },
        " 之间。",
      ],
    },
    properties: {
      balance: Math.abs(
        accounts.D_cba[stressor]!.reduce((sum, value) => sum + value, 0) /
          accounts.D_pba[stressor]!.reduce((sum, value) => sum + value, 0) -
          1,
      ),
      residual: accounts.residual,
    },
  };
}
