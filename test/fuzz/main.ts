import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { targets } from "./targets.ts";

// npm run fuzz -- --cases 1000000 --seed 7 --only tool:uncertainty --from 0
// Each target runs in a process of its own: a case that does not end, or that ends the process, is found and passed over.
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: process.env.SEED ?? "20260401" },
    only: { type: "string", default: "" },
    from: { type: "string", default: "0" },
  },
});
const chosen = targets.filter(({ name }) => name.startsWith(values.only));
if (chosen.length === 0) {
  process.stderr.write(
    `No target begins with ${values.only}. There are:\n${targets.map(({ name }) => name).join("\n")}\n`,
  );
  process.exit(2);
}
const each = Math.ceil(Number(values.cases) / chosen.length);
const first = Number(values.from);
/** Seconds that one case may take, on a busy machine: more is a case without end. */
const PATIENCE = 60;
const MEMORY = 2048;

interface Report {
  readonly endings: Readonly<Record<string, number>>;
  readonly found: readonly { readonly kind: string; readonly index: number; readonly times: number }[];
}

const folder = mkdtempSync(join(tmpdir(), "yuheng-fuzz-"));
const finds: string[] = [];
const sums: Record<string, number> = { value: 0, sentence: 0, stopped: 0, broken: 0, lost: 0 };

for (const { name } of chosen) {
  const tally: Record<string, number> = { value: 0, sentence: 0, stopped: 0, broken: 0, lost: 0 };
  let from = first;
  while (from < first + each) {
    const { reports, lost } = await runChild(name, from, first + each);
    for (const { endings } of reports) for (const [ending, count] of Object.entries(endings)) tally[ending]! += count;
    for (const { kind, index, times } of reports.at(-1)?.found ?? []) note(name, index, `${kind} (${times} times)`);
    if (lost === undefined) break;
    tally.lost! += 1;
    note(name, lost.index, lost.how);
    from = lost.index + 1;
  }
  for (const [ending, count] of Object.entries(tally)) sums[ending]! += count;
  process.stdout.write(`${name.padEnd(40)} ${describe(tally)}\n`);
}
rmSync(folder, { recursive: true });
process.stdout.write(`${"all".padEnd(40)} ${describe(sums)}\n`);
process.stdout.write(finds.length === 0 ? "Nothing was found.\n" : `${finds.length} finds:\n${finds.join("\n")}\n`);
process.exitCode = finds.length === 0 ? 0 : 1;

function note(name: string, index: number, what: string): void {
  finds.push(`--only ${name} --seed ${values.seed} --from ${index} --cases 1\n    ${what}`);
}

function describe(tally: Readonly<Record<string, number>>): string {
  const { value, sentence, stopped, broken, lost } = tally;
  const cases = Object.values(tally).reduce((sum, count) => sum + count, 0);
  return `${cases} cases: ${value} values, ${sentence} sentences, ${stopped} stopped, ${broken} broken, ${lost} lost`;
}

/** Runs cases until they are done or one is lost. */
function runChild(name: string, from: number, to: number) {
  const place = join(folder, "place");
  const script = fileURLToPath(new URL("child.ts", import.meta.url));
  const options = ["--import", "tsx", `--max-old-space-size=${MEMORY}`, script];
  rmSync(place, { force: true });
  let said = "";
  const child = spawn(process.execPath, [...options, name, values.seed, String(from), String(to), place], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  child.stdout.on("data", (chunk) => {
    written += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  let before = "";
  let since = 0;
  let isEndless = false;
  const watch = setInterval(() => {
    const now = placeOf(place);
    since = now !== "" && now === before ? since + 1 : 0;
    before = now;
    if (since < PATIENCE) return;
    isEndless = true;
    child.kill("SIGKILL");
  }, 1000);
  return new Promise<{ reports: Report[]; lost?: { index: number; how: string } }>((resolve, reject) => {
    child.on("close", (code) => {
      clearInterval(watch);
      const reports = written
        .split("\n")
        .filter((line) => line.endsWith("}"))
        .map((line) => JSON.parse(line) as Report);
      const at = placeOf(place);
      if (code === 0) resolve({ reports });
      else if (at === "") reject(new Error(`${name} does not start: ${said}`));
      else {
        const how = isEndless ? "It does not end." : `It ended the process: ${said.trim().split("\n")[0]}`;
        resolve({ reports, lost: { index: Number(at), how } });
      }
    });
  });
}

function placeOf(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}
