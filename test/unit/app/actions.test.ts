import { describe, expect, it } from "vitest";
import type { Action } from "../../../app/actions/action.ts";
import { describeChord, isChord, isMac, parseChord, type Stroke, writeChord } from "../../../app/actions/chord.ts";
import { findActionFor } from "../../../app/actions/keymap.ts";
import { moveToNextProblem } from "../../../app/actions/next-problem.ts";
import { rankText, searchItems } from "../../../app/actions/search.ts";
import { actions, findAction } from "../../../app/actions/table.ts";
import { fakeSession } from "./fake-session.ts";

const stroke = (key: string, change: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...change,
});

describe("A chord", () => {
  it("takes ⌘ on a Mac and Ctrl elsewhere, never both", () => {
    const save = parseChord("mod+s");
    expect(isChord(stroke("s", { metaKey: true }), save, true)).toBe(true);
    expect(isChord(stroke("s", { ctrlKey: true }), save, true)).toBe(false);
    expect(isChord(stroke("s", { ctrlKey: true }), save, false)).toBe(true);
    expect(isChord(stroke("s", { ctrlKey: true, metaKey: true }), save, false)).toBe(false);
  });

  it("minds Shift with letters, but not with signs that some keyboards reach by it", () => {
    expect(isChord(stroke("Z", { ctrlKey: true, shiftKey: true }), parseChord("mod+z"), false)).toBe(false);
    expect(isChord(stroke("?", { shiftKey: true }), parseChord("?"), false)).toBe(true);
    expect(isChord(stroke("?"), parseChord("?"), false)).toBe(true);
  });

  it("is written as it stands on the keys", () => {
    expect(writeChord(parseChord("mod+shift+enter"), true)).toBe("⇧⌘↩");
    expect(writeChord(parseChord("mod+shift+enter"), false)).toBe("Ctrl+Shift+Enter");
    expect(writeChord(parseChord("f8"), false)).toBe("F8");
    expect(describeChord(parseChord("mod+shift+enter"), false)).toBe("Control+Shift+Enter");
  });

  it("knows a Mac by its platform", () => {
    expect(isMac("MacIntel")).toBe(true);
    expect(isMac("Linux x86_64")).toBe(false);
  });
});

describe("The table of actions", () => {
  const table = actions as readonly Action[];

  it("gives each action a name, and each key to one action", () => {
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
    for (const place of ["page", "text", "cell", "editor", "slide"] as const) {
      const here = table.filter(({ places }) => places === undefined || places.includes(place));
      // In an editor Esc leaves the editor, and only then closes what is open.
      const keys = here.flatMap((action) => action.keys).filter((key) => place !== "editor" || key !== "escape");
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each([
    ["mod+s", "save"],
    ["mod+k", "palette"],
    ["mod+z", "undo"],
    ["mod+shift+z", "redo"],
    ["mod+shift+enter", "run-all"],
    ["?", "help"],
    ["escape", "close"],
  ])("answers %s by %s", (keys, id) => {
    const { mod, shift, alt, key } = parseChord(keys);
    const pressed = stroke(key, { ctrlKey: mod, shiftKey: shift, altKey: alt });
    expect(findActionFor(pressed, "page", false)?.id).toBe(id);
  });

  it("leaves undo and ? to the text one types in, but not saving", () => {
    expect(findActionFor(stroke("z", { ctrlKey: true }), "text", false)).toBeUndefined();
    expect(findActionFor(stroke("?"), "text", false)).toBeUndefined();
    expect(findActionFor(stroke("s", { ctrlKey: true }), "text", false)?.id).toBe("save");
  });

  it("knows no action by a name that nobody gave", () => {
    expect(findAction("__proto__")).toBeUndefined();
  });

  it("lets Stop be pressed while anything runs or holds the thread, and only then", () => {
    const stop = findAction("stop")!;
    expect(stop.when(null)).toBe(false);
    expect(stop.when(fakeSession({ running: false }))).toBe(false);
    expect(stop.when(fakeSession({ running: true }))).toBe(true);
    expect(stop.when(fakeSession({ running: false, unresponsiveFor: 1 }))).toBe(true);
  });

  it("goes from one problem to the next, round and round", () => {
    const revealed: number[] = [];
    const session = fakeSession({
      statuses: { 1: "failed", 2: "fresh", 3: "failed" },
      reveal: (cell) => revealed.push(cell),
    });
    moveToNextProblem(session);
    moveToNextProblem(session);
    moveToNextProblem(session);
    expect(revealed).toEqual([1, 3, 1]);
  });
});

describe("A search", () => {
  it("wants every word, begun or within, in any order", () => {
    expect(rankText("Run stale cells", "stale run")).toBe(1);
    expect(rankText("Run stale cells", "run fresh")).toBeNull();
    expect(rankText("carbon_budget", "bud")).toBe(1);
    expect(rankText("全部运行", "运行")).toBe(2);
  });

  it("takes what is typed as it is, signs and all", () => {
    expect(rankText("f(x) = [1]", "[1]")).not.toBeNull();
    expect(rankText("anything", ".*")).toBeNull();
  });

  it("puts the best first and keeps the order of equals", () => {
    expect(searchItems(["undo it", "run all", "rerun", "run stale"], "run", (text) => [text])).toEqual([
      "run all",
      "run stale",
      "rerun",
    ]);
    expect(searchItems(["b", "a"], "  ", (text) => [text])).toEqual(["b", "a"]);
  });
});
