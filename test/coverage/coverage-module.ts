import type { ShippedInterval } from "./interval.ts";

/** The module of the library with the counts, which tools show beside their intervals. */
export const coverageModule = new URL("../../lib/uncertainty/coverage/tested-coverage.ts", import.meta.url);

/** Its text. */
export function coverageText(intervals: readonly ShippedInterval[]): string {
  const entries = intervals.map(({ name, tests }) => {
    const listed = tests.map(({ against, inside, of }) => `{ against: "${against}", inside: ${inside}, of: ${of} }`);
    const line = `  "${name}": [${listed.join(", ")}],`;
    return line.length <= 120 ? line : `  "${name}": [\n${listed.map((each) => `    ${each},\n`).join("")}  ],`;
  });
  return `import type { CoverageTest } from "./coverage-test.ts";

/** Written by \`npm run coverage\`: how many published figures lie inside the intervals that ship. */
export const testedCoverage = {
${entries.join("\n")}
} as const satisfies Readonly<Record<string, readonly CoverageTest[]>>;
`;
}
