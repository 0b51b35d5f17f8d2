import { describe, expect, it, vi } from "vitest";
import { cell, deferred, expression, slider, Watched } from "./notebook.ts";

const never = new Promise<never>(() => {});

describe("A notebook's dataflow", () => {
  it("runs a cell after the cells it reads, wherever they stand", async () => {
    const { flow, ran, value } = watched();
    flow.update([cell(1, "b", "c", ({ b }) => ({ c: (b as number) + 1 })), cell(2, "", "b", () => ({ b: 1 }))]);
    await flow.settled();
    expect(ran()).toBe("2 1");
    expect(value("c")).toBe(2);
  });

  it("starts independent cells in the order of the document", async () => {
    const { flow, ran } = watched();
    const ids = Array.from({ length: 20 }, (_, i) => i + 1);
    flow.update(ids.map((id) => cell(id, "", `x${id}`, () => ({ [`x${id}`]: id }))));
    await flow.settled();
    expect(ran()).toBe(ids.join(" "));
  });

  it("starts the readers of one cell in the order of the document", async () => {
    const { flow, ran } = watched();
    flow.update([
      cell(9, "a", "d", () => ({ d: 1 })),
      cell(3, "a", "", () => ({})),
      cell(5, "a d", "", () => ({})),
      cell(4, "a", "", () => ({})),
      cell(1, "", "a", () => ({ a: 1 })),
    ]);
    await flow.settled();
    expect(ran()).toBe("1 9 3 4 5");
  });

  it("lets who waits for one cell go on while another still runs", async () => {
    const { flow, value, state } = watched();
    flow.update([
      cell(1, "", "slow", () => never),
      cell(2, "", "a", async () => ({ a: 1 })),
      cell(3, "a", "b", ({ a }) => ({ b: (a as number) + 1 })),
    ]);
    await flow.cellSettled(3);
    expect(value("b")).toBe(2);
    expect(state(1).status).toBe("running");
  });

  it("runs only what depends on the edited cell", async () => {
    const { flow, ran, value, state } = watched();
    const a = cell(1, "", "a", () => ({ a: 1 }));
    const b = cell(2, "a", "b", ({ a }) => ({ b: (a as number) * 10 }));
    const other = cell(3, "", "other", () => ({ other: 7 }));
    flow.update([a, b, other]);
    await flow.settled();
    ran();
    flow.update([cell(1, "", "a", () => ({ a: 2 })), b, other]);
    await flow.settled();
    expect(ran()).toBe("1 2");
    expect(value("b")).toBe(20);
    expect(state(1).cause).toEqual({ kind: "edited" });
    expect(state(2).cause).toEqual({ kind: "input", names: ["a"] });
    expect(state(3).runs).toBe(1);
  });

  it("stops the wave where a re-run yields equal data", async () => {
    const { flow, ran, state, value } = watched();
    const read = cell(2, "a", "b", ({ a }) => ({ b: a }));
    const end = cell(3, "b", "", () => ({}));
    flow.update([cell(1, "", "a", () => ({ a: { list: [1, 2], when: new Date(0) } })), read, end]);
    await flow.settled();
    const before = value("a");
    ran();
    flow.update([cell(1, "", "a", () => ({ a: { list: [1, 2], when: new Date(0) } })), read, end]);
    await flow.settled();
    expect(ran()).toBe("1");
    expect(value("a")).toBe(before);
    expect(state(3).status).toBe("fresh");
  });

  it("resumes below a cell in the middle whose value stayed equal, without running what follows it", async () => {
    const { flow, ran } = watched();
    const parity = cell(2, "n", "odd", ({ n }) => ({ odd: (n as number) % 2 === 1 }));
    const reader = cell(3, "odd", "", () => ({}));
    flow.update([cell(1, "", "n", () => ({ n: 1 })), parity, reader]);
    await flow.settled();
    ran();
    flow.update([cell(1, "", "n", () => ({ n: 3 })), parity, reader]);
    await flow.settled();
    expect(ran()).toBe("1 2");
  });

  it("waits for nobody once a run is superseded: a reader of a hanging cell recovers when the cell is corrected", async () => {
    const { flow, value, state } = watched();
    const reader = cell(2, "a", "b", ({ a }) => ({ b: a }));
    flow.update([cell(1, "", "a", () => never), reader]);
    await turn();
    expect(state(1).status).toBe("running");
    flow.update([cell(1, "", "a", () => ({ a: 5 })), reader]);
    await flow.settled();
    expect(value("b")).toBe(5);
  });

  it("recovers likewise from an exported promise that never settles", async () => {
    const { flow, value, state } = watched();
    const reader = cell(2, "a", "b", ({ a }) => ({ b: a }));
    flow.update([cell(1, "", "a", () => ({ a: never })), reader]);
    await turn();
    expect(state(1).status).toBe("running");
    expect(state(2).status).toBe("queued");
    flow.update([cell(1, "", "a", () => ({ a: Promise.resolve(6) })), reader]);
    await flow.settled();
    expect(value("b")).toBe(6);
  });

  it("recovers when the reader itself hangs", async () => {
    const { flow, value } = watched();
    const slow = cell(2, "a", "b", ({ a }) => (a === 1 ? never : { b: a }));
    flow.update([cell(1, "", "a", () => ({ a: 1 })), slow]);
    await turn();
    flow.update([cell(1, "", "a", () => ({ a: 2 })), slow]);
    await flow.settled();
    expect(value("b")).toBe(2);
  });

  it("fires `signal` and `invalidation` of the run that is superseded", async () => {
    const { flow } = watched();
    const fired: string[] = [];
    const hang = cell(1, "", "a", (_, run) => {
      run.signal.addEventListener("abort", () => fired.push("signal"));
      run.invalidation.then(() => fired.push("invalidation"));
      return never;
    });
    flow.update([hang]);
    await turn();
    flow.update([cell(1, "", "a", () => ({ a: 1 }))]);
    await flow.settled();
    expect(fired.sort()).toEqual(["invalidation", "signal"]);
  });

  it("keeps what a finished run made until its cell really runs again", async () => {
    const { flow } = watched();
    let invalidated = 0;
    const reader = cell(2, "a", "", (_, run) => {
      run.invalidation.then(() => ++invalidated);
      return {};
    });
    flow.update([cell(1, "", "a", () => ({ a: [1] })), reader]);
    await flow.settled();
    flow.update([cell(1, "", "a", () => ({ a: [1] })), reader]);
    await flow.settled();
    expect(invalidated).toBe(0);
    flow.update([cell(1, "", "a", () => ({ a: [2] })), reader]);
    await flow.settled();
    expect(invalidated).toBe(1);
  });

  it("runs the cells that define the same name, and gives those that read it an error that names them", async () => {
    const { flow, state, value, shown } = watched();
    const reader = cell(3, "a", "b", ({ a }) => ({ b: a }));
    const first = cell(1, "", "a c", (_, run) => {
      run.display("first");
      return { a: 1, c: 10 };
    });
    flow.update([first, cell(2, "", "a", () => ({ a: 2 })), reader, cell(4, "c", "d", ({ c }) => ({ d: c }))]);
    await flow.settled();
    for (const id of [1, 2, 4]) expect(state(id).status).toBe("fresh");
    expect(shown.get(1)).toEqual(["first"]);
    expect(value("d")).toBe(10);
    expect(state(1).warnings).toMatchObject([{ name: "duplicate", message: expect.stringContaining("cell 2") }]);
    expect(state(2).warnings).toMatchObject([{ name: "duplicate", message: expect.stringContaining("cell 1") }]);
    expect(state(1).warnings?.[0]?.mend).toEqual({ kind: "rename", cell: 1, from: "a", to: "a2" });
    expect(state(3)).toMatchObject({
      status: "failed",
      error: {
        name: "duplicate",
        message: expect.stringContaining("cell 1 and cell 2"),
        mend: { kind: "rename", cell: 2, from: "a", to: "a2" },
      },
    });
    flow.update([first, reader]);
    await flow.settled();
    expect(state(1)).not.toHaveProperty("warnings");
    expect(value("b")).toBe(1);
  });

  it("lets a cell that reads a name of several cells and defines one of its own block its readers alone", async () => {
    const { flow, state } = watched();
    flow.update([
      cell(1, "", "a", () => ({ a: 1 })),
      // Not a cycle: `a` has no value that could go round.
      cell(2, "b", "a", () => ({ a: 2 })),
      cell(3, "a", "b", ({ a }) => ({ b: a })),
    ]);
    await flow.settled();
    expect(state(1).status).toBe("fresh");
    expect(state(2)).toMatchObject({ status: "blocked", blockedBy: { cell: 3, name: "b" } });
    expect(state(3).error?.name).toBe("duplicate");
  });

  it("pins an error that comes after a run to its cell, which keeps its results, until it runs again", async () => {
    const { flow, state, value } = watched();
    flow.update([cell(1, "", "a", () => ({ a: 1 }))]);
    await flow.settled();
    for (const text of ["late", "late", "later"]) flow.failLate(1, new Error(text));
    expect(state(1)).toMatchObject({ status: "fresh", warnings: [{ message: "late" }, { message: "later" }] });
    expect(value("a")).toBe(1);
    for (let i = 0; i < 100; ++i) flow.failLate(1, new Error(`${i}`));
    expect(state(1).warnings?.length).toBeLessThan(10);
    flow.run([1]);
    await flow.settled();
    expect(state(1)).not.toHaveProperty("warnings");
  });

  it("gives every cell of a cycle an error that names the others, and lets the rest run", async () => {
    const { flow, state, value } = watched();
    const cells = [
      cell(1, "c", "a", ({ c }) => ({ a: c })),
      cell(2, "a", "b", ({ a }) => ({ b: a })),
      cell(3, "b", "c", ({ b }) => ({ c: b })),
      cell(4, "", "d", () => ({ d: 1 })),
      cell(5, "c", "", () => ({})),
    ];
    flow.update(cells);
    await flow.settled();
    for (const id of [1, 2, 3]) expect(state(id).error?.name).toBe("cycle");
    expect(state(1).error?.message).toContain("`c`");
    expect(state(5).status).toBe("blocked");
    expect(value("d")).toBe(1);
    flow.update([cells[0]!, cells[1]!, cell(3, "", "c", () => ({ c: 1 })), cells[3]!, cells[4]!]);
    await flow.settled();
    expect(value("b")).toBe(1);
    expect(state(5).status).toBe("fresh");
  });

  it("breaks a cycle when one of its members is paused", async () => {
    const { flow, state } = watched();
    flow.update([cell(1, "b", "a", ({ b }) => ({ a: b })), cell(2, "a", "b", ({ a }) => ({ b: a }))]);
    await flow.settled();
    flow.pause(1, true);
    await flow.settled();
    expect(state(1).status).toBe("paused");
    expect(state(2)).toMatchObject({ status: "paused", blockedBy: { cell: 1, name: "a" } });
  });

  it("names an unknown name, and the known one that is near", async () => {
    const { flow, state } = watched({ library: { Plot: () => ({}) }, global: () => undefined });
    flow.update([
      cell(1, "", "emissions", () => ({ emissions: 1 })),
      cell(2, "emisions", "", () => ({})),
      cell(3, "plot", "", () => ({})),
      cell(4, "zzzzzz", "", () => ({})),
    ]);
    await flow.settled();
    expect(state(2).error).toMatchObject({ name: "unknown name", message: expect.stringContaining("`emissions`") });
    expect(state(3).error?.message).toContain("`Plot`");
    expect(state(4).error?.message).toContain("Define it in a cell");
    flow.update([cell(1, "", "emisions", () => ({ emisions: 1 })), cell(2, "emisions", "", () => ({}))]);
    await flow.settled();
    expect(state(2).status).toBe("fresh");
  });

  it("says why a global name could not be read where reading it throws", async () => {
    const { flow, state } = watched({
      global: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    flow.update([cell(1, "localStorage", "", () => ({})), cell(2, "", "b", () => ({ b: 1 }))]);
    await flow.settled();
    expect(state(1).error).toMatchObject({ name: "SecurityError", message: "denied" });
    expect(state(2).status).toBe("fresh");
  });

  it("shows the error where it was thrown, blocks the readers, and lets other cells go on", async () => {
    const { flow, state, value } = watched();
    const failing = cell(1, "", "a", () => {
      throw new TypeError("no such column");
    });
    flow.update([
      failing,
      cell(2, "a", "b", () => ({ b: 1 })),
      cell(3, "b", "", () => ({})),
      cell(4, "", "d", () => ({ d: 4 })),
    ]);
    await flow.settled();
    expect(state(1)).toMatchObject({ status: "failed", error: { name: "TypeError", message: "no such column" } });
    expect(state(2)).toMatchObject({ status: "blocked", blockedBy: { cell: 1, name: "a" } });
    expect(state(3)).toMatchObject({ status: "blocked", blockedBy: { cell: 2, name: "b" } });
    expect(value("d")).toBe(4);
  });

  it("lets a cell that gets blocked clean up what its last run began", async () => {
    const { flow, state } = watched();
    let cleaned = 0;
    const reader = cell(2, "a", "b", (_, run) => {
      run.invalidation.then(() => ++cleaned);
      return { b: 1 };
    });
    flow.update([cell(1, "", "a", () => ({ a: 1 })), reader]);
    await flow.settled();
    expect([state(2).status, cleaned]).toEqual(["fresh", 0]);
    const failing = cell(1, "", "a", () => {
      throw new Error("no more");
    });
    flow.update([failing, reader]);
    await flow.settled();
    expect([state(2).status, cleaned]).toEqual(["blocked", 1]);
  });

  it("fails the cell whose exported promise fails, and blocks its readers", async () => {
    const { flow, state } = watched();
    flow.update([cell(1, "", "a", () => ({ a: Promise.reject(new Error("late")) })), cell(2, "a", "", () => ({}))]);
    await flow.settled();
    expect(state(1)).toMatchObject({ status: "failed", error: { message: "late" } });
    expect(state(2).status).toBe("blocked");
  });

  it("stops a run on request, says so, and runs it again when asked", async () => {
    const { flow, state } = watched();
    let hang = true;
    flow.update([cell(1, "", "a", () => (hang ? never : { a: 1 })), cell(2, "a", "", () => ({}))]);
    await turn();
    flow.interrupt(1);
    await flow.settled();
    expect(state(1)).toMatchObject({ status: "failed", error: { name: "stopped" } });
    expect(state(2).status).toBe("blocked");
    hang = false;
    flow.run([1]);
    await flow.settled();
    expect(state(1)).toMatchObject({ status: "fresh", cause: { kind: "asked" } });
    expect(state(2).status).toBe("fresh");
  });

  it("stops a cell that waits for a promise it exported", async () => {
    const { flow, state } = watched();
    flow.update([cell(1, "", "a", () => ({ a: never })), cell(2, "a", "", () => ({}))]);
    await turn();
    flow.interrupt();
    await flow.settled();
    expect(state(1).error?.name).toBe("stopped");
    expect(state(2).status).toBe("blocked");
  });

  it("pauses a cell and its readers, and runs them when it is resumed", async () => {
    const { flow, state, ran } = watched();
    flow.update([
      cell(1, "", "a", () => ({ a: 1 })),
      cell(2, "a", "b", () => ({ b: 1 })),
      cell(3, "b", "", () => ({})),
    ]);
    await flow.settled();
    flow.pause(2, true);
    await flow.settled();
    expect([1, 2, 3].map((id) => state(id).status)).toEqual(["fresh", "paused", "paused"]);
    ran();
    flow.update([cell(1, "", "a", () => ({ a: 2 })), ...[2, 3].map((id) => flowCell(id))]);
    await flow.settled();
    expect(ran()).toBe("1");
    flow.pause(2, false);
    await flow.settled();
    expect(ran()).toBe("2 3");
    expect(state(2).cause).toEqual({ kind: "resumed" });

    function flowCell(id: number) {
      return id === 2 ? cell(2, "a", "b", ({ a }) => ({ b: a })) : cell(3, "b", "", () => ({}));
    }
  });

  it("marks readers stale instead of running them in lazy mode, and runs them when asked", async () => {
    const { flow, state, ran, value } = watched();
    const b = cell(2, "a", "b", ({ a }) => ({ b: a }));
    const c = cell(3, "b", "", () => ({}));
    flow.update([cell(1, "", "a", () => ({ a: 1 })), b, c]);
    await flow.settled();
    flow.lazy = true;
    await flow.settled();
    ran();
    flow.update([cell(1, "", "a", () => ({ a: 2 })), b, c]);
    await flow.settled();
    expect(ran()).toBe("1");
    expect([1, 2, 3].map((id) => state(id).status)).toEqual(["fresh", "stale", "stale"]);
    flow.runStale();
    await flow.settled();
    expect(ran()).toBe("2 3");
    expect(value("b")).toBe(2);
  });

  it("takes a stale cell as fresh again when its inputs return to what it last saw", async () => {
    const { flow, state } = watched();
    const one = cell(1, "", "a", () => ({ a: 1 }));
    const b = cell(2, "a", "b", ({ a }) => ({ b: a }));
    flow.update([one, b]);
    await flow.settled();
    flow.lazy = true;
    flow.update([cell(1, "", "a", () => ({ a: 2 })), b]);
    await flow.settled();
    expect(state(2).status).toBe("stale");
    flow.update([cell(1, "", "a", () => ({ a: 1 })), b]);
    await flow.settled();
    expect(state(2).status).toBe("fresh");
  });

  it("gives readers each value of a generator", async () => {
    const { flow, value } = watched();
    const seen: unknown[] = [];
    const done = deferred<void>();
    flow.update([
      cell(1, "", "i", () => ({
        i: (function* () {
          yield 1;
          yield 2;
          yield 3;
        })(),
      })),
      cell(2, "i", "", ({ i }) => {
        seen.push(i);
        if (i === 3) done.resolve();
        return {};
      }),
    ]);
    await done.promise;
    expect(seen).toEqual([1, 2, 3]);
    expect(value("i")).toBe(3);
  });

  it("runs one computation at a time under a slider flood, and ends with the newest value", async () => {
    const { flow } = watched();
    const control = slider(0);
    const seen: number[] = [];
    let running = 0;
    let most = 0;
    const last = deferred<void>();
    flow.update([
      cell(1, "", "x", () => ({ x: control.generator })),
      cell(2, "x", "", async ({ x }) => {
        most = Math.max(most, ++running);
        for (let i = 0; i < 10; ++i) await turn();
        --running;
        seen.push(x as number);
        if (x === 100) last.resolve();
        return {};
      }),
    ]);
    await flow.settled();
    for (let i = 1; i <= 100; ++i) {
      control.set(i);
      await turn();
    }
    await last.promise;
    expect(most).toBe(1);
    expect(seen.at(-1)).toBe(100);
    expect(seen.length).toBeLessThan(30);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it("marks a cell whose code an undo brought back stale in lazy mode, and its readers, and runs both when asked", async () => {
    const { flow, ran, state, value } = watched();
    const b = cell(2, "a", "b", ({ a }) => ({ b: (a as number) + 1 }));
    const other = cell(3, "", "", () => ({}));
    flow.lazy = true;
    flow.update([cell(1, "", "a", () => ({ a: 1 })), b, other]);
    await flow.settled();
    ran();
    flow.update([cell(1, "", "a", () => ({ a: 2 })), b, other], null);
    await flow.settled();
    expect(ran()).toBe("");
    expect([1, 2, 3].map((id) => state(id).status)).toEqual(["stale", "stale", "fresh"]);
    flow.runStale();
    await flow.settled();
    expect(ran()).toBe("1 2");
    expect(value("b")).toBe(3);
  });

  it("lets the newest value of a resting hand supersede a run that does not end", async () => {
    const { flow } = watched();
    const control = slider(0);
    const done = deferred<unknown>();
    flow.update([
      cell(1, "", "x", () => ({ x: control.generator })),
      cell(2, "x", "", ({ x }) => {
        if (x === 0) return never;
        done.resolve(x);
        return {};
      }),
    ]);
    await turn();
    control.set(1);
    expect(await done.promise).toBe(1);
  });

  it("does not run readers when a source repeats equal data", async () => {
    const { flow, ran, value } = watched();
    const control = slider([1, 2]);
    flow.update([cell(1, "", "x", () => ({ x: control.generator })), cell(2, "x", "", () => ({}))]);
    await flow.settled();
    ran();
    control.set([1, 2]);
    await turn();
    await flow.settled();
    control.set([3]);
    await vi.waitFor(() => expect(value("x")).toEqual([3]));
    await flow.settled();
    expect(ran()).toBe("2"); // once, for the data that differed
  });

  it("keeps a view alive, with its value, when its own cell is recomputed with equal inputs", async () => {
    const { flow, value, ran } = watched();
    const control = slider(1);
    const view = cell(2, "range", "x", () => ({ x: control.generator }));
    const reader = cell(3, "x", "", () => ({}));
    flow.update([cell(1, "", "range", () => ({ range: [0, 10] })), view, reader]);
    await flow.settled();
    control.set(4);
    await vi.waitFor(() => expect(value("x")).toBe(4));
    await flow.settled();
    ran();
    flow.update([cell(1, "", "range", () => ({ range: [0, 10] })), view, reader]);
    await flow.settled();
    expect(ran()).toBe("1");
    expect(value("x")).toBe(4);
    control.set(5);
    await vi.waitFor(() => expect(value("x")).toBe(5));
  });

  it("shows the value of an expression cell, and each value of a generator in place of the one before", async () => {
    const { flow, shown } = watched();
    flow.update([
      expression(1, "", () => Promise.resolve(42)),
      expression(2, "", () =>
        (function* () {
          yield "a";
          yield "b";
        })(),
      ),
    ]);
    await vi.waitFor(() => expect(shown.get(2)).toEqual(["b"]));
    expect(shown.get(1)).toEqual([42]);
  });

  it("says of a generator that throws that its cell failed, and blocks the readers", async () => {
    const { flow, state } = watched();
    flow.update([
      cell(1, "", "x", () => ({
        x: (function* () {
          yield 1;
          throw new Error("ran dry");
        })(),
      })),
      cell(2, "x", "", () => ({})),
    ]);
    await vi.waitFor(() => expect(state(2)?.status).toBe("blocked"));
    expect(state(1)).toMatchObject({ status: "failed", error: { message: "ran dry" } });
  });

  it("removes a deleted cell: its run ends, its names become unknown to their readers", async () => {
    const { flow, state } = watched({ global: () => undefined });
    let invalidated = false;
    const reader = cell(2, "a", "", () => ({}));
    flow.update([
      cell(1, "", "a", (_, run) => {
        run.invalidation.then(() => {
          invalidated = true;
        });
        return { a: 1 };
      }),
      reader,
    ]);
    await flow.settled();
    flow.update([reader]);
    await flow.settled();
    expect(invalidated).toBe(true);
    expect(state(2).error?.name).toBe("unknown name");
  });

  it("reports progress while a cell runs and forgets it afterwards", async () => {
    const { flow, state } = watched();
    const gate = deferred<void>();
    flow.update([
      cell(1, "", "a", async (_, run) => {
        run.progress({ fraction: 0.5, message: "half" });
        await gate.promise;
        return { a: 1 };
      }),
    ]);
    await turn();
    expect(state(1).progress).toEqual({ fraction: 0.5, message: "half" });
    gate.resolve();
    await flow.settled();
    expect(state(1).progress).toBeUndefined();
  });

  it("carries an edit of the root through a chain of a thousand cells", async () => {
    const { flow, value } = watched();
    const chain = Array.from({ length: 999 }, (_, i) =>
      cell(i + 2, `x${i + 1}`, `x${i + 2}`, (inputs) => ({ [`x${i + 2}`]: (inputs[`x${i + 1}`] as number) + 1 })),
    );
    flow.update([cell(1, "", "x1", () => ({ x1: 1 })), ...chain]);
    await flow.settled();
    expect(value("x1000")).toBe(1000);
    flow.update([cell(1, "", "x1", () => ({ x1: 2 })), ...chain]);
    await flow.settled();
    expect(value("x1000")).toBe(1001);
  });
});

function watched(options = {}) {
  const all = new Watched(options);
  return {
    flow: all.flow,
    shown: all.shown,
    ran: () => all.ran(),
    value: (name: string) => all.value(name),
    state: (id: number) => all.state(id),
  };
}

/** Enough turns of the event loop for a wave without waiting to have been computed. */
async function turn(): Promise<void> {
  for (let i = 0; i < 10; ++i) await new Promise((resolve) => setImmediate(resolve));
}
