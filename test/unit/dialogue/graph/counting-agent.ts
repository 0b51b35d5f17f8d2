import { z } from "zod";
import { type Agent, defineAgent } from "../../../../lib/agents/agent.ts";
import type { AgentHost } from "../../../../lib/dialogue/host.ts";

const text = (words: string) => ({ en: words, zh: words });
const converted = z.object({ value: z.number() });

export interface Journey {
  readonly amount?: number | undefined;
  /** The least mass that the last phase accepts, in grams. */
  readonly least?: number | undefined;
}

const from = (step: string, path: string) => ({ $from: step, path });

/**
 * An agent of three phases on real tools: kilograms, then grams and milligrams, then a doubled amount, which it tries again with more as
 * long as its gate is red. It asks for the amount.
 */
export const countingAgent: Agent<Journey> = defineAgent<Journey>({
  name: "counting",
  title: text("Counting"),
  request: z.object({ amount: z.number().optional(), least: z.number().optional() }),
  phases: [
    {
      name: "mass",
      title: text("Mass"),
      asks: ["amount"],
      work: ({ request, ...state }) =>
        request.amount === undefined
          ? {
              ask: "amount",
              question: text("How much?"),
              options: [
                { value: 1, label: text("one") },
                { value: 2, label: text("two") },
              ],
            }
          : {
              values: { tonnes: request.amount * 2 ** state.returns.length },
              steps: [
                {
                  id: "kilograms",
                  tool: "quantity.convert",
                  args: { value: from("tonnes", ""), from: "t", to: "kg" },
                },
              ],
              assumed: [],
            },
      gate: (state) => [
        {
          name: "positive",
          passed: state.read("kilograms", converted).value > 0,
          sentence: text("The mass is above zero."),
          blocks: true,
        },
      ],
    },
    {
      name: "small units",
      title: text("Small units"),
      asks: [],
      work: () => ({
        steps: [
          { id: "grams", tool: "quantity.convert", args: { value: from("kilograms", "value"), from: "kg", to: "g" } },
          { id: "milligrams", tool: "quantity.convert", args: { value: from("grams", "value"), from: "g", to: "mg" } },
        ],
        assumed: [],
      }),
      gate: () => [],
    },
    {
      name: "enough",
      title: text("Enough"),
      asks: [],
      work: () => ({
        steps: [
          { id: "pounds", tool: "quantity.convert", args: { value: from("grams", "value"), from: "g", to: "lb" } },
        ],
        assumed: [],
      }),
      gate: (state) => [
        {
          name: "least",
          passed: state.read("grams", converted).value >= (state.request.least ?? 0),
          sentence: text("There is as much as is wanted."),
          blocks: true,
        },
      ],
      backTo: () => ({ to: "mass", because: text("There is too little.") }),
    },
  ],
  report: () => ({
    wants: [{ step: "pounds", path: "value", name: text("mass"), unit: "lb", primary: true }],
    text: { en: ["It is ", { ref: 0 }, " lb."], zh: ["为 ", { ref: 0 }, " lb。"] },
    properties: {},
  }),
});

/** A host that counts its calls, and breaks at one of them. */
export class BreakingHost implements AgentHost {
  calls = 0;
  readonly #host: AgentHost;
  readonly #at: number;

  constructor(host: AgentHost, at = Number.POSITIVE_INFINITY) {
    this.#host = host;
    this.#at = at;
  }

  call(...[tool, args, signal]: Parameters<AgentHost["call"]>): ReturnType<AgentHost["call"]> {
    if (this.calls >= this.#at) return Promise.reject(new Error("The process was killed."));
    this.calls++;
    return this.#host.call(tool, args, signal);
  }
}
