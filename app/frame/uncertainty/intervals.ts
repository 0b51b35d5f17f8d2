import { html, nothing, type TemplateResult } from "lit";
import { quantileOf } from "../../../kernel/montecarlo/leaf-summary.ts";
import type { CellSpread } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { rangeOfDraws } from "../../../lib/uncertainty/range-of-draws.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { writeSpread } from "../../language/uncertain-figures.ts";
import type { LeafName } from "./leaf-names.ts";
import { uncertaintyTexts } from "./texts.ts";

/** The maximum number of intervals that are drawn. */
const SHOWN = 24;

/**
 * The ranges of the draws of the numbers of one kind, such as one field of all rows, on one scale: a bar for each, with its value as a
 * dot. A press shows the number's distribution. Nothing for a single number.
 */
export function intervalBars(
  spread: CellSpread,
  chosen: number,
  names: readonly LeafName[],
  choose: (leaf: number) => void,
): TemplateResult | typeof nothing {
  const own = spread.leaves.flatMap(({ sd }, leaf) => (sd > 0 && isOneKind(spread, names, leaf, chosen) ? [leaf] : []));
  if (own.length < 2) return nothing;
  const shown = own.slice(0, SHOWN).map((leaf) => {
    const summary = spread.leaves[leaf]!;
    const central = spread.central[leaf]!;
    const [lo, hi] = [quantileOf(summary, 0.025).value, quantileOf(summary, 0.975).value];
    return { leaf, lo, hi, central, written: writeSpread(summary, central).whole };
  });
  const [least, most] = [Math.min(0, ...shown.map(({ lo }) => lo)), Math.max(0, ...shown.map(({ hi }) => hi))];
  const at = (value: number) => (100 * (value - least)) / (most - least || 1);
  return html`<div class="intervals">
    <strong>${say(rangeOfDraws.title())}</strong>
    <ol aria-label=${say(rangeOfDraws.title())}>
      ${shown.map(({ leaf, lo, hi, central, written }) => {
        const { row, whole, field } = names[leaf]!;
        const name = row || field;
        return html`<li>
          <button
            type="button"
            aria-pressed=${leaf === chosen ? "true" : "false"}
            aria-label=${say(uncertaintyTexts.intervalOf({ name: whole, value: written }))}
            @click=${() => choose(leaf)}
          >
            <span class="name">${name}</span>
            <span class="track" aria-hidden="true">
              <span class="reach" style="left: ${at(lo)}%; width: ${at(hi) - at(lo)}%"></span>
              <span class="dot" style="left: ${at(central)}%"></span>
            </span>
            <span class="written">${written}</span>
          </button>
        </li>`;
      })}
    </ol>
    ${
      own.length > SHOWN
        ? html`<p class="others">${say(uncertaintyTexts.moreIntervals({ count: writeCount(own.length - SHOWN) }))}</p>`
        : nothing
    }
  </div>`;
}

/** Numbers of one slot and one field have one unit and can share a scale. */
function isOneKind({ shape }: CellSpread, names: readonly LeafName[], a: number, b: number): boolean {
  const [one, other] = [shape.leaves[a]!, shape.leaves[b]!];
  if (one.slot !== other.slot || one.unit !== other.unit || one.path.length !== other.path.length) return false;
  if (names[a]!.row !== "" && names[b]!.row !== "") return names[a]!.field === names[b]!.field;
  return one.path.every((part, i) => typeof part === "number" || part === other.path[i]);
}
