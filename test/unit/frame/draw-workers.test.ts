import { afterAll, afterEach, expect, test, vi } from "vitest";
import { DrawWorkers } from "../../../app/frame/draw-workers.ts";
import type { Plan } from "../../../kernel/montecarlo/plan.ts";

/** What became of the workers that were started. */
const started: { told: unknown[]; ended: boolean }[] = [];

vi.stubGlobal(
  "Worker",
  class {
    readonly #note = { told: [] as unknown[], ended: false };
    constructor() {
      started.push(this.#note);
    }
    addEventListener() {}
    postMessage(message: unknown) {
      this.#note.told.push(message);
    }
    terminate() {
      this.#note.ended = true;
    }
  },
);

afterAll(() => void vi.unstubAllGlobals());

afterEach(() => {
  started.length = 0;
});

const plan = { type: "plan", plan: {} as Plan } as const;
const rows = { type: "rows", rows: { first: 0, count: 2 } } as const;
const turns = () => new Promise((resolve) => setImmediate(resolve));

test("the program is asked for by the first worker, once for all, and what is said before it comes arrives in order", async () => {
  let give: (program: string) => void = () => {};
  const program = vi.fn(
    () =>
      new Promise<string>((resolve) => {
        give = resolve;
      }),
  );
  const workers = new DrawWorkers(program);
  expect(program).not.toHaveBeenCalled();
  const [one] = [workers.open(), workers.open()];
  one!.postMessage(plan);
  one!.postMessage(rows);
  expect(started).toHaveLength(0);
  give("");
  await turns();
  expect(program).toHaveBeenCalledTimes(1);
  expect(started.map(({ told }) => told)).toEqual([[plan, rows], []]);
});

test("a worker that is ended before its program comes does not start", async () => {
  const workers = new DrawWorkers(async () => "");
  const worker = workers.open();
  worker.postMessage(plan);
  worker.terminate();
  await turns();
  expect(started).toHaveLength(0);
});

test("a program that does not come is told as a failure, and asked for again by the next worker", async () => {
  const program = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error("The program of this page could not be read."))
    .mockResolvedValue("");
  const workers = new DrawWorkers(program);
  const heard: Event[] = [];
  workers.open().addEventListener("error", (event: Event) => heard.push(event));
  await turns();
  expect(heard).toMatchObject([{ type: "error", message: "The program of this page could not be read." }]);
  workers.open().postMessage(plan);
  await turns();
  expect(started.map(({ told }) => told)).toEqual([[plan]]);
});
