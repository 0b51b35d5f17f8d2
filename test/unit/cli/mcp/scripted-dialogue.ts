import type { ServedLibrary } from "../../../../cli/api/served-library.ts";
import type { Conversation } from "../../../../lib/dialogue/conversation.ts";
import type { Plan } from "../../../../lib/dialogue/plan.ts";
import type { Reply, Value } from "../../../../lib/dialogue/reply.ts";

/**
 * A dialogue that knows three questions, to test what carries questions and replies: “convert” asks for the unit and then computes
 * with the library, anything with “forecast” is refused, and so is the rest, without anything near.
 */
export class ScriptedDialogue {
  readonly #library: ServedLibrary;
  readonly asked: Conversation[] = [];

  constructor(library: ServedLibrary) {
    this.#library = library;
  }

  async ask(conversation: Conversation, signal?: AbortSignal): Promise<Reply> {
    this.asked.push(conversation);
    const { text, chosen } = conversation.turns.at(-1)!;
    const plan = (steps: Plan["steps"]): Plan => ({ steps, read: [], assumed: [], wants: [], by: "planner" });
    if (!/convert|换算/.test(text)) {
      const near = { en: "Convert 1 kWh", zh: "换算 1 kWh" };
      return {
        kind: "refuse",
        reason: text.includes("forecast") ? "a forecast" : "not understood",
        sentence: { en: ["There are no forecasts here."], zh: ["这里没有预测。"] },
        values: [],
        nearest: text.includes("forecast") ? [{ label: near, question: near }] : [],
        pending: plan([]),
      };
    }
    const convert = async (to: string): Promise<Value> => {
      const args = { value: 1, from: "kWh", to };
      const { result } = await this.#library.call("quantity.convert", args, signal);
      const { value } = result as { value: number };
      return {
        name: { en: "energy", zh: "能量" },
        value,
        unit: to,
        cell: "energy",
        path: "value",
        hash: "0",
        source: [],
      };
    };
    const to = chosen?.unit;
    if (typeof to !== "string") {
      return {
        kind: "ask",
        slot: "unit",
        question: { en: "Into which unit?", zh: "换算为哪个单位？" },
        options: await Promise.all(
          ["MJ", "kcal"].map(async (unit) => ({
            value: unit,
            label: { en: unit, zh: unit },
            effect: [await convert(unit)],
          })),
        ),
        pending: plan([]),
      };
    }
    const args = { value: 1, from: "kWh", to };
    return {
      kind: "answer",
      plan: plan([{ id: "energy", tool: "quantity.convert", args }]),
      values: [{ ...(await convert(to)), primary: true }],
      text: {
        en: ["One ", { given: ["energy", "from"] }, " is ", { ref: 0 }, ".", { cite: "energy" }],
        zh: ["一 ", { given: ["energy", "from"] }, " 为 ", { ref: 0 }, "。"],
      },
      cells: [{ id: "energy", kind: "js", source: "energy = …" }],
    };
  }
}
