import type { Workbench } from "../../actions/action.ts";
import { isMac } from "../../actions/chord.ts";
import { findActionFor, isTyping } from "../../actions/keymap.ts";

/** Runs the actions of the table by the keys of the page. */
export function listenToKeys(workbench: Workbench): void {
  const mac = isMac(navigator.platform);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const path = event.composedPath();
    const place = isTyping(path) ? "text" : workbench.stage.on ? "slide" : "page";
    // The space bar presses a focused button.
    if (place === "slide" && event.key === " " && path[0] instanceof HTMLButtonElement) return;
    const action = findActionFor(event, place, mac);
    if (!action) return;
    if (action.id === "close") {
      if (workbench.close()) event.preventDefault();
      return;
    }
    const enabled = action.when(workbench.session);
    if (!enabled && action.yieldsToBrowser) return;
    // Even if the action is disabled: the browser's own Save would be wrong here.
    event.preventDefault();
    if (enabled) action.run(workbench);
  });
}
