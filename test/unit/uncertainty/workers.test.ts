import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { BLOCK } from "../../../lib/uncertainty/propagation/block.ts";
import {
  type DrawSummary,
  mergeSummaries,
  resultsOf,
  summarise,
} from "../../../lib/uncertainty/propagation/draw-summary.ts";
import { runOf, type Share } from "./summary-share.ts";

const BLOCKS = 9;
const total = BLOCKS * BLOCK - 100;

/** Runs one share in a thread of its own. */
function inWorker(share: Share): Promise<DrawSummary> {
  return new Promise((resolve, reject) => {
    const file = new URL("./summary-worker.ts", import.meta.url);
    const worker = new Worker(
      `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); });`,
      {
        eval: true,
        workerData: share,
      },
    );
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

it("one, two and four workers give the bits of none", async () => {
  const run = runOf(total);
  const edges = resultsOf(run, 0);
  const here = mergeSummaries([summarise(run, edges, 0, BLOCKS)]);
  for (const workers of [1, 2, 4]) {
    const bounds = Array.from({ length: workers + 1 }, (_, at) => Math.round((at * BLOCKS) / workers));
    const shares = bounds.slice(1).map((end, at) => inWorker({ total, edges, from: bounds[at]!, end }));
    expect(mergeSummaries(await Promise.all(shares))).toEqual(here);
  }
});
