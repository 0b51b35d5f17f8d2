import { describe, expect, test } from "vitest";
import { copyAttachments, NotebookAttachments } from "../../app/session/attachments.ts";
import { FilesBeside } from "../../app/session/files-beside.ts";
import { MAX_FILE_BYTES } from "../../kernel/attachment/file-limit.ts";
import type { Attachments } from "../../kernel/services/attachment.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const reading = { format: "delimited", columns: [{ name: "a", type: "integer", unit: "t" }] } as const;
const file = { name: "a.csv", mimeType: "text/csv", lastModified: 5, tables: { mine: { reading, rows: 1 } } };
const textOf = async (files: Attachments, name: string) => {
  const found = await files.read(name);
  return found && new TextDecoder().decode(found.bytes);
};

describe("the files of a notebook in the browser's storage", () => {
  test("are kept for the next visit, with their hash and how they are read, and each notebook has its own", async () => {
    const files = new NotebookAttachments("kept", null);
    const changes: unknown[] = [];
    files.addEventListener("change", (event) => changes.push((event as CustomEvent).detail));
    const { attachment: added } = await files.add(file, bytes("a\n1\n"));
    expect(added).toMatchObject({ size: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const again = new NotebookAttachments("kept", null);
    expect(await again.list()).toEqual([added]);
    expect(await textOf(again, "a.csv")).toBe("a\n1\n");
    expect(await new NotebookAttachments("another", null).list()).toEqual([]);
    await copyAttachments({ name: "kept", attachments: files, cells: [] }, "copy");
    expect(await textOf(new NotebookAttachments("copy", null), "a.csv")).toBe("a\n1\n");
    await files.add(file, bytes("a\n2\n"));
    expect(await textOf(again, "a.csv")).toBe("a\n2\n");
    await files.remove("a.csv");
    expect([await again.list(), await again.read("a.csv")]).toEqual([[], null]);
    expect(await textOf(new NotebookAttachments("copy", null), "a.csv")).toBe("a\n1\n");
    expect(changes).toEqual([["a.csv", "mine"], ["a.csv", "mine"], []]);
  });

  test("hide a file beside the notebook with the same name", async () => {
    const attachment = { ...file, size: 1, sha256: "", tables: {} };
    const beside: Attachments = {
      list: async () => [attachment, { ...attachment, name: "b.csv" }],
      read: async (name) => ({ attachment: { ...attachment, name }, bytes: bytes("beside") }),
    };
    const files = new NotebookAttachments("beside", beside);
    expect(await textOf(files, "a.csv")).toBe("beside");
    await files.add(file, bytes("own"));
    expect((await files.list()).map(({ name, size }) => [name, size])).toEqual([
      ["a.csv", 3],
      ["b.csv", 1],
    ]);
    expect([await textOf(files, "a.csv"), await textOf(files, "b.csv")]).toEqual(["own", "beside"]);
  });

  test("go with a copy: those that were added, and of those beside it the ones that its cells name", async () => {
    const attachment = (name: string) => ({ ...file, name, size: 6, sha256: "", tables: {} });
    const beside: Attachments = {
      list: async () => ["a.csv", "b.csv", "c.csv"].map(attachment),
      read: async (name) => ({ attachment: { ...attachment(name), tables: file.tables }, bytes: bytes("beside") }),
    };
    const attachments = new NotebookAttachments("published", beside);
    await attachments.add(file, bytes("own"));
    const cells = [{ id: 1, kind: "js", source: 'FileAttachment("a.csv"); FileAttachment("b.csv")' }];
    await copyAttachments({ name: "published", attachments, cells }, "theirs");
    const copy = new NotebookAttachments("theirs", null);
    expect((await copy.list()).map(({ name, tables }) => [name, Object.keys(tables)])).toEqual([
      ["a.csv", ["mine"]],
      ["b.csv", ["mine"]],
    ]);
    expect([await textOf(copy, "a.csv"), await textOf(copy, "b.csv")]).toEqual(["own", "beside"]);
  });

  test("are there also where the folder of the notebook cannot be written, which is said and shown", async () => {
    // To a page of another start the server writes nothing.
    const files = new NotebookAttachments("astray", new FilesBeside("stale", "notebook"));
    expect(files.place).toBe("folder");
    const { attachment, problem } = await files.add(file, bytes("a\n1\n"));
    expect(problem).toMatchObject({ code: "server.tokenNeeded" });
    expect(await files.list()).toEqual([attachment]);
    expect([await files.placeOf("a.csv"), await files.astray()]).toEqual(["browser", new Set(["a.csv"])]);
    await files.remove("a.csv");
    expect([await files.placeOf("a.csv"), await files.astray()]).toEqual([null, new Set()]);
    const own = new NotebookAttachments("astray", null);
    expect([own.place, (await own.add(file, bytes("a"))).problem, await own.astray()]).toEqual([
      "browser",
      null,
      new Set(),
    ]);
  });

  test("that are too large are refused with the limit", async () => {
    const large = new Uint8Array(MAX_FILE_BYTES + 1);
    const files = new NotebookAttachments("large", null);
    await expect(files.add(file, large)).rejects.toThrow("“a.csv” has 101 MB; expected at most 100 MB.");
    expect(await files.list()).toEqual([]);
  });
});
