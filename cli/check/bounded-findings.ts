import type { Finding } from "../../kernel/check/finding.ts";
import { TextBound } from "../../kernel/values/bounded-text.ts";
import { writeMessage } from "../../lib/message/write.ts";
import type { CheckedFile } from "./checked-file.ts";

/** The most findings that one report lists. */
const MAX_LISTED = 10_000;

/** A finding with its sentence as it is written, bounded. */
export type WrittenFinding = Omit<Finding, "message"> & { readonly message: string };

/** A file of a report, of which so many findings are not listed. */
export interface ListedFile {
  readonly file: string;
  readonly mended: readonly WrittenFinding[];
  readonly findings: readonly WrittenFinding[];
  readonly unlisted?: number;
}

/** What a report lists of the findings of a folder, which a stranger may have made endless: errors first where not all are listed. */
export function boundedFindings(files: readonly CheckedFile[]): ListedFile[] {
  const bound = new TextBound();
  let room = MAX_LISTED;
  const write = (finding: Finding): WrittenFinding => ({
    ...finding,
    message: bound.text(writeMessage(finding.message)),
  });
  const take = (findings: readonly Finding[]) => {
    const taken = findings.length <= room ? findings : bySeverity(findings).slice(0, room);
    room -= taken.length;
    return taken.map(write);
  };
  return files.map(({ file, mended, findings }) => {
    const listed = { file, mended: take(mended), findings: take(findings) };
    const unlisted = mended.length + findings.length - listed.mended.length - listed.findings.length;
    return unlisted > 0 ? { ...listed, unlisted } : listed;
  });
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return findings.toSorted((one, other) => rank[one.severity] - rank[other.severity]);
}
