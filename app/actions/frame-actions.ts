import { isCellAction } from "./cell-actions.ts";
import { findAction } from "./table.ts";

/** What beside keys asks the page for an action from inside a notebook: buttons that the frame's own program makes. */
const buttons: ReadonlySet<string> = new Set(["lesson-report"]);

/** Whether a notebook's frame may ask for an action: it has a key that may be pressed there, or a button. */
export function isFrameAction(id: string): boolean {
  if (buttons.has(id)) return true;
  const action = findAction(id);
  return action !== undefined && action.keys.length > 0 && !isCellAction(id);
}
