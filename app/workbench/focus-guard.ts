import { modals, topModal } from "../design/modal.ts";

/**
 * Keeps the keyboard where the person put it. A notebook's cell can ask for the focus at any time; while a dialog is open, or while the
 * person types into a field of the page, what they type is not meant for the notebook. Under a dialog the notebook is inert. A field that
 * loses the focus to it gets it back, and the notebook is inert until the person goes there by pointer or by Tab.
 *
 * What it cannot tell: while the pointer lies over the notebook, whether a press or a cell took the focus. It stays where it went.
 */
export class FocusGuard {
  readonly #mount: () => HTMLElement | null;
  readonly #apply: (inert: boolean) => void;
  /** The element of the page that has the keyboard, or had it before the notebook took it. */
  #last: HTMLElement | null = null;
  /** True while the person, or the page for them, is about to enter the notebook. */
  #entering = false;
  #refused = false;
  #ending = new AbortController();

  /** `apply` hears whether the notebook is to be inert. */
  constructor(mount: () => HTMLElement | null, apply: (inert: boolean) => void) {
    this.#mount = mount;
    this.#apply = apply;
  }

  start(): void {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    const always = { signal, capture: true };
    document.addEventListener("focusin", this.#focused, always);
    document.addEventListener("focusout", this.#unfocused, always);
    document.addEventListener("keydown", this.#key, always);
    for (const type of ["pointermove", "pointerdown", "wheel"] as const) {
      document.addEventListener(type, this.#pointed, { ...always, passive: true });
    }
    window.addEventListener("blur", this.#left, { signal });
    modals.addEventListener("change", this.#update, { signal });
  }

  stop(): void {
    this.#ending.abort();
  }

  /** Lets the page put the keyboard into the notebook. Does nothing under a dialog. */
  enter(focus: () => void): void {
    if (topModal()) return;
    this.#entering = true;
    this.#refused = false;
    this.#update();
    focus();
    setTimeout(() => {
      this.#entering = false;
    });
  }

  #update = () => this.#apply(this.#refused || topModal() !== null);

  #focused = (event: Event) => {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement) || target instanceof HTMLIFrameElement) return;
    this.#last = target;
    this.#entering = false;
  };

  #unfocused = () => {
    setTimeout(() => {
      // Nothing has the keyboard any more, so nothing is taken from anybody.
      if (document.hasFocus() && document.activeElement === document.body && !topModal()) this.#release(null);
    });
  };

  #key = (event: KeyboardEvent) => {
    if (event.key !== "Tab" || topModal()) return;
    this.#entering = true;
    this.#release(this.#last);
  };

  #pointed = (event: Event) => {
    if (!this.#refused || topModal() || !(event instanceof MouseEvent)) return;
    const place = this.#mount()?.getBoundingClientRect();
    if (!place) return;
    const { clientX: x, clientY: y } = event;
    if (x >= place.left && x <= place.right && y >= place.top && y <= place.bottom) this.#release(this.#last);
  };

  #release(last: HTMLElement | null): void {
    this.#last = last;
    if (!this.#refused) return;
    this.#refused = false;
    this.#update();
  }

  /** The page has lost the keyboard: to another window, or to a frame of its own. */
  #left = () => {
    const frame = this.#mount()?.querySelector("iframe");
    // Another window has it. (The page's own active element stays what it was when a frame takes the keyboard by `window.focus`.)
    if (!frame || !document.hasFocus()) return;
    const modal = topModal();
    if (modal) {
      const back = this.#last && isInside(this.#last, modal) ? this.#last : modal;
      takeBack(back);
      return;
    }
    const field = this.#last;
    if (!field || !isField(field) || !field.isConnected || this.#entering || frame.matches(":hover")) return;
    // Where nothing hovers, a touch is not seen either.
    if (matchMedia("(hover: none)").matches) return;
    this.#refused = true;
    this.#update();
    takeBack(field);
  };
}

function takeBack(element: HTMLElement): void {
  window.focus();
  element.focus({ preventScroll: true });
}

function isInside(element: Node, ancestor: Node): boolean {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node === ancestor) return true;
  }
  return false;
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches("input, textarea, select");
}
