import { describe, expect, test } from "vitest";
import { NotebookLog } from "../../../../kernel/dialogue/graph/notebook-log.ts";
import { workInNotebook } from "../../../../kernel/dialogue/graph/work-in-notebook.ts";
import { runNotebook } from "../../../../kernel/headless/run-notebook.ts";
import { hashOf } from "../../../../kernel/values/canonical.ts";
import type { Agent } from "../../../../lib/agents/agent.ts";
import { agentNamed } from "../../../../lib/agents/agents.ts";
import { agentNames } from "../../../../lib/dialogue/agent-name.ts";
import { outputFaults } from "../../../output-faults.ts";
import { openServices } from "../../headless/services.ts";
import { BreakingHost } from "../graph/counting-agent.ts";
import { EditedNotebook } from "../graph/edited-notebook.ts";
import { host } from "../shipped-host.ts";
import { requests } from "./requests.ts";

const services = openServices();

describe.each(agentNames)("A notebook in which the agent %s has worked", { timeout: 300_000 }, (name) => {
  const agent = agentNamed(name) as Agent<unknown>;

  test("computes what the agent did, and the agent finds nothing left to do in it", async () => {
    const document = new EditedNotebook();
    const place = { agent, document, today: () => "2026-11-28" };
    const log = NotebookLog.begin(place, requests[name]);
    const { state } = await workInNotebook({ ...place, instance: log.instance }, host, {}, log);
    const { values, failed, cells } = await runNotebook(document.text, { services, allLanguages: true });
    expect(cells.flatMap(({ error }) => error?.message ?? [])).toEqual([]);
    expect(failed).toBe(0);
    for (const [step, { hash }] of state.results) {
      expect([step, hashOf(values.get(`${name}1_${step}`))]).toEqual([step, hash]);
    }
    const [english, chinese] = document.notebook.cells.slice(-2);
    expect([english!.attributes.lang, chinese!.attributes.lang]).toEqual(["en", "zh-CN"]);
    for (const { html } of cells.slice(-2)) {
      expect(html).toMatch(/\d/);
      expect(html).not.toContain("${");
    }
    expect(cells.flatMap(({ html, place }) => outputFaults(html, { isLast: place === cells.length }))).toEqual([]);
    const opened = new EditedNotebook(document.text);
    opened.values = values;
    const counted = new BreakingHost(host);
    const there = { ...place, document: opened, instance: `${name}-1` };
    const { move } = await workInNotebook(there, counted);
    expect(move.kind).toBe("report");
    expect(counted.calls).toBe(0);
    expect(opened.text).toBe(document.text);
    while (document.steps > 0) document.undo();
    expect(document.text).toBe(new EditedNotebook().text);
  });
});
