import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { HTMLElement, NodeFilter, parseHTML } from "linkedom";
import { randomSwitch } from "../../stdlib/chance.ts";
import { ScriptWorker } from "../thread-worker.ts";
import { takeRealmEvents } from "./events.ts";
import { completeForms } from "./forms.ts";

/** What a document gives to the realm, as far as the libraries of notebooks look for it. */
const borrowed = [
  "document",
  "customElements",
  "Comment",
  "Document",
  "DocumentFragment",
  "DOMParser",
  "Element",
  "HTMLButtonElement",
  "HTMLCanvasElement",
  "HTMLElement",
  "HTMLFormElement",
  "HTMLInputElement",
  "HTMLOptionElement",
  "HTMLSelectElement",
  "HTMLTableElement",
  "HTMLTemplateElement",
  "HTMLTextAreaElement",
  "MutationObserver",
  "Node",
  "NodeList",
  "ShadowRoot",
  "SVGElement",
  "Text",
];

let installed = false;

/**
 * Gives this realm a document, once. It is the only place that does: a notebook's outputs hang on elements of its own and
 * touch nothing of it, so that any number of notebooks run beside each other.
 */
export function openRealm(): void {
  if (installed) return;
  installed = true;
  const window = parseHTML("<!doctype html><html><head></head><body></body></html>") as unknown as Record<
    string,
    unknown
  >;
  // Every call of a run listens to the run's signal.
  setMaxListeners(0);
  takeRealmEvents();
  completeForms();
  for (const name of borrowed) give(name, window[name]);
  give("NodeFilter", NodeFilter);
  give("HTMLCollection", class HTMLCollection {});
  give("SVGSVGElement", window.SVGElement);
  give("window", globalThis);
  give("self", globalThis);
  // Nothing is laid out, so nothing is ever measured or comes into sight.
  give("ResizeObserver", StillObserver);
  give("IntersectionObserver", StillObserver);
  give("requestAnimationFrame", (draw: (time: number) => void) => setTimeout(() => draw(performance.now()), 16));
  give("cancelAnimationFrame", (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame));
  give("matchMedia", () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  give("getComputedStyle", (element: HTMLElement) => element.style);
  give("XMLSerializer", Serializer);
  if (!("navigator" in globalThis)) give("navigator", { hardwareConcurrency: 2, userAgent: "Node", language: "en" });
  Object.defineProperties(document, {
    compatMode: { value: "CSS1Compat" },
    activeElement: { get: () => document.body },
    hasFocus: { value: () => false },
  });
  for (const size of ["offsetWidth", "offsetHeight", "clientWidth", "clientHeight", "scrollTop", "scrollLeft"]) {
    Object.defineProperty(HTMLElement.prototype, size, { value: 0, writable: true });
  }
  // biome-ignore lint/security/noGlobalEval: the one statement that the frame's bootstrap runs as well
  globalThis.eval(randomSwitch);
  const box = (globalThis as unknown as { __yuhengRandom: RandomBox }).__yuhengRandom;
  box.random = () => (streams.getStore() ?? box.real)();
  give("Worker", ScriptWorker);
}

interface RandomBox {
  random: () => number;
  readonly real: () => number;
}

const streams = new AsyncLocalStorage<() => number>();

/** Runs what libraries' `Math.random` is to draw from a stream in, and only that: other notebooks have streams of their own. */
export function seeded<T>(stream: (() => number) | null, body: () => Promise<T>): Promise<T> {
  return stream ? streams.run(stream, body) : body();
}

function give(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class Serializer {
  serializeToString(node: Node): string {
    return String((node as Element).outerHTML ?? node.textContent);
  }
}
