import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cachedBuild } from "../../../cli/serve/build-cache.ts";
import { workbenchKey } from "../../../cli/serve/built-workbench.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-builds-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const keyOf = (digit: string) => digit.repeat(32);

/** A build of two files, which counts how often it is made. */
function countedBuild(content: string) {
  let count = 0;
  const build = async (place: string) => {
    count += 1;
    await mkdir(place);
    await writeFile(join(place, "first"), content);
    await new Promise((resolve) => setImmediate(resolve));
    await writeFile(join(place, "second"), content);
  };
  return { build, count: () => count };
}

describe("A kept build", () => {
  test("is made once for all that come at the same time, and whole for each", async () => {
    const { build, count } = countedBuild("a");
    const places = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const place = await cachedBuild(folder, keyOf("a"), build);
        return [await readFile(join(place, "first"), "utf8"), await readFile(join(place, "second"), "utf8")];
      }),
    );
    expect(places).toEqual(Array(5).fill(["a", "a"]));
    expect(count()).toBe(1);
    await cachedBuild(folder, keyOf("a"), build);
    expect(count()).toBe(1);
  });

  test("is made once by several processes at the same time", async () => {
    const program = `
      import { mkdirSync, writeFileSync } from "node:fs";
      import { cachedBuild } from ${JSON.stringify(join(import.meta.dirname, "../../../cli/serve/build-cache.ts"))};
      await cachedBuild(${JSON.stringify(folder)}, "${keyOf("b")}", async (place) => {
        process.stdout.write("built");
        mkdirSync(place);
        writeFileSync(place + "/first", "b");
      });`;
    const script = join(folder, "build.mts");
    await writeFile(script, program);
    const processes = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script], {
        stdio: ["ignore", "pipe", "inherit"],
      }),
    );
    const said = await Promise.all(processes.map(({ stdout }) => textOf(stdout)));
    expect(said.join("")).toBe("built");
    expect(await readdir(join(folder, keyOf("b")))).toEqual(["first"]);
  });

  test("that failed leaves nothing behind, and the next start makes it", async () => {
    const failing = async (place: string) => {
      await mkdir(place);
      throw new Error("It does not compile.");
    };
    await expect(cachedBuild(folder, keyOf("c"), failing)).rejects.toThrow("It does not compile.");
    expect(await readdir(folder)).toEqual([]);
    await cachedBuild(folder, keyOf("c"), countedBuild("c").build);
    expect(await readdir(folder)).toEqual([keyOf("c")]);
  });

  test("gives way to newer ones, of which a few are kept for servers that run", async () => {
    for (const digit of ["1", "2", "3", "4", "5", "6"]) {
      await cachedBuild(folder, keyOf(digit), countedBuild(digit).build);
    }
    const kept = (await readdir(folder)).sort();
    expect(kept).toHaveLength(4);
    expect(kept.at(-1)).toBe(keyOf("6"));
  });
});

test("Every source of the workbench is part of the key of its build; notebooks and datasets are not", async () => {
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const sources = [
    "app/main.ts",
    "cli/serve/page-policy.ts",
    "kernel/cell/kinds.ts",
    "lib/tools.ts",
    "notebooks/previews/mine.en.svg",
    "notebooks/templates/report.en.html",
    "package.json",
    "package-lock.json",
  ];
  for (const path of [...sources, "notebooks/mine.html", "datasets/catalogue.json"]) await write(path, "old");
  const keys = [await workbenchKey(folder)];
  for (const path of ["notebooks/mine.html", "datasets/catalogue.json"]) await write(path, "new");
  expect(await workbenchKey(folder)).toBe(keys[0]);
  // The package's build writes its folder with a slash at its end, the command without: both use one build.
  expect(await workbenchKey(`${folder}/`)).toBe(keys[0]);
  for (const path of sources) {
    await write(path, "new");
    keys.push(await workbenchKey(folder));
  }
  expect(new Set(keys).size).toBe(sources.length + 1);
});
