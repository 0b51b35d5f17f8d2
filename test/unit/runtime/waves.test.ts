import { describe, expect, it } from "vitest";
import { Dataflow } from "../../../kernel/runtime/dataflow.ts";
import { cell } from "./notebook.ts";

/** A dataflow of one cell that takes `milliseconds` by the host's clock, and the number of its runs. */
function notebook(milliseconds: number) {
  let now = 0;
  let runs = 0;
  const nothing = () => {};
  const flow = new Dataflow({ now: () => now, begin: nothing, end: nothing, display: nothing, state: nothing });
  const edit = () =>
    flow.update([
      cell(1, "", "a", () => {
        ++runs;
        now += milliseconds;
        return { a: runs };
      }),
      cell(2, "a", "b", ({ a }) => ({ b: a })),
    ]);
  return { flow, edit, runs: () => runs };
}

/** All that is to be done before the event loop has a turn, in which the browser may paint. */
async function restOfTask(): Promise<void> {
  for (let i = 0; i < 200; ++i) await null;
}

describe("An edit", () => {
  it("of a cell that took little time runs in its own task, before the next picture", async () => {
    const { flow, edit, runs } = notebook(1);
    edit();
    await flow.settled();
    edit();
    await restOfTask();
    expect(runs()).toBe(2);
    expect(flow.valueOf("b")).toBe(2);
  });

  it("of a cell that took long, or has not run yet, leaves the event loop a turn before", async () => {
    const { flow, edit, runs } = notebook(100);
    edit();
    await restOfTask();
    expect(runs()).toBe(0);
    await flow.settled();
    edit();
    await restOfTask();
    expect(runs()).toBe(1);
    await flow.settled();
    expect(runs()).toBe(2);
  });

  it("after another in one task leaves the event loop a turn, so that edits without end block nothing", async () => {
    const { flow, edit, runs } = notebook(1);
    edit();
    await flow.settled();
    edit();
    await restOfTask();
    edit();
    await restOfTask();
    expect(runs()).toBe(2);
    await flow.settled();
    expect(runs()).toBe(3);
  });
});
