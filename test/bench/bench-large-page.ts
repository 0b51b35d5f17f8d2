import { ComputePool } from "../../kernel/services/compute/pool.ts";
import { DatasetService } from "../../kernel/services/datasets.ts";
import { servedDatasets } from "../../kernel/services/served-datasets.ts";
import { resourceOperation } from "../../lib/tool/resource-operation.ts";
import type { Shape } from "./bench-mrio-table.ts";

const source = "Synthetic";
const year = 2011;
const table = { $table: { source, year, edits: [] } };
const edits = [{ kind: "coefficients", columns: ["R1.s3"], factor: 0.8 }];
const whatIf = { $whatIf: { table: table.$table, edits } };

/** Times in ms. */
export interface LargeFigures {
  readonly accounts: number;
  readonly residual: number;
  readonly iterations: number;
  /** The longest silence between two words of progress, from the start to the answer. */
  readonly silence: number;
  readonly words: number;
  readonly whatIfSetUp: number;
  readonly whatIfFrame: number;
}

/** Makes the table, in a worker that ends with it. */
export function storeTable(shape: Shape): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./bench-large-table.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = () => resolve(worker.terminate());
    worker.onerror = (event) => reject(new Error(event.message || "The worker did not start."));
    worker.postMessage({ ...shape, source, year });
  });
}

/** The accounts of all regions, as a notebook asks for them: from the browser's own storage to the answer. */
export async function solveTable(): Promise<LargeFigures> {
  const pool = openPool();
  // A notebook's workers have started before its cells ask: what a first call waits for is not the table's.
  await pool.call("consumption.balance", { matrix: [[1]], rowSums: [1], columnSums: [1] });
  const began = performance.now();
  let last = began;
  let silence = 0;
  let words = 0;
  const progress = () => {
    const now = performance.now();
    silence = Math.max(silence, now - last);
    last = now;
    words++;
  };
  const solved = (await pool.call("consumption.accounts", table, { progress })) as {
    residual: number;
    iterations: number;
  };
  progress();
  const accounts = performance.now() - began;
  const prepared = performance.now();
  await pool.call(resourceOperation("whatIf"), whatIf);
  const whatIfSetUp = performance.now() - prepared;
  const frames = 40;
  const first = performance.now();
  for (let i = 0; i < frames; i++) {
    await pool.call(resourceOperation("whatIf", "frame"), { ...whatIf, factors: [i / frames] });
  }
  const whatIfFrame = (performance.now() - first) / frames;
  const { residual, iterations } = solved;
  return { accounts, residual, iterations, silence, words: words - 1, whatIfSetUp, whatIfFrame };
}

/** A cancellation. Times in ms. */
export interface Cancelled {
  readonly delay: number;
  /** From the word to the answer of the call. */
  readonly answer: number;
  /** From the word to the answer of a small call to the same worker. */
  readonly free: number;
  readonly how: string;
}

/** Cancels the same call after each delay, on one worker; `workers` counts those that were needed. */
export async function cancelTable(delays: readonly number[]): Promise<{ cancels: Cancelled[]; workers: number }> {
  let workers = 0;
  const pool = openPool(() => workers++);
  const small = { matrix: [[1]], rowSums: [1], columnSums: [1] };
  await pool.call("consumption.balance", small);
  const cancels: Cancelled[] = [];
  for (const delay of delays) {
    const controller = new AbortController();
    const running = pool.call("consumption.accounts", table, { signal: controller.signal });
    const ended = running.then(
      () => "done before",
      (error: Error) => error.name,
    );
    await new Promise((resolve) => setTimeout(resolve, delay));
    const said = performance.now();
    controller.abort();
    const how = await ended;
    const answer = performance.now() - said;
    await pool.call("consumption.balance", small);
    cancels.push({ delay, answer, free: performance.now() - said, how });
  }
  return { cancels, workers };
}

function openPool(opened = () => {}): ComputePool {
  const create = () => {
    opened();
    return new Worker(new URL("../../kernel/services/compute/compute.worker.ts", import.meta.url), { type: "module" });
  };
  return new ComputePool(create, new DatasetService(servedDatasets(new URL("/datasets/", location.href))), 1);
}
