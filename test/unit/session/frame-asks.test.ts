import { describe, expect, test } from "vitest";
import { isFrameAction } from "../../../app/actions/frame-actions.ts";
import { safeFileName } from "../../../app/files/saved-file.ts";
import { hasFrameFocus, isUserActive, type Realm } from "../../../app/live/activation.ts";

function realm(isActive: boolean, { hasBeenActive = true, firefox = false, focus = "iframe" } = {}): Realm {
  const inner = { localName: focus, shadowRoot: null };
  const app = { localName: "yuheng-app", shadowRoot: { activeElement: inner } };
  return {
    navigator: { userActivation: { isActive, hasBeenActive } },
    document: { activeElement: app },
    CSS: { supports: () => firefox },
  };
}

describe("What a frame asks for is a person's doing", () => {
  test("while the browser knows of a key or a press", () => {
    expect(isUserActive(realm(true))).toBe(true);
    expect(isUserActive(realm(false))).toBe(false);
  });

  test("in Firefox, which counts no key with a modifier, where the keyboard is in the frame of a page that was touched", () => {
    expect(isUserActive(realm(false, { firefox: true }))).toBe(true);
    expect(isUserActive(realm(false, { firefox: true, hasBeenActive: false }))).toBe(false);
    expect(isUserActive(realm(false, { firefox: true, focus: "input" }))).toBe(false);
  });

  test("never where the browser cannot tell", () => {
    expect(isUserActive({ ...realm(true), navigator: {} })).toBe(false);
  });

  test("and Escape is the frame's only while the keyboard is there", () => {
    expect(hasFrameFocus(realm(false))).toBe(true);
    expect(hasFrameFocus(realm(false, { focus: "dialog" }))).toBe(false);
  });
});

test("a frame asks for actions that have a key or a button there, and for no other", () => {
  for (const id of ["save", "undo", "stop", "palette", "close", "slide-black", "lesson-report"]) {
    expect(isFrameAction(id), id).toBe(true);
  }
  for (const id of [
    "discard",
    "import-database",
    "import-folder",
    "restart-database",
    "new",
    "cell-delete",
    "__proto__",
    "constructor",
    "",
  ]) {
    expect(isFrameAction(id), id).toBe(false);
  }
});

describe("A file that a notebook gives", () => {
  test.each([
    ["table.csv", "table.csv"],
    ["../../etc/passwd", "etc passwd.txt"],
    ["C:\\Windows\\run.bat", "C Windows run.txt"],
    ["invoice.exe", "invoice.txt"],
    ["photo\u202egpj.exe", "photo gpj.txt"],
    ["...", "download.txt"],
    ["", "download.txt"],
    [".bashrc", "bashrc.txt"],
    ["碳排放 2022.XLSX", "碳排放 2022.xlsx"],
    ["a.csv\u0000.exe", "a.csv .txt"],
    [`${"x".repeat(300)}.png`, `${"x".repeat(100)}.png`],
  ])("%j is saved as %j: no path, no program, no trick of writing", (given, name) => {
    expect(safeFileName(given)).toBe(name);
  });
});
