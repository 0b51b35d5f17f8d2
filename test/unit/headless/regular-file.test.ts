import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NotebookFolder } from "../../../cli/check/notebook-folder.ts";
import { textOf } from "../../../cli/input/notebook-files.ts";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-pipe-"));
  for (const name of ["pipe.html", "pipe.csv", "datapackage.json"]) execFileSync("mkfifo", [join(folder, name)]);
  writeFileSync(join(folder, "a.csv"), "x\n1\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a pipe in a folder keeps nobody waiting: it is no notebook, no attachment and no description of files", async () => {
  await expect(textOf({ file: join(folder, "pipe.html") })).rejects.toThrow("is not a file");
  const notebooks = new NotebookFolder(folder);
  expect(await notebooks.namesOf("pipe")).toBeNull();
  expect(await notebooks.importedFrom("other")).toEqual(new Set());
  const files = new FolderAttachments(folder);
  expect(await files.read("pipe.csv")).toBeNull();
  expect((await files.read("a.csv"))?.attachment.size).toBe(4);
});
