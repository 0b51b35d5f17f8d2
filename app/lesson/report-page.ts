import { type LessonReport, type ReportedExercise, sawSolution } from "../../kernel/lesson/report.ts";
import { writeMoment } from "../language/figures.ts";
import { say, speech } from "../language/speech.ts";
import { exerciseTexts } from "./exercise-texts.ts";
import { reportTexts } from "./report-texts.ts";

const style = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#23211c}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{padding:.3rem .6rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}
.n{text-align:right;font-variant-numeric:tabular-nums}code{overflow-wrap:anywhere}h2{margin-top:2rem;font-size:1.1rem}small{color:#555}`;

/** A report as a page to read, in the language of the workbench; it contains the report as JSON. */
export function writeReportPage(report: LessonReport): string {
  const { title, name, made, begun, exercises, asked } = report;
  const unmet = asked - exercises.length;
  const moment = (iso: string | null) => (iso === null ? "–" : writeMoment(Date.parse(iso)));
  const head = say(reportTexts.title({ title }));
  const columns = ["exercise", "standing", "tries", "hints", "minutes"] as const;
  const rows = exercises.map(
    (each) =>
      `<tr><td>${escapeText(each.title)}<td>${escapeText(statusOf(each))}<td class="n">${Number(each.tries.length)}<td class="n">${Number(each.hintsOpened)} / ${Number(each.hints)}<td class="n">${escapeText(String(each.minutes ?? "–"))}`,
  );
  const details = exercises
    .filter(({ tries }) => tries.length > 0)
    .map(
      ({ title, hash, tries }) => `<h2>${escapeText(title)}</h2>
<p><small>${say(reportTexts.version())}: <code>${escapeText(hash.slice(0, 16))}</code></small></p>
<table><thead><tr><th>${say(reportTexts.when())}<th>${say(reportTexts.answer())}<th>${say(reportTexts.reply())}</thead><tbody>
${tries.map((each) => `<tr><td>${escapeText(moment(each.time))}<td><code>${escapeText(each.answer)}</code><td>${each.right ? "✔ " : ""}${escapeText(each.reply)}`).join("\n")}
</tbody></table>`,
    );
  return `<!doctype html>
<html lang="${speech.language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escapeText(head)}</title>
<style>${style}</style>
<h1>${escapeText(head)}</h1>
<p>${escapeText(say(reportTexts.by({ name: name || reportTexts.nameless() })))}. ${escapeText(say(reportTexts.made({ date: moment(made), begun: moment(begun) })))}</p>
<table><thead><tr>${columns.map((column) => `<th>${say(reportTexts[column]())}`).join("")}</thead><tbody>
${rows.join("\n")}
</tbody></table>
${unmet > 0 ? `<p>${escapeText(say(reportTexts.unmet({ unmet })))}</p>\n` : ""}<p><small>${say(reportTexts.minutesNote())}</small></p>
${details.join("\n")}
<script type="application/json">${JSON.stringify(report).replaceAll("<", "\\u003c")}</script>
</html>
`;
}

function statusOf(exercise: ReportedExercise): string {
  const { solved, solutionOpened } = exercise;
  if (solved !== null) return say(sawSolution(exercise) ? reportTexts.solvedAfterSolution() : reportTexts.solved());
  return say(solutionOpened === null ? exerciseTexts.open() : exerciseTexts.shown());
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
