import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { HTMLElement, NodeFilter, parseHTML } from "linkedom";
import { randomSwitch } from "../../../lib/numeric/realm-random.ts";
import { ScriptWorker } from "../thread-worker.ts";
import { isNotebookCode } from "../uncaught-errors.ts";
import { completeAttributes } from "./attributes.ts";
import { completeCanvas } from "./canvas.ts";
import { completeEvents, completeWindow } from "./events.ts";
import { completeForms } from "./forms.ts";
import { defineGlobal } from "./global.ts";
import { completeLayout } from "./layout.ts";
import { limitFetch } from "./network.ts";
import { completePictures } from "./pictures.ts";
import { limitExit } from "./process-end.ts";
import { completeStyles } from "./style.ts";

/** The globals of a document that the libraries of notebooks use. */
const documentGlobals = [
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
  "HTMLImageElement",
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
 * Installs a document in this realm, once. Nothing else does. A notebook's outputs are attached to its own elements and do not
 * modify the document, so any number of notebooks can run side by side.
 */
export function openRealm(): void {
  if (installed) return;
  installed = true;
  const window = parseHTML("<!doctype html><html><head></head><body></body></html>") as unknown as Record<
    string,
    unknown
  >;
  // Every service call of a run listens to the run's signal.
  setMaxListeners(0);
  completeAttributes();
  completeEvents();
  completeForms();
  completeStyles();
  completeLayout();
  completePictures();
  completeCanvas();
  limitFetch(isNotebookCode);
  limitExit(isNotebookCode);
  for (const name of documentGlobals) defineGlobal(name, window[name]);
  defineGlobal("NodeFilter", NodeFilter);
  defineGlobal("HTMLCollection", class HTMLCollection {});
  defineGlobal("SVGSVGElement", window.SVGElement);
  defineGlobal("window", globalThis);
  defineGlobal("self", globalThis);
  // Without layout, nothing is ever resized or becomes visible.
  defineGlobal("ResizeObserver", InertObserver);
  defineGlobal("IntersectionObserver", InertObserver);
  // Ids are numbers, as in browsers: Node's `clearTimeout` accepts the number of a timer.
  defineGlobal("requestAnimationFrame", (draw: (time: number) => void) =>
    Number(setTimeout(() => draw(performance.now()), 16)),
  );
  defineGlobal("cancelAnimationFrame", (frame: number) => clearTimeout(frame));
  defineGlobal("requestIdleCallback", (work: (deadline: object) => void) =>
    Number(setTimeout(() => work({ didTimeout: false, timeRemaining: () => 0 }))),
  );
  defineGlobal("cancelIdleCallback", (work: number) => clearTimeout(work));
  defineGlobal("devicePixelRatio", 1);
  // The size of a usual window, for figures that ask it.
  defineGlobal("innerWidth", 1280);
  defineGlobal("innerHeight", 720);
  // The address of a frame's document, as in the page.
  defineGlobal("location", new FrameLocation());
  // A frame shows no dialog either: nobody answers.
  defineGlobal("alert", () => {});
  defineGlobal("confirm", () => false);
  defineGlobal("prompt", () => null);
  completeWindow(document.createElement("div") as unknown as HTMLElement);
  defineGlobal("matchMedia", () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  defineGlobal("getComputedStyle", (element: HTMLElement) => element.style);
  defineGlobal("XMLSerializer", Serializer);
  if (!("navigator" in globalThis))
    defineGlobal("navigator", { hardwareConcurrency: 2, userAgent: "Node", language: "en" });
  Object.defineProperties(document, {
    compatMode: { value: "CSS1Compat" },
    activeElement: { get: () => document.body },
    hasFocus: { value: () => false },
    defaultView: { value: globalThis },
  });
  for (const size of ["offsetWidth", "offsetHeight", "clientWidth", "clientHeight", "scrollTop", "scrollLeft"]) {
    Object.defineProperty(HTMLElement.prototype, size, { value: 0, writable: true });
  }
  // biome-ignore lint/security/noGlobalEval: the same statement that the frame's bootstrap runs
  globalThis.eval(randomSwitch);
  const box = (globalThis as unknown as { __yuhengRandom: RandomBox }).__yuhengRandom;
  box.random = () => (streams.getStore() ?? box.real)();
  defineGlobal("Worker", ScriptWorker);
}

interface RandomBox {
  random: () => number;
  readonly real: () => number;
}

const streams = new AsyncLocalStorage<() => number>();

/** Runs a function in whose asynchronous context the libraries' `Math.random` draws from the given stream. */
export function seeded<T>(stream: (() => number) | null, body: () => Promise<T>): Promise<T> {
  return stream ? streams.run(stream, body) : body();
}

class FrameLocation extends URL {
  constructor() {
    super("about:srcdoc");
  }
  reload(): void {}
}

class InertObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class Serializer {
  serializeToString(node: Node): string {
    return String((node as Element).outerHTML ?? node.textContent);
  }
}
