import type { Finding } from "../../kernel/check/finding.ts";

/** The findings of one file, and those that were mended there. */
export interface CheckedFile {
  /** As given on the command line. */
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly mended: readonly Finding[];
}
