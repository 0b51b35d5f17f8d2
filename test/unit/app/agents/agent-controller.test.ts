import { describe, expect, it } from "vitest";
import { AgentController } from "../../../../app/session/agent-controller.ts";
import type { ToolRunner } from "../../../../kernel/services/service-calls.ts";
import { notebookText } from "../../../e2e/notebook-text.ts";
import { host } from "../../dialogue/shipped-host.ts";
import { RunNotebookPage } from "./run-notebook-page.ts";

/** The library in this process, as a page has it in its workers; it counts what it is asked. */
class CountedLibrary implements ToolRunner {
  calls = 0;
  /** Called before each call. */
  before: () => void = () => {};

  async call(tool: string, input: unknown, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> {
    this.before();
    signal?.throwIfAborted();
    this.calls += 1;
    return (await host.call(tool, input as object, signal)).result;
  }
}

function open(text?: string) {
  const page = new RunNotebookPage(text);
  const library = new CountedLibrary();
  return { page, library, agents: new AgentController(page, library) };
}

/** Resolves when the rail of the only agent shows these states. */
async function shows(agents: AgentController, states: readonly string[]): Promise<void> {
  const present = () => agents.rails[0]?.stations.map(({ status }) => status) ?? [];
  while (JSON.stringify(present()) !== JSON.stringify(states))
    await new Promise((resolve) => agents.addEventListener("change", resolve, { once: true }));
}

const stands = (phases: number) => Array<string>(phases).fill("stands");
const request = { place: "BRA", year: 2022 };

describe("The agents of a notebook", { timeout: 120_000 }, () => {
  it("ask, go on with the answer, and show each phase with the first cell that a reader sees", async () => {
    const { page, agents } = open();
    await agents.begin("nature", {});
    expect(agents.rails).toMatchObject([{ instance: "nature-1", isWorking: false, canGoOn: false }]);
    expect(agents.rails[0]!.stations.map(({ status }) => status)).toEqual(["asks", ...Array(5).fill("waits")]);
    const question = agents.rails[0]!.question!;
    await agents.answer("nature-1", question, question.options[0]!.value);
    await shows(agents, stands(6));
    expect(agents.rails[0]).toMatchObject({ question: null, canGoOn: false, problem: null });
    const { cells } = page.document;
    for (const { cell } of agents.rails[0]!.stations)
      expect(cells.find(({ id }) => id === cell)!.attributes.lang).toBe("en");
    expect(page.revealed).toHaveLength(1);
  });

  it("stand in another opening as they stood, without a call, and undo takes them back phase by phase", async () => {
    const first = open();
    await first.agents.begin("nature", request);
    const { page, library, agents } = open(first.page.document.text);
    await page.settle();
    await shows(agents, stands(6));
    expect(library.calls).toBe(0);
    page.undo();
    for (const _ of [0, 1]) first.page.undo();
    await first.page.settle();
    await shows(first.agents, ["stands", "stands", "stands", "stands", "next", "waits"]);
    expect(first.agents.rails[0]!.canGoOn).toBe(true);
    await first.agents.goOn("nature-1");
    expect(first.page.document.text).toBe(page.document.text);
  });

  it("take what a person wrote in a cell, and do again only what was made from it", async () => {
    const { page, library, agents } = open();
    await agents.begin("nature", request);
    await page.settle();
    const made = library.calls;
    page.edit(
      "nature1_spread",
      "const nature1_spread = ({estimate: {value: 1, lo: 0, hi: 2}, models: [{model: 'A'}], agreeInSign: true})",
    );
    await page.settle();
    await shows(agents, ["stands", "shut", "stale", "stale", "stale", "waits"]);
    expect(agents.rails[0]!.stations[1]!.unmet.map(({ name }) => name)).toEqual(["models"]);
    expect(agents.rails[0]!.canGoOn).toBe(false);
    expect(library.calls).toBe(made);
  });

  it("go back where a person sends them, with a note, and work there only when they are let", async () => {
    const { page, library, agents } = open();
    await agents.begin("nature", request);
    await page.settle();
    const made = library.calls;
    await agents.goBack("nature-1", "closure");
    await page.settle();
    await shows(agents, ["stands", "stands", "stands", "stale", "stale", "waits"]);
    expect(library.calls).toBe(made);
    expect(page.document.cells.map(({ source }) => source).filter((source) => /back from/.test(source))).toHaveLength(
      1,
    );
    await agents.goOn("nature-1");
    await page.settle();
    await shows(agents, stands(6));
    expect(library.calls).toBeGreaterThan(made);
  });

  it("stop where they are stopped, and where somebody changes their cells; what they have done stands", async () => {
    const { page, library, agents } = open();
    library.before = () => library.calls === 4 && agents.stop();
    await agents.begin("nature", request);
    expect(agents.isWorking).toBe(false);
    expect(agents.rails[0]!.problem).toBeNull();
    await page.settle();
    await shows(agents, ["next", "waits", "waits", "waits", "waits", "waits"]);
    library.before = () => {
      if (library.calls === 9) page.edit("nature1_request", "const nature1_request = ({place: 'CHN', year: 2022})");
    };
    await agents.goOn("nature-1");
    expect(agents.rails[0]!.problem).not.toBeNull();
    library.before = () => {};
    await page.settle();
    await agents.goOn("nature-1");
    await page.settle();
    await shows(agents, stands(6));
    expect(page.document.text).toContain('iso3: "CHN"');
  });

  it("stand nowhere while their frame gives no values, and do so again when it does", async () => {
    const first = open();
    await first.agents.begin("nature", request);
    const { page, agents } = open(first.page.document.text);
    const { valuesOf } = page;
    page.valuesOf = () => Promise.reject(new Error("The frame was rebuilt."));
    await page.settle();
    await shows(agents, Array(5).fill("waits"));
    expect(agents.rails[0]!.problem).not.toBeNull();
    page.valuesOf = valuesOf;
    await page.settle();
    await shows(agents, stands(6));
  });

  it("of a stranger's notebook are rails only if there are such agents, and a request that cannot be read is said", async () => {
    const cell = (instance: string, source: string) => ({
      kind: "js",
      source,
      attributes: `data-agent="${instance}" data-phase="request" data-part="request"`,
    });
    const text = notebookText("t", [
      cell("toString-1", "const toString1_request = 1"),
      cell("nature-1", "const nature1_request = ({place: 7})"),
    ]);
    const { page, library, agents } = open(text);
    await page.settle();
    while (agents.rails[0]?.problem == null)
      await new Promise((resolve) => agents.addEventListener("change", resolve, { once: true }));
    expect(agents.rails.map(({ instance }) => instance)).toEqual(["nature-1"]);
    await agents.goOn("nature-1");
    expect(agents.rails[0]!.problem).not.toBeNull();
    expect(library.calls).toBe(0);
  });
});
