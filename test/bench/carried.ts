import { cpus } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { accounts } from "../../lib/mrio/accounts.ts";
import { carry } from "../../lib/mrio/carried/carry.ts";
import { carriedSources } from "../../lib/mrio/resource/carried-sources.ts";
import { lastShippedYear } from "../../lib/mrio/resource/dataset-names.ts";
import { shippedTable } from "../../lib/mrio/resource/shipped-table.ts";

// `npm run bench:carried`: the table of 2011 carried to 2022 in a worker, on the datasets as they ship. Nothing here fails.

type Measured = readonly (readonly [measure: string, milliseconds: number, goal: string])[];
const RUNS = 5;

if (isMainThread) {
  // A worker of Node starts without tsx: it registers it before it reads this file.
  const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); })`;
  const worker = new Worker(start, { eval: true });
  const measured = await new Promise<Measured>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
  });
  await worker.terminate();
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, one worker; median of ${RUNS}\n`);
  console.log("| job | measured | goal |\n|---|---|---|");
  for (const [measure, ms, goal] of measured) console.log(`| ${measure} | ${(ms / 1000).toFixed(2)} s | ${goal} |`);
} else {
  parentPort!.postMessage(await measure());
}

async function measure(): Promise<Measured> {
  const read = readOnce(shippedDatasets());
  const started = performance.now();
  const base = await shippedTable({ year: lastShippedYear, edits: [] }, read);
  const sources = await carriedSources(2022, read);
  const years = { base: lastShippedYear, target: 2022 };
  const first = performance.now();
  let carried = await carry(base, sources, years);
  const opened = performance.now();
  const [again, solved]: number[][] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    carried = await carry(base, sources, years);
    again!.push(performance.now() - begun);
    const asked = performance.now();
    await accounts(carried.table);
    solved!.push(performance.now() - asked);
  }
  const rounds = `${carried.balance.iterations} rounds of GRAS`;
  return [
    ["datasets read and decoded", first - started, ""],
    [`carried to 2022, first: ${rounds}, ${carried.table.stressors.length} gases`, opened - first, "< 5 s"],
    ["carried to 2022, again", median(again!), ""],
    ["accounts of all regions and gases", median(solved!), ""],
  ];
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
