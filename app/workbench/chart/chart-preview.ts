import { html, nothing, type TemplateResult } from "lit";
import { showSentence } from "../../design/sentence.ts";
import { say } from "../../language/speech.ts";
import { type CellBehind, CellPreview } from "../../session/cell-preview.ts";
import type { Session } from "../../session/contract.ts";
import { chartTexts } from "./chart-texts.ts";

/** The chart as it is chosen, drawn by its cell. */
export class ChartPreview {
  readonly #place: () => HTMLElement | null;
  readonly #changed: () => void;
  #preview: CellPreview | null = null;
  #source = "";

  /**
   * @param place where it is shown; null before there is such a place
   * @param changed called when its state may have changed
   */
  constructor(place: () => HTMLElement | null, changed: () => void) {
    this.#place = place;
    this.#changed = changed;
  }

  /** @param behind the cells that must run before this one */
  show(source: string, session: Session, behind: () => readonly CellBehind[]): void {
    const place = this.#place();
    if (!place) return;
    this.#preview ??= this.#open(session, behind());
    this.#source = source;
    this.#preview.show(source, place);
    const frame = place.querySelector("iframe");
    if (frame) frame.title = say(chartTexts.preview());
    this.#changed();
  }

  end(): void {
    this.#preview?.end();
    this.#preview = null;
    this.#place()?.replaceChildren();
  }

  /** How far it is drawn, and the cell that draws it. */
  render(): TemplateResult | typeof nothing {
    const state = this.#preview?.state;
    if (!state) return nothing;
    return html`<p class="hint" role="status">
        ${
          state.is === "failed"
            ? html`<span class="problem">${showSentence(say(chartTexts.notDrawn({ reason: say(state.why) })))}</span>`
            : say(state.is === "shown" ? chartTexts.drawn() : chartTexts.drawing())
        }
      </p>
      <details>
        <summary>${say(chartTexts.code())}</summary>
        <pre tabindex="0" aria-label=${say(chartTexts.code())}>${this.#source}</pre>
      </details>`;
  }

  #open(session: Session, behind: readonly CellBehind[]): CellPreview {
    const preview = new CellPreview((document) => session.copyOf(document), behind);
    preview.addEventListener("change", this.#changed);
    return preview;
  }
}
