import type { Message } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { embeddedAddress, namesIn } from "./address.ts";
import { isFromNotebook, type ToNotebook } from "./message.ts";
import { embedTexts } from "./texts.ts";

/** How long a page may take to say that it is there before one is told that something is wrong, in milliseconds. */
const PATIENCE_MS = 20_000;

const style = `
:host { display: block; }
iframe { display: block; width: 100%; height: var(--height, 12rem); border: 0; background: transparent; color-scheme: normal; }
iframe:not(.shown) { visibility: hidden; position: absolute; }
p { margin: 0; padding: 0.75rem 0; font: 0.875rem/1.45 system-ui, sans-serif; }
p[hidden] { display: none; }
`;

/**
 * A notebook, or some of its cells, in any page: `<yuheng-notebook src="trade.html" cells="map,ladder">`. Its page stays
 * on the site that it was built for, in a frame without an origin; what it runs on comes from there as classic scripts, so
 * that neither site needs headers for the other. The notebook itself is sandboxed within that frame as always. What stands inside the element is
 * shown until the notebook is there.
 */
export class NotebookElement extends HTMLElement {
  static readonly observedAttributes = ["src", "cells", "theme", "language", "lang"];

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #words = document.createElement("p");
  readonly #before = document.createElement("slot");
  #frame: HTMLIFrameElement | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #scheduled = false;
  /** Some, or all, of the cells that were asked for are not in the notebook. */
  #missing = false;
  #empty = false;

  constructor() {
    super();
    const sheet = document.createElement("style");
    sheet.textContent = style;
    this.#words.setAttribute("role", "status");
    this.#words.setAttribute("part", "words");
    this.#root.append(sheet, this.#words, this.#before);
  }

  connectedCallback(): void {
    addEventListener("message", this.#hear);
    this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#hear);
    this.#close();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected || this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.isConnected) return;
      if (name === "src" || name === "cells" || !this.#frame) this.#open();
      else this.#set();
    });
  }

  get #page(): URL | null {
    const src = this.getAttribute("src");
    try {
      const address = src ? new URL(src, document.baseURI) : null;
      return address && /^https?:$/.test(address.protocol) ? address : null;
    } catch {
      return null;
    }
  }

  get #language(): string | null {
    return this.getAttribute("language");
  }

  #open(): void {
    this.#close();
    const page = this.#page;
    if (!page) {
      this.#say(embedTexts.noSource());
      return;
    }
    const frame = document.createElement("iframe");
    // It may run, open links elsewhere and save files; it never leads this page away. It has no origin, so that it reaches
    // neither this page nor what its own site keeps in the browser, even where both are one site.
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write; fullscreen";
    frame.title = this.getAttribute("title") ?? this.#text(embedTexts.label());
    const cells = namesIn(this.getAttribute("cells") ?? "");
    frame.src = embeddedAddress(page, { cells, theme: this.getAttribute("theme"), language: this.#language }).href;
    this.#frame = frame;
    this.#say(embedTexts.loading());
    this.#words.hidden = this.childNodes.length > 0;
    this.#patience = setTimeout(() => this.#fail(page), PATIENCE_MS);
    this.#root.append(frame);
  }

  #close(): void {
    clearTimeout(this.#patience);
    this.#frame?.remove();
    this.#frame = null;
    this.#missing = false;
    this.#empty = false;
    this.#before.style.display = "";
  }

  #fail(page: URL): void {
    this.#say(embedTexts.failed());
    const link = document.createElement("a");
    link.href = page.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = this.#text(embedTexts.open());
    this.#words.append(" ", link);
    this.dispatchEvent(new Event("error"));
  }

  readonly #hear = ({ source, data }: MessageEvent<unknown>) => {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || !isFromNotebook(data)) return;
    clearTimeout(this.#patience);
    if (data.yuheng === "missing") {
      const list = (names: readonly string[]) =>
        names
          .map((name) => String(name).slice(0, 60))
          .slice(0, 30)
          .join(", ");
      this.#say(embedTexts.missing({ cells: list(data.cells), known: list(data.known) || "–" }));
      this.#missing = true;
      this.#empty = data.cells.length >= namesIn(this.getAttribute("cells") ?? "").length;
      this.dispatchEvent(new Event("error"));
      return;
    }
    if (this.#empty) return;
    frame.style.setProperty("--height", `${Math.max(0, Math.min(data.height, 100_000))}px`);
    if (data.yuheng !== "shown" || frame.classList.contains("shown")) return;
    frame.classList.add("shown");
    this.#words.hidden = !this.#missing;
    this.#before.style.display = "none";
    this.dispatchEvent(new Event("load"));
  };

  #set(): void {
    const message: ToNotebook = { yuheng: "settings", theme: this.getAttribute("theme"), language: this.#language };
    // The page in the frame has no origin that could be named. There is nothing to hide in a theme.
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  #text(message: Message): string {
    const tag = this.#language ?? this.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
    return writeMessage(message, { tag });
  }

  #say(message: Message): void {
    this.#words.hidden = false;
    this.#words.textContent = this.#text(message);
  }
}
