import type { Message } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { embeddedAddress, namesIn } from "./address.ts";
import { isFromNotebook, type ToNotebook } from "./message.ts";
import { embedTexts } from "./texts.ts";

/** How long the embedded page may take to report that it is shown before a failure is reported, in milliseconds. */
const TIMEOUT_MS = 20_000;

const style = `
:host { display: block; }
iframe { display: block; width: 100%; height: var(--height, 12rem); border: 0; background: transparent; color-scheme: normal; }
iframe:not(.shown) { visibility: hidden; position: absolute; }
p { margin: 0; padding: 0.75rem 0; font: 0.875rem/1.45 system-ui, sans-serif; }
p[hidden] { display: none; }
`;

/**
 * A notebook, or some of its cells, embedded in any page: `<yuheng-notebook src="trade.html" cells="map,ladder">`. Its page is
 * loaded from the site for which it was built, in a frame with an opaque origin; programs and data come from there as classic
 * scripts, so that neither site needs special headers. The notebook itself is sandboxed within that frame as usual. The element's
 * content is shown until the notebook is loaded.
 */
export class NotebookElement extends HTMLElement {
  static readonly observedAttributes = ["src", "cells", "theme", "language", "lang"];

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #status = document.createElement("p");
  readonly #fallback = document.createElement("slot");
  #frame: HTMLIFrameElement | null = null;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  #scheduled = false;
  /** Whether requested cells are missing from the notebook. */
  #missing = false;
  /** Whether all of them are. */
  #empty = false;

  constructor() {
    super();
    const sheet = document.createElement("style");
    sheet.textContent = style;
    this.#status.setAttribute("role", "status");
    this.#status.setAttribute("part", "words");
    this.#root.append(sheet, this.#status, this.#fallback);
  }

  connectedCallback(): void {
    addEventListener("message", this.#onMessage);
    this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#onMessage);
    this.#close();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected || this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.isConnected) return;
      if (name === "src" || name === "cells" || !this.#frame) this.#open();
      else this.#sendSettings();
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
      this.#showStatus(embedTexts.noSource());
      return;
    }
    const frame = document.createElement("iframe");
    // It may run scripts, open links in new tabs and save files, but not navigate this page. Its opaque origin keeps it from this
    // page and from its own site's storage, even if both are on one site.
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write; fullscreen";
    frame.title = this.getAttribute("title") ?? this.#text(embedTexts.label());
    const cells = namesIn(this.getAttribute("cells") ?? "");
    frame.src = embeddedAddress(page, { cells, theme: this.getAttribute("theme"), language: this.#language }).href;
    this.#frame = frame;
    this.#showStatus(embedTexts.loading());
    this.#status.hidden = this.childNodes.length > 0;
    this.#timeout = setTimeout(() => this.#fail(page), TIMEOUT_MS);
    this.#root.append(frame);
  }

  #close(): void {
    clearTimeout(this.#timeout);
    this.#frame?.remove();
    this.#frame = null;
    this.#missing = false;
    this.#empty = false;
    this.#fallback.style.display = "";
  }

  #fail(page: URL): void {
    this.#showStatus(embedTexts.failed());
    const link = document.createElement("a");
    link.href = page.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = this.#text(embedTexts.open());
    this.#status.append(" ", link);
    this.dispatchEvent(new Event("error"));
  }

  readonly #onMessage = ({ source, data }: MessageEvent<unknown>) => {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || !isFromNotebook(data)) return;
    clearTimeout(this.#timeout);
    if (data.yuheng === "missing") {
      const list = (names: readonly string[]) =>
        names
          .map((name) => String(name).slice(0, 60))
          .slice(0, 30)
          .join(", ");
      this.#showStatus(embedTexts.missing({ cells: list(data.cells), known: list(data.known) || "–" }));
      this.#missing = true;
      this.#empty = data.cells.length >= namesIn(this.getAttribute("cells") ?? "").length;
      this.dispatchEvent(new Event("error"));
      return;
    }
    if (this.#empty) return;
    frame.style.setProperty("--height", `${Math.max(0, Math.min(data.height, 100_000))}px`);
    if (data.yuheng !== "shown" || frame.classList.contains("shown")) return;
    frame.classList.add("shown");
    this.#status.hidden = !this.#missing;
    this.#fallback.style.display = "none";
    this.dispatchEvent(new Event("load"));
  };

  #sendSettings(): void {
    const message: ToNotebook = { yuheng: "settings", theme: this.getAttribute("theme"), language: this.#language };
    // The frame's opaque origin cannot be named as target. The settings are not confidential.
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  #text(message: Message): string {
    const tag = this.#language ?? this.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
    return writeMessage(message, { tag });
  }

  #showStatus(message: Message): void {
    this.#status.hidden = false;
    this.#status.textContent = this.#text(message);
  }
}
