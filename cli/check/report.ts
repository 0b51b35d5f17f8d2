import type { Finding } from "../../kernel/check/finding.ts";
import type { Paint } from "../terminal/colour.ts";
import { boundedFindings, type ListedFile, type WrittenFinding } from "./bounded-findings.ts";
import type { CheckedFile } from "./checked-file.ts";

/** Writes findings for a person, a program, or the annotations of a pull request. */
export function renderReport(files: readonly CheckedFile[], format: "text" | "json" | "github", paint: Paint): string {
  const listed = boundedFindings(files);
  if (format === "json") return `${JSON.stringify(listed, null, 2)}\n`;
  if (format === "github") return listed.flatMap(annotate).join("");
  return `${listed.flatMap((file) => describe(file, paint)).join("")}${summarize(files)}\n`;
}

function describe({ file, findings, mended, unlisted }: ListedFile, paint: Paint): string[] {
  const colours = { error: paint.red, warning: paint.yellow, note: paint.dim };
  return [
    ...mended.map(
      (finding) =>
        `${oneLine(`${placeOf(file, finding)}${paint.green("mended")}: ${finding.message} [${finding.rule}]`)}\n`,
    ),
    ...findings.map((finding) => {
      const mend = finding.mend ? " (--fix mends it)" : "";
      const severity = colours[finding.severity](finding.severity);
      return `${oneLine(`${placeOf(file, finding)}${severity}: ${finding.message}${mend} [${finding.rule}]`)}\n`;
    }),
    ...(unlisted === undefined ? [] : [`${oneLine(`${file}: ${leftOut(unlisted)}`)}\n`]),
  ];
}

function leftOut(unlisted: number): string {
  return `${counted(unlisted, "more finding")} of this file ${unlisted === 1 ? "is" : "are"} not listed.`;
}

function placeOf(file: string, { line, column, place, cellLine }: WrittenFinding): string {
  const cell = place === undefined ? "" : ` (cell ${place}${cellLine === undefined ? "" : `, line ${cellLine}`})`;
  return `${file}:${line}:${column}${cell} `;
}

/** A line of its own would be a command to what reads the log of a pull request. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]\s*/g, " ");
}

function summarize(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ findings }) => findings);
  const count = (severity: Finding["severity"]) => all.filter((finding) => finding.severity === severity).length;
  const mended = files.reduce((sum, file) => sum + file.mended.length, 0);
  const parts = [
    counted(count("error"), "error"),
    counted(count("warning"), "warning"),
    ...(count("note") > 0 ? [counted(count("note"), "note")] : []),
    ...(mended > 0 ? [`${mended} mended`] : []),
  ];
  return `${counted(files.length, "notebook")}: ${all.length === 0 && mended === 0 ? "nothing to say." : `${parts.join(", ")}.`}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Workflow commands that GitHub shows next to the lines of a change. */
function annotate({ file, findings, unlisted }: ListedFile): string[] {
  const kinds = { error: "error", warning: "warning", note: "notice" } as const;
  const annotations = findings.map(({ severity, line, column, rule, place, message }) => {
    const title = place === undefined ? rule : `${rule}, cell ${place}`;
    return `::${kinds[severity]} file=${property(file)},line=${line},col=${column},title=${property(title)}::${data(message)}\n`;
  });
  if (unlisted === undefined) return annotations;
  return [...annotations, `::warning file=${property(file)}::${data(leftOut(unlisted))}\n`];
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
