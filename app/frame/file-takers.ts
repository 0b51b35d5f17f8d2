import type { FramePlace } from "../../kernel/sandbox/protocol.ts";

/** The most places that are reported. */
const MOST = 100;

/** Where cells take dropped files themselves: inputs for files, and elements with listeners of their own. */
export class FileTakers {
  readonly #elements = new Set<WeakRef<Element>>();
  readonly #known = new WeakSet<Element>();
  #everywhere = false;

  /** Whether a cell listens for drops on the whole notebook. */
  get everywhere(): boolean {
    return this.#everywhere;
  }

  /** Notices from now on which elements listen for drops: the browser tells nobody else. */
  watch(): void {
    const add = EventTarget.prototype.addEventListener;
    const notice = (target: EventTarget) => this.#notice(target);
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...listening: Parameters<typeof add>) {
      if (listening[0] === "drop") notice(this ?? window);
      return add.apply(this, listening);
    };
  }

  #notice(target: EventTarget): void {
    if (target === window || target === document || target === document.body || target === document.documentElement)
      this.#everywhere = true;
    else if (target instanceof Element && !this.#known.has(target)) {
      this.#known.add(target);
      this.#elements.add(new WeakRef(target));
    }
  }

  has(element: Element): boolean {
    return isFileInput(element) || this.#known.has(element);
  }

  /** The places of those that are laid out, in the frame's window. */
  places(): FramePlace[] {
    const inputs = document.querySelectorAll<HTMLElement>("input[type=file]");
    const takers = new Set<Element>([...inputs, ...this.#living()]);
    const outer = [...takers].filter((each) => ![...takers].some((other) => other !== each && other.contains(each)));
    return outer.slice(0, MOST).flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 ? [{ left, top, width, height }] : [];
    });
  }

  /** The elements that are still in the notebook; one that a rerun has removed does not come back. */
  #living(): Element[] {
    return [...this.#elements].flatMap((reference) => {
      const element = reference.deref();
      if (!element) this.#elements.delete(reference);
      return element?.isConnected ? [element] : [];
    });
  }
}

function isFileInput(element: Element): boolean {
  return element instanceof HTMLInputElement && element.type === "file";
}
