import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Step } from "../../dialogue/plan.ts";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import type { Phase, Question } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold } from "../check.ts";
import type { TradeRequest } from "./request.ts";
import { checkShape } from "./shapes.ts";

const texts = messages("agent.trade.table", {
  title: { en: "Table and year", zh: "表与年份" },
  askPlace: { en: "For which region?", zh: "哪个地区？" },
  china: { en: "China", zh: "中国" },
  germany: { en: "Germany", zh: "德国" },
  us: { en: "United States", zh: "美国" },
  askEdition: {
    en: "No table is published for {year}. Which one?",
    zh: "{year} 年没有已发布的表。采用哪一张？",
  },
  carried: {
    en: "the last published table carried to the year, a model",
    zh: "推算至该年的最后一张表（模型）",
  },
  published: { en: "the last published table, of an earlier year", zh: "最后一张已发布的表（较早年份）" },
  noTable: {
    en: "Tables with emissions ship for {first} to {last}, carried ones to {carried}; {year} is none of these years.",
    zh: "随附的带排放的表为 {first} 至 {last} 年，推算的至 {carried} 年；{year} 年不在其中。",
  },
  newest: { en: "the newest published table", zh: "最新的已发布的表" },
  newestBecause: { en: "No year was stated.", zh: "未说明年份。" },
  fossil: { en: "CO2 of production alone", zh: "仅计生产的 CO2" },
  fossilBecause: {
    en: "No gas was stated; the table has CO2 for all its years.",
    zh: "未说明气体；该表各年均有 CO2。",
  },
  balanced: {
    en: "What is made is what is used, to {percent} % (at most 0.1 %, beyond which the accounts of small regions would move).",
    zh: "产出与使用相差 {percent}%（上限 0.1%，超过则小地区的账户会改变）。",
  },
  unbalanced: {
    en: "What is made differs from what is used by {percent} %, more than 0.1 %.",
    zh: "产出与使用相差 {percent}%，超过 0.1%。",
  },
});

/** Years of the published tables that have emissions, and the last to which one is carried. */
const years = { first: 2000, last: 2011, carried: 2022 } as const;
/** Relative imbalance beyond which accounts of small regions would move. */
const BALANCE = 1e-3;

/** Which table, and whether it balances. */
export const tablePhase: Phase<TradeRequest> = {
  name: "table",
  title: bothLanguages(texts.title()),
  asks: ["place", "edition"],
  work({ request }) {
    const { place, year = years.last, edition } = request;
    if (place === undefined) return askPlace();
    if (year < years.first || year > years.carried)
      throw new Fault(texts.noTable({ ...textYears, year: String(year) }));
    if (year > years.last && edition === undefined) return askEdition(year);
    const isCarried = year > years.last && edition === "carried";
    const args: Step["args"] = isCarried ? { year, modelled: true } : { year: Math.min(year, years.last) };
    return {
      steps: [
        { id: "world", tool: "consumption.table", args },
        { id: "check", tool: "consumption.checkTable", args: { $from: "world" } },
        {
          id: "names",
          tool: "data.query",
          args: { dataset: "mrio_regions", select: ["iso3", "name_en", "name_zh"] },
        },
      ],
      assumed: [
        ...(request.year === undefined ? [assumption("year", year, texts.newest(), texts.newestBecause())] : []),
        assumption("gas", "CO2", texts.fossil(), texts.fossilBecause()),
      ],
    };
  },
  gate(state) {
    const { imbalance, closure } = state.read("check", checkShape);
    const worst = Math.max(Math.abs(imbalance), Math.abs(closure));
    const percent = Number((100 * worst).toPrecision(2));
    return [mustHold("balance", worst <= BALANCE, texts.balanced({ percent }), texts.unbalanced({ percent }))];
  },
};

const textYears = { first: String(years.first), last: String(years.last), carried: String(years.carried) };

function askPlace(): Question {
  return {
    ask: "place",
    question: bothLanguages(texts.askPlace()),
    options: [
      { value: "CHN", label: bothLanguages(texts.china()) },
      { value: "USA", label: bothLanguages(texts.us()) },
      { value: "DEU", label: bothLanguages(texts.germany()) },
    ],
  };
}

function askEdition(year: number): Question {
  return {
    ask: "edition",
    question: bothLanguages(texts.askEdition({ year: String(year) })),
    options: [
      { value: "carried", label: bothLanguages(texts.carried()) },
      { value: "published", label: bothLanguages(texts.published()) },
    ],
  };
}
