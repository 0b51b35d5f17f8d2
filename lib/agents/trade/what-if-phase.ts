import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold } from "../check.ts";
import { accountOf } from "./account.ts";
import type { TradeRequest } from "./request.ts";
import { partnersShape, whatIfShape } from "./shapes.ts";

const texts = messages("agent.trade.whatIf", {
  title: { en: "What if the largest partner emitted less", zh: "若最大伙伴减排" },
  tenth: { en: "the largest partner emits a tenth less per output", zh: "最大伙伴单位产出少排十分之一" },
  tenthBecause: {
    en: "No change was stated; a tenth shows the size of the lever.",
    zh: "未说明变化幅度；十分之一用于显示影响大小。",
  },
  share: {
    en: "The change is that of the partner's emissions for the region, to {residual}.",
    zh: "变化量等于该伙伴为本地区排放的变化，差为 {residual}。",
  },
  noShare: {
    en: "The change is not that of the partner's emissions for the region: {residual}.",
    zh: "变化量不等于该伙伴为本地区排放的变化：差为 {residual}。",
  },
});

/** Without another wish, emissions of the partner are multiplied by this. */
const FACTOR = 0.9;
/** What rounding may leave, relative to the region's consumption. */
const ROUNDING = 1e-9;

/** The region's consumption if its largest partner emitted less per output, in all sectors. */
export const whatIfPhase: Phase<TradeRequest> = {
  name: "what-if",
  title: bothLanguages(texts.title()),
  asks: [],
  work(state) {
    const { accounts } = accountOf(state);
    const [first] = state.read("partners", partnersShape).origins;
    const rows = accounts.sectors.map((sector) => `${first!.region}.${sector}`);
    const edits = [{ kind: "intensity", rows, stressor: "CO2", factor: state.request.amount ?? FACTOR }];
    return {
      steps: [{ id: "changed", tool: "consumption.whatIf", args: { $from: "world", edits } }],
      assumed:
        state.request.amount === undefined ? [assumption("amount", FACTOR, texts.tenth(), texts.tenthBecause())] : [],
    };
  },
  gate(state) {
    const { region, stressor } = accountOf(state);
    const { before, after } = state.read("changed", whatIfShape);
    const [first] = state.read("partners", partnersShape).origins;
    const consumed = before.D_cba[stressor]![region]!;
    const change = after.D_cba[stressor]![region]! - consumed;
    const expected = ((state.request.amount ?? FACTOR) - 1) * first!.value;
    const residual = Number(Math.abs((change - expected) / consumed).toPrecision(2));
    return [mustHold("linear", residual <= ROUNDING, texts.share({ residual }), texts.noShare({ residual }))];
  },
};
