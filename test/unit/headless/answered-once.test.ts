import { expect, test } from "vitest";
import { AnsweredOnce } from "../../../kernel/headless/answered-once.ts";
import { openResult, packResult } from "../../../kernel/services/compute/packed-result.ts";
import type { ToolRunner } from "../../../kernel/services/service-calls.ts";

const read = { dataset: "population", where: "", rows: 1, of: 2 };
const numbers = Array.from({ length: 40 }, (_, i) => i);

/** A tool that gives what it was asked, with how often it was called, and fails for what it was told. */
class Counted implements ToolRunner {
  calls = 0;

  async call(tool: string, input: unknown, options: Parameters<ToolRunner["call"]>[2] = {}): Promise<unknown> {
    this.calls += 1;
    if (tool === "fails") throw new Error("It failed.");
    options.provenance?.({ facts: { tool } });
    options.reads?.(read);
    return openResult(packResult({ tool, input: typeof input, numbers, list: [1, 2] }));
  }
}

test("the same request is computed once, with its provenance and what it read, and each call has a result of its own", async () => {
  const runner = new Counted();
  const once = new AnsweredOnce(runner);
  const told: unknown[] = [];
  const options = {
    provenance: (each: unknown) => void told.push(each),
    reads: (each: unknown) => void told.push(each),
  };
  const first = (await once.call("a", { x: Number.NaN }, options)) as { numbers: number[]; list: number[] };
  const asGiven = structuredClone({ ...first });
  first.numbers.reverse();
  first.list.reverse();
  const again = await once.call("a", { x: Number.NaN }, options);
  expect(again).toEqual(asGiven);
  expect(runner.calls).toBe(1);
  expect(told).toEqual([...Array(2)].flatMap(() => [{ facts: { tool: "a" } }, read]));
});

test.each([
  ["another tool", "b", { x: Number.NaN }],
  ["a value that JSON writes alike", "a", { x: null }],
  ["a function, which is given on", "a", () => 0],
])("%s is another request", async (_, tool, input) => {
  const runner = new Counted();
  const once = new AnsweredOnce(runner);
  await once.call("a", { x: Number.NaN });
  await once.call(tool, input);
  expect(runner.calls).toBe(2);
});

test("a call that failed is made again, and so is one that was forgotten", async () => {
  const runner = new Counted();
  const once = new AnsweredOnce(runner);
  for (const _ of [1, 2]) await expect(once.call("fails", 1)).rejects.toThrow("It failed.");
  await once.call("a", 1);
  once.forget();
  await once.call("a", 1);
  expect(runner.calls).toBe(4);
});
