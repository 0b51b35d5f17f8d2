import { html, nothing } from "lit";
import { titleOf } from "../../../kernel/services/catalogue.ts";
import { writeFormulas } from "../../../lib/charts/number-text.ts";
import type { Choice } from "../../../lib/dialogue/plan.ts";
import type { Answer, Ask, Refusal, Reply, Value } from "../../../lib/dialogue/reply.ts";
import type { Part } from "../../../lib/dialogue/template.ts";
import { writeRange } from "../../../lib/dialogue/write-range.ts";
import { writePart, writeTemplate, writeValue } from "../../../lib/dialogue/write-reply.ts";
import { controls } from "../../design/controls.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say, sayText } from "../../language/speech.ts";
import type { DialogueController } from "../../session/dialogue-controller.ts";
import type { Exchange } from "../../session/dialogue-exchange.ts";
import { Watcher } from "../shell/watcher.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { replyStyle } from "./ask-style.ts";
import { askTexts, slotTexts } from "./ask-texts.ts";
import { type Chip, chipsOf } from "./chips.ts";
import { pageLanguage } from "./page-language.ts";

/**
 * A reply: its sentence with figures that lead to their cells, how the question was understood, assumptions and sources; or a question
 * back; or a refusal. When a figure is pressed, dispatches `follow` if its cell is in the notebook, else `preview` with the id of the
 * proposed cell.
 */
export class ReplyView extends WorkbenchElement {
  static override properties = {
    dialogue: { attribute: false },
    exchange: { attribute: false },
  };
  static override styles = [controls, replyStyle];

  declare dialogue: DialogueController;
  declare exchange: Exchange;

  constructor() {
    super();
    new Watcher(this, () => this.dialogue);
  }

  protected override render() {
    const { exchange } = this;
    if (!exchange) return nothing;
    const { state, problem, reply } = exchange;
    if (state === "asking")
      return html`<p class="working">
        ${stateShape("running")}${say(askTexts.asking())}
        <button class="button" type="button" @click=${() => this.dialogue.stop()}>${say(askTexts.stop())}</button>
      </p>`;
    if (state === "failed")
      return html`<p class="failed">${stateShape("failed")} ${say(askTexts.failed({ reason: problem ?? "" }))}</p>
        <p class="row">
          <button class="button" type="button" @click=${() => void this.dialogue.again(exchange.id)}>${say(askTexts.again())}</button>
        </p>`;
    if (!reply) return nothing;
    return html`${this.#renderReply(reply)}${this.#renderChips(this.#chipsOf(reply))}${reply.kind === "answer" ? this.#renderBasis(reply) : nothing}`;
  }

  /** What a question back asks for is not understood yet. */
  #chipsOf(reply: Reply): Chip[] {
    const chips = chipsOf(planOf(reply), (slot) => this.dialogue.choicesOf(slot));
    return reply.kind === "ask" ? chips.filter(({ slot }) => slot !== reply.slot) : chips;
  }

  #renderReply(reply: Reply) {
    switch (reply.kind) {
      case "answer":
        return this.#renderAnswer(reply);
      case "ask":
        return this.#renderAsk(reply);
      case "refuse":
        return this.#renderRefusal(reply);
    }
  }

  #renderAnswer(answer: Answer) {
    const moved = answer.values.some(({ cell }) => this.dialogue.hasMoved(this.exchange, cell));
    return html`<p class="sentence">${answer.text[pageLanguage()].map((part) => this.#renderPart(part, answer))}</p>
      ${answer.values.map((value) => this.#renderRange(value))}
      ${moved ? html`<p class="note">${say(askTexts.movedNote())}</p>` : nothing}`;
  }

  /** The bounds of a figure, with what they are. */
  #renderRange(value: Value) {
    const range = writeRange(value, pageLanguage());
    if (range === null) return nothing;
    return html`<p class="note range">${say(punctuation.labelled({ label: writeFormulas(sayText(value.name)), value: range }))}</p>`;
  }

  #renderPart(part: Part, { values, plan }: Answer) {
    if (typeof part === "string") return writeFormulas(part);
    if ("cite" in part) return html`<code>${this.exchange.kept.get(part.cite) ?? part.cite}</code>`;
    if ("source" in part) return html`<span class="source">${part.source}</span>`;
    return "ref" in part
      ? this.#renderFigure(values[part.ref]!, part.digits)
      : writeFormulas(writePart(part, values, plan, pageLanguage()));
  }

  #renderFigure(value: Value, decimals: number | undefined) {
    const { exchange, dialogue } = this;
    const cell = dialogue.cellOf(exchange, value.cell);
    const moved = cell !== null && dialogue.hasMoved(exchange, value.cell);
    const name = sayText(value.name);
    const title = moved
      ? askTexts.moved({ name })
      : cell === null
        ? askTexts.toPreview({ name })
        : askTexts.toCell({ name });
    return html`<button
      class="figure ${moved ? "moved" : ""}"
      type="button"
      title=${say(title)}
      @click=${(event: MouseEvent) => this.#follow(event, value, cell)}
    >${writeValue(value, decimals, pageLanguage())}</button>`;
  }

  /** Goes to the cell of a figure, or to its trail; to the preview of a cell that was not kept. */
  #follow(event: MouseEvent, { cell: planned }: Value, cell: number | null): void {
    if (cell === null) {
      this.dispatchEvent(new CustomEvent("preview", { detail: planned }));
      return;
    }
    this.dispatchEvent(new Event("follow"));
    if (event.altKey) {
      this.session?.trace(cell);
      this.workbench.showTab("trail");
    } else this.session?.reveal(cell);
  }

  #renderAsk({ question, options, slot }: Ask) {
    return html`<p class="sentence">${sayText(question)}</p>
      <ul class="options">
        ${options.map(
          ({ value, label, effect = [] }) => html`<li>
            <button class="button" type="button" @click=${() => void this.dialogue.choose(this.exchange.id, slot, value)}>
              <span>${sayText(label)}</span>
              ${
                effect.length > 0
                  ? html`<span class="effect">${say(askTexts.effect({ figures: effect.map((each) => writeValue(each, undefined, pageLanguage())) }))}</span>`
                  : nothing
              }
            </button>
          </li>`,
        )}
      </ul>`;
  }

  #renderRefusal({ sentence, nearest, values, pending }: Refusal) {
    const text = writeTemplate(sentence, { values, plan: pending }, pageLanguage());
    return html`<p class="sentence">${showSentence(writeFormulas(text))}</p>
      ${
        nearest.length > 0
          ? html`<p class="note">${say(askTexts.nearest())}</p>
              <ul class="options">
                ${nearest.map(
                  ({ label, question }) => html`<li>
                    <button class="button" type="button" @click=${() => void this.dialogue.ask(sayText(question))}>${sayText(label)}</button>
                  </li>`,
                )}
              </ul>`
          : nothing
      }`;
  }

  #renderChips(chips: readonly Chip[]) {
    if (chips.length === 0) return nothing;
    return html`<p class="note" id="understood">${say(askTexts.understood())}</p>
      <ul class="chips" aria-labelledby="understood">
      ${chips.map((chip) => html`<li class="chip ${chip.mark === "assumed" ? "assumed" : ""}">${this.#renderChip(chip)}</li>`)}
      </ul>`;
  }

  #renderChip({ slot, label, mark, choices, isFree, isQuotient }: Chip) {
    const name = say(isQuotient ? askTexts.related() : slotTexts[slot]());
    const marked = mark ? html`<span class="mark">${say(markTexts[mark]())}</span>` : nothing;
    const { value } = choices[0]!;
    if (slot === "year" && typeof value === "number" && isFree)
      return html`<span class="slot" aria-hidden="true">${name}</span>
        <input
          type="number"
          aria-label=${name}
          .value=${String(value)}
          @change=${(event: Event) => this.#chooseYear((event.target as HTMLInputElement).valueAsNumber)}
        />
        ${marked}`;
    if (choices.length === 1)
      return html`<span class="slot">${name}</span><span class="value">${writeFormulas(sayText(label))}</span>${marked}`;
    return html`<span class="slot" aria-hidden="true">${name}</span>
      <select aria-label=${name} @change=${(event: Event) => this.#choose(event, slot, choices)}>
        ${choices.map((choice, i) => html`<option value=${i} ?selected=${i === 0}>${writeFormulas(sayText(choice.label))}</option>`)}
      </select>
      ${marked}`;
  }

  #choose(event: Event, slot: Chip["slot"], choices: readonly Choice[]): void {
    const choice = choices[(event.target as HTMLSelectElement).selectedIndex];
    if (choice) void this.dialogue.choose(this.exchange.id, slot, choice.value);
  }

  #chooseYear(year: number): void {
    if (Number.isInteger(year)) void this.dialogue.choose(this.exchange.id, "year", year);
  }

  /** The present meaning comes first, whatever was chosen before. */
  protected override updated(): void {
    for (const select of this.renderRoot.querySelectorAll("select")) select.selectedIndex = 0;
  }

  #renderBasis({ plan, values }: Answer) {
    const sources = new Map(
      values.flatMap(({ source }) => source.map((part) => [`${part.dataset} ${part.where}`, part])),
    );
    if (plan.assumed.length === 0 && sources.size === 0) return nothing;
    return html`<details>
      <summary>${say(askTexts.basis())}</summary>
      <ul>
        ${plan.assumed.map(
          ({ slot, label, because }) =>
            html`<li>${say(askTexts.assumption({ slot: slotTexts[slot](), value: sayText(label), because: sayText(because) }))}</li>`,
        )}
        ${[...sources.values()].map(({ dataset, where }) => {
          const entry = this.session?.catalogue.find(({ name }) => name === dataset);
          return html`<li>
            ${entry ? html`${sayText(titleOf(entry))} ` : nothing}<code>${dataset}</code>
            <span class="effect">${where || say(askTexts.wholeDataset())}</span>
          </li>`;
        })}
      </ul>
    </details>`;
  }
}

const markTexts = {
  assumed: askTexts.assumedMark,
  context: askTexts.contextMark,
  fuzzy: askTexts.fuzzyMark,
  chosen: askTexts.chosenMark,
  model: askTexts.modelMark,
};

function planOf(reply: Reply) {
  return reply.kind === "answer" ? reply.plan : reply.pending;
}

customElements.define("yuheng-reply", ReplyView);
