import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chosenMutants, type Mutant } from "./mutants.ts";
import { nearestTests, readImports } from "./nearest-tests.ts";
import { type Outcome, Outcomes } from "./outcomes.ts";

// `npm run mutants`: puts small faults into sources, one at a time, and says which of them the nearest tests of Node let pass. It works on
// a copy of a commit, `--at`, so the clone stays as it is. First one mutant of each file, then a second of each; a run that is ended goes
// on where it was when it is started again. `--only kernel/boundary` takes some files, `--tests 40` tests that are further from them.

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
    tests: { type: "string", default: "4" },
    seed: { type: "string", default: "20260401" },
  },
});

const root = join(import.meta.dirname, "../..");
const copy = join(mkdtempSync(join(tmpdir(), "yuheng-mutants-")), "clone");

/** A mutant may take so many times as long as the source itself, and at least as long as a busy machine needs to start the tests. */
const PATIENCE = 5;
const LEAST_MS = 60_000;

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stdout.trim();
}

/** What tests say of the copy as it is. */
function outcomeOf(tests: readonly string[], timeout?: number): Outcome {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--project", "node", "--bail", "1", "--silent", "--reporter", "dot", ...tests];
  const { status, signal } = spawnSync(process.execPath, args, {
    cwd: copy,
    stdio: "ignore",
    ...(timeout === undefined ? {} : { timeout }),
  });
  // Ctrl+C ends the tests, and then this: the copy goes with it.
  if (signal === "SIGINT" || status === 130) throw new Error("Interrupted.");
  if (signal === "SIGTERM") return "endless";
  return status === 0 ? "survived" : "killed";
}

/** A source with what is to be done with it. */
interface Subject {
  readonly file: string;
  readonly source: string;
  readonly tests: readonly string[];
  readonly mutants: readonly Mutant[];
  /** The time of a mutant's tests in milliseconds, once the source itself has passed them. */
  limit?: number;
}

/** Rejects tests that fail by themselves, of which no mutant would say anything. */
function limitOf(subject: Subject): number {
  const began = performance.now();
  if (outcomeOf(subject.tests) !== "survived") throw new Error(`The tests of ${subject.file} fail without a mutant.`);
  return Math.ceil(Math.max(LEAST_MS, PATIENCE * (performance.now() - began)));
}

function tryMutant(subject: Subject, mutant: Mutant): Outcome {
  const path = join(copy, subject.file);
  subject.limit ??= limitOf(subject);
  try {
    writeFileSync(path, mutant.source);
    return outcomeOf(subject.tests, subject.limit);
  } finally {
    writeFileSync(path, subject.source);
  }
}

function tell({ file, tests, mutants }: Subject, outcomes: Outcomes): void {
  const count = (wanted: Outcome) => mutants.filter((mutant) => outcomes.of(file, mutant) === wanted).length;
  const [killed, endless] = [count("killed"), count("endless")];
  const ended = endless > 0 ? `, of which ${endless} did not end` : "";
  console.log(`${file}: ${killed + endless} of ${mutants.length} killed${ended}, by its ${tests.length} nearest tests`);
  for (const mutant of mutants.toSorted((a, b) => a.from - b.from))
    if (outcomes.of(file, mutant) === "survived")
      console.log(`  line ${mutant.line}: ${mutant.was} → ${mutant.is || "nothing"}`);
}

process.on("SIGINT", () => {});
const commit = git("rev-parse", values.at);
const key = `${commit.slice(0, 12)}-${values.tests}-${values.seed}`;
const outcomes = new Outcomes(join(root, "node_modules/.cache/yuheng-mutants", `${key}.json`));
git("worktree", "add", "--detach", copy, commit);
try {
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const imports = readImports(copy);
  const subjects = files
    .filter((file) => file.startsWith(values.only) && existsSync(join(copy, file)))
    .map((file): Subject => {
      const source = readFileSync(join(copy, file), "utf8");
      const mutants = chosenMutants(file, source, Number(values.seed), Number(values.count));
      return { file, source, tests: nearestTests(file, imports, Number(values.tests)), mutants };
    });
  for (let round = 0; round < Number(values.count); round++) {
    for (const subject of subjects) {
      const mutant = subject.mutants[round];
      if (!mutant || outcomes.of(subject.file, mutant)) continue;
      const outcome = tryMutant(subject, mutant);
      outcomes.set(subject.file, mutant, outcome);
      console.error(`${outcome}: ${subject.file}, line ${mutant.line}: ${mutant.was} → ${mutant.is || "nothing"}`);
    }
  }
  for (const subject of subjects) tell(subject, outcomes);
} finally {
  git("worktree", "remove", "--force", copy);
  rmSync(join(copy, ".."), { recursive: true, force: true });
}
