import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chosenMutants, type Mutant } from "./mutants.ts";

// `npm run mutants`: puts small faults into sources, one at a time, and says which of them the related tests of Node let pass. It works on
// a copy of a commit, `--at`, so the clone stays as it is. With all files it takes hours: `--only kernel/boundary` takes some of them.

/** One of each floor and kind: arithmetic, parsing, state, a protocol, a file. */
const files = [
  "kernel/boundary/endpoint.ts",
  "kernel/document/merge.ts",
  "kernel/document/parse.ts",
  "kernel/runtime/dataflow.ts",
  "kernel/sandbox/page-requests.ts",
  "cli/results/atomic-file.ts",
  "lib/inventory/steps.ts",
  "lib/mrio/accounts.ts",
  "lib/numeric/leontief.ts",
  "lib/quantity/quantity.ts",
];

const { values } = parseArgs({
  options: {
    at: { type: "string", default: "HEAD" },
    only: { type: "string", default: "" },
    count: { type: "string", default: "12" },
    seed: { type: "string", default: "20260401" },
  },
});

const root = join(import.meta.dirname, "../..");
const copy = join(mkdtempSync(join(tmpdir(), "yuheng-mutants-")), "clone");

/** A mutant that never ends is found out, too. */
const MOST_MS = 1_800_000;

function git(...args: string[]): void {
  const { status, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr}`);
}

/** Whether the tests pass that import a file, however indirectly. */
function passes(file: string): boolean {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "related", file, "--run", "--project", "node", "--bail", "1", "--silent", "--reporter", "dot"];
  const { status, signal } = spawnSync(process.execPath, args, { cwd: copy, timeout: MOST_MS, stdio: "ignore" });
  // Ctrl+C ends the tests, and then this: the copy goes with it.
  if (signal === "SIGINT" || status === 130) throw new Error("Interrupted.");
  return status === 0;
}

function survivorsOf(file: string, mutants: readonly Mutant[]): Mutant[] {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  try {
    return mutants.filter((mutant) => {
      writeFileSync(path, mutant.source);
      return passes(file);
    });
  } finally {
    writeFileSync(path, source);
  }
}

process.on("SIGINT", () => {});
git("worktree", "add", "--detach", copy, values.at);
try {
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const file of files.filter((each) => each.startsWith(values.only) && existsSync(join(copy, each)))) {
    const mutants = chosenMutants(
      file,
      readFileSync(join(copy, file), "utf8"),
      Number(values.seed),
      Number(values.count),
    );
    if (!passes(file)) throw new Error(`The tests of ${file} fail without a mutant.`);
    const survivors = survivorsOf(file, mutants);
    console.log(`${file}: ${mutants.length - survivors.length} of ${mutants.length} killed`);
    for (const { line, was, is } of survivors) console.log(`  line ${line}: ${was} → ${is || "nothing"}`);
  }
} finally {
  git("worktree", "remove", "--force", copy);
  rmSync(join(copy, ".."), { recursive: true, force: true });
}
