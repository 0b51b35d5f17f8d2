import { html, nothing, type TemplateResult } from "lit";
import type { CellError, Mend } from "../../kernel/runtime/cell-error.ts";
import type { CellState } from "../../kernel/runtime/state.ts";
import { showSentence } from "../design/sentence.ts";
import { stateShape } from "../design/state-shape.ts";
import { sayErrorKind, saySentence } from "../language/sentence.ts";
import { say } from "../language/speech.ts";

export interface NoticeContext {
  readonly navigation: { reveal(cell: number): void };
  readonly texts: { mend(mend: Mend): void };
}

/** What keeps a cell from being up to date: the sentence, the place, and what to do. */
export function noticeOf(
  { status, error, blockedBy }: CellState,
  context: NoticeContext,
): TemplateResult | typeof nothing {
  if (status === "failed" && error) return errorOf(error, context);
  if (status === "stale") return html`<p class="waiting">${say("cell.stale")}</p>`;
  if (!blockedBy || status === "fresh" || status === "running") return nothing;
  const sentence = say(status === "paused" ? "cell.pausedBy" : "cell.blockedBy", { name: blockedBy.name });
  return html`<p class="waiting">
    ${showSentence(sentence)}
    <button type="button" class="link" @click=${() => context.navigation.reveal(blockedBy.cell)}>${say("cell.goThere")}</button>
  </p>`;
}

function errorOf(
  { name, message, said, line, column, sourceLine, mend }: CellError,
  context: NoticeContext,
): TemplateResult {
  return html`<div class="error" role="alert">
    <p>${stateShape("failed")} <strong>${sayErrorKind(name)}</strong>${say("notice.colon")}${showSentence(saySentence(said ?? message))}</p>
    ${line === undefined ? nothing : placeOf(line, column ?? 1, sourceLine ?? "")}
    ${
      mend
        ? html`<button type="button" class="mend" @click=${() => context.texts.mend(mend)}>
          ${showSentence(mend.kind === "rename" ? say("cell.renameTo", { name: mend.to }) : say("cell.pauseThis"))}
        </button>`
        : nothing
    }
  </div>`;
}

/** The line as it stands, with a mark below the column. */
function placeOf(line: number, column: number, source: string): TemplateResult {
  const indent = source.slice(0, column - 1).replaceAll(/[^\t]/g, " ");
  return html`<div class="place" tabindex="0" role="group" aria-label=${say("cell.line", { line })}>
    <span class="where">${say("cell.line", { line })}</span>
    <pre>${source}${"\n"}${indent}<span class="caret" aria-hidden="true">^</span></pre>
  </div>`;
}
