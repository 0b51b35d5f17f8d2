import { describe, expect, it } from "vitest";
import { emptyNotebook, NotebookDocument } from "../../../app/live/notebook-document.ts";

const stateOf = (document: NotebookDocument) => [document.titleIn("en"), document.cells[0]!.source];

describe("The title of a notebook", () => {
  it("is changed with the heading with which a new notebook begins, as one step", () => {
    const document = new NotebookDocument(emptyNotebook("Untitled"));
    document.rename("My data", "en");
    expect(stateOf(document)).toEqual(["My data", "# My data"]);
    document.undo();
    expect(stateOf(document)).toEqual(["Untitled", "# Untitled"]);
    expect(document.canUndo).toBe(false);
  });

  it("leaves a heading alone that says something else, and text below one", () => {
    const document = new NotebookDocument(emptyNotebook("Untitled"));
    const { id } = document.cells[0]!;
    document.apply({ type: "text", cell: id, source: "# Untitled\n\nText." });
    document.rename("My data", "en");
    expect(stateOf(document)).toEqual(["My data", "# My data\n\nText."]);
    document.apply({ type: "text", cell: id, source: "# Untitled data" });
    document.rename("Other", "en");
    expect(stateOf(document)).toEqual(["Other", "# Untitled data"]);
  });
});
