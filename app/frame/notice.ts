import { html, nothing, type TemplateResult } from "lit";
import type { CellError, Mend } from "../../kernel/runtime/cell-error.ts";
import type { CellState } from "../../kernel/runtime/state.ts";
import { messages } from "../../lib/message/message.ts";
import { showSentence } from "../design/sentence.ts";
import { stateShape } from "../design/state-shape.ts";
import { sayErrorKind } from "../language/error-kinds.ts";
import { say } from "../language/speech.ts";
import { cellTexts } from "./cell-labels.ts";

export const noticeTexts = messages("frame.notice", {
  colon: { en: ": ", zh: "：" },
});

export interface NoticeContext {
  readonly navigation: { reveal(cell: number): void };
  readonly texts: { mend(mend: Mend): void };
}

/** Why a cell is not up to date: the message, the place in its source, and what to do. */
export function noticeOf(
  { status, error, blockedBy }: CellState,
  context: NoticeContext,
): TemplateResult | typeof nothing {
  if (status === "failed" && error) return errorOf(error, context);
  if (status === "stale") return html`<p class="waiting">${say(cellTexts.stale())}</p>`;
  if (!blockedBy || status === "fresh" || status === "running") return nothing;
  const sentence = say((status === "paused" ? cellTexts.pausedBy : cellTexts.blockedBy)({ name: blockedBy.name }));
  return html`<p class="waiting">
    ${showSentence(sentence)}
    <button type="button" class="link" @click=${() => context.navigation.reveal(blockedBy.cell)}>${say(cellTexts.goThere())}</button>
  </p>`;
}

function errorOf(
  { name, message, said, line, column, sourceLine, mend }: CellError,
  context: NoticeContext,
): TemplateResult {
  return html`<div class="error" role="alert">
    <p>${stateShape("failed")} <strong>${sayErrorKind(name)}</strong>${say(noticeTexts.colon())}${showSentence(say(said ?? message))}</p>
    ${line === undefined ? nothing : placeOf(line, column ?? 1, sourceLine ?? "")}
    ${
      mend
        ? html`<button type="button" class="mend" @click=${() => context.texts.mend(mend)}>
          ${showSentence(mend.kind === "rename" ? say(cellTexts.renameTo({ name: mend.to })) : say(cellTexts.pauseThis()))}
        </button>`
        : nothing
    }
  </div>`;
}

/** The source line with a mark below the column. */
function placeOf(line: number, column: number, source: string): TemplateResult {
  const indent = source.slice(0, column - 1).replaceAll(/[^\t]/g, " ");
  return html`<div class="place" tabindex="0" role="group" aria-label=${say(cellTexts.line({ line }))}>
    <span class="where">${say(cellTexts.line({ line }))}</span>
    <pre>${source}${"\n"}${indent}<span class="caret" aria-hidden="true">^</span></pre>
  </div>`;
}
