import { css, html } from "lit";
import type { FramePlace } from "../../../kernel/sandbox/protocol.ts";
import { controls } from "../../design/controls.ts";
import { say } from "../../language/speech.ts";
import { addDataTexts } from "../data/add-data-texts.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** After this time without a drag over the page, in milliseconds, nothing is dragged any more: browsers report one every 350 ms. */
const GONE_MS = 3_000;

/**
 * Lies over the notebook's frame while files are dragged over it, so that they are dropped on the page: the page takes no files
 * from the frame, where a cell could send any content. Where cells take files themselves it has holes. It goes with the drag.
 */
export class DropLayer extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        z-index: 9;
        display: grid;
        place-items: center;
        background: color-mix(in srgb, var(--paper) 80%, transparent);
      }
      :host(:not([data-shown])) {
        display: none;
      }
      p {
        margin: var(--space-4);
        padding: var(--space-4) var(--space-6);
        font-size: var(--text-body);
        background: var(--raised);
        border: 2px dashed var(--accent);
        border-radius: var(--radius-large);
        pointer-events: none;
      }
    `,
  ];

  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The pointer sends nothing during a drag.
    this.addEventListener("pointermove", this.leave);
    this.addEventListener("pointerdown", this.leave);
  }

  /** Covers the frame, except for places in it. */
  cover(frame: DOMRect, places: readonly FramePlace[]): void {
    const { left, top, width, height } = frame;
    Object.assign(this.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    const rectangles = [{ left: 0, top: 0, width, height }, ...places];
    const path = rectangles.map((r) => `M${r.left} ${r.top}h${r.width}v${r.height}h${-r.width}Z`).join("");
    this.style.clipPath = `path(evenodd, "${path}")`;
    this.toggleAttribute("data-shown", true);
    this.stay();
  }

  /** Something is still dragged over the page. */
  stay(): void {
    clearTimeout(this.#timer);
    if (this.hasAttribute("data-shown")) this.#timer = setTimeout(this.leave, GONE_MS);
  }

  readonly leave = () => {
    clearTimeout(this.#timer);
    this.removeAttribute("data-shown");
  };

  protected override render() {
    return html`<p>${say(addDataTexts.drop())}</p>`;
  }
}

customElements.define("yuheng-drop-layer", DropLayer);
