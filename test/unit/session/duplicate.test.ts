import { describe, expect, test } from "vitest";
import { duplicate } from "../../../app/session/duplicate.ts";
import { type NotebookFile, SaveConflict } from "../../../app/session/notebook-file.ts";
import { readImported } from "../../../app/session/project.ts";

function host(...names: string[]) {
  const files = new Map(names.map((name) => [name, "there"]));
  const fileOf = ([name, text]: [string, string]): NotebookFile => ({ name, text, version: text, modified: null });
  return {
    files,
    list: async () => [...files].map(fileOf),
    write: async (name: string, text: string) => {
      if (files.has(name)) throw new SaveConflict(null);
      files.set(name, text);
      return fileOf([name, text]);
    },
  };
}

describe("A copy of an example", () => {
  const text = '<!doctype html>\n<notebook theme="air" data-order="6" data-topic="trade">\n</notebook>';

  test("lies in the person's folder under a free name, without the example's place in the list", async () => {
    const folder = host("what-if", "What-If-2");
    expect(await duplicate(folder, "what-if", text, false)).toBe("what-if-3");
    expect(folder.files.get("what-if-3")).toBe(text.replace(' data-order="6"', ""));
  });

  test("that has files gets a project of its own, so that its files meet no others", async () => {
    const folder = host("what-if", "what-if/what-if");
    expect(await duplicate(folder, "what-if", text, true)).toBe("what-if-2/what-if");
  });
});

test("A notebook imports one of its own project before one outside", async () => {
  const read = (name: string) =>
    ["plant/a", "b", "a"].includes(name) ? Promise.resolve(name) : Promise.reject(new Error(`no ${name}`));
  expect(await readImported(read, "plant/main", "a")).toBe("plant/a");
  expect(await readImported(read, "plant/main", "b")).toBe("b");
  expect(await readImported(read, "main", "a")).toBe("a");
  await expect(readImported(read, "plant/main", "c")).rejects.toThrow("no c");
});
