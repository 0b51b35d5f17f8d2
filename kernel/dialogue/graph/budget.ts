import type { AgentHost } from "../../../lib/dialogue/host.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";

const texts = messages("agent", {
  stepsSpent: {
    en: "The agent has made the {steps} {steps:call|calls} that it may make, and has stopped. What it has done stands; start it again to go on.",
    zh: "智能体已用完允许的 {steps} 次调用并停止。已完成的部分保留；再次启动即可继续。",
  },
  secondsSpent: {
    en: "The agent has worked for the {seconds} seconds that it may work, and has stopped. What it has done stands; start it again to go on.",
    zh: "智能体已用完允许的 {seconds} 秒并停止。已完成的部分保留；再次启动即可继续。",
  },
});

/** What an agent may spend before it must be started again. */
export interface Budget {
  /** Calls of tools. */
  readonly steps: number;
  readonly seconds: number;
}

/** Enough for every agent that ships, and an end for one that goes in circles. */
export const defaultBudget: Budget = { steps: 200, seconds: 600 };

/** Thrown when an agent has spent its budget. */
export class BudgetSpent extends Fault {
  override readonly name = "BudgetSpent";
}

/** A host that refuses further calls when the budget is spent. @param now the time in milliseconds, of any clock */
export function withinBudget(host: AgentHost, { steps, seconds }: Budget, now: () => number): AgentHost {
  const started = now();
  let made = 0;
  return {
    call(tool, args, signal) {
      if (made >= steps) return Promise.reject(new BudgetSpent(texts.stepsSpent({ steps })));
      if (now() - started >= 1000 * seconds) return Promise.reject(new BudgetSpent(texts.secondsSpent({ seconds })));
      made++;
      return host.call(tool, args, signal);
    },
  };
}
