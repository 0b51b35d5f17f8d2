import { css, html, nothing } from "lit";
import { findMatches, type Match, patternOf, type Search } from "../../kernel/document/search.ts";
import { controls } from "../design/controls.ts";
import { icon } from "../design/icons.ts";
import { writeCount } from "../language/figures.ts";
import { say } from "../language/speech.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** Finds a text in the sources of all cells, and puts another in its place. The page holds the sources; the frame shows. */
export class FindBar extends WorkbenchElement {
  static override properties = {
    search: { state: true },
    replacement: { state: true },
    at: { state: true },
    told: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        z-index: 2;
        inset: var(--space-2) var(--space-3) auto auto;
        width: min(30rem, calc(100% - 1.5rem));
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-1) var(--space-2);
        margin: 0;
        padding: var(--space-2);
        background: var(--raised);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
        font-size: var(--text-interface);
      }
      .buttons {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: 2px;
      }
      .option {
        font-family: var(--font-code);
        font-size: 0.75rem;
      }
      .told {
        grid-column: 1 / -1;
        min-height: 1.125rem;
        padding: 0 var(--space-1);
        font-size: var(--text-small);
        color: var(--ink-muted);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  declare private search: Search;
  declare private replacement: string;
  /** The match shown now, by its number from 0; −1 before one was asked for. */
  declare private at: number;
  /** What was last done, as a sentence. */
  declare private told: string;

  constructor() {
    super();
    this.search = { text: "", matchCase: false, wholeWord: false, regexp: false };
    this.replacement = "";
    this.at = -1;
    this.told = "";
  }

  override focus(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>(".find");
    field?.focus();
    field?.select();
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.find(null, null);
  }

  get #matches(): Match[] {
    return this.session ? findMatches(this.session.cells, this.search) : [];
  }

  protected override render() {
    const matches = this.#matches;
    return html`<form role="search" aria-label=${say("find.label")} @submit=${(event: Event) => event.preventDefault()} @keydown=${this.#key}>
      <input
        class="field find"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${say("find.find")}
        aria-label=${say("find.find")}
        .value=${this.search.text}
        @input=${(event: Event) => this.#look({ text: (event.target as HTMLInputElement).value })}
      />
      <div class="buttons">
        ${this.#option("matchCase", "Aa", say("find.case"))}${this.#option("wholeWord", "W", say("find.word"))}
        ${this.#option("regexp", ".*", say("find.regexp"))}
        ${this.#button("up", say("find.previous"), () => this.#step(-1))}${this.#button("down", say("find.next"), () => this.#step(1))}
        ${this.#button("close", say("find.close"), () => this.workbench.close())}
      </div>
      <input
        class="field replacement"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${say("find.replace")}
        aria-label=${say("find.replace")}
        .value=${this.replacement}
        @input=${(event: Event) => {
          this.replacement = (event.target as HTMLInputElement).value;
        }}
      />
      <div class="buttons">
        <button class="button" type="button" @click=${this.#replaceOne}>${say("find.one")}</button>
        <button class="button" type="button" @click=${this.#replaceAll}>${say("find.all")}</button>
      </div>
      <div class="told" role="status">${this.told || this.#count(matches)}</div>
    </form>`;
  }

  #option(name: "matchCase" | "wholeWord" | "regexp", sign: string, label: string) {
    const on = this.search[name];
    return html`<button
      class="tool option"
      type="button"
      title=${label}
      aria-label=${label}
      aria-pressed=${on ? "true" : "false"}
      @click=${() => this.#look({ [name]: !on })}
    >
      ${sign}
    </button>`;
  }

  #button(name: "up" | "down" | "close", label: string, press: () => void) {
    return html`<button class="tool" type="button" title=${label} aria-label=${label} @click=${press}>${icon(name)}</button>`;
  }

  #count(matches: readonly Match[]) {
    if (this.search.text === "") return nothing;
    if (patternOf(this.search) === null) return say("find.invalid");
    if (matches.length === 0) return say("find.none");
    const count = writeCount(matches.length);
    return this.at < 0
      ? say("find.matches", { count })
      : say("find.count", { at: writeCount(Math.min(this.at, matches.length - 1) + 1), count });
  }

  #look(change: Partial<Search>): void {
    this.search = { ...this.search, ...change };
    this.at = -1;
    this.#show(null);
  }

  #show(match: Match | null): void {
    this.told = "";
    this.session?.find(this.search.text === "" ? null : this.search, match);
  }

  #step(by: 1 | -1): void {
    const matches = this.#matches;
    if (matches.length === 0) return;
    this.at = this.at < 0 ? (by > 0 ? 0 : matches.length - 1) : (this.at + by + matches.length) % matches.length;
    this.#show(matches[this.at] ?? null);
  }

  /** Replaces the match shown, and shows the one after it; where none is shown yet, the first is. */
  #replaceOne = () => {
    const match = this.#matches[this.at];
    if (!match) return this.#step(1);
    this.session?.replace(this.search, this.replacement, [match]);
    // What was put in may hold what is looked for: that is passed over.
    const end = match.from + this.replacement.length;
    const left = this.#matches;
    const order = new Map(this.session?.cells.map(({ id }, i) => [id, i]));
    const here = order.get(match.cell) ?? 0;
    const next = left.findIndex(({ cell, from }) =>
      cell === match.cell ? from >= end : (order.get(cell) ?? 0) > here,
    );
    this.at = next >= 0 ? next : left.length > 0 ? 0 : -1;
    this.#show(left[this.at] ?? null);
  };

  #replaceAll = () => {
    const count = this.session?.replace(this.search, this.replacement, this.#matches) ?? 0;
    this.at = -1;
    this.#show(null);
    if (count > 0) this.told = say("find.replaced", { count: writeCount(count) });
  };

  #key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.target.matches(".replacement")) this.#replaceOne();
    else this.#step(event.shiftKey ? -1 : 1);
  };
}

customElements.define("yuheng-find-bar", FindBar);
