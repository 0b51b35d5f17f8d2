import { html, nothing, type TemplateResult } from "lit";
import { writeLeaf } from "../../../kernel/sampling/draw-engine.ts";
import { type DrawSampler, drawSamplers, drawsOf } from "../../../kernel/sampling/draw-sampler.ts";
import type { CellSpread } from "../../../kernel/sampling/uncertainty-run.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { writeCount } from "../../language/figures.ts";
import { saySentence } from "../../language/sentence.ts";
import { say } from "../../language/speech.ts";
import { writeSpread } from "../../language/uncertain-figures.ts";
import { densityOf } from "./density.ts";
import type { Phase, RunState } from "./run-state.ts";
import { shareBars } from "./share-bars.ts";

/** What a reader can do in the sheet. */
export interface SheetHost {
  choose(leaf: number): void;
  /** How draws are spread, and another way of it. */
  readonly sampler: DrawSampler;
  spread(sampler: DrawSampler): void;
  stop(): void;
  /** Asks anew; without a number as many draws as it bears. */
  draw(draws: number | undefined): void;
  close(): void;
  /** Goes to the cell that gives a name and asks there. */
  askInstead(name: string): void;
}

/** The sheet below a cell's output: how sure its number is, and because of what. */
export function sheetOf(state: RunState, host: SheetHost): TemplateResult {
  const { phase, spread, fraction } = state;
  const busy = phase === "drawing" || phase === "sharing";
  return html`<header>
      <strong>${say("uncertainty.title")}</strong>
      <button type="button" class="close" aria-label=${say("uncertainty.close")} title=${say("uncertainty.close")} @click=${() => host.close()}>
        ${icon("close")}
      </button>
    </header>
    ${phase === "stopped" && !spread ? stoppedEarly(host) : nothing}
    ${phase === "refused" ? refusal(state, host) : nothing}
    ${phase === "refused" && host.sampler !== "random" ? samplers(host, phase) : nothing} ${spread ? distribution(state, spread, host) : nothing}
    ${
      busy
        ? html`<p class="working">
          <progress aria-label=${say(phase === "drawing" ? "uncertainty.drawing" : "uncertainty.sharing")} .max=${1} .value=${fraction}></progress>
          <span>${say(phase === "drawing" ? "uncertainty.drawing" : "uncertainty.sharing")}</span>
          <button type="button" class="link" @click=${() => host.stop()}>${say("uncertainty.stop")}</button>
        </p>`
        : nothing
    }
    <p class="visually-hidden" role="status">${phase === "done" && spread ? said(state, spread) : ""}</p>`;
}

function stoppedEarly(host: SheetHost): TemplateResult {
  return html`<p role="status">
    ${say("uncertainty.stoppedEarly")}
    <button type="button" class="link" @click=${() => host.draw(undefined)}>${say("uncertainty.again")}</button>
  </p>`;
}

function refusal({ reason, instead }: RunState, host: SheetHost): TemplateResult {
  return html`<div class="refused" role="status">
    <p>${showSentence(saySentence(reason))}</p>
    ${
      instead.length === 0
        ? nothing
        : html`<p>
          ${say("uncertainty.instead")}
          ${instead.map(
            (name) =>
              html`<button type="button" class="link" @click=${() => host.askInstead(name)}><code>${name}</code></button> `,
          )}
        </p>`
    }
  </div>`;
}

function distribution(state: RunState, spread: CellSpread, host: SheetHost): TemplateResult {
  const { leaf, shares, phase } = state;
  const summary = spread.leaves[leaf]!;
  const central = spread.central[leaf]!;
  const unit = spread.shape.leaves[leaf]!.unit ?? "";
  const written = writeSpread(summary, central);
  const { lo, hi, median } = written;
  const name = nameOf(spread, leaf);
  if (!(summary.sd > 0)) return html`${choice(spread, leaf, host)}<p>${say("uncertainty.sure")}</p>`;
  return html`${choice(spread, leaf, host)}
    <p class="number">
      <strong>${written.half === null ? median : written.whole}</strong> ${unit ? html`<span class="unit">${unit}</span>` : nothing}
      ${written.half === null ? html`<span>${say("uncertainty.isMedian")}</span>` : nothing}
      <span>${say("uncertainty.interval", { lo, hi })}</span>
      ${
        written.half === null
          ? html`<span>${say("uncertainty.page", { value: written.number(central) })}</span>`
          : html`<span>${say("uncertainty.median", { value: median })}</span>`
      }
    </p>
    ${densityOf(summary, central, written, say("uncertainty.figure", { name, lo, hi, median }))}
    ${shares ? shareBars(shares) : nothing}
    <p class="made">
      ${
        phase === "stopped"
          ? say("uncertainty.stopped", { draws: writeCount(spread.draws) })
          : say("uncertainty.made", {
              draws: writeCount(spread.draws),
              seed: spread.seed,
              sampler: say(`uncertainty.by.${spread.sampler}`),
            })
      }${spread.enough ? html` (${say("uncertainty.enough")})` : nothing}${
        shares
          ? html`; ${say(`uncertainty.shares.${shares.sampler}`, { count: writeCount(shares.evaluations) })}`
          : nothing
      }
      ${spread.shape.beyond > 0 ? say("uncertainty.beyond", { count: writeCount(spread.shape.beyond) }) : nothing}
      ${phase === "done" || phase === "stopped" ? again(spread, host) : nothing}
    </p>
    ${samplers(host, phase)}`;
}

/** Draws asked for beyond those that are made by themselves. */
const MOST_DRAWS = 1_000_000;

function again({ draws, most, sampler }: CellSpread, host: SheetHost): TemplateResult | typeof nothing {
  const wanted = drawsOf(sampler, Math.min(MOST_DRAWS, 10 * most));
  if (wanted <= draws) return nothing;
  return html`<button type="button" class="link" @click=${() => host.draw(wanted)}>
    ${say("uncertainty.more", { count: writeCount(wanted) })}
  </button>`;
}

/** How draws are spread, and what that means for the interval and the shares. */
function samplers({ sampler, spread }: SheetHost, phase: Phase): TemplateResult {
  const choose = (event: Event) => spread((event.target as HTMLSelectElement).value as DrawSampler);
  return html`<label class="which">
      ${say("uncertainty.sampler")}
      <select .value=${sampler} @change=${choose}>
        ${drawSamplers.map(
          (name) => html`<option value=${name} ?selected=${name === sampler}>${say(`uncertainty.by.${name}`)}</option>`,
        )}
      </select>
    </label>
    ${sampler === "random" || phase === "stopped" ? nothing : html`<p class="made">${say(`uncertainty.about.${sampler}`)}</p>`}`;
}

/** Which of the cell's uncertain numbers is looked at, where there are several. */
function choice(spread: CellSpread, leaf: number, host: SheetHost): TemplateResult | typeof nothing {
  const uncertain = spread.leaves.flatMap(({ sd }, at) => (sd > 0 ? [at] : []));
  if (uncertain.length < 2) return nothing;
  return html`<label class="which">
    ${say("uncertainty.which")}
    <select .value=${String(leaf)} @change=${(event: Event) => host.choose(Number((event.target as HTMLSelectElement).value))}>
      ${uncertain.map((at) => html`<option value=${at} ?selected=${at === leaf}>${nameOf(spread, at)}</option>`)}
    </select>
  </label>`;
}

/** How a number of the cell is called. */
function nameOf({ shape }: CellSpread, leaf: number): string {
  const { slot, path } = shape.leaves[leaf]!;
  const { kind, name, index, text = "" } = shape.slots[slot]!;
  if (kind === "hole") return say("uncertainty.hole", { text });
  const stem = kind === "shown" ? say("uncertainty.shown", { place: index + 1 }) : name;
  return stem || path.length > 0 ? writeLeaf(stem, path).replace(/^\./, "") : say("uncertainty.value");
}

function said({ leaf }: RunState, spread: CellSpread): string {
  const summary = spread.leaves[leaf]!;
  if (!(summary.sd > 0)) return say("uncertainty.sure");
  const { whole, lo, hi } = writeSpread(summary, spread.central[leaf]!);
  return say("uncertainty.done", { name: nameOf(spread, leaf), value: whole, lo, hi });
}
