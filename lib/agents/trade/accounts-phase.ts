import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold } from "../check.ts";
import { accountOf } from "./account.ts";
import type { TradeRequest } from "./request.ts";

const texts = messages("agent.trade.accounts", {
  title: { en: "Accounts of production and consumption", zh: "生产与消费账户" },
  same: {
    en: "The world consumes what it emits, to {percent} % (at most 0.1 %: emissions of sectors without output reach nobody).",
    zh: "全球消费侧与生产侧排放相差 {percent}%（上限 0.1%：没有产出的部门的排放无人消费）。",
  },
  different: {
    en: "The world consumes {percent} % more or less than it emits: emissions are lost.",
    zh: "全球消费侧与生产侧排放相差 {percent}%：有排放丢失。",
  },
  identity: {
    en: "Production less exports plus imports is consumption, but for emissions that reach nobody.",
    zh: "生产减出口加进口等于消费（无人消费的排放除外）。",
  },
  noIdentity: {
    en: "Production less exports plus imports is not consumption, by more than the emissions that reach nobody.",
    zh: "生产减出口加进口不等于消费，差额超过无人消费的排放。",
  },
  solved: { en: "The Leontief system is solved: residual {residual}.", zh: "列昂惕夫系统已求解：残差 {residual}。" },
  unsolved: {
    en: "The Leontief system is not solved: residual {residual}.",
    zh: "列昂惕夫系统未求解：残差 {residual}。",
  },
});

/** Part of the world's emissions that may reach no consumer: those of sectors without output. */
const LOST = 1e-3;
/** What rounding may leave, relative to the world. */
const ROUNDING = 1e-6;

/** Who emits and who consumes. */
export const accountsPhase: Phase<TradeRequest> = {
  name: "accounts",
  title: bothLanguages(texts.title()),
  asks: [],
  work: () => ({
    steps: [{ id: "accounts", tool: "consumption.accounts", args: { $from: "world" } }],
    assumed: [],
  }),
  gate(state) {
    const { accounts, region, stressor } = accountOf(state);
    const [made, used] = [sum(accounts.D_pba[stressor]!), sum(accounts.D_cba[stressor]!)];
    const lost = Math.abs(used - made);
    const at = (account: readonly (readonly number[])[]) => account[stressor]![region]!;
    const off = Math.abs(at(accounts.D_pba) - at(accounts.D_exp) + at(accounts.D_imp) - at(accounts.D_cba));
    const percent = Number(((100 * lost) / made).toPrecision(2));
    const given = { residual: Number(accounts.residual.toPrecision(2)) };
    return [
      mustHold("world", lost <= LOST * made, texts.same({ percent }), texts.different({ percent })),
      mustHold("identity", off <= lost + ROUNDING * made, texts.identity(), texts.noIdentity()),
      mustHold("solution", accounts.residual <= ROUNDING, texts.solved(given), texts.unsolved(given)),
    ];
  },
};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
