import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectClose } from "../../reference/mrio/close.ts";
import { expected, smallInput } from "../../reference/mrio/small.ts";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "yuheng-package-"));
const installed = join(folder, "node_modules/yuheng");

/** Runs a program to its end; what it says on stderr is in the failure. */
function run(command: string, args: readonly string[], cwd: string, input = ""): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}.\n${stdout}\n${stderr}`);
  return stdout;
}

// Packed as it would be published, unpacked into a fresh folder as an installation does, with its dependencies beside it and
// nothing else: what only development needs is not there.
beforeAll(() => {
  const packed = run("npm", ["pack", "--json", "--pack-destination", folder], root);
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("[\n")));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  mkdirSync(installed);
  run("tar", ["-xzf", join(folder, filename), "-C", installed, "--strip-components=1"], folder);
  const { dependencies, bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, "node_modules", name), place);
  }
  symlinkSync(join(installed, bin.yuheng), join(folder, "node_modules/.bin/yuheng"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "fresh", private: true, type: "module" }));
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("The package in a fresh folder", { timeout: 300_000 }, () => {
  test("gives the library to a program: by tool, by room, and with the shipped datasets", () => {
    writeFileSync(
      join(folder, "use.mjs"),
      `import { consumption, panorama, ToolInputError } from "yuheng/lib";
       import { shipped } from "yuheng/datasets";
       import { identity } from "yuheng/lib/numeric";
       import { calcFlows } from "yuheng/lib/mrio/accounts";
       const accounts = await consumption.accounts(${JSON.stringify(smallInput)});
       const ladder = await panorama.ladder({regions: ["CHN"], year: 2022}, {read: shipped});
       const refused = await consumption.accounts({}).catch((error) => error instanceof ToolInputError);
       console.log(JSON.stringify({D_cba: accounts.D_cba, rows: ladder.rows.length, refused, rank: identity(3).data.length, flows: typeof calcFlows}));`,
    );
    const { D_cba, rows, refused, rank, flows } = JSON.parse(run(process.execPath, ["use.mjs"], folder));
    expectClose(D_cba, expected.D_cba_reg, 1e-10);
    expect(rows).toBeGreaterThan(3);
    expect([refused, rank, flows]).toEqual([true, 9, "function"]);
  });

  test("types what goes in and comes out", () => {
    writeFileSync(
      join(folder, "typed.ts"),
      `import { consumption, quantity, type Tool } from "yuheng";
       import { findTool } from "yuheng/lib";
       const made = await consumption.accounts({regions: ["A"], sectors: ["s"], Z: [[1]], Y: [[1]], yRegions: ["A"], F: [[1]], stressors: ["CO2"]});
       export const cba: number = made.D_cba[0]![0]!;
       export const unit: string = (await quantity.convert({value: 1, from: "t", to: "kg"})).unit;
       export const tool: Tool | undefined = findTool("consumption.accounts");
       // @ts-expect-error a region is a text
       await consumption.accounts({regions: [1], sectors: ["s"], Z: [[1]], Y: [[1]], yRegions: ["A"], F: [[1]], stressors: ["CO2"]});
       // @ts-expect-error there is no such tool
       await consumption.acounts({});`,
    );
    const options = [
      "--noEmit",
      "--strict",
      "--target",
      "es2022",
      "--module",
      "nodenext",
      "--skipLibCheck",
      "false",
      "--types",
      "",
    ];
    run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options, "typed.ts"], folder);
  });

  test("has a command that lists tools and calls one, with the compiled kernels that it brings", () => {
    const yuheng = (args: readonly string[], input = "") =>
      run(join(folder, "node_modules/.bin/yuheng"), args, folder, input);
    expect(yuheng(["tools"])).toContain("consumption.accounts");
    expectClose(
      JSON.parse(yuheng(["call", "consumption.accounts"], JSON.stringify(smallInput))).D_cba,
      expected.D_cba_reg,
      1e-10,
    );
    expect(yuheng(["new", "first", "--template", "inventory", "--language", "en"])).toContain("first.html is written");
    expect(yuheng(["check", "first.html"])).toBe("1 notebook: nothing to say.\n");
    expect(yuheng(["datasets"])).toContain("population");
  });

  test("holds the sources of the workbench, the data with their licences, and nothing of the tests", () => {
    const has = (path: string) => {
      try {
        return readFileSync(join(installed, path)).length > 0;
      } catch {
        return false;
      }
    };
    for (const path of [
      "LICENSE",
      "README.md",
      "datasets/LICENCES.md",
      "app/index.html",
      "vite.config.ts",
      "build/kernels/strict.wasm",
    ]) {
      expect([path, has(path)]).toEqual([path, true]);
    }
    for (const path of [
      "test/run.mjs",
      "datasets/build/main.ts",
      "notebooks/pictures/panorama.en.light.webp",
      "build/documentation/index.html",
    ]) {
      expect([path, has(path)]).toEqual([path, false]);
    }
  });

  test("has a documentation of every room, which asks nothing of another host", () => {
    const pages = join(folder, "documentation");
    run(process.execPath, [join(root, "cli/package/document.mjs"), pages], root);
    for (const room of ["mrio", "inventory", "uncertainty", "natural", "quantity"]) {
      expect(readdirSync(join(pages, "modules")).join()).toContain(room);
    }
    expect(readFileSync(join(pages, "functions/lib_mrio.calcFlows.html"), "utf8")).toContain("calcFlows");
    const assets = readdirSync(pages, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
    for (const path of assets) {
      const html = readFileSync(join(pages, path), "utf8");
      expect([path, html.match(/<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?\/\//)]).toEqual([path, null]);
    }
  });
});
