import { describe, expect, it } from "vitest";
import type { Session, WantedSettings } from "../../../app/session/contract.ts";
import { SessionController } from "../../../app/workbench/shell/session-controller.ts";
import { type Fake, fakeSession } from "./fake-session.ts";

const settings: WantedSettings = { theme: "light", language: "en", lazy: false, mode: "edit", reducedMotion: false };

async function controllerWith(fake: Fake): Promise<{ sessions: SessionController; session: Session }> {
  const session = fakeSession(fake);
  const sessions = new SessionController(async () => session);
  await sessions.open("a", settings);
  return { sessions, session };
}

describe("The sessions", () => {
  it("holds one notebook; of several asked for in haste the last one wins and the others are put away", async () => {
    const disposed: string[] = [];
    const waiting = new Map<string, () => void>();
    const sessions = new SessionController((name) => {
      const session = fakeSession({ name, dispose: () => disposed.push(name) });
      return new Promise((resolve) => waiting.set(name, () => resolve(session)));
    });
    const both = [sessions.open("slow", settings), sessions.open("quick", settings)];
    waiting.get("quick")?.();
    waiting.get("slow")?.();
    await Promise.all(both);
    expect(sessions.session?.name).toBe("quick");
    expect(disposed).toEqual(["slow"]);
  });

  it("says why a notebook could not be opened", async () => {
    const sessions = new SessionController(() => Promise.reject(new Error("There is no such notebook.")));
    await sessions.open("x", settings);
    expect(sessions.place).toEqual({ state: "failed", name: "x", reason: "There is no such notebook." });
  });

  it("saves before it lets go", async () => {
    const { sessions, session } = await controllerWith({ saveState: "unsaved" });
    Object.assign(session.autosave, { save: async () => Object.assign(session.autosave, { saveState: "saved" }) });
    expect(await sessions.settle()).toBe(true);
  });

  it.each(["failed", "conflict"] as const)("does not let go of what could not be saved: %s", async (saveState) => {
    const { sessions } = await controllerWith({ saveState });
    expect(await sessions.settle()).toBe(false);
  });

  it("waits for a save that is under way", async () => {
    const { sessions, session } = await controllerWith({ saveState: "saving" });
    const settled = sessions.settle();
    Object.assign(session.autosave, { saveState: "saved" });
    session.dispatchEvent(new Event("change"));
    expect(await settled).toBe(true);
  });

  it("lets go of a read-only notebook only if nothing was changed in it", async () => {
    const { sessions, session } = await controllerWith({ saveState: "read-only", text: "as it was" });
    expect(await sessions.settle()).toBe(true);
    Object.assign(session.document, { text: "changed" });
    expect(await sessions.settle()).toBe(false);
  });
});
