import type { Work } from "../../../lib/numeric/work.ts";
import type { Progress } from "../../runtime/state.ts";

/** The minimum interval between progress reports. */
const PROGRESS_MS = 50;

/** Reports how far a computation is, as often as a page can show it: what is told in between is left out. */
export function spacedReports(report: (progress: Progress) => void): Work["progress"] {
  let last = Number.NEGATIVE_INFINITY;
  return (fraction, message) => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    report({ fraction, message });
  };
}
