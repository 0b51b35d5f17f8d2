import { dirname } from "node:path";
import { parentPort } from "node:worker_threads";
import type { NodeServices } from "../../kernel/headless/node-services.ts";
import { ParameterError } from "../../kernel/headless/preset-values.ts";
import { commandServices } from "../headless/command-services.ts";
import type { Job, JobMessage } from "./job.ts";
import { runJob } from "./run-job.ts";

/** How often progress is told, in milliseconds. */
const PACE_MS = 50;

const services = new Map<string, Promise<NodeServices>>();

/** Notebooks of one folder share tables and database. */
function servicesFor({ file, reproducible }: Job): Promise<NodeServices> {
  const key = `${dirname(file)} ${reproducible === true}`;
  const open = services.get(key) ?? commandServices(file, reproducible);
  services.set(key, open);
  return open;
}

let told = 0;

parentPort!.on("message", async (job: Job) => {
  const tell = (message: JobMessage) => parentPort!.postMessage(message);
  try {
    const outcome = await runJob(job, await servicesFor(job), {
      progress: (done, cells, text) => {
        if (performance.now() - told < PACE_MS) return;
        told = performance.now();
        tell({ type: "progress", done, cells, text });
      },
      file: (name, content) => tell({ type: "file", name, content }),
    });
    tell({ type: "done", outcome });
  } catch (error) {
    tell({ type: "refused", misuse: error instanceof ParameterError, sentence: (error as Error).message });
  }
});
