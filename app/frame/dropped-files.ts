import type { PageApi } from "../../kernel/sandbox/protocol.ts";
import { isTableText } from "../../lib/files/delimited/pasted-table.ts";
import { isTyping } from "../actions/keymap.ts";
import { FileTakers } from "./file-takers.ts";

/** Between two reports of one drag, in milliseconds: the page's layer may have gone. */
const AGAIN_MS = 500;

/**
 * Reports files that are dragged over the notebook, so that the page takes them, and the names of those that are dropped before it
 * could. Where a cell takes files itself, in an input or by listeners of its own, they are left to it. Without this the browser would
 * open a dropped file in place of the page.
 */
export function reportDroppedFiles(page: Pick<PageApi["reader"], "dragged" | "dropped">): void {
  const takers = new FileTakers();
  let reportedAt = Number.NEGATIVE_INFINITY;
  document.addEventListener("dragover", (event) => {
    if (isForCell(event, takers)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    if (takers.everywhere || event.timeStamp - reportedAt < AGAIN_MS) return;
    reportedAt = event.timeStamp;
    page.dragged(takers.places());
  });
  document.addEventListener("drop", (event) => {
    if (isForCell(event, takers)) return;
    event.preventDefault();
    page.dropped([...(event.dataTransfer?.files ?? [])].map(({ name }) => name));
  });
  takers.watch();
}

/** Reports that a table or a file was pasted outside of editors and fields. Nothing of it is sent. */
export function reportPastedTable(page: Pick<PageApi["reader"], "pasted">): void {
  const report = ({ clipboardData: pasted }: ClipboardEvent) => {
    if (pasted && (pasted.files.length > 0 || isTableText(pasted.getData("text/plain")))) page.pasted();
  };
  document.addEventListener("paste", (event) => {
    if (!event.defaultPrevented && !isTyping(event.composedPath())) report(event);
  });
  // Firefox pastes where the selection is: into an editor, though the focus has left it.
  const intoLeftEditor = (event: ClipboardEvent) => {
    const focused = focusedElement();
    if (!isTyping(event.composedPath()) || (focused && isTyping([focused]))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    report(event);
  };
  document.addEventListener("paste", intoLeftEditor, { capture: true });
}

/** The element with the focus, also within elements of a cell that have a shadow root. */
function focusedElement(): Element | null {
  let { activeElement: focused } = document;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

function isForCell(event: DragEvent, takers: FileTakers): boolean {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return true;
  return event.composedPath().some((target) => target instanceof Element && takers.has(target));
}
