import type { PageApi } from "../../kernel/sandbox/protocol.ts";
import type { Place } from "../actions/action.ts";
import { isCellAction } from "../actions/cell-actions.ts";
import { isMac } from "../actions/chord.ts";
import { isTyping, KeyReader } from "../actions/keymap.ts";
import type { Appearance } from "./appearance.ts";
import type { CellCommands } from "./commands.ts";
import type { SlideShow } from "./slides/slide-show.ts";

const moveActions: readonly string[] = ["cell-previous", "cell-next"];
/** Actions on cells that are also available while reading. */
const readingActions: readonly string[] = [...moveActions, "cell-uncertainty", "cell-trace", "cell-ask", "cell-fold"];
/** Actions that repeat while their key is held down. */
const repeatingActions: readonly string[] = [
  ...moveActions,
  "cell-move-up",
  "cell-move-down",
  "undo",
  "redo",
  "slide-down",
  "slide-up",
];

/** Text fields, in which even the keys of a presentation remote move the cursor. */
const textFields = ":is(.cm-editor,textarea)";

/** Elements that keep the keyboard on a slide, except for the keys of a presentation remote. */
const controls = "input, select, textarea, button, summary, a[href], [tabindex='0']:not(.cell)";

/** The keys of the frame: actions on cells are done here, all others are passed to the page. */
export class FrameKeys {
  readonly #appearance: Pick<Appearance, "reading">;
  readonly #commands: Pick<CellCommands, "do">;
  readonly #page: Pick<PageApi["reader"], "action">;
  readonly #reader = new KeyReader(isMac(navigator.platform));

  constructor(
    appearance: Pick<Appearance, "reading">,
    slides: Pick<SlideShow, "running">,
    commands: Pick<CellCommands, "do">,
    page: Pick<PageApi["reader"], "action">,
  ) {
    this.#appearance = appearance;
    this.#commands = commands;
    this.#page = page;
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.isComposing) return;
      const place = placeOf(event, slides.running);
      if (place === null) return;
      // An editor calls `handle` itself if its completions do not use the key.
      if (place !== "editor" && this.handle(event, place)) event.preventDefault();
    });
  }

  /** True if the key did something or is the first of a chord of two. */
  handle(event: KeyboardEvent, place: Place): boolean {
    if (event.isComposing) return false;
    const isReading = this.#appearance.reading;
    const action = this.#reader.read(event, place, event.timeStamp);
    if (!action || action === "pending") return action === "pending";
    if (isReading && action.yieldsToBrowser) return false;
    if (event.repeat && !repeatingActions.includes(action.id)) return true;
    if (isCellAction(action.id)) {
      if (isReading && !readingActions.includes(action.id)) return false;
      this.#commands.do(action.id);
      return true;
    }
    if (action.takesKeyboard && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.#page.action(action.id);
    // The same key may also close something in the notebook.
    return action.id !== "close";
  }
}

function placeOf(event: KeyboardEvent, presenting: boolean): Place | null {
  const { target } = event;
  if (!(target instanceof Element)) return presenting ? "slide" : "page";
  if (presenting && !target.closest(textFields)) {
    return target.closest(controls) && !/^(Page|Escape|F\d)/.test(event.key) ? null : "slide";
  }
  if (target.classList.contains("cell")) return "cell";
  if (target.closest(".cm-editor")) return "editor";
  return isTyping(event.composedPath()) ? "text" : "page";
}
