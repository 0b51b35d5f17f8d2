import type { Sentence } from "../../lib/message/message.ts";
import type { Diagnostic, Severity } from "./cell.ts";
import { indexLines } from "./lines.ts";

/** A finding at a range of offsets, before its line is looked up. */
export interface Finding {
  readonly severity: Severity;
  readonly message: Sentence;
  readonly from: number;
  readonly to: number;
}

/** Turns findings in a source into diagnostics, in the order of the source. */
export function locateFindings(source: string, findings: readonly Finding[]): Diagnostic[] {
  if (findings.length === 0) return [];
  const lines = indexLines(source);
  return findings
    .map(({ severity, message, from, to }) => {
      const start = Math.min(Math.max(from, 0), source.length);
      const end = Math.min(Math.max(to, start), source.length);
      const { line, column } = lines.locate(start);
      return { severity, message, from: start, to: end, line, column, sourceLine: lines.text(line) };
    })
    .sort((a, b) => a.from - b.from);
}
