import { inEnglish } from "../../lib/message/english.ts";
import { LEAST_SHARE } from "../../lib/uncertainty/coverage/coverage.ts";
import { counterparts } from "../../lib/uncertainty/coverage/coverage-test.ts";
import type { ShippedInterval } from "./interval.ts";
import { untested } from "./untested.ts";

/** The tables of BENCHMARKS.md: what was counted of each interval that ships, and what was held against nothing. */
export function coverageTable(intervals: readonly ShippedInterval[]): string {
  return [
    "| interval | claims | published counterpart | n | inside | called |",
    "|---|---|---|---|---|---|",
    ...intervals.flatMap(rowsOf),
    "",
    "| not held against anything | why |",
    "|---|---|",
    ...untested.map(({ shownBy, why }) => `| ${shownBy.join(", ")} | ${why} |`),
  ].join("\n");
}

const rowsOf = (interval: ShippedInterval): string[] =>
  interval.tests.map(({ against, inside, of }) => {
    const share = of === 0 ? "–" : `${((100 * inside) / of).toFixed(1)} %`;
    const cells = [interval.name, interval.nominal, inEnglish(counterparts[against]()), of, share, calledOf(interval)];
    return `| ${cells.join(" | ")} |`;
  });

/** What its bounds are called where they are shown: by the worst test. */
function calledOf({ nominal, tests }: ShippedInterval): string {
  const shares = tests.filter(({ of }) => of > 0).map(({ inside, of }) => inside / of);
  if (nominal === "range" || shares.length === 0) return "range";
  return Math.min(...shares) >= LEAST_SHARE ? "95 %" : "range";
}
