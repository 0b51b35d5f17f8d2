import { countExercises } from "../../kernel/lesson/cells.ts";
import { reportOn } from "../../kernel/lesson/report.ts";
import { downloadText } from "../files/file-pickers.ts";
import { say } from "../language/speech.ts";
import { writeReportPage } from "../lesson/report-page.ts";
import { reportTexts } from "../lesson/report-texts.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";

/** Saves a report on the reader's work on the exercises, for the teacher, with the name that the reader enters. */
export function saveReport(notebook: string, { title, cells, study }: LiveNotebook): void {
  const name = prompt(say(reportTexts.name()), "");
  if (name === null) return;
  const report = reportOn(study, { notebook, title, name, asked: countExercises(cells) }, Date.now());
  downloadText(`${notebook}-report.html`, "text/html", writeReportPage(report));
}
