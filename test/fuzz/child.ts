import { openSync, writeSync } from "node:fs";
import { runCase } from "./run-case.ts";
import { kindOf } from "./target.ts";
import { targets } from "./targets.ts";

// Runs cases of one target and says after each where it is, in a file: a case that never ends or takes the process with it is
// found there by whoever started this.
const [name, seed, from, to, place] = process.argv.slice(2) as [string, string, string, string, string];
const target = targets.find((each) => each.name === name)!;
const file = openSync(place, "w");
const endings: Record<string, number> = { value: 0, sentence: 0, stopped: 0, broken: 0 };
const found = new Map<string, { kind: string; index: number; times: number }>();
let reported = { ...endings };

for (let index = Number(from); index < Number(to); index++) {
  writeSync(file, String(index).padEnd(16), 0);
  try {
    endings[await runCase(target, Number(seed), index)]! += 1;
  } catch (error) {
    endings.broken! += 1;
    const kind = kindOf(error);
    const known = found.get(kind);
    if (known) known.times += 1;
    else found.set(kind, { kind, index, times: 1 });
  }
  if (index % 500 === 499) report();
}
report();

/** What came of the cases since the last report. */
function report(): void {
  const since = Object.fromEntries(
    Object.entries(endings).map(([ending, count]) => [ending, count - reported[ending]!]),
  );
  reported = { ...endings };
  writeSync(1, `${JSON.stringify({ endings: since, found: [...found.values()] })}\n`);
}
