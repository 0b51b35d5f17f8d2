import { css, html } from "lit";
import type { Progress } from "../../../kernel/runtime/state.ts";
import type { Message } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { say, sayPart } from "../../language/speech.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { importTexts } from "./import-texts.ts";

/** The progress of an import, in a corner of the page, with a button that cancels it. */
export class ImportProgress extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      section {
        position: fixed;
        right: var(--space-4);
        bottom: var(--space-4);
        z-index: 20;
        width: min(24rem, calc(100vw - 2rem));
        padding: var(--space-3) var(--space-4);
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        font-size: var(--text-interface);
        background: var(--raised);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      progress {
        width: 100%;
        grid-column: 1 / -1;
      }
    `,
  ];
  static override properties = { ...WorkbenchElement.properties, progress: { attribute: false } };

  declare progress: Progress;
  /** What is done, with the percentage and what is being read. */
  text: (values: { percent: string; file: string }) => Message = importTexts.reading;
  /** Called when the user cancels the import. */
  cancel: () => void = () => {};

  constructor() {
    super();
    this.progress = { fraction: 0, message: "" };
  }

  protected override render() {
    const { fraction, message } = this.progress;
    const percent = Math.round(100 * (fraction ?? 0));
    const text = say(this.text({ percent: String(percent), file: sayPart(message ?? "") }));
    return html`<section aria-label=${text}>
      <span title=${text}>${text}</span>
      <button class="button" @click=${() => this.cancel()}>${say(importTexts.cancel())}</button>
      <progress max="100" value=${percent}></progress>
    </section>`;
  }
}

customElements.define("yuheng-import-progress", ImportProgress);
