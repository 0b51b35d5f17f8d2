import { html, nothing, type TemplateResult } from "lit";
import type { Shares } from "../../../kernel/montecarlo/shares.ts";
import type { CellSpread } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { type DrawSampler, drawSamplers, drawsOf } from "../../../kernel/random/draw-sampler.ts";
import type { Message } from "../../../lib/message/message.ts";
import { rangeOfDraws } from "../../../lib/uncertainty/range-of-draws.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { writeSpread } from "../../language/uncertain-figures.ts";
import { densityOf } from "./density.ts";
import { intervalBars } from "./intervals.ts";
import { type LeafName, leafName } from "./leaf-names.ts";
import { type ProposalHost, proposalsOf } from "./proposals.ts";
import type { Phase, RunState } from "./run-state.ts";
import { shareBars } from "./share-bars.ts";
import { samplerNoteTexts, samplerTexts, shareDesignTexts, uncertaintyTexts } from "./texts.ts";

/** The commands of the sheet. */
export interface SheetHost {
  choose(leaf: number): void;
  readonly sampler: DrawSampler;
  setSampler(sampler: DrawSampler): void;
  stop(): void;
  /** Runs again; without a number of draws, as many as the sampler chooses. */
  draw(draws: number | undefined): void;
  close(): void;
  /** Opens ± of the cell that defines a name, instead of this one. */
  openInstead(name: string): void;
  /** The current value of a name. */
  valueOf(name: string): unknown;
  /** A sample's name for readers. */
  labelOf(sample: string): string;
  readonly proposals: ProposalHost;
}

/** The sheet below a cell's output: how uncertain its number is, and why. */
export function sheetOf(state: RunState, host: SheetHost): TemplateResult {
  const { phase, spread, fraction, proposals, drawn } = state;
  const busy = phase === "drawing" || phase === "sharing";
  return html`<header>
      <strong>${say(drawn === null ? uncertaintyTexts.title() : uncertaintyTexts.titleOfFigure())}</strong>
      <button type="button" class="close" aria-label=${say(uncertaintyTexts.close())} title=${say(uncertaintyTexts.close())} @click=${() => host.close()}>
        ${icon("close")}
      </button>
    </header>
    ${phase === "stopped" && !spread ? stoppedEarly(host) : nothing}
    ${phase === "refused" ? refusal(state, host) : nothing} ${proposals ? proposalsOf(proposals, host.proposals) : nothing}
    ${phase === "refused" && host.sampler !== "random" ? samplers(host, phase) : nothing} ${spread ? distribution(state, spread, host) : nothing}
    ${
      busy
        ? html`<p class="working">
          <progress aria-label=${say(phase === "drawing" ? uncertaintyTexts.drawing() : uncertaintyTexts.sharing())} .max=${1} .value=${fraction}></progress>
          <span>${say(phase === "drawing" ? uncertaintyTexts.drawing() : uncertaintyTexts.sharing())}</span>
          <button type="button" class="link" @click=${() => host.stop()}>${say(uncertaintyTexts.stop())}</button>
        </p>`
        : nothing
    }
    <p class="visually-hidden" role="status">${phase === "done" && spread ? announcement(state, spread, host) : ""}</p>`;
}

function stoppedEarly(host: SheetHost): TemplateResult {
  return html`<p role="status">
    ${say(uncertaintyTexts.stoppedEarly())}
    <button type="button" class="link" @click=${() => host.draw(undefined)}>${say(uncertaintyTexts.again())}</button>
  </p>`;
}

function refusal({ reason, instead }: RunState, host: SheetHost): TemplateResult {
  return html`<div class="refused" role="status">
    <p>${showSentence(say(reason))}</p>
    ${alternatives(instead, host)}
  </div>`;
}

/** Names whose ± can be opened instead. */
function alternatives(names: readonly string[], host: SheetHost): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  return html`<p>
    ${say(uncertaintyTexts.instead())}
    ${names.map(
      (name) =>
        html`<button type="button" class="link" @click=${() => host.openInstead(name)}><code>${name}</code></button> `,
    )}
  </p>`;
}

/** How many draws were made, and how. */
function drawsMade({ draws, seed, sampler, enough }: CellSpread, shares: Shares | null): Message {
  const drawn = uncertaintyTexts.made({ draws: writeCount(draws), seed, sampler: samplerTexts[sampler]() });
  const made = enough ? uncertaintyTexts.madeEnough({ made: drawn }) : drawn;
  if (!shares) return made;
  const design = shareDesignTexts[shares.sampler]({ count: writeCount(shares.evaluations) });
  return uncertaintyTexts.madeAndShared({ made, shares: design });
}

function distribution(state: RunState, spread: CellSpread, host: SheetHost): TemplateResult {
  const { leaf, shares, phase, drawn, instead } = state;
  const names = spread.shape.leaves.map((_, at) => leafName(spread.shape, at, host.valueOf));
  const summary = spread.leaves[leaf]!;
  const central = spread.central[leaf]!;
  const unit = spread.shape.leaves[leaf]!.unit ?? "";
  const written = writeSpread(summary, central);
  const { lo, hi, median } = written;
  const name = names[leaf]!.whole;
  if (!(summary.sd > 0)) return html`${choice(spread, leaf, names, host)}<p>${say(uncertaintyTexts.sure())}</p>`;
  return html`${drawn === null ? nothing : html`<p>${showSentence(say(uncertaintyTexts.ofFigure({ name: `\`${drawn}\`` })))}</p>`}
    ${choice(spread, leaf, names, host)}
    <p class="number">
      <strong>${written.half === null ? median : written.whole}</strong> ${unit ? html`<span class="unit">${unit}</span>` : nothing}
      ${written.half === null ? html`<span>${say(uncertaintyTexts.isMedian())}</span>` : nothing}
      <span>${say(rangeOfDraws.bounds({ bounds: `${lo} – ${hi}` }))}</span>
      ${
        written.half === null
          ? html`<span>${say(uncertaintyTexts.page({ value: written.number(central) }))}</span>`
          : html`<span>${say(uncertaintyTexts.median({ value: median }))}</span>`
      }
    </p>
    ${densityOf(summary, central, written, say(uncertaintyTexts.figure({ name, lo, hi, median })))}
    ${intervalBars(spread, leaf, names, host.choose)} ${shares ? shareBars(shares, host.labelOf) : nothing}
    <p class="made">${say(rangeOfDraws.covers())}</p>
    <p class="made">
      ${say(phase === "stopped" ? uncertaintyTexts.stopped({ draws: writeCount(spread.draws) }) : drawsMade(spread, shares))}
      ${spread.shape.beyond > 0 ? say(uncertaintyTexts.beyond({ count: writeCount(spread.shape.beyond) })) : nothing}
      ${phase === "done" || phase === "stopped" ? again(spread, host) : nothing}
    </p>
    ${drawn === null ? nothing : alternatives(instead, host)} ${samplers(host, phase)}`;
}

/** Most draws that can be requested beyond the default. */
const MAX_DRAWS = 1_000_000;

function again({ draws, most, sampler }: CellSpread, host: SheetHost): TemplateResult | typeof nothing {
  const wanted = drawsOf(sampler, Math.min(MAX_DRAWS, 10 * most));
  if (wanted <= draws) return nothing;
  return html`<button type="button" class="link" @click=${() => host.draw(wanted)}>
    ${say(uncertaintyTexts.more({ count: writeCount(wanted) }))}
  </button>`;
}

/** The choice of the sampler, and what it means for the range and the shares. */
function samplers({ sampler, setSampler }: SheetHost, phase: Phase): TemplateResult {
  const choose = (event: Event) => setSampler((event.target as HTMLSelectElement).value as DrawSampler);
  return html`<label class="which">
      ${say(uncertaintyTexts.sampler())}
      <select .value=${sampler} @change=${choose}>
        ${drawSamplers.map(
          (name) => html`<option value=${name} ?selected=${name === sampler}>${say(samplerTexts[name]())}</option>`,
        )}
      </select>
    </label>
    ${sampler === "random" || phase === "stopped" ? nothing : html`<p class="made">${say(samplerNoteTexts[sampler]())}</p>`}`;
}

/** The choice among several uncertain numbers of the cell. */
function choice(
  spread: CellSpread,
  leaf: number,
  names: readonly LeafName[],
  host: SheetHost,
): TemplateResult | typeof nothing {
  const uncertain = spread.leaves.flatMap(({ sd }, at) => (sd > 0 ? [at] : []));
  if (uncertain.length < 2) return nothing;
  return html`<label class="which">
    ${say(uncertaintyTexts.which())}
    <select .value=${String(leaf)} @change=${(event: Event) => host.choose(Number((event.target as HTMLSelectElement).value))}>
      ${uncertain.map((at) => html`<option value=${at} ?selected=${at === leaf}>${names[at]!.whole}</option>`)}
    </select>
  </label>`;
}

function announcement({ leaf }: RunState, spread: CellSpread, host: SheetHost): string {
  const summary = spread.leaves[leaf]!;
  if (!(summary.sd > 0)) return say(uncertaintyTexts.sure());
  const { whole, lo, hi } = writeSpread(summary, spread.central[leaf]!);
  return say(
    uncertaintyTexts.done({
      name: leafName(spread.shape, leaf, host.valueOf).whole,
      value: whole,
      range: rangeOfDraws.between({ lo, hi }),
    }),
  );
}
