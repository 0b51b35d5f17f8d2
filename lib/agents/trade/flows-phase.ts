import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { accountOf } from "./account.ts";
import type { TradeRequest } from "./request.ts";
import { pathsShape } from "./shapes.ts";

const texts = messages("agent.trade.flows", {
  title: { en: "Who emits for whom", zh: "谁为谁排放" },
  complete: { en: "No larger supply path exists than those listed.", zh: "不存在比所列更大的供应链路径。" },
  incomplete: { en: "Larger supply paths than those listed may exist.", zh: "可能存在比所列更大的供应链路径。" },
  sums: {
    en: "The paths and what they leave sum to the emissions of the purchases, to {residual}.",
    zh: "各路径与其余部分之和等于购买的排放，差为 {residual}。",
  },
  noSum: {
    en: "The paths and what they leave do not sum to the emissions of the purchases: {residual}.",
    zh: "各路径与其余部分之和不等于购买的排放：差为 {residual}。",
  },
});

/** Partners and paths that are listed. */
const LISTED = 5;
/** What rounding may leave of a sum. */
const ROUNDING = 1e-9;

/** The largest origins of what the region consumes, and the largest supply paths behind it. */
export const flowsPhase: Phase<TradeRequest> = {
  name: "flows",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { unit } = accountOf(state);
    const origins = originsOf(state).slice(0, LISTED);
    return {
      values: { partners: { unit, origins } },
      steps: [
        {
          id: "paths",
          tool: "consumption.paths",
          args: { $from: "world", consumer: state.request.place!, count: LISTED },
        },
      ],
      assumed: [],
    };
  },
  gate(state) {
    const { paths, total, remainder, complete } = state.read("paths", pathsShape);
    const listed = paths.reduce((sum, { value }) => sum + value, 0);
    const residual = Number(Math.abs((listed + remainder) / total - 1).toPrecision(2));
    return [
      mustHold("sum", residual <= ROUNDING, texts.sums({ residual }), texts.noSum({ residual })),
      shouldHold("complete", complete, texts.complete(), texts.incomplete()),
    ];
  },
};

/** Emissions elsewhere for what the region consumes, by origin, the largest first, with their shares of its consumption. */
function originsOf(state: AgentState<TradeRequest>) {
  const { accounts, region, stressor } = accountOf(state);
  const consumed = accounts.D_cba[stressor]![region]!;
  const flows = accounts.flows[stressor]!;
  return accounts.regions
    .map((code, origin) => ({
      region: code,
      value: flows[origin]![region]!,
      share: flows[origin]![region]! / consumed,
    }))
    .filter((_, origin) => origin !== region)
    .sort((p, q) => q.value - p.value);
}
