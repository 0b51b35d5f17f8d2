import type { Workbench } from "../../actions/action.ts";
import { isMac } from "../../actions/chord.ts";
import { findActionFor, isTyping } from "../../actions/keymap.ts";

/** Lets the keys of the page do what the table of actions says. */
export function listenToKeys(workbench: Workbench): void {
  const mac = isMac(navigator.platform);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const path = event.composedPath();
    const place = isTyping(path) ? "text" : workbench.stage.on ? "slide" : "page";
    // A button is pressed by its own key.
    if (place === "slide" && event.key === " " && path[0] instanceof HTMLButtonElement) return;
    const action = findActionFor(event, place, mac);
    if (!action) return;
    if (action.id === "close") {
      if (workbench.close()) event.preventDefault();
      return;
    }
    const can = action.when(workbench.session);
    if (!can && action.yieldsToBrowser) return;
    // Also where it cannot be done now: nobody wants the browser's own Save here.
    event.preventDefault();
    if (can) action.run(workbench);
  });
}
