import { expect, test } from "vitest";
import { StoppedCells } from "../../../app/live/stopped-cells.ts";
import { Run } from "../../../kernel/runtime/run.ts";
import { PageClient } from "../../../kernel/services/page-client.ts";
import { type NotebookServices, ServiceCalls } from "../../../kernel/services/service-calls.ts";

/** Services of which no answer comes before the test ends. */
function waiting() {
  let resolve: (text: string) => void = () => {};
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  const services = { notebook: () => promise } as unknown as NotebookServices;
  const stopped = new StoppedCells(() => 1_000_000);
  const calls = new ServiceCalls(services, () => stopped.last);
  const client = new PageClient(calls.api, () => false);
  const runOf = (cell: number) => {
    const run = new Run(cell, 1, { kind: "open" } as never, { display() {}, progress() {} });
    // As the kernel does: the frame's bare number reaches the page before the request.
    run.requesting = () => stopped.entered(cell);
    stopped.entered(cell);
    return run;
  };
  return { calls, client, stopped, runOf, answer: () => resolve("") };
}

test("a Stop pauses the cell whose requests are pending, not the one that was entered after it", async () => {
  const { calls, client, stopped, runOf, answer } = waiting();
  const flood = runOf(1);
  const innocent = runOf(2);
  // After an `await`, cell 1 goes on while cell 2 was entered last; cell 2 waits for one answer.
  const asked = Array.from({ length: 5_000 }, () => client.notebook(flood, "a"));
  asked.push(client.notebook(innocent, "a"));
  expect(stopped.last).toBe(2);
  expect(calls.flooding).toBe(1);
  expect(stopped.stop([1, 2, 3], calls.flooding)).toBe(false);
  expect(stopped.list).toEqual([1]);
  answer();
  await Promise.all(asked);
  expect(calls.flooding).toBeNull();
});

test("a cell that waits for some answers is not blamed for a loop of another", async () => {
  const { calls, client, stopped, runOf, answer } = waiting();
  const asked = Array.from({ length: 100 }, () => client.notebook(runOf(1), "a"));
  runOf(2);
  expect(calls.flooding).toBeNull();
  stopped.stop([1, 2], calls.flooding);
  expect(stopped.list).toEqual([2]);
  calls.cancelAll();
  answer();
  await Promise.all(asked);
});
