import { html, nothing, type PropertyValues } from "lit";
import type { Ghost } from "../../../kernel/sandbox/protocol.ts";
import type { Value } from "../../../lib/dialogue/reply.ts";
import { writeRanged } from "../../../lib/dialogue/write-range.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say, sayText } from "../../language/speech.ts";
import type { DialogueController } from "../../session/dialogue-controller.ts";
import type { Exchange } from "../../session/dialogue-exchange.ts";
import { ghostsOfReply } from "../../session/dialogue-ghosts.ts";
import { type ProposedCell, textId, withNeeds } from "../../session/dialogue-proposal.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { proposalStyle } from "./ask-style.ts";
import { askTexts } from "./ask-texts.ts";
import { pageLanguage } from "./page-language.ts";

/**
 * The cells of a reply before they are in the notebook: source and figures of each, to be kept all, in part or not at all. Ctrl or
 * Cmd and Enter keeps all, Escape discards.
 */
export class ProposalView extends WorkbenchElement {
  static override properties = {
    dialogue: { attribute: false },
    exchange: { attribute: false },
    inNotebook: { attribute: false },
    chosen: { state: true },
    problem: { state: true },
  };
  static override styles = [controls, proposalStyle];

  declare dialogue: DialogueController;
  declare exchange: Exchange;
  /** Whether its cells are shown at their place in the notebook, too. */
  declare inNotebook: boolean;
  /** The cells that are ticked; null for all. */
  declare private chosen: ReadonlySet<string> | null;
  declare private problem: Sentence | null;

  constructor() {
    super();
    this.inNotebook = false;
    this.chosen = null;
    this.problem = null;
    this.addEventListener("keydown", this.#onKeydown);
  }

  protected override render() {
    const proposal = this.exchange?.proposal;
    const { reply } = this.exchange ?? {};
    if (!proposal || reply?.kind !== "answer") return nothing;
    const ticked = this.#ticked(proposal.cells);
    return html`<h4 id="title">${say(askTexts.proposed())}</h4>
      <ul aria-labelledby="title">
        ${proposal.cells.map((cell) => this.#renderCell(cell, ticked.has(cell.planned), reply.values))}
      </ul>
      <div class="row">
        <button class="button primary" type="button" aria-keyshortcuts="Control+Enter Meta+Enter" @click=${() => void this.#keep()}>
          ${icon("check")}${say(askTexts.keepAll())}
        </button>
        ${
          this.chosen
            ? html`<button class="button" type="button" ?disabled=${ticked.size === 0} @click=${() => void this.#keep(this.chosen!)}>
                ${say(askTexts.keepSome({ count: ticked.size }))}
              </button>`
            : nothing
        }
        <button class="button" type="button" aria-keyshortcuts="Escape" @click=${() => this.dialogue.discard(this.exchange.id)}>
          ${say(askTexts.discard())}
        </button>
      </div>
      ${this.problem ? html`<p class="failed" role="alert">${say(this.problem)}</p>` : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.inNotebook) this.session?.showGhosts("dialogue", this.#ghosts());
    else if (changed.get("inNotebook")) this.session?.showGhosts("dialogue", []);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.inNotebook) this.session?.showGhosts("dialogue", []);
  }

  #ghosts(): Ghost[] {
    const { proposal, reply } = this.exchange;
    if (!proposal || reply?.kind !== "answer") return [];
    const place = this.dialogue.placeOf(this.exchange);
    return ghostsOfReply(reply, proposal, place, this.#ticked(proposal.cells), pageLanguage());
  }

  #renderCell({ planned, name, source }: ProposedCell, isTicked: boolean, values: readonly Value[]) {
    const own = values.filter(({ cell }) => cell === planned);
    const shown = name || say(askTexts.sentence());
    const written = typeof source === "string" ? source : source[pageLanguage()];
    return html`<li id="cell-${planned}" tabindex="-1">
      <input
        type="checkbox"
        aria-label=${say(askTexts.keepThis({ name: shown }))}
        .checked=${isTicked}
        @change=${(event: Event) => this.#tick(planned, (event.target as HTMLInputElement).checked)}
      />
      <pre tabindex="0" aria-label=${shown}>${written}</pre>
      ${own.length > 0 ? html`<p class="values">${own.map((value) => html`${say(punctuation.labelled({ label: sayText(value.name), value: writeRanged(value, pageLanguage()) }))}<br />`)}</p>` : nothing}
    </li>`;
  }

  /** The ticked cells with those that they need. */
  #ticked(cells: readonly ProposedCell[]): Set<string> {
    const all = cells.map(({ planned }) => planned);
    if (!this.chosen || !this.exchange.proposal) return new Set(all);
    return new Set(withNeeds(this.exchange.proposal, this.chosen).map(({ planned }) => planned));
  }

  /** A cell takes those that it needs; without it, those that need it go, too. */
  #tick(planned: string, isTicked: boolean): void {
    const { proposal } = this.exchange;
    if (!proposal) return;
    const ticked = this.#ticked(proposal.cells);
    if (isTicked) ticked.add(planned);
    else
      for (const id of [...ticked])
        if (withNeeds(proposal, new Set([id])).some((cell) => cell.planned === planned)) ticked.delete(id);
    this.chosen = ticked;
  }

  async #keep(chosen?: ReadonlySet<string>): Promise<void> {
    this.problem = await this.dialogue.keep(this.exchange.id, chosen);
    this.chosen = null;
  }

  /** Shows a proposed cell and focuses it; the sentence for one that is not proposed. */
  async showCell(planned: string): Promise<void> {
    await this.updateComplete;
    const find = (id: string) => this.renderRoot.querySelector<HTMLElement>(`#cell-${CSS.escape(id)}`);
    const cell = find(planned) ?? find(textId);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest" });
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#keep();
    else if (event.key === "Escape") this.dialogue.discard(this.exchange.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

customElements.define("yuheng-proposal", ProposalView);
