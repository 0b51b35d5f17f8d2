import { parentPort, workerData } from "node:worker_threads";
import { ParameterError } from "../../kernel/headless/preset-values.ts";
import { type ComparisonJob, type ComparisonMessage, compareNotebooks } from "./comparison-job.ts";

const post = (message: ComparisonMessage) => parentPort!.postMessage(message);

try {
  const { job } = workerData as { job: ComparisonJob };
  post({ type: "done", difference: await compareNotebooks(job, (text) => post({ type: "progress", text })) });
} catch (error) {
  post({ type: "refused", misuse: error instanceof ParameterError, sentence: (error as Error).message });
}
