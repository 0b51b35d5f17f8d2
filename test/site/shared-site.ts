import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cachedBuild } from "../../cli/serve/build-cache.ts";
import { fingerprint } from "../../cli/serve/fingerprint.ts";
import { exercisesOf } from "../unit/lesson/shipped-lessons.ts";
import { writeCarriedFiles } from "./carried-files.ts";
import { covering } from "./covering.ts";
import { withValues } from "./with-values.ts";

const root = join(import.meta.dirname, "../..");

/** What the pages are made of. */
const SOURCES = ["app", "cli", "kernel", "lib", "datasets", "notebooks", "test/site", "package-lock.json"];

/** A run of the tests that is not over yet may read the one before. */
const KEPT = 2;

/** Notebooks that are published as they ship; the others have a cell more, with their values. */
const PLAIN = ["welcome", "what-if", "lesson-leontief"];

/**
 * A folder, to be read only, with all that tests read of a published notebook, built once for the same sources:
 * - `site`: the shipped notebooks, those of `pages`, and as `values-of-…` those of `PLAIN` with their values;
 * - `workbench`: a site in Chinese of those of `workbench`, which takes the workbench along;
 * - `single`: those of `single`, `leaving` and `welcome`, each as one file;
 * - `notebooks`: the notebooks of `site`; `covering.json`: names of shipped ones that together ask for all that any asks for;
 *   `exercises.json`: those of each in Chinese, with their solutions; and for each build what it wrote, as `….txt`.
 */
export async function sharedSite(): Promise<string> {
  const builds = join(root, "node_modules/.cache/yuheng-test-site");
  return cachedBuild(builds, await fingerprint(root, SOURCES), buildInto, KEPT);
}

async function buildInto(folder: string): Promise<void> {
  const sources = join(folder, "notebooks");
  mkdirSync(sources, { recursive: true });
  const shippedTexts = shippedNotebooks();
  writeNotebooks(sources, shippedTexts);
  writeFileSync(join(folder, "covering.json"), JSON.stringify(covering(shippedTexts)));
  const exercises = [...shippedTexts].map(([name, text]) => [name, exercisesOf(text, "zh")]);
  writeFileSync(join(folder, "exercises.json"), JSON.stringify(Object.fromEntries(exercises)));
  const pages = own("pages");
  for (const page of pages) cpSync(page, join(sources, page.slice(page.lastIndexOf("/") + 1)));
  await writeCarriedFiles(sources);
  const together = mkdtempSync(join(tmpdir(), "yuheng-test-single-"));
  try {
    for (const page of own("single")) cpSync(page, join(together, page.slice(page.lastIndexOf("/") + 1)));
    await writeCarriedFiles(together);
    // The programs of pages are built by the first of these, and kept for the others.
    await build(folder, "workbench", own("workbench"), "--workbench", "--language", "zh-CN");
    const single = [...htmlIn(together), join(import.meta.dirname, "workbench/leaving.html"), shipped("welcome")];
    await Promise.all([
      build(folder, "site", welcomeFirst(htmlIn(sources)), "--title", "A site", "--accept-not-run"),
      build(folder, "single", single, "--single"),
    ]);
  } finally {
    rmSync(together, { recursive: true, force: true });
  }
}

/** The texts of the shipped notebooks, by name. */
function shippedNotebooks(): Map<string, string> {
  const folder = join(root, "notebooks");
  const files = readdirSync(folder).filter((file) => file.endsWith(".html"));
  return new Map(files.map((file) => [file.slice(0, -".html".length), readFileSync(join(folder, file), "utf8")]));
}

function writeNotebooks(folder: string, texts: ReadonlyMap<string, string>): void {
  for (const [name, text] of texts) {
    const isPlain = PLAIN.includes(name);
    if (isPlain) writeFileSync(join(folder, `${name}.html`), text);
    writeFileSync(join(folder, `${isPlain ? "values-of-" : ""}${name}.html`), withValues(text));
  }
}

/** The notebooks of a folder beside this file. */
function own(folder: string): string[] {
  return htmlIn(join(import.meta.dirname, folder));
}

function htmlIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => join(folder, name));
}

function shipped(name: string): string {
  return join(root, "notebooks", `${name}.html`);
}

/** The list of a site has its notebooks in the order in which they are given. */
function welcomeFirst(paths: readonly string[]): string[] {
  const isFirst = (path: string) => path.endsWith("/welcome.html");
  return [...paths.filter(isFirst), ...paths.filter((path) => !isFirst(path))];
}

/** Runs `yuheng build` as a person would. */
async function build(folder: string, name: string, notebooks: readonly string[], ...options: string[]): Promise<void> {
  const words = ["build", ...notebooks, "--out", join(folder, name), ...options];
  const child = spawn(process.execPath, [join(root, "cli/yuheng.mjs"), ...words], { cwd: root });
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  child.stdout.resume();
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The ${name} of the tests could not be built:\n${said}`);
  writeFileSync(join(folder, `${name}.txt`), said);
}
