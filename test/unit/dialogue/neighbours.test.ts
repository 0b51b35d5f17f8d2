import { describe, expect, test } from "vitest";
import { measureMenu, neighbours, quotientMenu } from "../../../lib/dialogue/measures/neighbours.ts";
import type { Json, Slot } from "../../../lib/dialogue/plan.ts";
import type { Reply } from "../../../lib/dialogue/reply.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";

const opened = shippedDialogue;

async function ask(text: string, chosen: Partial<Record<Slot, Json>>): Promise<Reply> {
  return (await opened).ask({ turns: [{ text, chosen }] });
}

const readOf = (reply: Reply) => (reply.kind === "answer" ? reply.plan : reply.pending);

/** Questions whose measures are each other's neighbours, in both languages. */
const questions = {
  "How much CO2 did Japan emit in 2015?": neighbours().slice(0, 7),
  "2015年日本的碳排放是多少": neighbours().slice(0, 7),
  "Ocean sink in 2020": neighbours().slice(7, 10),
  "population of Japan in 2010": neighbours().slice(10),
};

describe("A measure that is chosen in the place of another", () => {
  test.each(
    Object.entries(questions).flatMap(([text, group]) =>
      group.map(({ value, label }) => [text, value, label] as const),
    ),
  )("%s: %s", async (text, value, label) => {
    const reply = await ask(text, { measure: value });
    // What a person must decide is asked: by which metric, on which basis.
    expect(reply.kind).toBe(/all greenhouse|GDP/.test(String(value)) ? "ask" : "answer");
    expect(measureMenu(readOf(reply))?.[0]).toEqual({ value, label });
  });

  test("takes the place of the gas and the principle that the question named", async () => {
    const text = "What were Germany's consumption-based emissions of CO2 per capita in 2015?";
    const reply = await ask(text, { measure: "methane emissions" });
    expect(reply.kind === "answer" && reply.values.find(({ primary }) => primary)?.unit).toBe("t CH4/person");
    const total = await ask(text, { measure: "methane emissions", operation: "total" });
    expect(total.kind === "answer" && total.values.find(({ primary }) => primary)?.unit).toBe("kt CH4");
    expect(quotientMenu(readOf(total))?.[0]?.value).toBe("total");
  });

  test("leaves the rest of the question as it was", async () => {
    const reply = await ask("How did emissions of Italy change from 1995 to 2015?", { measure: "methane emissions" });
    const text = JSON.stringify(readOf(reply).steps);
    expect(reply.kind).toBe("answer");
    expect([text.includes("1995"), text.includes("2015"), text.includes("ITA")]).toEqual([true, true, true]);
  });
});
