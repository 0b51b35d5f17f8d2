import { describe, expect, it } from "vitest";
import type { CellDefinition } from "../../../kernel/runtime/definition.ts";
import { cell, slider, Watched } from "./notebook.ts";

/** Cells of which some rest: what they show was kept from an earlier run. */
async function opened(cells: readonly CellDefinition[], rest: readonly number[]): Promise<Watched> {
  const notebook = new Watched();
  notebook.flow.update(cells, { kind: "first" }, new Set(rest));
  await notebook.flow.settled();
  return notebook;
}

const a = cell(1, "", "a", () => ({ a: 1 }));
const b = cell(2, "a", "b", ({ a }) => ({ b: (a as number) * 10 }));
const c = cell(3, "b", "", () => ({}));

describe("A resting cell", () => {
  it("is fresh and does not run", async () => {
    const notebook = await opened([a, b, c], [1, 2, 3]);
    expect(notebook.ran()).toBe("");
    expect([1, 2, 3].map((id) => notebook.state(id).status)).toEqual(["fresh", "fresh", "fresh"]);
  });

  it("runs when an awake cell reads it, directly or through another, and its other readers rest on", async () => {
    const notebook = await opened([a, b, c, cell(4, "a", "", () => ({}))], [1, 2, 4]);
    expect(notebook.ran()).toBe("1 2 3");
    expect(notebook.flow.isDormant(4)).toBe(true);
    expect(notebook.value("b")).toBe(10);
  });

  it("rests on when the view above it comes alive with the value it had", async () => {
    const year = slider(2011);
    const notebook = await opened(
      [cell(1, "", "year", () => ({ year: year.generator })), cell(2, "year", "", () => ({}))],
      [2],
    );
    expect(notebook.ran()).toBe("1");
    expect(notebook.value("year")).toBe(2011);
  });

  it("wakes with what reads it when a value above it changes", async () => {
    const year = slider(2011);
    const double = cell(2, "year", "double", ({ year }) => ({ double: 2 * (year as number) }));
    const notebook = await opened(
      [
        cell(1, "", "year", () => ({ year: year.generator })),
        double,
        cell(3, "double other", "", () => ({})),
        cell(4, "", "other", () => ({ other: 1 })),
        cell(5, "other", "", () => ({})),
      ],
      [2, 3, 4, 5],
    );
    notebook.ran();
    year.set(2000);
    await expect.poll(() => notebook.value("double")).toBe(4000);
    await notebook.flow.settled();
    expect(notebook.ran().split(" ").sort()).toEqual(["2", "3", "4"]);
    expect(notebook.flow.isDormant(5)).toBe(true);
  });

  it("wakes when it is asked to run, and so do its readers", async () => {
    const notebook = await opened([a, b, c], [1, 2, 3]);
    notebook.flow.run([2]);
    await notebook.flow.settled();
    expect(notebook.ran()).toBe("1 2 3");
  });

  it("wakes when it is edited", async () => {
    const notebook = await opened([a, b, c], [1, 2, 3]);
    notebook.flow.update([a, cell(2, "a", "b", () => ({ b: 7 })), c]);
    await notebook.flow.settled();
    expect(notebook.ran()).toBe("1 2 3");
    expect(notebook.value("b")).toBe(7);
  });

  it("wakes when a cell above it is edited, and not before", async () => {
    const notebook = await opened([a, b, c], [1, 2, 3]);
    notebook.flow.update([a, b, c]);
    await notebook.flow.settled();
    expect(notebook.ran()).toBe("");
    notebook.flow.update([cell(1, "", "a", () => ({ a: 2 })), b, c]);
    await notebook.flow.settled();
    expect(notebook.ran()).toBe("1 2 3");
    expect(notebook.value("b")).toBe(20);
  });

  it("takes its share of a duplicate name", async () => {
    const notebook = await opened([a, b], [1, 2]);
    notebook.flow.update([a, b, cell(9, "", "a", () => ({ a: 3 }))]);
    await notebook.flow.settled();
    expect(notebook.state(1)).toMatchObject({ status: "fresh", warnings: [{ name: "duplicate" }] });
    expect(notebook.state(2).error?.name).toBe("duplicate");
  });

  it("can be paused, and runs when it goes on", async () => {
    const notebook = await opened([a, b, c], [1, 2, 3]);
    notebook.flow.pause(2, true);
    await notebook.flow.settled();
    expect(notebook.state(3).status).toBe("paused");
    notebook.flow.pause(2, false);
    await notebook.flow.settled();
    expect(notebook.state(3).status).toBe("fresh");
    expect(notebook.value("b")).toBe(10);
  });

  it("can be removed", async () => {
    const notebook = await opened([a, b, c], [1, 2, 3]);
    notebook.flow.update([a, b]);
    notebook.flow.wake([2]);
    await notebook.flow.settled();
    expect(notebook.value("b")).toBe(10);
  });
});

describe("A cell whose value changes by itself", () => {
  it("is known once it has run", async () => {
    const notebook = await opened(
      [cell(1, "", "year", () => ({ year: slider(1).generator })), a, cell(4, "a", "", () => ({}))].map((each, i) => ({
        ...each,
        id: i + 1,
      })),
      [],
    );
    expect([1, 2, 3].map((id) => notebook.flow.isChanging(id))).toEqual([true, false, false]);
  });
});
