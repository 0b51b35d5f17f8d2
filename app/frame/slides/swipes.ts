/** How far a finger goes, in pixels, and how straight, for it to be a turn of the page. */
const FAR = 60;
const STRAIGHT = 2;

/** What moves sideways itself: there a finger means that and not the page. */
const sideways = "input, select, textarea, button, .table-scroller, .cm-editor, [style*='overflow'], .tex-block, pre";

/** Turns of the page by a finger. */
export class Swipes {
  readonly #turn: (by: 1 | -1) => void;
  #from: Touch | null = null;

  constructor(turn: (by: 1 | -1) => void) {
    this.#turn = turn;
  }

  listen(on: boolean): void {
    const change = on ? addEventListener : removeEventListener;
    change("touchstart", this.#begin);
    change("touchend", this.#end);
  }

  readonly #begin = ({ touches, target }: TouchEvent) => {
    const own = target instanceof Element && target.closest(sideways);
    this.#from = touches.length === 1 && !own ? touches[0]! : null;
  };

  readonly #end = ({ changedTouches }: TouchEvent) => {
    const from = this.#from;
    const to = changedTouches[0];
    this.#from = null;
    if (!from || !to || to.identifier !== from.identifier) return;
    const across = to.clientX - from.clientX;
    const down = to.clientY - from.clientY;
    if (Math.abs(across) < FAR || Math.abs(across) < STRAIGHT * Math.abs(down)) return;
    this.#turn(across < 0 ? 1 : -1);
  };
}
