import { tableFromArrays } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { previewOf } from "../../../kernel/values/preview.ts";
import { TableHandle } from "../../../lib/mrio/resource/handle.ts";

describe("A preview", () => {
  it("says what a value is, how much of it there is, and how it begins", () => {
    expect(previewOf(1 / 3)).toEqual({ type: "number", size: "", preview: "0.333333" });
    expect(previewOf("a\n  b")).toEqual({ type: "string", size: "", preview: "a b" });
    expect(previewOf([1, { a: [2] }])).toEqual({ type: "Array", size: "2", preview: "[1, {a: […]}]" });
    expect(previewOf(new Float64Array(1_000_000))).toMatchObject({ type: "Float64Array", size: "1000000" });
    expect(previewOf(new Map([["k", 1]]))).toEqual({ type: "Map", size: "1", preview: '{"k"}' });
    expect(previewOf(tableFromArrays({ a: [1, 2], b: ["x", "y"] }))).toEqual({
      type: "Table",
      size: "2 × 2",
      preview: "a, b",
    });
    expect(previewOf(null)).toEqual({ type: "null", size: "", preview: "null" });
  });

  it("shows the values of a table's row, and the request of a handle", () => {
    const [row] = tableFromArrays({ a: [1, 2], b: ["x", "y"] });
    expect(previewOf(row)).toEqual({ type: "Row", size: "", preview: '{a: 1, b: "x"}' });
    expect(previewOf([row]).preview).toBe('[{a: 1, b: "x"}]');
    expect(previewOf(new TableHandle({ year: 2011, edits: [] }))).toEqual({
      type: "resource:table",
      size: "",
      preview: "{year: 2011, edits: []}",
    });
  });

  it("runs nothing of the value, and survives one that cannot be looked at", () => {
    let read = 0;
    const watched = Object.defineProperty({ plain: 1 }, "dear", { enumerable: true, get: () => ++read });
    expect(previewOf(watched).preview).toBe("{plain: 1, dear: …}");
    expect(read).toBe(0);
    const torn = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error("no");
        },
      },
    );
    expect(previewOf(torn)).toEqual({ type: "object", size: "", preview: "" });
  });

  it("stays short, whatever the value", () => {
    expect(previewOf("x".repeat(10_000)).preview.length).toBeLessThanOrEqual(120);
    expect(previewOf(Array(1000).fill("y".repeat(50))).preview.length).toBeLessThanOrEqual(120);
  });
});
