import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expect, expectShown, frame, keyboard } from "./remote.ts";

const sources = () => frame.locator(".cell .cm-content").allInnerTexts();

describe("Keys in the frame:", () => {
  it("a notebook is written by keys alone: insert, edit, run, walk, change kind, move, delete, undo", async () => {
    const notebook = await OpenNotebook.openCells(["const a = 1;", "a + 1"]);
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => keyboard.press(key)), Promise.resolve());
    await notebook.editor(1).click();
    await press("Escape");
    await expectShown(notebook.cell(1)).toBeFocused();
    await press("b");
    await expectShown(frame.locator(".cell")).toHaveCount(3);
    await expectShown(notebook.cell(2)).toBeFocused();
    await press("Enter");
    await expectShown(notebook.editor(2)).toBeFocused();
    await keyboard.insertText("const b = a * 10;");
    await press("Control+Enter");
    await notebook.expectStatus(2, "fresh");
    await expectShown(notebook.editor(2)).toBeFocused();
    await press("Shift+Enter");
    await expectShown(notebook.cell(3)).toBeFocused();
    await press("k");
    await expectShown(notebook.cell(2)).toBeFocused();
    await press("Shift+ArrowDown");
    await expect.poll(() => sources()).toEqual(["const a = 1;", "a + 1", "const b = a * 10;"]);
    await expectShown(notebook.cell(3)).toBeFocused();
    await press("a", "m");
    await expectShown(notebook.cell(3)).toHaveAttribute("data-kind", "md");
    await press("y");
    await expectShown(notebook.cell(3)).toHaveAttribute("data-kind", "js");
    await press("d", "d");
    await expectShown(frame.locator(".cell")).toHaveCount(3);
    await expectShown(notebook.cell(3)).toBeFocused();
    await press("d", "x", "d");
    await press("p");
    await notebook.expectStatus(3, "paused");
    await press("p");
    await notebook.expectStatus(3, "fresh");
    await press("o");
    await expectShown(notebook.editor(3)).toBeHidden();
    await press("Control+z");
    await expectShown(notebook.editor(3)).toBeVisible();
  });

  it("a cell is split at the cursor and joined with the next, each undone as one step", async () => {
    const notebook = await OpenNotebook.openCells(["const a = 1;\nconst b = 2;", "a + b"]);
    await notebook.editor(1).click();
    await keyboard.press("Control+Home");
    await keyboard.press("ArrowDown");
    await keyboard.press("Control+Shift+-");
    await expect.poll(() => sources()).toEqual(["const a = 1;", "const b = 2;", "a + b"]);
    await keyboard.press("Control+z");
    await expect.poll(() => sources()).toEqual(["const a = 1;\nconst b = 2;", "a + b"]);
    await keyboard.press("Control+y");
    await expectShown(frame.locator(".cell")).toHaveCount(3);
    await notebook.editor(1).click();
    await keyboard.press("Escape");
    await keyboard.press("Shift+m");
    await expect.poll(() => sources()).toEqual(["const a = 1;\nconst b = 2;", "a + b"]);
    await keyboard.press("Control+z");
    await expectShown(frame.locator(".cell")).toHaveCount(3);
  });
});
