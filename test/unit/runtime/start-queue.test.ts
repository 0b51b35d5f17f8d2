import { describe, expect, it } from "vitest";
import { StartQueue } from "../../../kernel/runtime/start-queue.ts";

/** Starts two cells one after the other; whether the event loop had a turn between them. */
async function yieldsBetween(queue: StartQueue): Promise<boolean> {
  let turned = false;
  await queue.wait(0);
  setImmediate(() => {
    turned = true;
  });
  await queue.wait(1);
  return turned;
}

describe("Cells that are ready", () => {
  it("start in one task while they take little time, also long after the last", async () => {
    let now = 0;
    const queue = new StartQueue(() => now);
    expect(await yieldsBetween(queue)).toBe(false);
    await new Promise(setImmediate);
    now = 10_000;
    expect(await yieldsBetween(queue)).toBe(false);
  });

  it("leave the event loop a turn when they have taken long", async () => {
    let now = 0;
    const queue = new StartQueue(() => {
      now += 20;
      return now;
    });
    expect(await yieldsBetween(queue)).toBe(true);
  });
});
