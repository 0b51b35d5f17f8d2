import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cached } from "../../../cli/build/program-cache.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yuheng-cached-"));
  for (const folder of ["app/frame", "cli/build", "cli/serve", "kernel", "lib", "node_modules"])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "app/frame/main.ts"), "1");
  writeFileSync(join(root, "node_modules/.package-lock.json"), "{}");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => join(root, "node_modules/.cache/yuheng-programs");
const builds: string[] = [];
const build = (name: string) => async () => {
  builds.push(name);
  return { files: [{ address: name, content: new Uint8Array([1, 2, 3]) }], style: "p{}" };
};

describe("Programs that are kept", () => {
  beforeEach(() => {
    builds.length = 0;
  });

  test("are built once and given again as they were, each under its name", async () => {
    const first = await cached(root, "site", build("site"));
    expect(await cached(root, "site", build("again"))).toEqual(first);
    expect(await cached(root, "single", build("single"))).toMatchObject({ files: [{ address: "single" }] });
    expect(await cached(root, "site", build("again"))).toEqual(first);
    expect(builds).toEqual(["site", "single"]);
    expect(readdirSync(folder())).toHaveLength(2);
  });

  test.each([
    ["a source changed", () => writeFileSync(join(root, "app/frame/main.ts"), "2")],
    ["a source came", () => writeFileSync(join(root, "lib/new.ts"), "")],
    ["other packages are installed", () => writeFileSync(join(root, "node_modules/.package-lock.json"), "{ }")],
  ])("are built anew where %s, and the old ones go", async (_, change) => {
    await cached(root, "site", build("before"));
    change();
    expect(await cached(root, "site", build("after"))).toMatchObject({ files: [{ address: "after" }] });
    expect(readdirSync(folder())).toHaveLength(1);
  });

  test("are not kept where a source changed while they were built", async () => {
    const changing = async () => {
      writeFileSync(join(root, "kernel/late.ts"), "");
      return build("half")();
    };
    await cached(root, "site", changing);
    await cached(root, "site", build("whole"));
    expect(builds).toEqual(["half", "whole"]);
  });

  test("are built anew where the file is damaged or cut off", async () => {
    await cached(root, "site", build("first"));
    const file = join(folder(), readdirSync(folder())[0]!);
    const bytes = readFileSync(file);
    for (const damaged of [bytes.subarray(0, 40), Buffer.concat([bytes.subarray(0, -1), Buffer.from([9])])]) {
      writeFileSync(file, damaged);
      expect(await cached(root, "site", build("mended"))).toMatchObject({ files: [{ address: "mended" }] });
    }
    expect(builds).toEqual(["first", "mended", "mended"]);
  });

  test("are built each time in an installed package, which keeps nothing", async () => {
    rmSync(join(root, "node_modules"), { recursive: true });
    await cached(root, "site", build("one"));
    await cached(root, "site", build("two"));
    expect(builds).toEqual(["one", "two"]);
    expect(readdirSync(root)).not.toContain("node_modules");
  });

  test("are given where they cannot be kept", async () => {
    writeFileSync(join(root, "node_modules/.cache"), "a file stands where the folder would be");
    expect(await cached(root, "site", build("site"))).toMatchObject({ style: "p{}" });
  });
});
