import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import { type RecordedTurn, readRecord } from "../../../app/session/dialogue-record.ts";
import { openShippedDialogue } from "../../../cli/ask/shipped-dialogue.ts";
import { NotebookLog } from "../../../kernel/dialogue/graph/notebook-log.ts";
import { standingOf } from "../../../kernel/dialogue/graph/standing.ts";
import { readDialogue } from "../../../kernel/document/dialogue-script.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { hashOf } from "../../../kernel/values/canonical.ts";
import { agents } from "../../../lib/agents/agents.ts";
import { writeValue } from "../../../lib/dialogue/write-reply.ts";
import { openServices } from "../headless/services.ts";

const services = openServices();
const text = readFileSync(join(import.meta.dirname, "../../../notebooks/ask.html"), "utf8");
const document = new NotebookDocument(text);
const turns: readonly RecordedTurn[] = readRecord(readDialogue(document.notebook)!)!;
let values: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  const ran = await runNotebook(text, { services });
  expect(ran.failed).toBe(0);
  values = ran.values;
}, 120_000);

describe("The conversation in the notebook Ask", () => {
  test("has ten answers and what is not answered, each under its question", () => {
    expect(turns.map(({ kind }) => kind)).toEqual([...Array(10).fill("answer"), "refuse"]);
    const headings = document.cells
      .filter(({ source }) => source.startsWith("## "))
      .map(({ source }) => source.slice(3));
    expect(headings).toEqual(expect.arrayContaining(turns.map(({ turn }) => turn.text)));
  });

  test("has the figures that its cells compute", () => {
    for (const { values: recorded, kept, turn } of turns)
      for (const { cell, hash } of recorded) {
        if (kept === undefined) continue;
        expect([turn.text, hashOf(values.get(kept[cell]!))]).toEqual([turn.text, hash]);
      }
    expect(turns.flatMap(({ kept }) => Object.values(kept ?? {})).every((name) => values.has(name))).toBe(true);
  });

  test("is reproduced, with the same figures from the same cells", async () => {
    const dialogue = await openShippedDialogue();
    for (const [at, { turn, kind, values: recorded }] of turns.entries()) {
      const asked = turns.slice(0, at + 1).map((each) => each.turn);
      const reply = await dialogue.ask({ turns: asked, language: "en" });
      expect([turn.text, reply.kind]).toEqual([turn.text, kind]);
      if (reply.kind !== "answer") continue;
      expect(reply.values.map((value) => [value.cell, value.hash, writeValue(value)])).toEqual(
        recorded.map((value) => [value.cell, value.hash, writeValue(value)]),
      );
    }
  }, 120_000);
});

test("The agent in the notebook Ask has its report, and nothing left to do", () => {
  const agent = agents.nature;
  const cellValue = (name: string) => (values.has(name) ? { result: values.get(name), sources: [] } : undefined);
  const place = {
    agent,
    instance: "nature-1",
    document: { notebook: document.notebook, perform: () => {}, cellValue },
    today: () => "2026-11-28",
  };
  const { move, phases } = standingOf(agent, new NotebookLog(place).read());
  expect(move.kind).toBe("report");
  expect(phases.map(({ status }) => status)).toEqual(phases.map(() => "stands"));
});
