import { html, nothing, type TemplateResult } from "lit";
import type { CellError, Mend } from "../../kernel/runtime/cell-error.ts";
import { type CellState, shownStatus } from "../../kernel/runtime/state.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { showSentence } from "../design/sentence.ts";
import { stateShape } from "../design/state-shape.ts";
import { sayErrorKind } from "../language/error-kinds.ts";
import { say } from "../language/speech.ts";
import { cellTexts } from "./cell-labels.ts";

export const noticeTexts = messages("frame.notice", {
  colon: { en: ": ", zh: "：" },
  runAgain: { en: "Run again", zh: "重新运行" },
});

export interface NoticeContext {
  readonly copy: { placeOf(cell: number): number };
  readonly navigation: { reveal(cell: number): void };
  readonly texts: { mend(mend: Mend): void };
  readonly runs: { interrupt(cell: number): void; run(cell: number): void };
}

/** Why a cell is not up to date, and what is amiss although it is: the message, the place in its source, and what to do. */
export function noticeOf(cell: number, state: CellState, context: NoticeContext): TemplateResult {
  return html`${stateOf(cell, state, context)}${state.warnings?.map((warning) => warningOf(cell, warning, context))}`;
}

function stateOf(
  cell: number,
  { status, error, blockedBy }: CellState,
  context: NoticeContext,
): TemplateResult | typeof nothing {
  if (error && shownStatus({ status, error }) === "stopped") return stoppedOf(cell, error, context);
  if (status === "failed" && error) return errorOf(cell, error, context);
  if (status === "stale") return html`<p class="waiting">${say(cellTexts.stale())}</p>`;
  if (!blockedBy || status === "fresh" || status === "running") return nothing;
  const sentence = say((status === "paused" ? cellTexts.pausedBy : cellTexts.blockedBy)({ name: blockedBy.name }));
  return html`<p class="waiting">
    ${showSentence(sentence)}
    <button type="button" class="link" @click=${() => context.navigation.reveal(blockedBy.cell)}>${say(cellTexts.goThere())}</button>
  </p>`;
}

/** A run that was ended on request: no fault, and one press from going on. */
function stoppedOf(cell: number, { name, message, said }: CellError, { runs }: NoticeContext): TemplateResult {
  return html`<div class="error stopped" role="status">
    <p>${stateShape("stopped")} <strong>${sayErrorKind(name)}</strong>${say(noticeTexts.colon())}${say(said ?? message)}</p>
    <button type="button" class="again" @click=${() => runs.run(cell)}>${say(noticeTexts.runAgain())}</button>
  </div>`;
}

function errorOf(cell: number, error: CellError, context: NoticeContext): TemplateResult {
  return html`<div class="error" role="alert">
    <p>${stateShape("failed")} ${sentenceOf(error)}</p>
    ${detailsOf(cell, error, context)}
  </div>`;
}

function warningOf(cell: number, warning: CellError, context: NoticeContext): TemplateResult {
  return html`<div class="error warning" role="status">
    <p>${stateShape("blocked")} ${sentenceOf(warning)}</p>
    ${detailsOf(cell, warning, context)}
  </div>`;
}

function sentenceOf({ name, message, said }: CellError): TemplateResult {
  return html`<strong>${sayErrorKind(name)}</strong>${say(noticeTexts.colon())}${showSentence(say(said ?? message))}`;
}

/** The place in the source, and the mend. */
function detailsOf(
  cell: number,
  { line, column, sourceLine, mend }: CellError,
  context: NoticeContext,
): TemplateResult {
  return html`${line === undefined ? nothing : placeOf(line, column ?? 1, sourceLine ?? "")}
    ${
      mend
        ? html`<button type="button" class="mend" @click=${() => context.texts.mend(mend)}>
          ${showSentence(say(sayMend(cell, mend, context)))}
        </button>`
        : nothing
    }`;
}

function sayMend(cell: number, mend: Mend, { copy }: NoticeContext): Message {
  if (mend.kind === "pause") return cellTexts.pauseThis();
  const name = mend.to;
  return mend.cell === cell
    ? cellTexts.renameTo({ name })
    : cellTexts.renameThere({ name, place: copy.placeOf(mend.cell) });
}

/** The source line with a mark below the column. */
function placeOf(line: number, column: number, source: string): TemplateResult {
  const indent = source.slice(0, column - 1).replaceAll(/[^\t]/g, " ");
  return html`<div class="place" tabindex="0" role="group" aria-label=${say(cellTexts.line({ line }))}>
    <span class="where">${say(cellTexts.line({ line }))}</span>
    <pre>${source}${"\n"}${indent}<span class="caret" aria-hidden="true">^</span></pre>
  </div>`;
}
