import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Ask } from "../../../lib/account/line-shape.ts";
import { controls } from "../../design/controls.ts";
import { showSentence } from "../../design/sentence.ts";
import { say } from "../../language/speech.ts";
import type { AccountDraft } from "./account-draft.ts";
import { accountTexts } from "./account-texts.ts";
import { writeEffect } from "./factor-text.ts";
import { withAnswer } from "./mapping-edits.ts";
import { tell } from "./tell.ts";

/** The account is computed once for each option: beyond this many lines that takes too long. */
const MOST_LINES = 3000;

/** By how much the main figure is another, by the options of one question; null where it has no figure. */
interface Effects {
  readonly key: string;
  readonly account: unknown;
  readonly by: ReadonlyMap<string, number | null>;
}

/** The questions of an account, one at a time: the answer that holds is chosen, and each other has what it changes. */
export class AccountQuestions extends LitElement {
  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    asks: { attribute: false },
    isIdle: { attribute: false },
    key: { state: true },
    effects: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .question {
        padding: var(--space-3);
        background: var(--stale-wash);
        border-radius: var(--radius-small);
        line-height: 1.4;
      }
      .place,
      small {
        margin: 0;
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      /* What an answer changes stands near it. */
      fieldset {
        max-width: 40rem;
        margin: 0;
        padding: 0;
        min-width: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      .option {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
        padding: var(--space-1) 0;
        cursor: pointer;
      }
      .option input {
        flex: none;
        width: 1rem;
        height: 1rem;
        margin: 0;
        accent-color: var(--accent);
        align-self: center;
      }
      .option .label {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .effect {
        color: var(--ink-muted);
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .field {
        max-width: 24rem;
        margin-top: var(--space-1);
      }
      .turn {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
      details {
        margin-top: var(--space-2);
      }
      summary {
        padding: var(--space-1) 0;
        cursor: pointer;
      }
      ol {
        margin: 0;
        padding-left: 1.75rem;
      }
      li::marker {
        color: var(--ink-muted);
      }
      .go {
        min-height: 1.75rem;
        padding: 0;
        vertical-align: top;
        color: var(--link);
        text-align: start;
        text-decoration: underline;
        overflow-wrap: anywhere;
      }
      .go[aria-current] {
        color: var(--ink);
        font-weight: 600;
        text-decoration: none;
      }
    `,
  ];

  declare draft: AccountDraft;
  declare asks: readonly Ask[];
  /** Whether nothing is being computed, so that what the answers change can be. */
  declare isIdle: boolean;
  /** Of the question that is shown; the first if it is asked no more. */
  declare private key: string | null;
  declare private effects: Effects | null;
  #weighing: AbortController | null = null;
  #weighed: { readonly key: string; readonly account: unknown } | null = null;

  constructor() {
    super();
    this.asks = [];
    this.isIdle = false;
    this.key = null;
    this.effects = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#weighing?.abort();
  }

  get #at(): number {
    const at = this.asks.findIndex(({ key }) => key === this.key);
    return Math.max(0, at);
  }

  protected override updated(): void {
    const ask = this.asks[this.#at];
    const { account } = this.draft;
    const isKnown = this.#weighed !== null && this.#weighed.key === ask?.key && this.#weighed.account === account;
    if (isKnown && this.isIdle) return;
    this.#weighing?.abort();
    this.#weighed = null;
    if (!ask || !account || !this.isIdle || account.lines > MOST_LINES) return;
    this.#weighed = { key: ask.key, account };
    void this.#weigh(ask, account);
  }

  /** Computes the account with each answer in turn, and shows by how much its main figure is another. */
  async #weigh({ key, options, assumed }: Ask, account: unknown): Promise<void> {
    const weighing = new AbortController();
    this.#weighing = weighing;
    const { signal } = weighing;
    const chosen = this.#answer(key) ?? assumed;
    const by = new Map<string, number | null>();
    for (const { value } of options) {
      if (value === chosen) continue;
      // An answer that cannot be computed shows no change; once it is chosen the dialog says why.
      const change = await this.draft.changeBy(key, value, signal).catch(() => null);
      if (signal.aborted) return;
      by.set(value, change);
      this.effects = { key, account, by: new Map(by) };
    }
  }

  #answer(key: string): string | null {
    const { answers } = this.draft.mapping;
    return Object.hasOwn(answers, key) ? answers[key]! : null;
  }

  #set(key: string, value: string): void {
    this.key = key;
    void this.draft.map(withAnswer(this.draft.mapping, key, value === "" ? null : value));
  }

  async #go(to: number): Promise<void> {
    this.key = this.asks[to]?.key ?? null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".option input:checked, .option input, .field")?.focus();
  }

  protected override render() {
    const { asks } = this;
    const at = this.#at;
    const ask = asks[at];
    if (!ask) return nothing;
    const { question, rows, options } = ask;
    return html`<div class="question">
        <p class="place">${say(accountTexts.questionPlace({ at: at + 1, count: asks.length }))}</p>
        <fieldset>
          <legend>${showSentence(tell(question))}</legend>
          ${rows.length === 0 ? nothing : html`<small>${say(accountTexts.askRows({ count: rows.length, rows: rows.slice(0, 5).map(({ row }) => row) }))}</small>`}
          ${options.length === 0 ? this.#renderField(ask) : this.#renderOptions(ask)}
        </fieldset>
        ${
          asks.length < 2
            ? nothing
            : html`<div class="turn">
              <button class="button" type="button" ?disabled=${at === 0} @click=${() => void this.#go(at - 1)}>${say(accountTexts.questionBack())}</button>
              <button class="button" type="button" ?disabled=${at === asks.length - 1} @click=${() => void this.#go(at + 1)}>${say(accountTexts.questionNext())}</button>
            </div>`
        }
      </div>
      ${asks.length < 2 ? nothing : this.#renderMore(at)}`;
  }

  #renderField({ key, question, assumed }: Ask): TemplateResult {
    return html`<input
      class="field"
      aria-label=${tell(question)}
      .value=${this.#answer(key) ?? assumed ?? ""}
      @change=${({ target }: Event) => this.#set(key, (target as HTMLInputElement).value.trim())}
    />`;
  }

  #renderOptions({ key, options, assumed }: Ask): TemplateResult[] {
    const answer = this.#answer(key);
    const chosen = answer ?? assumed ?? "";
    const unit = this.draft.account?.totals[0]?.unit ?? "";
    const { effects } = this;
    const isCurrent = effects?.key === key && effects.account === this.draft.account;
    const open = assumed === null ? [{ value: "", label: say(accountTexts.notAnswered()) }] : [];
    return [...open, ...options.map(({ value, label }) => ({ value, label: tell(label) }))].map(({ value, label }) => {
      const change = isCurrent ? effects.by.get(value) : undefined;
      const effect =
        value === chosen
          ? say(answer === null ? accountTexts.inFigureAssumed() : accountTexts.inFigure())
          : change === undefined || change === null
            ? ""
            : writeEffect(change, unit);
      return html`<label class="option">
        <input
          type="radio"
          name="answer"
          value=${value}
          .checked=${value === chosen}
          @change=${() => this.#set(key, value)}
        />
        <span class="label">${label}</span> <span class="effect">${effect}</span>
      </label>`;
    });
  }

  /** All questions by their words, of which any can be gone to. */
  #renderMore(at: number): TemplateResult {
    const answered = this.asks.filter(({ key }) => this.#answer(key) !== null).length;
    return html`<details>
      <summary>${say(accountTexts.moreQuestions({ answered, count: this.asks.length }))}</summary>
      <ol>
        ${this.asks.map(
          ({ question }, i) => html`<li>
            <button class="go" type="button" aria-current=${i === at ? "true" : nothing} @click=${() => void this.#go(i)}>${tell(question)}</button>
          </li>`,
        )}
      </ol>
    </details>`;
  }
}

customElements.define("yuheng-account-questions", AccountQuestions);
