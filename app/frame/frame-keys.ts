import type { PageApi } from "../../kernel/sandbox/protocol.ts";
import type { Place } from "../actions/action.ts";
import { isCellAction } from "../actions/cell-actions.ts";
import { isMac } from "../actions/chord.ts";
import { isTyping, KeyReader } from "../actions/keymap.ts";
import type { Appearance } from "./appearance.ts";
import type { CellCommands } from "./commands.ts";
import type { SlideShow } from "./slides/slide-show.ts";

/** Cells to go to are there for readers too, and for a key that is held down. */
const walking: readonly string[] = ["cell-previous", "cell-next"];
const reading: readonly string[] = [...walking, "cell-uncertainty"];
const repeating: readonly string[] = [
  ...walking,
  "cell-move-up",
  "cell-move-down",
  "undo",
  "redo",
  "slide-down",
  "slide-up",
];

/** What is typed into, where even the keys of a clicker move the cursor. */
const texts = ":is(.cm-editor,textarea)";

/** What has the keyboard to itself on a slide, but for the keys of a clicker. */
const controls = "input, select, textarea, button, summary, a[href], [tabindex='0']:not(.cell)";

/** The keys of the frame: what the table of actions says of cells is done here, all else is handed to the page. */
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
      // An editor asks by itself, when its completions do not want the key.
      if (place !== "editor" && this.take(event, place)) event.preventDefault();
    });
  }

  /** True where the key did something, or is the first of two. */
  take(event: KeyboardEvent, place: Place): boolean {
    if (event.isComposing) return false;
    const isReading = this.#appearance.reading;
    const action = this.#reader.read(event, place, event.timeStamp);
    if (!action || action === "begun") return action === "begun";
    if (isReading && action.yieldsToBrowser) return false;
    if (event.repeat && !repeating.includes(action.id)) return true;
    if (isCellAction(action.id)) {
      if (isReading && !reading.includes(action.id)) return false;
      this.#commands.do(action.id);
      return true;
    }
    if (action.takesKeyboard && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.#page.action(action.id);
    // Something in the notebook may also want to be closed.
    return action.id !== "close";
  }
}

function placeOf(event: KeyboardEvent, presenting: boolean): Place | null {
  const { target } = event;
  if (!(target instanceof Element)) return presenting ? "slide" : "page";
  if (presenting && !target.closest(texts)) {
    return target.closest(controls) && !/^(Page|Escape|F\d)/.test(event.key) ? null : "slide";
  }
  if (target.classList.contains("cell")) return "cell";
  if (target.closest(".cm-editor")) return "editor";
  return isTyping(event.composedPath()) ? "text" : "page";
}
