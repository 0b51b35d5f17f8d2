import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FileStore } from "../../../cli/serve/file-store.ts";
import { AttachedTables } from "../../../kernel/attachment/attached-tables.ts";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { tableFiles } from "../../../lib/files/table/table-files.ts";

let root: string;
let folder: string;
let store: FileStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "yuheng-files-"));
  folder = join(root, "notebooks");
  await mkdir(folder);
  store = new FileStore(folder);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const text = (name: string) => readFile(join(folder, name), "utf8");
const names = async () => (await readdir(folder)).sort();

/** A table of a file in which a decimal comma and a unit say more than the file itself. */
const tables = {
  mine: {
    rows: 1,
    reading: {
      format: "delimited",
      encoding: "utf-8",
      delimiter: ";",
      decimal: ",",
      header: true,
      skip: 0,
      columns: [
        { name: "fuel", type: "text", unit: "" },
        { name: "t", type: "number", unit: "t CO2" },
      ],
    },
  },
} as const;

describe("A file that is added", () => {
  test("stands beside the notebooks with how it is read, as a run of a notebook there finds it", async () => {
    const content = "fuel;t\ncoal;1,5\n";
    const written = await store.write("fuels.csv", bytes(content), tables, null);
    expect(written).toMatchObject({ name: "fuels.csv", size: 16, sha256: hashOf(content), tables });
    expect([await names(), await text("fuels.csv")]).toEqual([["datapackage.json", "fuels.csv"], content]);
    expect(written.lastModified).toBe(Math.round((await stat(join(folder, "fuels.csv"))).mtimeMs));
    const found = new AttachedTables(new FolderAttachments(folder), tableFiles);
    const entry = await found.entry("mine");
    expect(entry?.own?.reading).toEqual(tables.mine.reading);
    expect(entry?.columns).toMatchObject([{ name: "fuel" }, { name: "t", unit: "t CO2", type: "Float64" }]);
  });

  test("again with the same bytes changes only how it is read, whoever wrote it", async () => {
    await writeFile(join(folder, "fuels.csv"), "fuel;t\n");
    const before = await stat(join(folder, "fuels.csv"), { bigint: true });
    await store.write("fuels.csv", bytes("fuel;t\n"), tables, null);
    const after = await stat(join(folder, "fuels.csv"), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
    await store.write("fuels.csv", bytes("fuel;t\n"), {}, null);
    expect(JSON.parse(await text("datapackage.json")).resources).toEqual([]);
  });

  test("replaces another only if that is the one which was to be replaced, and keeps its permissions", async () => {
    await writeFile(join(folder, "a.csv"), "old");
    await chmod(join(folder, "a.csv"), 0o640);
    const write = (version: string | null) => store.write("a.csv", bytes("new"), {}, version);
    for (const version of [null, hashOf("older")])
      await expect(write(version)).rejects.toMatchObject({
        name: "FileConflict",
        current: hashOf("old"),
        message: "There is another file “a.csv” beside the notebook.",
      });
    expect(await text("a.csv")).toBe("old");
    await write(hashOf("old"));
    expect([await text("a.csv"), (await stat(join(folder, "a.csv"))).mode & 0o777]).toEqual(["new", 0o640]);
  });

  test("by many at once under one name is one of them, whole, and all that have other names are described", async () => {
    const same = Array.from({ length: 8 }, (_, i) => store.write("one.csv", bytes(`${i}\n`.repeat(9)), {}, null));
    const done = await Promise.allSettled(same);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const place = done.findIndex(({ status }) => status === "fulfilled");
    expect(await text("one.csv")).toBe(`${place}\n`.repeat(9));
    const others = Array.from({ length: 8 }, (_, i) =>
      new FileStore(folder).write(`f${i}.csv`, bytes("t\n1\n"), { [`t${i}`]: tables.mine }, null),
    );
    await Promise.all(others);
    const { resources } = JSON.parse(await text("datapackage.json"));
    expect(resources.map(({ name }: { name: string }) => name).sort()).toEqual(
      Array.from({ length: 8 }, (_, i) => `t${i}`),
    );
    expect((await names()).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test.each([
    "../a.csv",
    "a/b.csv",
    "/etc/a.csv",
    "a\\b.csv",
    ".env",
    "con.csv",
    "a.csv.",
    "a\u0000.csv",
    "mine.html",
    "datapackage.json",
    "DataPackage.JSON",
    "",
  ])("as %j is refused", async (name) => {
    await expect(store.write(name, bytes("x"), {}, null)).rejects.toMatchObject({ name: "InvalidFileName" });
    expect([await names(), await readdir(root)]).toEqual([[], ["notebooks"]]);
  });

  test("is written through no link, and beside none that differs only in case", async () => {
    await writeFile(join(root, "outside"), "secret");
    await symlink(join(root, "outside"), join(folder, "link.csv"));
    await expect(store.write("link.csv", bytes("x"), {}, hashOf("secret"))).rejects.toThrow("is a link");
    await writeFile(join(folder, "Data.csv"), "x");
    await expect(store.write("data.csv", bytes("y"), {}, null)).rejects.toThrow("There is “Data.csv” already");
    await symlink(join(root, "outside"), join(folder, "datapackage.json"));
    await expect(store.write("a.csv", bytes("x"), tables, null)).rejects.toThrow("is a link");
    expect(await readFile(join(root, "outside"), "utf8")).toBe("secret");
    expect(await names()).toEqual(["Data.csv", "datapackage.json", "link.csv"]);
  });

  test("is not written where its reading cannot be", async () => {
    await writeFile(join(folder, "datapackage.json"), "no JSON");
    await expect(store.write("a.csv", bytes("x"), tables, null)).rejects.toThrow("is no Data Package");
    expect(await names()).toEqual(["datapackage.json"]);
  });

  test("of more than the limit is refused with the limit", async () => {
    const large = new Uint8Array(100_000_001);
    await expect(store.write("a.csv", large, {}, null)).rejects.toThrow("“a.csv” has 101 MB; expected at most 100 MB.");
    expect(await names()).toEqual([]);
  });

  test("on a full disk is not there, and nothing else has changed", async ({ skip }) => {
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]);
    if (status !== 0) return skip("mounting a small disk is refused here");
    try {
      await store.write("a.csv", bytes("small"), tables, null);
      const described = await text("datapackage.json");
      await expect(store.write("b.csv", new Uint8Array(100_000), {}, null)).rejects.toMatchObject({ code: "ENOSPC" });
      await expect(store.write("a.csv", new Uint8Array(100_000), {}, hashOf("small"))).rejects.toMatchObject({
        code: "ENOSPC",
      });
      expect([await names(), await text("a.csv"), await text("datapackage.json")]).toEqual([
        ["a.csv", "datapackage.json"],
        "small",
        described,
      ]);
    } finally {
      spawnSync("umount", [folder]);
    }
  });
});

describe("A file that is removed", () => {
  test("goes with its description, if it is the one that was to go", async () => {
    await store.write("a.csv", bytes("a"), tables, null);
    await store.write("b.csv", bytes("b"), { other: tables.mine }, null);
    await expect(store.remove("a.csv", hashOf("b"))).rejects.toMatchObject({ current: hashOf("a") });
    await store.remove("a.csv", hashOf("a"));
    expect(await names()).toEqual(["b.csv", "datapackage.json"]);
    expect(JSON.parse(await text("datapackage.json")).resources).toMatchObject([{ name: "other", path: "b.csv" }]);
    await expect(store.remove("a.csv", hashOf("a"))).rejects.toMatchObject({ name: "FileConflict", current: null });
  });

  test.each(["../outside", "mine.html", "datapackage.json", ".env"])("is never %s", async (name) => {
    await writeFile(join(folder, name), "x");
    await expect(store.remove(name, hashOf("x"))).rejects.toMatchObject({ name: "InvalidFileName" });
    expect(await readFile(join(folder, name), "utf8")).toBe("x");
  });
});
