import { describe, expect, test } from "vitest";
import { NotebookLog, type Place } from "../../../../kernel/dialogue/graph/notebook-log.ts";
import { agentsIn } from "../../../../kernel/dialogue/graph/notebook-record.ts";
import { runAgent } from "../../../../kernel/dialogue/graph/run-agent.ts";
import { standingOf } from "../../../../kernel/dialogue/graph/standing.ts";
import { NodeAgentHost } from "../../../../kernel/headless/node-agent-host.ts";
import { runNotebook } from "../../../../kernel/headless/run-notebook.ts";
import { openServices } from "../../headless/services.ts";
import { BreakingHost, countingAgent, type Journey } from "./counting-agent.ts";
import { EditedNotebook } from "./edited-notebook.ts";

const host = new NodeAgentHost(() => Promise.reject(new Error("No dataset is read.")));
const services = openServices();

/** A file as no program of ours writes it. */
const written = `<!doctype html>
<notebook>
   <title>Mine</title>
 <script id=4 type='module'>
    const mine =1
  </script>
</notebook>
`;
const placeIn = (document: EditedNotebook): Omit<Place<Journey>, "instance"> => ({
  agent: countingAgent,
  document,
  today: () => "2026-11-28",
});
const sourcesOf = ({ notebook }: EditedNotebook) =>
  notebook.cells.filter(({ kind }) => kind === "js").map(({ source }) => source);
/** The file as another program finds it: its text, and the values of its cells when they have run. */
async function reopened(document: EditedNotebook): Promise<EditedNotebook> {
  const opened = new EditedNotebook(document.text);
  opened.values = (await runNotebook(opened.text, { services })).values;
  return opened;
}
const statusesIn = (document: EditedNotebook) =>
  standingOf(countingAgent, new NotebookLog({ ...placeIn(document), instance: "counting-1" }).read()).phases.map(
    ({ status }) => status,
  );

describe("An agent in a notebook", () => {
  test("leaves each phase as cells that a person could have written, in one step each", async () => {
    const document = new EditedNotebook(written);
    await runAgent(countingAgent, NotebookLog.begin(placeIn(document), { amount: 2 }), host);
    expect(sourcesOf(document)).toEqual([
      "const mine =1",
      "const counting1_request = {amount: 2}",
      "const counting1_tonnes = 2",
      'const counting1_kilograms = quantity.convert({value: counting1_tonnes, from: "t", to: "kg"})',
      'const counting1_grams = quantity.convert({value: counting1_kilograms.value, from: "kg", to: "g"})',
      'const counting1_milligrams = quantity.convert({value: counting1_grams.value, from: "g", to: "mg"})',
      'const counting1_pounds = quantity.convert({value: counting1_grams.value, from: "g", to: "lb"})',
    ]);
    expect(document.steps).toBe(4);
    expect(agentsIn(document.notebook)).toEqual(["counting-1"]);
  });

  test("is undone to the byte", async () => {
    const document = new EditedNotebook(written);
    await runAgent(countingAgent, NotebookLog.begin(placeIn(document), { amount: 2 }), host);
    while (document.steps > 0) document.undo();
    expect(document.text).toBe(written);
  });

  test("goes on from the file alone, and runs nothing that stands", async () => {
    const document = new EditedNotebook(written);
    const killed = new BreakingHost(host, 3);
    const log = NotebookLog.begin(placeIn(document), { amount: 2 });
    await expect(runAgent(countingAgent, log, killed)).rejects.toThrow("The process was killed.");
    const opened = await reopened(document);
    expect(statusesIn(opened)).toEqual(["stands", "stands", "next"]);
    const counted = new BreakingHost(host);
    await runAgent(countingAgent, new NotebookLog({ ...placeIn(opened), instance: "counting-1" }), counted);
    expect(counted.calls).toBe(1);
    const whole = new EditedNotebook(written);
    await runAgent(countingAgent, NotebookLog.begin(placeIn(whole), { amount: 2 }), host);
    expect(opened.text).toBe(whole.text);
  });

  test("is stale exactly below a cell that was edited by hand, and keeps the edit", async () => {
    const document = new EditedNotebook(written);
    await runAgent(countingAgent, NotebookLog.begin(placeIn(document), { amount: 2 }), host);
    document.edit("counting1_grams", "const counting1_grams = ({value: 7})");
    const opened = await reopened(document);
    expect(statusesIn(opened)).toEqual(["stands", "stands", "stale"]);
    const above = new EditedNotebook(document.text);
    above.edit("counting1_kilograms", "const counting1_kilograms = ({value: 3})");
    expect(statusesIn(await reopened(above))).toEqual(["stands", "stale", "stale"]);
    const log = new NotebookLog({ ...placeIn(opened), instance: "counting-1" });
    const { state } = await runAgent(countingAgent, log, host);
    expect(sourcesOf(opened)).toContain("const counting1_grams = ({value: 7})");
    // 7 g of 453.59237 g each.
    expect(state.results.get("pounds")!.result).toMatchObject({ value: expect.closeTo(7 / 453.59237, 12) });
    expect(statusesIn(await reopened(opened))).toEqual(["stands", "stands", "stands"]);
  });

  test("does not notice edits elsewhere", async () => {
    const document = new EditedNotebook(written);
    await runAgent(countingAgent, NotebookLog.begin(placeIn(document), { amount: 2 }), host);
    document.edit("mine", "const mine = 2");
    expect(statusesIn(await reopened(document))).toEqual(["stands", "stands", "stands"]);
  });

  test("leaves a dated note in both languages when it goes back", async () => {
    const document = new EditedNotebook(written);
    await runAgent(countingAgent, NotebookLog.begin(placeIn(document), { amount: 1, least: 1.5e6 }), host);
    const notes = document.notebook.cells.filter(({ attributes }) => "data-from" in attributes);
    expect(notes.map(({ source }) => source)).toEqual([
      "*2026-11-28: back from “Enough” to “Mass”.* There is too little.",
      "*2026-11-28：由“Enough”返回“Mass”。* There is too little.",
    ]);
    expect(notes.map(({ attributes }) => attributes.lang)).toEqual(["en", "zh-CN"]);
    expect(sourcesOf(document)).toContain("const counting1_tonnes = 2");
    expect(statusesIn(await reopened(document))).toEqual(["stands", "stands", "stands"]);
    while (document.steps > 0) document.undo();
    expect(document.text).toBe(written);
  });

  test("asks, takes the answer into its request, and goes on", async () => {
    const document = new EditedNotebook(written);
    const log = NotebookLog.begin(placeIn(document), {});
    expect((await runAgent(countingAgent, log, host)).move).toMatchObject({ kind: "ask", ask: "amount" });
    log.answer({ amount: 3 });
    expect((await runAgent(countingAgent, log, host)).move.kind).toBe("report");
    expect(sourcesOf(document)).toContain("const counting1_request = {amount: 3}");
  });

  test("stands beside another of its kind", async () => {
    const document = new EditedNotebook(written);
    for (const amount of [1, 2]) await runAgent(countingAgent, NotebookLog.begin(placeIn(document), { amount }), host);
    expect(agentsIn(document.notebook)).toEqual(["counting-1", "counting-2"]);
    const { values, failed } = await runNotebook(document.text, { services });
    expect(failed).toBe(0);
    expect(values.get("counting1_kilograms")).toMatchObject({ value: 1000 });
    expect(values.get("counting2_kilograms")).toMatchObject({ value: 2000 });
  });
});
