import { expect, it, vi } from "vitest";
import { cell, Watched } from "./notebook.ts";

// Before the runtime is loaded, which looks once whether there are frames.
vi.hoisted(() => Object.assign(globalThis, { requestAnimationFrame: () => 0 }));

it("runs where no animation frame ever comes: in a tab behind others, in a frame out of sight", async () => {
  const { flow } = new Watched({ library: { two: () => 2 } });
  flow.update([cell(1, "two", "a", ({ two }) => ({ a: two })), cell(2, "a", "b", ({ a }) => ({ b: Number(a) + 1 }))]);
  await flow.settled();
  expect(flow.valueOf("b")).toBe(3);
});
