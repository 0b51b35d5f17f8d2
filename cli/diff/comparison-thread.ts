import type { NotebookDifference } from "../../kernel/headless/notebook-difference.ts";
import { answerRequests } from "../run/answer-requests.ts";
import { type ComparisonJob, type ComparisonMessage, compareNotebooks } from "./comparison-job.ts";

answerRequests<ComparisonJob, NotebookDifference, ComparisonMessage>((job, post) =>
  compareNotebooks(job, {
    began: (file) => post({ type: "began", file }),
    progress: (text) => post({ type: "progress", text }),
  }),
);
