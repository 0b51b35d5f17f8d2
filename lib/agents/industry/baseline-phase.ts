import { bothLanguages } from "../../dialogue/both-languages.ts";
import { messages } from "../../message/message.ts";
import type { Phase } from "../agent.ts";
import { mustHold, shouldHold } from "../check.ts";
import { industryOf } from "./industries.ts";
import type { IndustryRequest } from "./request.ts";
import { runShape, tierShape } from "./shapes.ts";

const texts = messages("agent.industry.baseline", {
  title: { en: "The baseline beside data", zh: "基准与数据对照" },
  within: { en: "Its parameters are within the ranges of practice.", zh: "各参数在实践范围之内。" },
  beyond: { en: "Beyond the ranges of practice: {names:and}.", zh: "超出实践范围：{names:and}。" },
});

/** The plant as it is, by another method and beside ranges of practice. */
export const baselinePhase: Phase<IndustryRequest> = {
  name: "baseline",
  title: bothLanguages(texts.title()),
  asks: [],
  work: (state) => ({ steps: industryOf(state.request).otherMethod.steps(state), assumed: [] }),
  gate(state) {
    const { routes, otherMethod } = industryOf(state.request);
    const run = state.read(routes[0]!.id, runShape);
    const [tier] = state.read("tierTwo", tierShape).emissions;
    const difference = Math.abs(otherMethod.of(run) / (1000 * tier!.value) - 1);
    const percent = Number((100 * difference).toPrecision(2));
    const beyond = run.parameters.filter(
      ({ value, low, high }) => (low !== null && value < low) || (high !== null && value > high),
    );
    const names = beyond.map(({ name }) => name);
    return [
      mustHold(
        "tier",
        difference <= otherMethod.tolerance,
        otherMethod.agrees({ percent }),
        otherMethod.differs({ percent }),
      ),
      shouldHold("ranges", beyond.length === 0, texts.within(), texts.beyond({ names })),
    ];
  },
};
