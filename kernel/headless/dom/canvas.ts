import { createRequire } from "node:module";
import type { Canvas } from "@napi-rs/canvas";
import * as dom from "linkedom";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { defineGlobal } from "./global.ts";

const texts = messages("headless", {
  noCanvas: {
    en: "To draw on a canvas without a page, the command needs the package `@napi-rs/canvas`: `npm install @napi-rs/canvas`. In the browser, the cell runs without it.",
    zh: "没有页面时，要在画布上绘图，命令需要软件包 `@napi-rs/canvas`：`npm install @napi-rs/canvas`。在浏览器中，该单元格无需它即可运行。",
  },
  noContext: {
    en: "A canvas has no context “{kind}” without a page: only `2d`. Open the notebook in the browser to run this cell.",
    zh: "没有页面时，画布没有“{kind}”上下文，只有 `2d`。请在浏览器中打开笔记本来运行此单元格。",
  },
});

type Package = typeof import("@napi-rs/canvas");
type Context = CanvasRenderingContext2D & { drawImage(source: unknown, ...numbers: number[]): void };

let loaded: Package | undefined;

/** The package that draws, loaded by the first cell that needs it. */
function canvasPackage(): Package {
  loaded ??= loadCanvas(createRequire(import.meta.url));
  return loaded;
}

/** Throws the sentence that says how to install the package if it cannot be loaded: it is an optional one. */
export function loadCanvas(require: (name: string) => unknown): Package {
  try {
    return require("@napi-rs/canvas") as Package;
  } catch {
    throw new Fault(texts.noCanvas());
  }
}

const canvases = new WeakMap<object, Canvas>();
const contexts = new WeakMap<object, Context>();

/** Canvas elements that draw, and the constructors that belong to them. */
export function completeCanvas(): void {
  Object.defineProperties(dom.HTMLCanvasElement.prototype, Object.getOwnPropertyDescriptors(canvasParts));
  for (const name of ["ImageData", "Path2D", "DOMMatrix", "DOMPoint", "DOMRect", "Image"] as const) {
    lazily(name, () => canvasPackage()[name]);
  }
  defineGlobal("OffscreenCanvas", function OffscreenCanvas(width: number, height: number) {
    return Object.assign(canvasPackage().createCanvas(width, height), {
      transferToImageBitmap(this: Canvas) {
        return this;
      },
    });
  });
  defineGlobal("createImageBitmap", async (source: Blob | object) =>
    source instanceof Blob
      ? canvasPackage().loadImage(Buffer.from(await source.arrayBuffer()))
      : (canvases.get(source) ?? source),
  );
}

const canvasParts: ThisType<HTMLCanvasElement> & object = {
  get width(): number {
    return sizeOf(this, "width", 300);
  },
  set width(width: unknown) {
    resize(this, "width", width);
  },
  get height(): number {
    return sizeOf(this, "height", 150);
  },
  set height(height: unknown) {
    resize(this, "height", height);
  },
  getContext(kind: string, options?: object): Context {
    if (kind !== "2d") throw new Fault(texts.noContext({ kind }));
    const known = contexts.get(this);
    if (known) return known;
    const context = canvasOf(this).getContext("2d", options as never) as unknown as Context;
    const draw = context.drawImage.bind(context);
    Object.defineProperties(context, {
      canvas: { value: this },
      drawImage: { value: (source: object, ...rest: number[]) => draw(canvases.get(source) ?? source, ...rest) },
    });
    contexts.set(this, context);
    return context;
  },
  toDataURL(type?: string, quality?: number): string {
    return canvasOf(this).toDataURL(type, quality);
  },
  toBlob(take: (blob: Blob | null) => void, type = "image/png", quality?: number): void {
    const [, data = ""] = canvasOf(this).toDataURL(type, quality).split(",");
    const blob = new Blob([Buffer.from(data, "base64")], { type });
    setTimeout(() => take(blob));
  },
};

function canvasOf(element: HTMLCanvasElement): Canvas {
  const canvas = canvases.get(element) ?? canvasPackage().createCanvas(element.width, element.height);
  canvases.set(element, canvas);
  return canvas;
}

function sizeOf(element: Element, name: "width" | "height", otherwise: number): number {
  const size = Number.parseInt(element.getAttribute(name) ?? "", 10);
  return size >= 0 ? size : otherwise;
}

/** Setting a size clears what is drawn, as in browsers. */
function resize(element: HTMLCanvasElement, name: "width" | "height", size: unknown): void {
  element.setAttribute(name, String(Math.max(0, Math.trunc(Number(size)) || 0)));
  const canvas = canvases.get(element);
  if (canvas) canvas[name] = element[name];
}

/** A copy of an output in which each canvas that was drawn on is its picture; the output itself if there is none. */
export function withPictures(output: Element): Element {
  const drawn = [...output.querySelectorAll("canvas")];
  if (!drawn.some((canvas) => canvases.has(canvas))) return output;
  const copy = output.cloneNode(true) as Element;
  for (const [i, canvas] of [...copy.querySelectorAll("canvas")].entries()) {
    const original = drawn[i]!;
    if (!canvases.has(original)) continue;
    const image = document.createElement("img");
    for (const { name, value } of original.attributes) image.setAttribute(name, value);
    image.setAttribute("src", original.toDataURL());
    image.setAttribute("alt", original.getAttribute("alt") ?? original.getAttribute("aria-label") ?? "");
    canvas.replaceWith(image);
  }
  return copy;
}

function lazily(name: string, make: () => unknown): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      const value = make();
      defineGlobal(name, value);
      return value;
    },
    set: (value) => defineGlobal(name, value),
  });
}
