import { isCellAction } from "./cell-actions.ts";
import { findAction } from "./table.ts";

/** Actions that buttons in the frame request, in addition to keys. */
const buttons: ReadonlySet<string> = new Set(["lesson-report", "add-data", "chart", "compute-emissions"]);

/** Whether a notebook's frame may request an action: it has a key, or a button in the frame. */
export function isFrameAction(id: string): boolean {
  if (buttons.has(id)) return true;
  const action = findAction(id);
  return action !== undefined && action.keys.length > 0 && !isCellAction(id);
}
