import { dirname } from "node:path";
import { parentPort } from "node:worker_threads";
import type { NodeServices } from "../../kernel/headless/node-services.ts";
import { ParameterError } from "../../kernel/headless/preset-values.ts";
import { commandServices } from "../headless/command-services.ts";
import type { Job, JobMessage } from "./job.ts";
import { runJob } from "./run-job.ts";

/** The least time between two reports of progress, in milliseconds. */
const REPORT_INTERVAL_MS = 50;

const services = new Map<string, Promise<NodeServices>>();

/** Notebooks of one folder share tables and the database. */
function servicesFor({ file, reproducible }: Job): Promise<NodeServices> {
  const key = `${dirname(file)} ${reproducible === true}`;
  const open = services.get(key) ?? commandServices(file, reproducible);
  services.set(key, open);
  return open;
}

let lastReportAt = 0;

parentPort!.on("message", async (job: Job) => {
  const post = (message: JobMessage) => parentPort!.postMessage(message);
  try {
    const outcome = await runJob(job, await servicesFor(job), {
      progress: (done, cells, text) => {
        if (performance.now() - lastReportAt < REPORT_INTERVAL_MS) return;
        lastReportAt = performance.now();
        post({ type: "progress", done, cells, text });
      },
      file: (name, content) => post({ type: "file", name, content }),
    });
    post({ type: "done", outcome });
  } catch (error) {
    post({ type: "refused", misuse: error instanceof ParameterError, sentence: (error as Error).message });
  }
});
