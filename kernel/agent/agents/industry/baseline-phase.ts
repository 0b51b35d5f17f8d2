import { messages } from "../../../../lib/message/message.ts";
import { bothLanguages } from "../../both-languages.ts";
import type { Phase } from "../../graph/agent.ts";
import type { AgentState } from "../../graph/state.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { IndustryRequest } from "./request.ts";
import { runShape, tierShape } from "./shapes.ts";

const said = messages("agent.industry.baseline", {
  title: { en: "The baseline beside data", zh: "基准与数据对照" },
  agrees: {
    en: "The limestone of the model gives the CO2 of Tier 2 on the same clinker to {percent} % (at most 0.1 %: the guidelines round molar masses).",
    zh: "模型石灰石的 CO2 与同样熟料按方法 2 的结果相差 {percent}%（上限 0.1%：指南对摩尔质量取整）。",
  },
  differs: {
    en: "The limestone of the model gives {percent} % other CO2 than Tier 2 on the same clinker.",
    zh: "模型石灰石的 CO2 与同样熟料按方法 2 的结果相差 {percent}%。",
  },
  within: { en: "Its parameters are within the ranges of practice.", zh: "各参数在实践范围之内。" },
  beyond: { en: "Beyond the ranges of practice: {names:and}.", zh: "超出实践范围：{names:and}。" },
});

/** What rounded molar masses of the guidelines may differ by. */
const ROUNDING = 1e-3;

/** The plant as it is, by another method and beside ranges of practice. IPCC 2006 Guidelines, Vol. 3, equations 2.2 and 2.4. */
export const baselinePhase: Phase<IndustryRequest> = {
  name: "baseline",
  title: bothLanguages(said.title()),
  asks: [],
  work(state) {
    const args = {
      clinker: parameterOf(state, "clinkerFactor"),
      limeContent: parameterOf(state, "lime"),
      dust: { mass: 0, carbonate: 1, calcination: 1 },
    };
    return { steps: [{ id: "tierTwo", tool: "inventory.clinker", args }], assumed: [] };
  },
  gate(state) {
    const { process_kg_t, parameters } = state.read("coal", runShape);
    const [tier] = state.read("tierTwo", tierShape).emissions;
    const difference = Math.abs(process_kg_t / (1000 * tier!.value) - 1);
    const percent = Number((100 * difference).toPrecision(2));
    const beyond = parameters.filter(
      ({ value, low, high }) => (low !== null && value < low) || (high !== null && value > high),
    );
    const names = beyond.map(({ name }) => name);
    return [
      mustHold("tier", difference <= ROUNDING, said.agrees({ percent }), said.differs({ percent })),
      shouldHold("ranges", beyond.length === 0, said.within(), said.beyond({ names })),
    ];
  },
};

/** A parameter of the plant as it is. */
export function parameterOf(state: AgentState<IndustryRequest>, name: string): number {
  const found = state.read("coal", runShape).parameters.find((each) => each.name === name);
  return found?.value ?? 0;
}
