import { css, html, nothing } from "lit";
import { cellsIn } from "../../../kernel/document/index.ts";
import { findMatches, type Match, patternOf, type Search } from "../../../kernel/document/search.ts";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { writeCount } from "../../language/figures.ts";
import { say, speech } from "../../language/speech.ts";
import { WorkbenchElement } from "./workbench-element.ts";

export const findTexts = messages("workbench.find", {
  label: { en: "Find and replace in all cells", zh: "在全部单元格中查找与替换" },
  find: { en: "Find", zh: "查找" },
  replace: { en: "Replace with", zh: "替换为" },
  case: { en: "Match case", zh: "区分大小写" },
  word: { en: "Whole words", zh: "全词匹配" },
  regexp: { en: "Regular expression", zh: "正则表达式" },
  previous: { en: "Previous match", zh: "上一处" },
  next: { en: "Next match", zh: "下一处" },
  one: { en: "Replace", zh: "替换" },
  all: { en: "Replace all", zh: "全部替换" },
  count: { en: "{at} of {count}", zh: "第 {at} 处，共 {count} 处" },
  matches: { en: "{count} {count:match|matches}", zh: "共 {count} 处" },
  none: { en: "No match", zh: "没有匹配" },
  invalid: { en: "Not a regular expression", zh: "不是有效的正则表达式" },
  replaced: {
    en: "{count} {count:match|matches} replaced. Undo takes all of it back.",
    zh: "已替换 {count} 处，撤销一次即可全部恢复。",
  },
  close: { en: "Close the find bar", zh: "关闭查找栏" },
});

/** Finds and replaces a text in the sources of all cells. The page searches; the frame highlights the matches. */
export class FindBar extends WorkbenchElement {
  static override properties = {
    search: { state: true },
    replacement: { state: true },
    at: { state: true },
    status: { state: true },
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
      .status {
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
  /** The index of the current match; −1 before the first. */
  declare private at: number;
  /** The result of the last command. */
  declare private status: string;

  constructor() {
    super();
    this.search = { text: "", matchCase: false, wholeWord: false, regexp: false };
    this.replacement = "";
    this.at = -1;
    this.status = "";
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
    return this.session ? findMatches(cellsIn(this.session.cells, speech.language), this.search) : [];
  }

  protected override render() {
    const matches = this.#matches;
    return html`<form role="search" aria-label=${say(findTexts.label())} @submit=${(event: Event) => event.preventDefault()} @keydown=${this.#key}>
      <input
        class="field find"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${say(findTexts.find())}
        aria-label=${say(findTexts.find())}
        .value=${this.search.text}
        @input=${(event: Event) => this.#changeSearch({ text: (event.target as HTMLInputElement).value })}
      />
      <div class="buttons">
        ${this.#option("matchCase", "Aa", say(findTexts.case()))}${this.#option("wholeWord", "W", say(findTexts.word()))}
        ${this.#option("regexp", ".*", say(findTexts.regexp()))}
        ${this.#button("up", say(findTexts.previous()), () => this.#step(-1))}${this.#button("down", say(findTexts.next()), () => this.#step(1))}
        ${this.#button("close", say(findTexts.close()), () => this.workbench.close())}
      </div>
      <input
        class="field replacement"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${say(findTexts.replace())}
        aria-label=${say(findTexts.replace())}
        .value=${this.replacement}
        @input=${(event: Event) => {
          this.replacement = (event.target as HTMLInputElement).value;
        }}
      />
      <div class="buttons">
        <button class="button" type="button" @click=${this.#replaceOne}>${say(findTexts.one())}</button>
        <button class="button" type="button" @click=${this.#replaceAll}>${say(findTexts.all())}</button>
      </div>
      <div class="status" role="status">${this.status || this.#count(matches)}</div>
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
      @click=${() => this.#changeSearch({ [name]: !on })}
    >
      ${sign}
    </button>`;
  }

  #button(name: "up" | "down" | "close", label: string, press: () => void) {
    return html`<button class="tool" type="button" title=${label} aria-label=${label} @click=${press}>${icon(name)}</button>`;
  }

  #count(matches: readonly Match[]) {
    if (this.search.text === "") return nothing;
    if (patternOf(this.search) === null) return say(findTexts.invalid());
    if (matches.length === 0) return say(findTexts.none());
    const count = writeCount(matches.length);
    return this.at < 0
      ? say(findTexts.matches({ count }))
      : say(findTexts.count({ at: writeCount(Math.min(this.at, matches.length - 1) + 1), count }));
  }

  #changeSearch(change: Partial<Search>): void {
    this.search = { ...this.search, ...change };
    this.at = -1;
    this.#show(null);
  }

  #show(match: Match | null): void {
    this.status = "";
    this.session?.find(this.search.text === "" ? null : this.search, match);
  }

  #step(by: 1 | -1): void {
    const matches = this.#matches;
    if (matches.length === 0) return;
    this.at = this.at < 0 ? (by > 0 ? 0 : matches.length - 1) : (this.at + by + matches.length) % matches.length;
    this.#show(matches[this.at] ?? null);
  }

  /** Replaces the current match and moves to the next; without a current match, moves to the first. */
  #replaceOne = () => {
    const match = this.#matches[this.at];
    if (!match) return this.#step(1);
    this.session?.replace(this.search, this.replacement, [match]);
    // The replacement may contain the searched text: it is skipped.
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
    if (count > 0) this.status = say(findTexts.replaced({ count: writeCount(count) }));
  };

  #key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.target.matches(".replacement")) this.#replaceOne();
    else this.#step(event.shiftKey ? -1 : 1);
  };
}

customElements.define("yuheng-find-bar", FindBar);
