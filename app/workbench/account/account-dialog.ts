import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Progress } from "../../../kernel/runtime/state.ts";
import type { ReportForm } from "../../../kernel/services/report/report-file.ts";
import { type AccountKind, accountKinds } from "../../../lib/account/account-shapes.ts";
import { isOnMapping } from "../../../lib/account/on-mapping.ts";
import { askedFields, usualStandards } from "../../../lib/account/report/asked-fields.ts";
import { type ReportStandard, reportStandards } from "../../../lib/account/report/report.ts";
import { writeFormulas } from "../../../lib/charts/number-text.ts";
import type { Message, Sentence } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeCount, writeNumber } from "../../language/figures.ts";
import { say, sayPart } from "../../language/speech.ts";
import { WORKING_AFTER_MS, workFacts } from "../../language/work-facts.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { nameOfSource } from "./account-choices.ts";
import type { AccountDraft } from "./account-draft.ts";
import "./account-lines.ts";
import "./account-questions.ts";
import { accountStyle } from "./account-style.ts";
import { accountTexts } from "./account-texts.ts";
import { regionField, regionList } from "./region-field.ts";
import type { Region } from "./regions.ts";
import { reportFields } from "./report-fields.ts";
import { sheetsPart, sheetsStyle } from "./sheets-part.ts";
import { codeOf, tell } from "./tell.ts";
import type { WrittenAccount } from "./written-account.ts";

/** What is asked for with a `report` event. */
export interface ReportAsked {
  readonly form: ReportForm;
  readonly standard: ReportStandard;
}

/** What an account is shown with. */
export interface ShownAccount {
  /** Whether it stands in cells already, which are written anew. */
  readonly isUpdate: boolean;
  /** Where its mapping comes from, if from another file's. */
  readonly notes: readonly Message[];
  /** What of the mapping could not be used. */
  readonly problems: readonly Message[];
  /** The accounts of the notebook with which it can be compared. */
  readonly others: readonly WrittenAccount[];
}

/**
 * The dialog in which a file becomes an account: the answer at the top, and below it what was read, what is asked, and each line beside
 * what it was taken for. Dispatches `write` when the cells are to be written, `overwrite` when a person agrees that cells edited by hand are replaced, and `report` with a ReportAsked when the report is wanted.
 */
export class AccountDialog extends DialogElement {
  static override properties: PropertyDeclarations = {
    ...DialogElement.properties,
    draft: { state: true },
    regions: { state: true },
    isUpdate: { state: true },
    sheet: { state: true },
    note: { state: true },
    mappingNotes: { state: true },
    problems: { state: true },
    isWriting: { state: true },
    standard: { state: true },
    isEdited: { state: true },
    others: { state: true },
    compareWith: { state: true },
  };
  static override styles = [controls, dialogStyle, accountStyle, sheetsStyle];

  declare draft: AccountDraft | null;
  declare regions: readonly Region[];
  /** Whether the account stands in cells already, which are written anew. */
  declare isUpdate: boolean;
  /** The place of the sheet whose rows are shown; null for the first that was read. */
  declare sheet: number | null;
  /** What went wrong beside the computation, of writing. */
  declare note: Sentence | null;
  declare mappingNotes: readonly Message[];
  declare problems: readonly Message[];
  declare isWriting: boolean;
  /** By what the fields of the report are asked for; null for the usual one of the kind. */
  declare standard: ReportStandard | null;

  /** Whether cells were edited by hand that writing would replace. */
  declare isEdited: boolean;

  /** The accounts of the notebook with which a new one can be compared. */
  declare others: readonly WrittenAccount[];
  /** The name of the account that was chosen of these; null for none. */
  declare compareWith: string | null;

  constructor() {
    super();
    this.others = [];
    this.compareWith = null;
    this.draft = null;
    this.regions = [];
    this.isUpdate = false;
    this.sheet = null;
    this.note = null;
    this.mappingNotes = [];
    this.problems = [];
    this.isWriting = false;
    this.standard = null;
    this.isEdited = false;
  }

  readonly #changed = () => this.requestUpdate();

  /** Shows a draft and begins to compute it. */
  async show(draft: AccountDraft, { isUpdate, notes, problems, others }: ShownAccount): Promise<void> {
    this.#leave();
    this.mappingNotes = notes;
    this.problems = problems;
    this.others = others;
    this.compareWith = null;
    this.draft = draft;
    this.isUpdate = isUpdate;
    this.sheet = null;
    this.note = null;
    this.isWriting = false;
    this.standard = null;
    this.isEdited = false;
    draft.addEventListener("change", this.#changed);
    void draft.run();
    await this.updateComplete;
    showModal(this.dialog);
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  /** Asks whether cells that were edited by hand are replaced; `overwrite` follows if they are. */
  askOverwrite(): void {
    this.isWriting = false;
    this.isEdited = true;
    this.note = accountTexts.editedByHand();
  }

  /** The account that is compared with: of the same kind, and of another year. */
  get compared(): WrittenAccount | null {
    return this.#comparable().find(({ names }) => names.account === this.compareWith) ?? null;
  }

  #comparable(): readonly WrittenAccount[] {
    const { kind = null, year = null } = this.draft ?? {};
    return this.others.filter(
      ({ choices }) => choices.year !== null && choices.kind === kind && year !== null && choices.year !== year,
    );
  }

  #leave(): void {
    this.draft?.removeEventListener("change", this.#changed);
    this.draft?.stop();
    this.draft = null;
  }

  readonly #closed = () => {
    this.dispatchEvent(new Event("closing"));
    this.#leave();
    this.dispatchEvent(new Event("closed"));
  };

  /** The button of the work has gone with it: its focus goes to the title. */
  protected override update(changed: PropertyValues): void {
    const wasAtWork = this.shadowRoot?.activeElement?.matches(".work button") ?? false;
    super.update(changed);
    if (wasAtWork && !this.renderRoot.querySelector(".work button"))
      this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  protected override render() {
    const { draft } = this;
    return html`<dialog aria-labelledby="title" aria-busy=${draft?.progress ? "true" : "false"} @close=${this.#closed}>
      ${draft ? html`${this.#renderTop(draft)} ${this.#renderBody(draft)}` : nothing}
    </dialog>`;
  }

  #renderTop(draft: AccountDraft): TemplateResult {
    const { account } = draft;
    return html`<div class="top">
      <div class="head">
        <h2 id="title" tabindex="-1">${say(accountTexts.title({ file: nameOfSource(draft.choices.source) }))}</h2>
        <button
          class="tool"
          type="button"
          title=${say(accountTexts.close())}
          aria-label=${say(accountTexts.close())}
          @click=${() => this.close()}
        >
          ${icon("close")}
        </button>
      </div>
      <div class="answer">
        <div class="headline" role="status">
          <p class="figure">${account ? writeFormulas(tell(account.headline)) : say(draft.progress ? accountTexts.reading() : accountTexts.noAnswer())}</p>
          ${this.#renderBehind(draft)}
        </div>
        ${this.#renderWork(draft)}
        <div class="ends">
          <button
            class="button primary"
            type="button"
            aria-disabled=${account && !draft.progress && !this.isWriting ? nothing : "true"}
            @click=${() => {
              if (!account || draft.progress || this.isWriting) return;
              this.isWriting = true;
              this.dispatchEvent(new Event(this.isEdited ? "overwrite" : "write"));
            }}
          >
            ${say(this.isEdited ? accountTexts.overwrite() : this.isUpdate ? accountTexts.update() : accountTexts.write())}
          </button>
        </div>
      </div>
      ${[...this.problems, this.note, draft.problem].map((problem) =>
        problem === null
          ? nothing
          : html`<p class="problem" role="alert">${stateShape("failed")} ${showSentence(say(problem))}</p>`,
      )}
    </div>`;
  }

  #renderBehind({ account, isEnded }: AccountDraft): TemplateResult | typeof nothing {
    if (isEnded)
      return html`<p class="muted">${stateShape("stopped")} ${say(account ? accountTexts.stopped() : accountTexts.stoppedEmpty())}</p>`;
    if (!account) return nothing;
    const { lines, of, byMass } = account.coverage;
    const counts = { lines: writeCount(lines), of: writeCount(of) };
    const share = byMass === null ? "" : `${writeNumber(100 * byMass, { maximumFractionDigits: 0 })}\u00a0%`;
    const text = byMass === null ? accountTexts.behind(counts) : accountTexts.behindMass({ ...counts, share });
    return html`<p class="muted">${say(text)}</p>`;
  }

  /** What is done, how much of it, how long still, and Stop; of what was stopped, *Run again*. */
  #renderWork(draft: AccountDraft): TemplateResult | typeof nothing {
    const { progress, isEnded } = draft;
    if (!progress && !isEnded) return nothing;
    // One button, so that it keeps the focus when its word changes.
    return html`<div class="work">
      ${progress ? this.#renderProgress(draft, progress) : nothing}
      <button class="button" type="button" @click=${() => (progress ? draft.stop() : void draft.run())}>
        ${icon(progress ? "stop" : "play")}${say(progress ? accountTexts.stop() : accountTexts.runAgain())}
      </button>
    </div>`;
  }

  #renderProgress(draft: AccountDraft, { fraction, message }: Progress): TemplateResult {
    const doing = message ? sayPart(message) : say(draft.read ? accountTexts.computing() : accountTexts.reading());
    const elapsed = performance.now() - draft.since;
    return html`<progress aria-label=${doing} value=${fraction ?? nothing}></progress>
      <span class="doing">${doing}</span>
      ${elapsed < WORKING_AFTER_MS ? nothing : html`<span class="facts">${workFacts(elapsed, fraction)}</span>`}`;
  }

  #renderBody(draft: AccountDraft): TemplateResult {
    return html`${regionList(this.regions)} ${this.#renderBasics(draft)} ${this.#renderReportFiles(draft)}
      ${this.#renderAsks(draft)}
      ${this.#renderMapping(draft)}
      ${this.#renderSheets(draft)}
      ${
        draft.account
          ? html`<h3 id="lines">${say(accountTexts.lines())}</h3>
            <yuheng-account-lines
              .draft=${draft}
              .groups=${draft.groups}
              .regions=${this.regions}
              .mapping=${draft.mapping}
            ></yuheng-account-lines>`
          : nothing
      }
      ${this.#renderLeftOut(draft)} ${this.#renderRest(draft)}`;
  }

  #renderBasics(draft: AccountDraft): TemplateResult {
    const { choices, kind, year } = draft;
    return html`<div class="basics" role="group" aria-label=${say(accountTexts.basics())}>
        <fieldset>
          <legend>${say(accountTexts.kind())}</legend>
          <div class="kinds">
            ${accountKinds.map(
              (each) => html`<label title=${say(accountTexts[`${each}About`]())}>
                <input
                  type="radio"
                  name="kind"
                  value=${each}
                  .checked=${each === kind}
                  @change=${() => void draft.choose({ kind: each satisfies AccountKind })}
                />
                ${say(accountTexts[each]())}
              </label>`,
            )}
          </div>
        </fieldset>
        <label class="year">
          ${say(accountTexts.year())}
          <input
            class="field"
            type="number"
            min="1900"
            max="2100"
            step="1"
            .value=${year === null ? "" : String(year)}
            @change=${({ target }: Event) => {
              const wanted = (target as HTMLInputElement).valueAsNumber;
              if (Number.isInteger(wanted) && wanted >= 1900 && wanted <= 2100) void draft.choose({ year: wanted });
            }}
          />
        </label>
        ${regionField(say(accountTexts.region()), this.regions, choices.region, (region) => void draft.choose({ region }))}
        ${this.#renderComparison(draft)}
      </div>
      ${choices.region === null && draft.account ? html`<p class="hint">${say(accountTexts.regionMissing())}</p>` : nothing}`;
  }

  #renderComparison(draft: AccountDraft): TemplateResult | typeof nothing {
    const others = this.#comparable();
    if (others.length === 0) return nothing;
    return html`<label class="compare">
      ${say(accountTexts.compareWith())}
      <select
        class="field"
        @change=${({ target }: Event) => {
          this.compareWith = (target as HTMLSelectElement).value || null;
          // The same company is in the same place.
          const { region = null } = this.compared?.choices ?? {};
          if (draft.choices.region === null && region !== null) void draft.choose({ region });
        }}
      >
        <option value="" ?selected=${this.compared === null}>${say(accountTexts.noComparison())}</option>
        ${others.map(
          ({
            names,
            choices: { source, year },
          }) => html`<option value=${names.account} ?selected=${names.account === this.compareWith}>
            ${say(accountTexts.otherAccount({ file: nameOfSource(source), year: String(year) }))}
          </option>`,
        )}
      </select>
    </label>`;
  }

  #renderAsks(draft: AccountDraft): TemplateResult | typeof nothing {
    const { asks } = draft;
    if (asks.length === 0) return nothing;
    return html`<h3 id="asks">${say(accountTexts.asks())}</h3>
      <p class="hint">${say(accountTexts.asksHint())}</p>
      <yuheng-account-questions
        role="group"
        aria-labelledby="asks"
        .draft=${draft}
        .asks=${asks}
        .isIdle=${draft.progress === null}
      ></yuheng-account-questions>`;
  }

  /** What of the mapping does not fit this file: it decides figures, so it is seen before the lines. */
  #renderMapping({ account }: AccountDraft): TemplateResult | typeof nothing {
    const notes = [...this.mappingNotes, ...(account?.notes ?? []).filter((note) => isOnMapping(codeOf(note)))];
    if (notes.length === 0) return nothing;
    return html`<details class="mapping" open>
      <summary>${say(accountTexts.mapping())}</summary>
      <ul class="plain">${notes.map((note) => html`<li>${showSentence(tell(note))}</li>`)}</ul>
    </details>`;
  }

  #renderSheets(draft: AccountDraft): TemplateResult {
    const { choices, read } = draft;
    const sheets = read?.previews ?? [];
    const readings = read?.sheets ?? [];
    const firstRead = sheets.findIndex(({ name }) => readings.some(({ sheet, isUsed }) => sheet === name && isUsed));
    // What was read as expected need not be looked at.
    const isOpen = sheets.length > 1 || (read !== null && read.lines === 0);
    return html`<details class="read" ?open=${isOpen}>
      <summary>${say(accountTexts.sheets())}</summary>
      ${sheetsPart({
        sheets,
        readings,
        chosen: choices.sheets,
        heads: choices.heads,
        at: this.sheet ?? Math.max(0, firstRead),
        show: (at) => {
          this.sheet = at;
        },
        choose: (names) => void draft.choose({ sheets: names }),
        setHead: (sheet, row) => {
          const others = Object.entries(choices.heads).filter(([name]) => name !== sheet);
          void draft.choose({ heads: Object.fromEntries(row === null ? others : [...others, [sheet, row]]) });
        },
      })}
      ${(read?.notes ?? []).map((note) => html`<p class="muted">${showSentence(tell(note))}</p>`)}
    </details>`;
  }

  #renderLeftOut({ read }: AccountDraft): TemplateResult | typeof nothing {
    if (!read || read.leftOut.count === 0) return nothing;
    const { count, first, more } = read.leftOut;
    return html`<details>
      <summary>${say(accountTexts.leftOut({ count: writeCount(count) }))}</summary>
      <ul class="plain">
        ${first.map(
          ({ sheet, row, text, reason }) => html`<li>
            ${say(accountTexts.place({ sheet, row }))}: <q>${text}</q> – ${showSentence(tell(reason))}
          </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="muted">${say(accountTexts.moreRows({ count: writeCount(more) }))}</p>` : nothing}
    </details>`;
  }

  /** The report as a file, by the standard that was chosen of those that fit. */
  #renderReportFiles(draft: AccountDraft): TemplateResult | typeof nothing {
    const { account, progress } = draft;
    if (!account) return nothing;
    const fitting = reportStandards.filter((each) => askedFields[each].kinds.includes(account.kind));
    const standard = this.standard && fitting.includes(this.standard) ? this.standard : usualStandards[account.kind];
    const button = (form: ReportForm, label: string) =>
      html`<button
        class="button"
        type="button"
        aria-disabled=${progress ? "true" : nothing}
        @click=${() => {
          if (progress) return;
          this.dispatchEvent(new CustomEvent<ReportAsked>("report", { detail: { form, standard } }));
        }}
      >
        ${label}
      </button>`;
    return html`<div class="report" role="group" aria-label=${say(accountTexts.report())}>
      ${
        fitting.length < 2
          ? nothing
          : html`<label>
            ${say(accountTexts.reportBy())}
            <select
              class="field"
              @change=${({ target }: Event) => {
                this.standard = (target as HTMLSelectElement).value as ReportStandard;
              }}
            >
              ${fitting.map((each) => html`<option value=${each} ?selected=${each === standard}>${say(askedFields[each].name())}</option>`)}
            </select>
          </label>`
      }
      ${button("xlsx", say(accountTexts.reportWorkbook()))} ${button("html", say(accountTexts.reportPage()))}
    </div>
    ${reportFields(account.unstated[standard] ?? [], draft.mapping.statements ?? {}, (key, text) => draft.state(key, text))}`;
  }

  /** What the account does not cover, and its sources. */
  #renderRest({ account }: AccountDraft): TemplateResult | typeof nothing {
    if (!account) return nothing;
    const { notCovered, sources, method } = account;
    const notes = account.notes.filter((note) => !isOnMapping(codeOf(note)));
    return html`${
      notCovered.length + notes.length === 0
        ? nothing
        : html`<details>
          <summary>${say(accountTexts.notCovered())}</summary>
          <ul class="plain">${[...notCovered, ...notes].map((each) => html`<li>${showSentence(tell(each))}</li>`)}</ul>
        </details>`
    }
    <details>
      <summary>${say(accountTexts.sources())}</summary>
      <ul class="plain">
        ${sources.map(({ source, lines }) => html`<li>${say(accountTexts.sourceLines({ source: tell(source), count: lines }))}</li>`)}
        ${method.map((each) => html`<li>${showSentence(tell(each))}</li>`)}
      </ul>
    </details>`;
  }
}

customElements.define("yuheng-account", AccountDialog);
