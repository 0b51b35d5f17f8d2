import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Candidate, MatchKind } from "../../../lib/account/account-shapes.ts";
import type { LineGroup, LineState } from "../../../lib/account/desk/line-groups.ts";
import { entryOf } from "../../../lib/account/matching/entry-of.ts";
import type { Message } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { searchField } from "../shell/search-field.ts";
import type { AccountDraft } from "./account-draft.ts";
import { accountTexts } from "./account-texts.ts";
import { writeAmount, writeFactor } from "./factor-text.ts";
import { hasOwnFactors, type LineEditor } from "./line-editor.ts";
import "./line-editor.ts";
import { type LineFilter, otherCandidates, shownGroups } from "./line-groups.ts";
import { linesStyle } from "./lines-style.ts";
import { type Decision, decide, withPlace } from "./mapping-edits.ts";
import { ownFactorTexts } from "./own-factor-texts.ts";
import type { Region } from "./regions.ts";
import { tell } from "./tell.ts";

/** Groups of lines on a page, and the next candidates that are one press away. */
const PAGE = 40;
const NEXT = 2;

const filterTexts: Readonly<Record<LineFilter, Message>> = {
  look: accountTexts.needsLook(),
  all: accountTexts.all(),
  skipped: accountTexts.leftOutTab(),
};

const matchTexts: Readonly<Record<MatchKind, Message>> = {
  mapping: accountTexts.byMapping(),
  code: accountTexts.byCode(),
  name: accountTexts.byName(),
  class: accountTexts.byClass(),
  none: accountTexts.byNothing(),
};

const shapeOf: Readonly<Record<LineState, Parameters<typeof stateShape>[0] | null>> = {
  nothing: "blocked",
  look: "stale",
  sure: null,
  skipped: "stopped",
};

/** The lines of an account beside what they were taken for, those that need a look first. Corrections go to the draft's mapping. */
export class AccountLines extends LitElement {
  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    groups: { attribute: false },
    regions: { attribute: false },
    filter: { state: true },
    typed: { state: true },
    page: { state: true },
    open: { state: true },
    isOwn: { state: true },
  };
  static override styles = [controls, linesStyle, css``];

  declare draft: AccountDraft;
  declare groups: readonly LineGroup[];
  declare regions: readonly Region[];
  declare private filter: LineFilter;
  declare private typed: string;
  declare private page: number;
  /** The key of the group that is being changed; null for none. */
  declare private open: string | null;
  /** Whether it was opened for an own factor. */
  declare private isOwn: boolean;
  #known: ReadonlyMap<string, Candidate> = new Map();
  #knownOf: unknown = null;

  constructor() {
    super();
    this.groups = [];
    this.regions = [];
    this.filter = "look";
    this.typed = "";
    this.page = 0;
    this.open = null;
    this.isOwn = false;
  }

  /** Every candidate of the account, found once for each. */
  get #candidates() {
    const { account } = this.draft;
    if (account !== this.#knownOf) this.#known = new Map(account?.candidates.map((each) => [each.id, each]));
    this.#knownOf = account;
    return this.#known;
  }

  protected override render() {
    const counts: Readonly<Record<LineFilter, number>> = {
      look: shownGroups(this.groups, "look", "", say).length,
      all: this.groups.length,
      skipped: shownGroups(this.groups, "skipped", "", say).length,
    };
    const found = shownGroups(this.groups, this.filter, this.typed, tell);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(this.page, pages - 1);
    const shown = found.slice(page * PAGE, (page + 1) * PAGE);
    return html`<div class="tools">
        <div class="filters" role="group" aria-label=${say(accountTexts.show())}>
          ${(["look", "all", "skipped"] as const)
            .filter((filter) => filter !== "skipped" || counts.skipped > 0)
            .map((filter) => this.#renderFilter(filter, counts[filter]))}
        </div>
        ${searchField(say(accountTexts.search()), this.typed, (typed) => {
          this.typed = typed;
          this.page = 0;
        })}
      </div>
      ${shown.length === 0 ? html`<p class="empty" role="status">${say(this.typed === "" && this.filter === "look" ? accountTexts.noneLook() : accountTexts.noneFound())}</p>` : nothing}
      <ul class="lines" aria-label=${say(accountTexts.lines())}>
        ${repeat(
          shown,
          ({ key }) => key,
          (group) => this.#renderGroup(group),
        )}
      </ul>
      ${pages > 1 ? this.#renderPages(page, pages, found.length) : nothing}`;
  }

  #renderFilter(filter: LineFilter, count: number): TemplateResult {
    return html`<button
      class="tool"
      type="button"
      aria-pressed=${filter === this.filter ? "true" : "false"}
      @click=${() => {
        this.filter = filter;
        this.page = 0;
      }}
    >
      ${say(accountTexts.filtered({ name: filterTexts[filter], count: writeCount(count) }))}
    </button>`;
  }

  #renderPages(page: number, pages: number, count: number): TemplateResult {
    const turn = (by: number) => () => {
      this.page = page + by;
    };
    const from = writeCount(page * PAGE + 1);
    const to = writeCount(Math.min(count, (page + 1) * PAGE));
    return html`<div class="pages">
      <button class="button" type="button" ?disabled=${page === 0} @click=${turn(-1)}>${say(accountTexts.previous())}</button>
      <span role="status">${say(accountTexts.page({ from, to, count: writeCount(count) }))}</span>
      <button class="button" type="button" ?disabled=${page === pages - 1} @click=${turn(1)}>${say(accountTexts.next())}</button>
    </div>`;
  }

  #renderGroup(group: LineGroup): TemplateResult {
    const { line, count, amount, emissions, key, sites } = group;
    const where =
      count === 1
        ? accountTexts.place({ sheet: line.sheet, row: line.row })
        : accountTexts.places({ count: writeCount(count), sheet: line.sheet, row: line.row });
    const isOpen = this.open === key;
    return html`<li class=${group.state}>
      <div class="what">
        <strong>${line.name}</strong> <span class="amount">${writeAmount(amount, line.unit)}</span>
        <small>${[say(where), line.column, ...sites.slice(0, 3), line.region].filter((each) => each).join(" · ")}</small>
      </div>
      ${this.#renderMatch(group, isOpen)}
      <div class="gives">
        ${
          emissions === null
            ? html`<span class="muted">${say(accountTexts.inNoFigure())}</span>`
            : html`<span class="visually-hidden">${say(accountTexts.emissions())}</span> ${writeAmount(emissions.value, emissions.unit)}`
        }
      </div>
      ${this.#renderActs(group, isOpen)}
      ${
        isOpen
          ? html`<yuheng-account-line-editor
            .group=${group}
            .known=${this.#candidates}
            .regions=${this.regions}
            .places=${this.draft.mapping.places}
            .kind=${this.#kind}
            .isOwn=${this.isOwn}
            .search=${(text: string, signal: AbortSignal) => this.draft.search(line, text, signal)}
            .decide=${(decision: Decision) => this.#decide(group, decision)}
            .place=${(site: string, region: string | null) => void this.draft.map(withPlace(this.draft.mapping, site, region))}
          ></yuheng-account-line-editor>`
          : nothing
      }
    </li>`;
  }

  get #kind() {
    return this.draft.kind ?? "company";
  }

  #renderMatch({ line, state, key }: LineGroup, isOpen: boolean): TemplateResult {
    const { match, base, notes } = line;
    const skip = entryOf(this.draft.mapping, { name: line.splitFrom ?? line.name, unit: line.unit })?.skip;
    const shape = shapeOf[state];
    const word = skip === undefined ? matchTexts[match.kind] : accountTexts.skipped({ reason: skip });
    return html`<div class="taken">
      <span class="sure">${shape === null ? icon("check") : stateShape(shape)}${say(word)}</span>
      <span class="to"><span class="visually-hidden">${say(accountTexts.takenFor())}</span> ${match.to === null ? say(accountTexts.notTaken()) : tell(match.to)}</span>
      <small>${showSentence(tell(match.how))}</small>
      ${match.to === null ? nothing : html`<small>${writeFactor(match)}${match.source === null ? nothing : html` · ${tell(match.source)}`}</small>`}
      ${skip === undefined && hasOwnFactors(this.#kind, line) ? this.#renderOwn(line.name, key, isOpen) : nothing}
      ${base?.how ? html`<small>${say(accountTexts.conversion())}: ${tell(base.how)}</small>` : nothing}
      ${notes.slice(0, 3).map((note) => html`<small>${showSentence(tell(note))}</small>`)}
    </div>`;
  }

  #renderOwn(name: string, key: string, isOpen: boolean): TemplateResult {
    return html`<button
      class="own"
      type="button"
      aria-expanded=${isOpen && this.isOwn ? "true" : "false"}
      aria-label=${say(ownFactorTexts.openOf({ name }))}
      @click=${() => void this.#toggle(key, true)}
    >
      ${say(ownFactorTexts.open())}
    </button>`;
  }

  #renderActs(group: LineGroup, isOpen: boolean): TemplateResult {
    const { line, state } = group;
    const entry = entryOf(this.draft.mapping, { name: line.splitFrom ?? line.name, unit: line.unit });
    const { factor: own, to, split, skip, convert } = entry ?? {};
    // Without its own factor, a line that nothing else was decided on is as found.
    const isDecided =
      entry !== null && (own === undefined || [to, split, skip, convert].some((of) => of !== undefined));
    // What is taken by its very name is seldom changed.
    const next = state === "sure" || state === "skipped" ? [] : otherCandidates(line).slice(0, NEXT);
    return html`<div class="acts">
      ${next.map(
        ({
          id,
          to,
        }) => html`<button class="button" type="button" @click=${() => this.#decide(group, { is: "to", to: id })}>
          ${say(accountTexts.takeAs({ name: tell(to) }))}
        </button>`,
      )}
      ${
        own === undefined
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.#decide(group, { is: "noOwn" })}>${say(ownFactorTexts.remove())}</button>`
      }
      ${
        isDecided
          ? html`<button class="button" type="button" @click=${() => this.#decide(group, { is: "found" })}>${say(accountTexts.takeBack())}</button>`
          : nothing
      }
      <button
        class="button"
        type="button"
        aria-expanded=${isOpen && !this.isOwn ? "true" : "false"}
        aria-label=${say(accountTexts.change({ name: line.name }))}
        @click=${() => void this.#toggle(group.key, false)}
      >
        ${say(isOpen && !this.isOwn ? accountTexts.done() : accountTexts.changeShort())}
      </button>
    </div>`;
  }

  /** A second press of the same kind closes. */
  async #toggle(key: string, isOwn: boolean): Promise<void> {
    this.open = this.open === key && this.isOwn === isOwn ? null : key;
    this.isOwn = isOwn;
    await this.updateComplete;
    const editor = this.renderRoot.querySelector<LineEditor>("yuheng-account-line-editor");
    await editor?.updateComplete;
    editor?.focus();
  }

  #decide({ line }: LineGroup, decision: Decision): void {
    this.open = null;
    const { mapping } = this.draft;
    void this.draft.map(decide(mapping, { name: line.splitFrom ?? line.name, unit: line.unit }, decision));
  }
}

customElements.define("yuheng-account-lines", AccountLines);
