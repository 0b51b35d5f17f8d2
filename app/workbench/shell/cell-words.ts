import { html, type TemplateResult } from "lit";
import { isMarkdown } from "../../../kernel/cell/kinds.ts";
import type { ShownStatus } from "../../../kernel/runtime/state.ts";
import type { CellReport } from "../../../kernel/sandbox/protocol.ts";
import { stateShape } from "../../design/state-shape.ts";
import { stateTexts } from "../../language/cell-states.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { stripMarkup } from "../panels/outline.ts";

/** A state as shape and word. */
export function showState(status: ShownStatus | undefined): TemplateResult {
  if (!status) return html`<span class="state">${say(stateTexts.none())}</span>`;
  return html`<span class="state ${status}">${stateShape(status)}<span>${say(stateTexts[status]())}</span></span>`;
}

/** The label of a cell: the names it defines, or else the beginning of its source. */
export function nameCell(cell: Session["cells"][number], report: CellReport | undefined): string {
  if (report && report.outputs.length > 0) return report.outputs.join(", ");
  const line = cell.source.split("\n").find((text) => /[\p{L}\p{N}]/u.test(text)) ?? cell.source.trim();
  const plain = isMarkdown(cell.kind) ? stripMarkup(line.replace(/^\s*(#{1,6}|[>*+-]|\d+[.)])\s+/, "")) : line.trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}
