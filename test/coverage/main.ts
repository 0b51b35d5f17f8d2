import { writeFileSync } from "node:fs";
import { inEnglish } from "../../lib/message/english.ts";
import { LEAST_SHARE } from "../../lib/uncertainty/coverage/coverage.ts";
import { counterparts } from "../../lib/uncertainty/coverage/coverage-test.ts";
import { coverageModule, coverageText } from "./coverage-module.ts";
import type { ShippedInterval } from "./interval.ts";
import { testedIntervals } from "./intervals.ts";
import { untested } from "./untested.ts";

// `npm run coverage`: holds every interval that ships against published figures, writes the counts that tools show beside it, and prints
// the table of BENCHMARKS.md.

const intervals = await testedIntervals();
writeFileSync(coverageModule, coverageText(intervals));

console.log("| interval | claims | published counterpart | n | inside | called |\n|---|---|---|---|---|---|");
for (const interval of intervals)
  for (const { against, inside, of } of interval.tests) {
    const share = of === 0 ? "–" : `${((100 * inside) / of).toFixed(1)} %`;
    const cells = [interval.name, interval.nominal, inEnglish(counterparts[against]()), of, share, calledOf(interval)];
    console.log(`| ${cells.join(" | ")} |`);
  }
console.log("\n| not held against anything | why |\n|---|---|");
for (const { shownBy, why } of untested) console.log(`| ${shownBy.join(", ")} | ${why} |`);

/** What its bounds are called where they are shown: by the worst test. */
function calledOf({ nominal, tests }: ShippedInterval): string {
  const shares = tests.filter(({ of }) => of > 0).map(({ inside, of }) => inside / of);
  if (nominal === "range" || shares.length === 0) return "range";
  return Math.min(...shares) >= LEAST_SHARE ? "95 %" : "range";
}
