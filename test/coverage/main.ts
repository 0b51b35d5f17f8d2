import { writeFileSync } from "node:fs";
import { coverageModule, coverageText } from "./coverage-module.ts";
import { coverageTable } from "./coverage-table.ts";
import { testedIntervals } from "./intervals.ts";

// `npm run coverage`: holds every interval that ships against published figures, writes the counts that tools show beside it, and prints
// the tables of BENCHMARKS.md.

const intervals = await testedIntervals();
writeFileSync(coverageModule, coverageText(intervals));
console.log(coverageTable(intervals));
