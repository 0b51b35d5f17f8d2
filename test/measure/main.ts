import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Floors, measureHouse, tops } from "./house.ts";
import { readTree } from "./tree.ts";

// `npm run measure:house`: sizes and knots of the sources, beside what is wanted. `--json` gives them to a program. The times of the
// tests stand in the closing lines of `npm test`.

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const root = join(import.meta.dirname, "../..");
const { floors } = createRequire(import.meta.url)("../../.floors.cjs") as { readonly floors: Floors };
const measures = measureHouse(readTree(root, tops), readTree(root, ["test"]), floors);
if (values.json) console.log(JSON.stringify(measures, null, 2));
else
  for (const { name, rule, value, wanted } of measures) {
    const aim = wanted === undefined ? "" : `${value <= wanted ? "≤" : ">"} ${wanted}`;
    console.log(`${name.padEnd(28)}${String(value).padStart(8)}  ${aim.padEnd(10)}${rule}`);
  }
