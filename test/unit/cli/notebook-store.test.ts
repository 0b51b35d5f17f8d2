import { type ChildProcess, fork } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { isName, NotebookStore, VersionConflict, versionOf } from "../../../cli/serve/notebook-store.ts";
import { killWriters } from "../../kills/killed-writers.ts";
import { memoryFolder } from "../../kills/memory-folder.ts";
import { randomFrom } from "../../kills/random.ts";
import { buildProgram } from "../../kills/writer-program.ts";

let folder: string;
let store: NotebookStore;
const programs: string[] = [];
const program = async (name: Parameters<typeof buildProgram>[0]) => {
  const path = await buildProgram(name);
  programs.push(dirname(path));
  return path;
};

beforeEach(async () => {
  folder = await mkdtemp(join(memoryFolder(), "yuheng-store-"));
  store = new NotebookStore(join(folder, "notebooks"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => Promise.all(programs.map((path) => rm(path, { recursive: true, force: true }))));

const hidden = async () => (await readdir(join(folder, "notebooks"))).filter((file) => file.startsWith("."));
const outcomeOf = (saving: Promise<unknown>) =>
  saving.then(
    () => "saved",
    (error) => (error instanceof VersionConflict ? "conflict" : String(error)),
  );
const oneOfEight = ["saved", ...Array(7).fill("conflict")].sort();

describe("Of eight saves at once that are based on the same version", () => {
  test("exactly one is taken, in each of 30 rounds, from the first that makes the file", async () => {
    let version: string | null = null;
    for (let round = 0; round < 30; ++round) {
      const saves = Array.from({ length: 8 }, (_, i) => store.write("busy", `round ${round}, writer ${i}`, version));
      expect((await Promise.all(saves.map(outcomeOf))).sort()).toEqual(oneOfEight);
      const [won] = (await Promise.allSettled(saves)).flatMap((save) =>
        save.status === "fulfilled" ? [save.value] : [],
      );
      expect(await store.read("busy")).toMatchObject({ text: won!.text, version: won!.version });
      version = won!.version;
    }
    expect(await hidden()).toEqual([]);
  });

  test("exactly one is taken, in each of 30 rounds, where they come from two processes", async () => {
    const path = await program("notebook-rounds");
    const processes = [1, 2].map(() => fork(path, [join(folder, "notebooks")]));
    try {
      await Promise.all(processes.map(nextMessage));
      let version: string | null = null;
      for (let round = 0; round < 30; ++round) {
        const answers = processes.map((process, p) => {
          const answer = nextMessage(process);
          const texts = Array.from({ length: 4 }, (_, i) => `round ${round}, process ${p}, writer ${i}`);
          process.send({ name: "busy", version, texts });
          return answer;
        });
        expect(((await Promise.all(answers)) as string[][]).flat().sort()).toEqual(oneOfEight);
        version = (await store.read("busy"))!.version;
      }
    } finally {
      for (const process of processes) process.kill();
    }
    expect(await hidden()).toEqual([]);
  });
});

function nextMessage(process: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("It ended."));
    process.once("exit", ended);
    process.once("message", (message) => {
      process.off("exit", ended);
      resolve(message);
    });
  });
}

describe("A process that is killed while it saves", () => {
  test("leaves whole files, loses nothing that it acknowledged, holds up nobody, and is cleaned up after", async () => {
    const notebooks = join(folder, "notebooks");
    await mkdir(notebooks);
    const found = await killWriters(await program("notebook-writer"), notebooks, 12, randomFrom(20261125));
    expect(found.faults).toEqual([]);
    expect(found.kills).toBe(12);
    expect(found.acknowledged).toBeGreaterThan(12);
  });

  test("is told from a living one: what that is writing stays", async () => {
    await store.write("a", "text", null);
    const notebooks = join(folder, "notebooks");
    const { newProcessName } = await import("../../../cli/serve/process-name.ts");
    const living = newProcessName();
    // The same machine, a process number that no system gives.
    const dead = newProcessName(999_999_999, 1);
    await writeFile(join(notebooks, `.yuheng-${living}.tmp`), "half");
    await writeFile(join(notebooks, `.yuheng-${dead}.tmp`), "half");
    await mkdir(join(notebooks, ".yuheng-0123456789abcdef.lock"));
    await writeFile(join(notebooks, ".yuheng-0123456789abcdef.lock", dead), "");
    await writeFile(join(notebooks, ".mine.tmp"), "not ours");
    await store.sweep();
    expect((await hidden()).sort()).toEqual([".mine.tmp", `.yuheng-${living}.tmp`]);
  });
});

describe("A notebook", () => {
  test("that is written anew is never put over one that another program has just made", async () => {
    await store.write("a", "first", null);
    await writeFile(join(folder, "notebooks/b.html"), "by an editor");
    await expect(store.write("b", "mine", null)).rejects.toMatchObject({ current: { text: "by an editor" } });
    expect(await readFile(join(folder, "notebooks/b.html"), "utf8")).toBe("by an editor");
  });

  test("whose name differs from another's only in capitals is refused, for many disks take them for one", async () => {
    await store.write("Étude", "first", null);
    await expect(store.write("étude", "second", null)).rejects.toThrow("differs only in capitals");
    expect((await store.list()).map(({ name }) => name)).toEqual(["Étude"]);
  });

  test("keeps its access rights when it is saved", async () => {
    const { version } = await store.write("private", "1", null);
    const path = join(folder, "notebooks/private.html");
    const { chmod } = await import("node:fs/promises");
    await chmod(path, 0o600);
    await store.write("private", "2", version);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test("that is no UTF-8 text is refused with a sentence and not saved over", async () => {
    await store.write("a", "text", null);
    const path = join(folder, "notebooks/latin.html");
    await writeFile(path, Buffer.from([0x3c, 0xe9, 0x3e]));
    await expect(store.read("latin")).rejects.toThrow(
      "“latin.html” is not UTF-8 text. Convert it to UTF-8 to open it.",
    );
    await expect(store.write("latin", "mine", null)).rejects.toThrow("not UTF-8");
    expect([...(await readFile(path))]).toEqual([0x3c, 0xe9, 0x3e]);
    expect((await store.list()).map(({ name }) => name)).toEqual(["a"]);
  });
});

describe("A link in the folder", () => {
  const secret = "<notebook>not for this page</notebook>";

  beforeEach(async () => {
    await store.write("a", "text", null);
    await mkdir(join(folder, "outside"));
    await writeFile(join(folder, "outside/secret.html"), secret);
  });

  test("to a file outside is neither listed, nor read, nor written through", async () => {
    await symlink(join(folder, "outside/secret.html"), join(folder, "notebooks/link.html"));
    expect((await store.list()).map(({ name }) => name)).toEqual(["a"]);
    await expect(store.read("link")).rejects.toThrow("“link.html” is a link.");
    for (const version of [null, versionOf(secret)]) {
      await expect(store.write("link", "overwritten", version)).rejects.toThrow("“link.html” is a link.");
    }
    expect(await readFile(join(folder, "outside/secret.html"), "utf8")).toBe(secret);
  });

  test("put in the place of the folder itself leads nowhere, neither for reading nor for writing", async () => {
    expect(await store.list()).toHaveLength(1);
    await rename(join(folder, "notebooks"), join(folder, "before"));
    await symlink(join(folder, "outside"), join(folder, "notebooks"));
    await expect(store.read("secret")).rejects.toThrow("is a link");
    await expect(store.write("new", "text", null)).rejects.toThrow();
    expect(await readdir(join(folder, "outside"))).toEqual(["secret.html"]);
  });

  test("that comes and goes while it is read gives the file itself or a refusal, never what it leads to", async () => {
    const path = join(folder, "notebooks/turning.html");
    const put = async (make: (path: string) => Promise<void>) => {
      await make(`${path}.next`);
      await rename(`${path}.next`, path);
    };
    let turning = true;
    const turn = (async () => {
      while (turning) {
        await put((next) => writeFile(next, "the file itself"));
        await put((next) => symlink(join(folder, "outside/secret.html"), next));
      }
    })();
    const found = new Set<string>();
    for (let i = 0; i < 600; ++i) {
      const read = await store.read("turning").then(
        (notebook) => notebook?.text ?? "none",
        (error: Error) => error.name,
      );
      found.add(read);
    }
    turning = false;
    await turn;
    expect([...found].filter((text) => !["the file itself", "none", "FileRefused"].includes(text))).toEqual([]);
    expect(found.size).toBeGreaterThan(0);
  });

  test("or a pipe or a folder that has the name of a notebook holds up nothing", async () => {
    await mkdir(join(folder, "notebooks/folder.html"));
    const { execFileSync } = await import("node:child_process");
    if (process.platform !== "win32") execFileSync("mkfifo", [join(folder, "notebooks/pipe.html")]);
    expect((await store.list()).map(({ name }) => name)).toEqual(["a"]);
    await expect(store.read("folder")).rejects.toThrow("“folder.html” is not a regular file.");
    await expect(store.write("folder", "text", null)).rejects.toThrow("not a regular file");
  });
});

test.each([
  "..",
  ".a",
  "a.",
  "a ",
  " a",
  "a/b",
  "a\\b",
  "a\0",
  "a:b",
  "NUL",
  "con",
  "COM1",
  "",
  "x".repeat(121),
  "碳".repeat(81),
])("%j cannot be the name of a notebook", async (name) => {
  expect(isName(name)).toBe(false);
  await expect(store.read(name)).rejects.toThrow("cannot be the name of a notebook");
});

test.each(["a", "trade-transfer", "碳核算 2022", "_x", "console", "x".repeat(120), "碳".repeat(80)])(
  "%j can be the name of a notebook, also on the disk",
  async (name) => {
    await store.write(name, "text", null);
    expect(await store.read(name)).toMatchObject({ name, text: "text" });
  },
);
