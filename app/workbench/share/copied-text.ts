import { css, html } from "lit";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { say } from "../../language/speech.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";

export const copiedTexts = messages("workbench.copied", {
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied", zh: "已复制" },
});

/** A line of text in a field, with a button that copies it. */
export class CopiedText extends WorkbenchElement {
  static override properties = { label: { attribute: false }, text: { attribute: false }, copied: { state: true } };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        gap: var(--space-2);
      }
      input {
        flex: 1;
        min-width: 0;
        text-overflow: ellipsis;
      }
      :host([code]) input {
        font-family: var(--font-code);
        font-size: var(--text-small);
      }
    `,
  ];

  /** The field's accessible name. */
  declare label: string;
  declare text: string;
  /** The text that was copied last. */
  declare private copied: string | null;

  constructor() {
    super();
    this.label = "";
    this.text = "";
    this.copied = null;
  }

  /** Selects the text and moves the focus to it. */
  select(): void {
    this.renderRoot.querySelector("input")?.select();
  }

  protected override render() {
    const copied = this.copied === this.text;
    return html`<input class="field" type="text" readonly aria-label=${this.label} .value=${this.text} />
      <button class="button ${copied ? "" : "primary"}" type="button" @click=${this.#copy}>
        ${say(copied ? copiedTexts.copied() : copiedTexts.copy())}
      </button>`;
  }

  #copy = async () => {
    const { text } = this;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The clipboard API exists only in secure contexts.
      this.select();
      document.execCommand("copy");
    }
    this.copied = text;
  };
}

customElements.define("yuheng-copied-text", CopiedText);
