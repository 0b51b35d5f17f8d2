import { applyOperation, type Notebook, parseNotebook, serializeNotebook } from "../document/index.ts";
import type { CheckEnvironment } from "./check-environment.ts";
import { checkNotebook, type RuleSettings } from "./check-notebook.ts";
import type { Finding } from "./finding.ts";

/** A notebook after what could be mended was mended, and what was found before. */
export interface Mended {
  readonly notebook: Notebook;
  readonly mended: readonly Finding[];
  /** What is left. */
  readonly findings: readonly Finding[];
}

/** A mend may bring another to light; more rounds than this would be two that undo one another. */
const MOST_ROUNDS = 20;

/** Mends what can be mended safely: each mend is an operation on the document, and no other byte of the file changes. */
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
      // Of a cell only one at a time: the next may stand elsewhere by then.
      if (!finding.mend || touched.has(finding.cell)) continue;
      const outcome = applyOperation(current, finding.mend);
      if (!outcome.ok || outcome.notebook === current) continue;
      touched.add(finding.cell);
      current = outcome.notebook;
      mended.push(finding);
      changed = true;
    }
    if (!changed) return { notebook: current, mended, findings };
    // Read anew, so that what is said of the file is true of the mended one.
    current = parseNotebook(serializeNotebook(current));
  }
}
