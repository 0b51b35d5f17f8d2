import { css, html, nothing, type PropertyValues } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { controls } from "../../design/controls.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { compareTexts } from "./compare-texts.ts";

/** The two texts of one difference, drawn when they are first shown. */
export class Difference extends WorkbenchElement {
  static override properties = {
    mine: { attribute: false },
    theirs: { attribute: false },
    narrow: { attribute: false },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--rule);
      }
      .absent {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      .place:empty {
        min-height: 2rem;
      }
    `,
  ];

  declare mine: string | null;
  declare theirs: string | null;
  declare narrow: boolean;
  #place = createRef<HTMLDivElement>();

  protected override render() {
    return html`<div class="place" ${ref(this.#place)}></div>
      ${this.mine === null ? html`<p class="absent">${say(punctuation.labelled({ label: compareTexts.mine(), value: compareTexts.absent() }))}</p>` : nothing}
      ${this.theirs === null ? html`<p class="absent">${say(punctuation.labelled({ label: compareTexts.theirs(), value: compareTexts.absent() }))}</p>` : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("mine") || changed.has("theirs") || changed.has("narrow")) void this.#draw();
  }

  async #draw(): Promise<void> {
    const { mine, theirs, narrow } = this;
    const { showDifference } = await import("./text-difference.ts");
    const place = this.#place.value;
    if (!place || mine !== this.mine || theirs !== this.theirs) return;
    place.replaceChildren();
    const labels = { mineLabel: say(compareTexts.mine()), theirsLabel: say(compareTexts.theirs()) };
    showDifference(place, { mine: mine ?? "", theirs: theirs ?? "", ...labels }, narrow);
  }
}

customElements.define("yuheng-difference", Difference);
