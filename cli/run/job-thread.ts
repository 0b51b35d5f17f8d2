import { dirname } from "node:path";
import type { NodeServices } from "../../kernel/headless/node-services.ts";
import { commandServices } from "../headless/command-services.ts";
import { answerRequests } from "./answer-requests.ts";
import type { Job, JobMessage, JobOutcome } from "./job.ts";
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

answerRequests<Job, JobOutcome, JobMessage>(async (job, post) => {
  const services = await servicesFor(job);
  post({ type: "began", file: job.file });
  return runJob(job, services, {
    progress: (done, cells, text) => {
      if (performance.now() - lastReportAt < REPORT_INTERVAL_MS) return;
      lastReportAt = performance.now();
      post({ type: "progress", done, cells, text });
    },
    file: (name, content) => post({ type: "file", name, content }),
  });
});
