import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeName, writeNew } from "../../../app/session/new-name.ts";
import { type NotebookFile, SaveConflict } from "../../../app/session/notebook-file.ts";
import { isName } from "../../../cli/serve/notebook-store.ts";

describe("The name of a new notebook", () => {
  test("is one that the server takes, whatever the title and whatever is there", () => {
    const title = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("con", "NUL", "COM1", "", "..", "碳".repeat(200), "𠮷".repeat(90), `${"x".repeat(119)}𠮷`),
    );
    fc.assert(
      fc.property(title, fc.array(title), (wanted, others) => {
        const taken = new Set(others.map((other) => freeName(other, new Set())));
        const name = freeName(wanted, taken);
        expect(isName(name)).toBe(true);
        expect(taken.has(name)).toBe(false);
        expect(decodeURIComponent(encodeURIComponent(name))).toBe(name);
      }),
    );
  });

  test("differs from the others not only in capitals", () => {
    expect(freeName("Trade", new Set(["TRADE", "Trade-2"]))).toBe("trade-3");
  });
});

test("Eight pages that make a notebook of the same title at once make eight, and none is put over another", async () => {
  const files = new Map<string, string>();
  const host = {
    list: async () => [...files].map(([name, text]): NotebookFile => ({ name, text, version: text, modified: null })),
    write: async (name: string, text: string) => {
      await Promise.resolve();
      if (files.has(name)) throw new SaveConflict(null);
      files.set(name, text);
      return { name, text, version: text, modified: null };
    },
  };
  const texts = Array.from({ length: 8 }, (_, i) => `page ${i}`);
  const names = await Promise.all(texts.map((text) => writeNew(host, "Untitled", text)));
  expect(new Set(names).size).toBe(8);
  expect(names.map((name) => files.get(name))).toEqual(texts);
});
