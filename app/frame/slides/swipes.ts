/** The least length of a swipe, in pixels, and its least ratio of horizontal to vertical movement. */
const MIN_PX = 60;
const MIN_RATIO = 2;

/** Elements that react to horizontal movement themselves. */
const horizontalControls =
  "input, select, textarea, button, .table-scroller, .cm-editor, [style*='overflow'], .tex-block, pre";

/** Moves between slides by swipes. */
export class Swipes {
  readonly #move: (by: 1 | -1) => void;
  #from: Touch | null = null;

  constructor(move: (by: 1 | -1) => void) {
    this.#move = move;
  }

  listen(on: boolean): void {
    const change = on ? addEventListener : removeEventListener;
    change("touchstart", this.#begin);
    change("touchend", this.#end);
  }

  readonly #begin = ({ touches, target }: TouchEvent) => {
    const own = target instanceof Element && target.closest(horizontalControls);
    this.#from = touches.length === 1 && !own ? touches[0]! : null;
  };

  readonly #end = ({ changedTouches }: TouchEvent) => {
    const from = this.#from;
    const to = changedTouches[0];
    this.#from = null;
    if (!from || !to || to.identifier !== from.identifier) return;
    const across = to.clientX - from.clientX;
    const down = to.clientY - from.clientY;
    if (Math.abs(across) < MIN_PX || Math.abs(across) < MIN_RATIO * Math.abs(down)) return;
    this.#move(across < 0 ? 1 : -1);
  };
}
