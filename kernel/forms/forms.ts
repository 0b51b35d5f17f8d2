import type { FormHost } from "./form-host.ts";
import type { Forms } from "./form-options.ts";
import { questionsForm } from "./questions-form.ts";
import { reportForm } from "./report-form.ts";

/** The namespace `forms` of cells, for a reader's language. */
export function formsIn(host: FormHost): Forms {
  return {
    questions: questionsForm(host),
    report: reportForm(host),
  };
}
