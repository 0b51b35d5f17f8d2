import { describe, expect, it } from "vitest";
import type { Session } from "../../../app/session/contract.ts";
import { Desk } from "../../../app/workbench/desk.ts";
import type { FrameSettings } from "../../../kernel/sandbox/protocol.ts";
import { type Fake, fakeSession } from "./fake-session.ts";

const settings: FrameSettings = { theme: "light", language: "en", lazy: false, mode: "edit", reducedMotion: false };

async function deskWith(fake: Fake): Promise<{ desk: Desk; session: Session }> {
  const session = fakeSession(fake);
  const desk = new Desk(async () => session);
  await desk.open("a", settings);
  return { desk, session };
}

describe("The desk", () => {
  it("holds one notebook; of several asked for in haste the last one wins and the others are put away", async () => {
    const disposed: string[] = [];
    const waiting = new Map<string, () => void>();
    const desk = new Desk((name) => {
      const session = fakeSession({ name, dispose: () => disposed.push(name) });
      return new Promise((resolve) => waiting.set(name, () => resolve(session)));
    });
    const both = [desk.open("slow", settings), desk.open("quick", settings)];
    waiting.get("quick")?.();
    waiting.get("slow")?.();
    await Promise.all(both);
    expect(desk.session?.name).toBe("quick");
    expect(disposed).toEqual(["slow"]);
  });

  it("says why a notebook could not be opened", async () => {
    const desk = new Desk(() => Promise.reject(new Error("There is no such notebook.")));
    await desk.open("x", settings);
    expect(desk.place).toEqual({ state: "failed", name: "x", reason: "There is no such notebook." });
  });

  it("saves before it lets go", async () => {
    const { desk, session } = await deskWith({ saveState: "unsaved" });
    Object.assign(session.keeping, { save: async () => Object.assign(session.keeping, { saveState: "saved" }) });
    expect(await desk.settle()).toBe(true);
  });

  it.each(["failed", "conflict"] as const)("does not let go of what could not be saved: %s", async (saveState) => {
    const { desk } = await deskWith({ saveState });
    expect(await desk.settle()).toBe(false);
  });

  it("waits for a save that is under way", async () => {
    const { desk, session } = await deskWith({ saveState: "saving" });
    const settled = desk.settle();
    Object.assign(session.keeping, { saveState: "saved" });
    session.dispatchEvent(new Event("change"));
    expect(await settled).toBe(true);
  });

  it("lets go of a read-only notebook only if nothing was changed in it", async () => {
    const { desk, session } = await deskWith({ saveState: "read-only", text: "as it was" });
    expect(await desk.settle()).toBe(true);
    Object.assign(session.document, { text: "changed" });
    expect(await desk.settle()).toBe(false);
  });
});
