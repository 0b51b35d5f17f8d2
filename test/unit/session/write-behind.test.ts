import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WriteBehind } from "../../../app/session/write-behind.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A document that is written behind, and what the store holds of it. */
function keeper(write = async () => {}) {
  const state = { text: "", stored: "", writes: 0, failed: false };
  const behind = new WriteBehind(
    async () => {
      const { text } = state;
      state.writes += 1;
      await write();
      state.stored = text;
    },
    (failed) => {
      state.failed = failed;
    },
  );
  return {
    state,
    behind,
    type(text: string) {
      state.text = text;
      behind.touch();
    },
  };
}

describe("Writing behind", () => {
  it("is never more than a second late, however fast one types", async () => {
    const { state, type } = keeper();
    for (let stroke = 1; stroke <= 100; ++stroke) {
      type("x".repeat(stroke));
      await vi.advanceTimersByTimeAsync(50);
      expect(state.text.length - state.stored.length).toBeLessThan(20);
    }
    expect(state.writes).toBeLessThan(16);
  });

  it("writes what changed while it was writing", async () => {
    const { state, type } = keeper(() => new Promise((resolve) => setTimeout(resolve, 300)));
    type("a");
    await vi.advanceTimersByTimeAsync(500);
    type("ab");
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.stored).toBe("ab");
  });

  it("writes at once when asked to, and not again", async () => {
    const { state, type, behind } = keeper();
    type("a");
    await behind.flush();
    expect(state.stored).toBe("a");
    await vi.advanceTimersByTimeAsync(2000);
    expect(state.writes).toBe(1);
  });

  it("says that it failed, and tries again by itself until it succeeds", async () => {
    let full = true;
    const { state, type } = keeper(() => (full ? Promise.reject(new Error("full")) : Promise.resolve()));
    type("a");
    await vi.advanceTimersByTimeAsync(1000);
    expect([state.failed, state.stored]).toEqual([true, ""]);
    full = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect([state.failed, state.stored]).toEqual([false, "a"]);
  });
});
