import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { SiteFolder } from "../../../cli/build/site-folder.ts";
import { isDraft, writeWhole } from "../../../cli/results/atomic-file.ts";
import { entry } from "./yuheng.ts";

const root = mkdtempSync(join(tmpdir(), "yuheng-ending-"));
const disks: string[] = [];

afterAll(() => {
  for (const disk of disks) spawnSync("umount", [disk]);
  rmSync(root, { recursive: true, force: true });
});

/** A disk that holds so much; null where this machine lets nobody mount one. */
function smallDisk(name: string, kilobytes: number): string | null {
  const disk = join(root, name);
  mkdirSync(disk);
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk]);
  if (status !== 0) return null;
  disks.push(disk);
  return disk;
}

const noDisk = "mounting a small disk is refused here";

function notebook(name: string, cells: readonly string[]): string {
  const path = join(root, `${name}.html`);
  const scripts = cells.map((source, i) => `  <script id="${i + 1}" type="module">${source}</script>`);
  writeFileSync(path, `<!doctype html>\n<notebook>\n  <title>${name}</title>\n${scripts.join("\n")}\n</notebook>\n`);
  return path;
}

/** The command as a person starts it, and how it ends. */
function start(...words: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; err: string }> } {
  const child = spawn(process.execPath, [entry, ...words], { stdio: ["ignore", "ignore", "pipe"] });
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, ended: Promise.all([code, text(child.stderr!)]).then(([code, err]) => ({ code, err })) };
}

const appears = (path: string) => expect.poll(() => existsSync(path), { timeout: 120_000, interval: 20 }).toBe(true);
const drafts = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => isDraft(path.split("/").at(-1)!));
const endless = "await new Promise(() => setInterval(() => {}, 1000))";

test("what a process has open takes what is written to it, and is not replaced", async () => {
  const file = join(root, "open.json");
  const descriptor = openSync(file, "w");
  await writeWhole(`/dev/fd/${descriptor}`, "{}");
  closeSync(descriptor);
  expect(readFileSync(file, "utf8")).toBe("{}");
});

describe("On a full disk", () => {
  test.skipIf(!existsSync("/dev/full"))("a file is not there, and the sentence names it", async () => {
    const folder = mkdtempSync(join(root, "device-"));
    // Whatever is written to this device finds it full.
    symlinkSync("/dev/full", join(folder, `.yuheng-draft-${process.pid}-a.json`));
    await expect(writeWhole(join(folder, "a.json"), "{}")).rejects.toThrow(
      "a.json could not be written: the disk is full.",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a run ends with 1, says so, and leaves what was finished", async ({ skip }) => {
    const disk = smallDisk("run", 256);
    if (!disk) return skip(noDisk);
    const file = notebook("large", ["const small = 1", 'const large = "x".repeat(1e6 * small)']);
    const out = join(disk, "results");
    const { code, err } = await start("run", file, "--out", out).ended;
    expect(code).toBe(1);
    expect(err).toBe(
      `run failed: ${join(out, "large.json")} could not be written: the disk is full. What was finished is in ${out}.\n`,
    );
    expect(readdirSync(out)).toEqual(["small.json"]);
  });

  test("a build ends with 1, says so, and leaves the pages that were finished whole", async ({ skip }) => {
    const disk = smallDisk("build", 5000);
    if (!disk) return skip(noDisk);
    const files = ["first", "second", "third"].map((name) => notebook(name, ["display(6 * 7)"]));
    const { code, err } = await start("build", ...files, "--single", "--out", disk).ended;
    expect(code).toBe(1);
    expect(err).toMatch(
      /^The site could not be built: .*\.html could not be written: the disk is full\. Pages that were finished are in .*\.\n$/,
    );
    expect(readFileSync(join(disk, "first.html"), "utf8")).toMatch(/<\/html>\s*$/);
    expect(existsSync(join(disk, "third.html"))).toBe(false);
    expect(drafts(disk)).toEqual([]);
  }, 120_000);

  test.skipIf(!existsSync("/dev/full"))(
    "a command whose output is written there ends with 1 and a sentence",
    async () => {
      const child = spawnSync("sh", ["-c", `"${process.execPath}" "${entry}" --help > /dev/full`], {
        encoding: "utf8",
      });
      expect(child.stderr).toBe("The output could not be written: the disk is full.\n");
      expect(child.status).toBe(1);
    },
  );
});

describe("Ended by SIGTERM", () => {
  test("a run ends with 143 and leaves what was finished, and one that was killed can be made again", async () => {
    const out = join(root, "ended");
    const file = notebook("unending", ["const a = 1", endless]);
    const first = start("run", file, "--out", out);
    await appears(join(out, "a.json"));
    first.child.kill("SIGTERM");
    expect(await first.ended).toEqual({
      code: 143,
      err: `Ended after 0 of 1 run. What was finished is in ${out}.\n`,
    });
    expect(readdirSync(out)).toEqual(["a.json"]);

    rmSync(join(out, "a.json"));
    const second = start("run", file, "--out", out);
    await appears(join(out, "a.json"));
    second.child.kill("SIGKILL");
    expect((await second.ended).code).toBeNull();
    expect(readFileSync(join(out, "a.json"), "utf8")).toBe("1\n");
    writeFileSync(join(out, ".yuheng-draft-1-b.json"), "half");
    expect((await start("run", notebook("ending", ["const a = 2"]), "--out", out).ended).code).toBe(0);
    expect(readFileSync(join(out, "a.json"), "utf8")).toBe("2\n");
    expect(drafts(out)).toEqual([]);
  });

  test("a build ends with 143 and leaves the pages that were finished whole", async () => {
    const out = join(root, "site");
    const { child, ended } = start(
      "build",
      notebook("quick", ["display(6 * 7)"]),
      notebook("slow", [endless]),
      "--single",
      "--out",
      out,
    );
    await appears(join(out, "quick.html"));
    child.kill("SIGTERM");
    expect(await ended).toEqual({
      code: 143,
      err: `The build was interrupted. Pages that were finished are in ${out}.\n`,
    });
    expect(readFileSync(join(out, "quick.html"), "utf8")).toMatch(/<\/html>\s*$/);
    expect(existsSync(join(out, "slow.html"))).toBe(false);
    // What was finished is known as the site's own: the next build may replace it.
    expect(JSON.parse(readFileSync(join(out, "yuheng-site.json"), "utf8")).files).toEqual(["quick.html"]);
    expect(drafts(out)).toEqual([]);
  }, 120_000);
});

describe("Killed", () => {
  test("a build leaves nothing half-written under a final name, and the next one takes its folder", async () => {
    const folder = join(root, "killed");
    const module = pathToFileURL(join(import.meta.dirname, "../../../cli/build/site-folder.ts")).href;
    const program = `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
register();
const { SiteFolder } = await import(${JSON.stringify(module)});
const folder = await SiteFolder.open(${JSON.stringify(folder)});
const content = \`\${"x".repeat(3e7)}whole\`;
for (;;) await folder.write({ address: "assets/large.js", content });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
    const closed = new Promise((resolve) => child.on("close", resolve));
    await appears(join(folder, "assets/large.js"));
    await expect.poll(() => drafts(folder).length, { timeout: 60_000, interval: 1 }).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await closed;
    expect(readFileSync(join(folder, "assets/large.js"), "utf8").endsWith("whole")).toBe(true);
    const again = await SiteFolder.open(folder);
    await again.write({ address: "assets/small.js", content: "small" });
    await again.finish();
    expect(drafts(folder)).toEqual([]);
  });

  test("as it begins, a build leaves a draft of its marker at most, and the next one takes the folder", async () => {
    const folder = mkdtempSync(join(root, "begun-"));
    writeFileSync(join(folder, ".yuheng-draft-1-yuheng-site.json"), "{");
    await (await SiteFolder.open(folder)).finish();
    expect(readdirSync(folder)).toEqual(["yuheng-site.json"]);
  });
});
