import { applyOperation, type Notebook, parseNotebook, serializeNotebook } from "../document/index.ts";
import type { CheckEnvironment } from "./check-environment.ts";
import { checkNotebook, type RuleSettings } from "./check-notebook.ts";
import type { Finding } from "./finding.ts";

/** The fixed notebook, with the findings that were fixed. */
export interface Mended {
  readonly notebook: Notebook;
  readonly mended: readonly Finding[];
  /** The remaining findings. */
  readonly findings: readonly Finding[];
}

/** A fix may reveal another finding; more rounds than this mean two fixes that undo each other. */
const MOST_ROUNDS = 20;

/** Applies all safe fixes: each is an operation on the document, and no other byte of the file changes. */
export async function mendNotebook(
  notebook: Notebook,
  environment: CheckEnvironment,
  settings: RuleSettings = {},
): Promise<Mended> {
  const mended: Finding[] = [];
  let current = notebook;
  for (let round = 0; ; ++round) {
    const findings = await checkNotebook(current, environment, settings);
    const touched = new Set<number | undefined>();
    let changed = false;
    for (const finding of round < MOST_ROUNDS ? findings : []) {
      // One fix per cell and round: the positions of the others may have moved.
      if (!finding.mend || touched.has(finding.cell)) continue;
      const outcome = applyOperation(current, finding.mend);
      if (!outcome.ok || outcome.notebook === current) continue;
      touched.add(finding.cell);
      current = outcome.notebook;
      mended.push(finding);
      changed = true;
    }
    if (!changed) return { notebook: current, mended, findings };
    // Parsed again, so that findings about the file refer to the fixed text.
    current = parseNotebook(serializeNotebook(current));
  }
}
