import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SaveConflict } from "../../app/session/notebook-file.ts";
import * as first from "../../app/session/own-files.ts";
// Another page of this browser: the same program once more, which knows nothing of the first but by the browser.
// @ts-expect-error the query is vite's, not the compiler's
import * as another from "../../app/session/own-files.ts?another";

const pages = [first, another as typeof first];
const host = {
  writable: false,
  isWritable: () => false,
  list: async () => [],
  read: () => Promise.reject(new Error("none")),
  write: () => Promise.reject(new Error("none")),
};
const files = pages.map((page) => page.withOwnFiles(host));
let folder: FileSystemDirectoryHandle;

beforeAll(async () => {
  const root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle("own-files", { create: true });
});
afterAll(async () => {
  await (await navigator.storage.getDirectory()).removeEntry("own-files", { recursive: true });
});

/** Eight saves at once from two pages, all of the same version: the version of the one that was taken. */
async function saveEightfold(name: string, round: number, version: string): Promise<string> {
  const saves = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => files[i % 2]!.write(name, `round ${round}, writer ${i}`, version)),
  );
  const won = saves.flatMap((save) => (save.status === "fulfilled" ? [save.value] : []));
  const lost = saves.flatMap((save) => (save.status === "rejected" ? [save.reason as unknown] : []));
  // Each page has a class of its own.
  expect([won.length, lost.filter((error) => (error as Error).name === new SaveConflict(null).name).length]).toEqual([
    1, 7,
  ]);
  expect((await files[round % 2]!.read(name)).text).toBe(won[0]!.text);
  return won[0]!.version;
}

describe("Of eight saves at once from two pages of a browser", () => {
  test("exactly one is taken, in each of 30 rounds, of a notebook that the browser keeps", async () => {
    const name = await first.addOwnFile("kept", "begin", null);
    let { version } = await files[0]!.read(name);
    for (let round = 0; round < 30; ++round) version = await saveEightfold(name, round, version);
  });

  test("exactly one is taken, in each of 30 rounds, of a file on the person's disk", async () => {
    const handle = await folder.getFileHandle("disk.html", { create: true });
    const name = await first.addOwnFile("disk", "", handle);
    let { version } = await files[0]!.read(name);
    for (let round = 0; round < 30; ++round) version = await saveEightfold(name, round, version);
  });
});

test("Eight notebooks that two pages take at once under one name get eight names, and keep their texts", async () => {
  const texts = Array.from({ length: 8 }, (_, i) => `text ${i}`);
  const names = await Promise.all(texts.map((text, i) => pages[i % 2]!.addOwnFile("same", text, null)));
  expect(new Set(names).size).toBe(8);
  expect(await Promise.all(names.map(async (name) => (await files[0]!.read(name)).text))).toEqual(texts);
});

test("A file that two pages open at once is one notebook", async () => {
  const handle = await folder.getFileHandle("twice.html", { create: true });
  const names = await Promise.all(pages.map((page) => page.addOwnFile("twice", "", handle)));
  expect(new Set(names).size).toBe(1);
});
