import { css, html, LitElement, nothing, type PropertyDeclarations } from "lit";
import type { AccountKind, Candidate, MatchedLine } from "../../../lib/account/account-shapes.ts";
import type { LineGroup } from "../../../lib/account/desk/line-groups.ts";
import { foldText } from "../../../lib/account/matching/fold-text.ts";
import { controls } from "../../design/controls.ts";
import { writeNumber } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { accountTexts } from "./account-texts.ts";
import { editorRows } from "./editor-rows.ts";
import { writeFactor } from "./factor-text.ts";
import { type Decision, type Part, splitProblem } from "./mapping-edits.ts";
import type { OwnFactorForm } from "./own-factor-form.ts";
import "./own-factor-form.ts";
import { ownFactorTexts } from "./own-factor-texts.ts";
import { regionField, regionList } from "./region-field.ts";
import type { Region } from "./regions.ts";
import { tell } from "./tell.ts";

/** Whether a line may have a factor of one's own: inventories have those of their categories, and a part of a split line is what the split says. */
export function hasOwnFactors(kind: AccountKind, { splitFrom }: MatchedLine): boolean {
  return kind !== "inventory" && splitFrom === null;
}

/** Candidates listed at once. */
const SHOWN = 30;

/** A part as it is being entered: a share in percent, as text. */
interface DraftPart {
  readonly to: string;
  readonly percent: string;
}

/** The fields with which a person decides what lines of one name are. Calls `decide` and `place`. */
export class LineEditor extends LitElement {
  static override properties: PropertyDeclarations = {
    group: { attribute: false },
    known: { attribute: false },
    regions: { attribute: false },
    places: { attribute: false },
    kind: { attribute: false },
    isOwn: { attribute: false },
    typed: { state: true },
    parts: { state: true },
    reason: { state: true },
    isChecked: { state: true },
    found: { state: true },
  };
  static override styles = [
    controls,
    editorRows,
    css`
      :host {
        display: block;
        padding: var(--space-3);
        background: var(--surface);
        border-radius: var(--radius-small);
      }
      ul {
        margin: var(--space-2) 0;
        padding: 0;
        max-height: 14rem;
        overflow: auto;
        list-style: none;
        background: var(--paper);
        border: 1px solid var(--rule);
        border-radius: var(--radius-small);
      }
      li + li {
        border-top: 1px solid var(--rule);
      }
      .candidate {
        display: block;
        width: 100%;
        padding: var(--space-1) var(--space-2);
        overflow-wrap: anywhere;
      }
      .candidate:hover {
        background: var(--hover);
      }
      .candidate[aria-pressed="true"] {
        background: var(--selected);
      }
      .candidate small {
        display: block;
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      details {
        margin-top: var(--space-2);
      }
      summary {
        padding: var(--space-1) 0;
        cursor: pointer;
      }
      .region {
        display: block;
        margin-top: var(--space-2);
        font-size: var(--text-small);
        color: var(--ink-muted);
      }
      p {
        margin: var(--space-2) 0 0;
      }
    `,
  ];

  declare group: LineGroup;
  /** Every candidate of the account by its id. */
  declare known: ReadonlyMap<string, Candidate>;
  declare regions: readonly Region[];
  /** The places that were set by hand, by site. */
  declare places: Readonly<Record<string, string>>;
  declare kind: AccountKind;
  /** Whether the fields of an own factor are what it was opened for. */
  declare isOwn: boolean;
  declare private typed: string;
  declare private parts: readonly DraftPart[];
  declare private reason: string;
  /** Whether the split was tried, so that its problem is shown. */
  declare private isChecked: boolean;
  /** What the search in the tool's own list has found. */
  declare private found: readonly Candidate[];
  #searching: AbortController | null = null;
  /** Searches in the list of all that the line can be taken for. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Candidate[]> = async () => [];
  /** Called with what was decided. */
  decide: (decision: Decision) => void = () => {};
  /** Called with the region of a site. */
  place: (site: string, region: string | null) => void = () => {};

  constructor() {
    super();
    this.kind = "company";
    this.isOwn = false;
    this.typed = "";
    this.reason = "";
    this.isChecked = false;
    this.found = [];
    this.parts = [
      { to: "", percent: "50" },
      { to: "", percent: "50" },
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#searching?.abort();
  }

  /** The next letter ends a search that is not done. */
  async #search(text: string): Promise<void> {
    this.typed = text;
    this.#searching?.abort();
    if (text.trim().length < 2) return;
    const searching = new AbortController();
    this.#searching = searching;
    // Without a search of its own, the candidates of the account are the list.
    const found = await this.search(text.trim(), searching.signal).catch(() => null);
    if (!searching.signal.aborted && found) this.found = found;
  }

  override focus(): void {
    const own = this.isOwn ? this.renderRoot.querySelector<OwnFactorForm>("yuheng-account-own-factor") : null;
    (own ?? this.renderRoot.querySelector("input"))?.focus();
  }

  /** The line's own candidates first, then those that were found, then all others of the account. */
  get #candidates(): Candidate[] {
    const all = [...this.group.line.candidates, ...this.found, ...this.known.values()];
    return [...new Map(all.map((each) => [each.id, each])).values()];
  }

  protected override render() {
    const { group, regions } = this;
    return html`${regionList(regions)} ${this.#renderCandidates()} ${this.#renderOwn()} ${this.#renderSplit()} ${this.#renderSkip()}
      ${group.sites
        .slice(0, 6)
        .map((site) =>
          regionField(say(accountTexts.siteRegion({ site })), regions, this.places[site] ?? group.line.region, (code) =>
            this.place(site, code),
          ),
        )}`;
  }

  #renderCandidates() {
    const { line } = this.group;
    const wanted = foldText(this.typed);
    const words = wanted.split(" ");
    const byTool = new Set(this.found.map(({ id }) => id));
    const found = this.#candidates.filter((each) => {
      // The tool knows other words for what it has found.
      if (wanted !== "" && byTool.has(each.id)) return true;
      const text = foldText(`${tell(each.to)} ${tell(each.source)} ${each.id}`);
      return words.every((word) => text.includes(word));
    });
    const label = say(accountTexts.candidates({ name: line.name }));
    return html`<input
        class="field"
        type="search"
        aria-label=${say(accountTexts.searchCandidates())}
        placeholder=${say(accountTexts.searchCandidates())}
        .value=${this.typed}
        @input=${({ target }: Event) => void this.#search((target as HTMLInputElement).value)}
      />
      ${
        found.length === 0
          ? html`<p class="muted" role="status">${say(accountTexts.noCandidate())}</p>`
          : html`<ul aria-label=${label}>
            ${found.slice(0, SHOWN).map(
              (each) => html`<li>
                <button
                  class="candidate"
                  type="button"
                  aria-pressed=${each.id === line.match.id ? "true" : "false"}
                  @click=${() => this.decide({ is: "to", to: each.id })}
                >
                  ${tell(each.to)}<small>${writeFactor(each)} · ${tell(each.source)}</small>
                </button>
              </li>`,
            )}
          </ul>`
      }
      ${found.length > SHOWN ? html`<p class="muted">${say(accountTexts.moreCandidates({ count: found.length - SHOWN }))}</p>` : nothing}`;
  }

  #renderOwn() {
    const { line } = this.group;
    if (!hasOwnFactors(this.kind, line)) return nothing;
    return html`<details ?open=${this.isOwn}>
      <summary>${say(ownFactorTexts.title())}</summary>
      <yuheng-account-own-factor
        .line=${line}
        .hasPlaces=${this.kind === "company"}
        .decide=${(decision: Decision) => this.decide(decision)}
      ></yuheng-account-own-factor>
    </details>`;
  }

  #renderSplit() {
    const { parts } = this;
    const set = (at: number, change: Partial<DraftPart>) => {
      this.parts = parts.map((part, i) => (i === at ? { ...part, ...change } : part));
    };
    const split = parts.map(({ to, percent }): Part => ({ to, share: Number(percent.replace(",", ".")) / 100 }));
    const problem = this.isChecked ? splitProblem(split) : null;
    const sum = writeNumber(100 * split.reduce((all, { share }) => all + (share || 0), 0), {
      maximumFractionDigits: 1,
    });
    return html`<details>
      <summary>${say(accountTexts.split())}</summary>
      ${parts.map(
        (part, i) => html`<div class="row">
          <label>
            ${say(accountTexts.part({ place: i + 1 }))}
            <select class="field" @change=${({ target }: Event) => set(i, { to: (target as HTMLSelectElement).value })}>
              <option value="" ?selected=${part.to === ""}>${say(accountTexts.choosePart())}</option>
              ${this.#candidates.map((each) => html`<option value=${each.id} ?selected=${each.id === part.to}>${tell(each.to)}</option>`)}
            </select>
          </label>
          <label class="narrow">
            ${say(accountTexts.share({ place: i + 1 }))}
            <input
              class="field"
              inputmode="decimal"
              .value=${part.percent}
              @input=${({ target }: Event) => set(i, { percent: (target as HTMLInputElement).value })}
            />
          </label>
        </div>`,
      )}
      ${problem === null ? nothing : html`<p class="problem" role="alert">${say(problem === "sum" ? accountTexts.splitSum({ sum }) : accountTexts.splitOpen())}</p>`}
      <div class="row">
        <button
          class="button"
          type="button"
          @click=${() => {
            this.parts = [...parts, { to: "", percent: "0" }];
          }}
        >
          ${say(accountTexts.addPart())}
        </button>
        <button
          class="button"
          type="button"
          @click=${() => {
            this.isChecked = true;
            if (splitProblem(split) === null) this.decide({ is: "split", parts: split });
          }}
        >
          ${say(accountTexts.applySplit())}
        </button>
      </div>
    </details>`;
  }

  #renderSkip() {
    return html`<details>
      <summary>${say(accountTexts.skip())}</summary>
      <div class="row">
        <label>
          ${say(accountTexts.reason())}
          <input
            class="field"
            maxlength="300"
            placeholder=${say(accountTexts.reasonHint())}
            .value=${this.reason}
            @input=${({ target }: Event) => {
              this.reason = (target as HTMLInputElement).value;
            }}
          />
        </label>
        <button
          class="button"
          type="button"
          aria-disabled=${this.reason.trim() === "" ? "true" : nothing}
          @click=${() => {
            const reason = this.reason.trim();
            if (reason === "") this.renderRoot.querySelector<HTMLInputElement>("input[maxlength]")?.focus();
            else this.decide({ is: "skip", reason });
          }}
        >
          ${say(accountTexts.skip())}
        </button>
      </div>
    </details>`;
  }
}

customElements.define("yuheng-account-line-editor", LineEditor);
