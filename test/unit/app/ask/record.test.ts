import { describe, expect, it } from "vitest";
import { MOST_TURNS, type RecordedTurn, readRecord, writeRecord } from "../../../../app/session/dialogue-record.ts";

const turn: RecordedTurn = {
  turn: { text: "CO2 of Spain in 2018", chosen: { year: 2018 } },
  kind: "answer",
  plan: {
    steps: [{ id: "esp", tool: "data.query", args: { dataset: "d", where: { year: 2018 } } }],
    read: [],
    assumed: [],
    wants: [],
    by: "planner",
  },
  values: [
    { name: { en: "CO2", zh: "CO2" }, value: 269.4, unit: "Mt CO2", cell: "esp", path: "rows.0.value", hash: "0a1b" },
  ],
  kept: { esp: "esp2" },
};

describe("The record of a conversation", () => {
  it("is read as it was written, the newest turns if there are too many", () => {
    expect(readRecord(writeRecord([turn])!)).toEqual([turn]);
    const many = Array.from({ length: MOST_TURNS + 1 }, (_, i) => ({ ...turn, turn: { text: String(i) } }));
    expect(readRecord(writeRecord(many)!)?.map((each) => each.turn.text)).toEqual(
      many.slice(1).map((each) => each.turn.text),
    );
    expect(writeRecord([])).toBeNull();
  });

  it.each([
    ["no JSON", "{"],
    ["another shape", '{"turns": 1}'],
    ["a turn without a text", JSON.stringify({ turns: [{ ...turn, turn: {} }] })],
    ["a text without an end", JSON.stringify({ turns: [{ ...turn, turn: { text: "x".repeat(501) } }] })],
    ["a reply that is none", JSON.stringify({ turns: [{ ...turn, kind: "assistant" }] })],
    ["a hash that is none", JSON.stringify({ turns: [{ ...turn, values: [{ ...turn.values[0], hash: "<b>" }] }] })],
    ["too many turns", JSON.stringify({ turns: Array(MOST_TURNS + 1).fill(turn) })],
    ["a value that is an object", JSON.stringify({ turns: [{ ...turn, values: [{ ...turn.values[0], value: {} }] }] })],
  ])("is not read of a file with %s", (_, script) => {
    expect(readRecord(script)).toBeNull();
  });
});
