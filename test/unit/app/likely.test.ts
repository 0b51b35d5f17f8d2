import { expect, test } from "vitest";
import { likelyFirst, withRecent } from "../../../app/workbench/palette/likely.ts";

const entries = ["cell-run", "theme-dark", "save", "open", "new-from-template", "go-welcome"].map((id) => ({ id }));
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test("In a notebook, saving comes before opening, and the rest keeps its order", () => {
  expect(idsOf(likelyFirst(entries, [], true))).toEqual([
    ...["save", "new-from-template", "open", "cell-run", "theme-dark", "go-welcome"],
  ]);
});

test("In the library, a new notebook comes first", () => {
  expect(idsOf(likelyFirst(entries, [], false)).slice(0, 2)).toEqual(["new-from-template", "open"]);
});

test("What was chosen last comes before everything, an unknown entry changes nothing", () => {
  expect(idsOf(likelyFirst(entries, ["go-welcome", "gone", "open"], true)).slice(0, 3)).toEqual([
    ...["go-welcome", "open", "save"],
  ]);
});

test("A choice is remembered once, and only the last few", () => {
  expect(withRecent(["a", "b", "c", "d"], "b")).toEqual(["b", "a", "c", "d"]);
  expect(withRecent(["a", "b", "c", "d"], "e")).toEqual(["e", "a", "b", "c"]);
});
