import { parentPort, workerData } from "node:worker_threads";
import { ParameterError } from "../../kernel/headless/preset-values.ts";
import { type ComparisonJob, type ComparisonMessage, compareNotebooks } from "./comparison-job.ts";

const tell = (message: ComparisonMessage) => parentPort!.postMessage(message);

try {
  const { job } = workerData as { job: ComparisonJob };
  tell({ type: "done", difference: await compareNotebooks(job, (text) => tell({ type: "progress", text })) });
} catch (error) {
  tell({ type: "refused", misuse: error instanceof ParameterError, sentence: (error as Error).message });
}
