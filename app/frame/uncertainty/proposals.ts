import { html, nothing, type TemplateResult } from "lit";
import type { Candidate, Proposal } from "../../../kernel/proposals/candidate.ts";
import { isPercent, LEAST_PERCENT, MOST_PERCENT } from "../../../kernel/proposals/law.ts";
import type { Marking } from "../../../kernel/proposals/marking.ts";
import { writeNumber } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import type { ProposalChoice } from "./run-state.ts";
import { proposalTexts } from "./texts.ts";

/** The candidates that are listed before the others are asked for. */
const FIRST = 6;

const example = 'sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}))';

/** The commands on the proposals of one cell. */
export interface ProposalHost {
  choose(change: Partial<ProposalChoice>): void;
  /** The change of the notebook that a candidate would make. */
  preview(candidate: Candidate, percent: number | null): Marking | null;
  mark(candidate: Candidate, percent: number | null): void;
}

/** What can be marked as uncertain: a list to choose from, the change of the code, and the button that makes it. */
export function proposalsOf(choice: ProposalChoice, host: ProposalHost): TemplateResult {
  const { candidates, isInput, all } = choice;
  const chosen = candidates.find(({ id }) => id === choice.chosen);
  if (!chosen)
    return html`<div class="proposals" role="status">
      <p>${say(proposalTexts.none())} ${say(proposalTexts.nothing({ example }))}</p>
    </div>`;
  const listed = all ? candidates : candidates.slice(0, FIRST);
  return html`<div class="proposals">
    <p role="status">${say(isInput ? proposalTexts.askInput() : proposalTexts.ask())}</p>
    <div role="radiogroup" aria-label=${say(proposalTexts.candidates())}>
      ${listed.map((each) => candidateOf(each, each === chosen, choice.cell, host))}
    </div>
    ${
      listed.length < candidates.length
        ? html`<button type="button" class="link" @click=${() => host.choose({ all: true })}>
            ${say(proposalTexts.more({ count: candidates.length - listed.length }))}
          </button>`
        : nothing
    }
    ${changeOf(chosen, choice, host)}
  </div>`;
}

function candidateOf(candidate: Candidate, isChosen: boolean, cell: number, host: ProposalHost): TemplateResult {
  const { id, name, place, value, subject, proposal } = candidate;
  const size =
    value !== null
      ? `= ${writeNumber(value, { maximumSignificantDigits: 6, useGrouping: false }).replace("-", "−")}`
      : subject.kind === "column"
        ? say(proposalTexts.rows({ count: subject.rows }))
        : "";
  const details = [
    ...(subject.kind === "input" ? [say(proposalTexts.input())] : []),
    say(proposalTexts.place({ place })),
  ];
  const described = proposal ? statedText(proposal) : say(proposalTexts.noRange());
  return html`<label class="candidate">
    <input type="radio" name="uncertain-${cell}" .checked=${isChosen} @change=${() => host.choose({ chosen: id })} />
    <span><code>${name}</code> ${size} <span class="made">${details.join(" · ")}</span><br /><span class="origin">${described}</span></span>
  </label>`;
}

/** The proposed law and its origin in words; bounds and standard deviations of rows are told by their origin. */
function statedText({ law, origin }: Proposal): string {
  const figure = (value: number) => writeNumber(value, { maximumSignificantDigits: 3 });
  if (law.kind === "relative")
    return say(proposalTexts.stated({ law: proposalTexts.relative({ percent: figure(100 * law.sigma) }), origin }));
  if (law.kind === "absolute")
    return say(proposalTexts.stated({ law: proposalTexts.absolute({ sigma: figure(law.sigma) }), origin }));
  return say(origin);
}

/** The percentage, if one has to be chosen, the lines that change, and the button. */
function changeOf(candidate: Candidate, { percent }: ProposalChoice, host: ProposalHost): TemplateResult {
  const isAssumed = candidate.proposal === null;
  const typed = Number(percent);
  const isValid = !isAssumed || (percent.trim() !== "" && isPercent(typed));
  const assumed = isAssumed ? typed : null;
  const marking = isValid ? host.preview(candidate, assumed) : null;
  return html`${
    isAssumed
      ? html`<label class="which">
            ${say(proposalTexts.percent())}
            <input
              type="number"
              min=${LEAST_PERCENT}
              max=${MOST_PERCENT}
              step="any"
              .value=${percent}
              aria-invalid=${isValid ? "false" : "true"}
              @input=${(event: Event) => host.choose({ percent: (event.target as HTMLInputElement).value })}
            />
          </label>`
      : nothing
  }
    ${isValid ? nothing : html`<p role="alert">${say(proposalTexts.invalidPercent({ least: LEAST_PERCENT, most: MOST_PERCENT }))}</p>`}
    ${marking ? previewOf(marking) : nothing}
    <p class="apply">
      <button type="button" class="mark" ?disabled=${!marking} @click=${() => host.mark(candidate, assumed)}>
        ${say(proposalTexts.mark())}
      </button>
      <span class="made">${say(proposalTexts.undo())}</span>
    </p>`;
}

function previewOf({ preview }: Marking): TemplateResult {
  return html`<figure class="change" aria-label=${say(proposalTexts.preview())}>
    <figcaption>${say(proposalTexts.preview())}</figcaption>
    ${preview.map(
      ({ before, after }) =>
        html`${before === null ? nothing : html`<pre class="before"><del>${before}</del></pre>`}<pre class="after"><ins>${after}</ins></pre>`,
    )}
  </figure>`;
}
