import type { FramePlace } from "../../kernel/sandbox/protocol.ts";

/** The most places that are reported. */
const MOST = 100;

/** Where cells take dropped files themselves: inputs for files, and elements with listeners or handlers of their own. */
export class FileTakers {
  /** Elements that have or had a listener or handler. */
  readonly #elements = new Set<WeakRef<Element>>();
  readonly #known = new WeakSet<Element>();
  readonly #listening = new WeakSet<Element>();
  #everywhere = false;

  /** Whether a cell listens for drops on the whole notebook. */
  get everywhere(): boolean {
    return this.#everywhere || [window, document, ...roots()].some(handlesDrops);
  }

  /** Notices from now on which elements listen for drops: the browser tells nobody else. */
  watch(): void {
    const add = EventTarget.prototype.addEventListener;
    const notice = (target: EventTarget) => this.#notice(target);
    const know = (target: unknown) => {
      if (target instanceof Element) this.#know(target);
    };
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...listening: Parameters<typeof add>) {
      if (listening[0] === "drop") notice(this ?? window);
      return add.apply(this, listening);
    };
    for (const prototype of [HTMLElement.prototype, SVGElement.prototype, MathMLElement.prototype]) {
      const handler = Object.getOwnPropertyDescriptor(prototype, "ondrop");
      const { set } = handler ?? {};
      if (!set) continue;
      Object.defineProperty(prototype, "ondrop", {
        ...handler,
        set(this: unknown, given: unknown) {
          set.call(this, given);
          know(this);
        },
      });
    }
  }

  #notice(target: EventTarget): void {
    if (target === window || target === document || roots().some((root) => root === target)) this.#everywhere = true;
    else {
      const element = target instanceof ShadowRoot ? target.host : target;
      if (!(element instanceof Element)) return;
      this.#listening.add(element);
      this.#know(element);
    }
  }

  #know(element: Element): void {
    if (this.#known.has(element)) return;
    this.#known.add(element);
    this.#elements.add(new WeakRef(element));
  }

  has(element: Element): boolean {
    return isFileInput(element) || this.#listening.has(element) || handlesDrops(element);
  }

  /** The places of those that are laid out, in the frame's window. */
  places(): FramePlace[] {
    const written = document.querySelectorAll<HTMLElement>("input[type=file], [ondrop]");
    const takers = new Set<Element>([...written, ...this.#living()].filter((element) => this.has(element)));
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

/** The elements that are the whole notebook. */
function roots(): readonly Element[] {
  return [document.documentElement, document.body];
}

/** Whether a target has a handler for drops, set as a property or written as an attribute. */
function handlesDrops(target: EventTarget): boolean {
  return typeof (target as Partial<GlobalEventHandlers>).ondrop === "function";
}

function isFileInput(element: Element): boolean {
  return element instanceof HTMLInputElement && element.type === "file";
}
