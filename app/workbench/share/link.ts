import { findDifferences, parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import {
  findLink,
  findPatch,
  followLink,
  isLinkOf,
  type NotebookPatch,
  packLink,
  unpackLink,
} from "../../../kernel/document/patch/index.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import type { OtherVersion } from "../../session/other-version.ts";
import { isOwn } from "../../session/own-files.ts";
import { writeRoute } from "../shell/route.ts";

export const linkTexts = messages("workbench.link", {
  values: {
    en: "The link set {inputs} {inputs:input|inputs}. “Reset inputs” returns to the notebook’s own.",
    zh: "链接设定了 {inputs} 个输入值。用“重置输入”可恢复笔记本自己的值。",
  },
  edits: {
    en: "The link changed {cells} {cells:cell|cells}. Undo reverts that.",
    zh: "链接改动了 {cells} 个单元格。可以撤销。",
  },
  both: {
    en: "The link set {inputs} {inputs:input|inputs} and changed {cells} {cells:cell|cells}. Undo reverts the changes of cells; “Reset inputs” resets the inputs.",
    zh: "链接设定了 {inputs} 个输入值，并改动了 {cells} 个单元格。改动可以撤销，输入值可用“重置输入”恢复。",
  },
  moved: {
    en: "The notebook has changed since the link was made, so figures may differ from what the sender saw.",
    zh: "链接生成之后笔记本有改动，数值可能与发送者所见不同。",
  },
  same: { en: "The notebook already contains the changes of this link.", zh: "笔记本已与链接内容一致。" },
  conflict: {
    en: "The link changes cells that you have changed as well. No cell was changed: compare both and choose.",
    zh: "链接改动的单元格您也改动过。目前未改动任何单元格：请对照后选择。",
  },
});

/** The ways to share an open notebook. */
export interface Shared {
  /** The address with the values of inputs and, if requested, the changes; null if the notebook has no address. */
  readonly address: string | null;
  /** How many inputs the address sets. */
  readonly inputs: number;
  /** The differences from the original, including values of inputs that the document stores. */
  readonly patch: NotebookPatch;
  /** How many cells differ in more than values of inputs. */
  readonly edits: number;
}

/** Finds the ways to share a notebook; `page` is the address of this page. */
export function share(
  session: Pick<Session, "document" | "autosave" | "inputs">,
  page: string,
  edits: boolean,
): Shared {
  const { name, text } = session.autosave.original;
  const now = parseNotebook(session.document.text);
  const base = { notebook: parseNotebook(text), text };
  const link = findLink(name, base, session.inputs.applyTo(now), edits);
  const inputs = Object.values(link.values).reduce((sum, named) => sum + Object.keys(named).length, 0);
  const query = inputs > 0 || link.patch ? `?with=${packLink(link)}` : "";
  const route = writeRoute({ page: "notebook", name });
  return {
    address: isOwn(name) ? null : page.replace(/#.*$/, "") + route + query,
    inputs,
    patch: findPatch(name, base.notebook, now),
    edits: findPatch(name, base.notebook, now, new Set(["data-value"])).cells.length,
  };
}

/**
 * Applies a link to an open notebook, and returns a notice about it. Inputs are set; changes of cells are one undoable step. If these
 * conflict with the user's own changes, no cell is changed before they have chosen.
 */
export function applyLink(session: Session, packed: string): () => string {
  try {
    const link = unpackLink(packed);
    const { base, theirs, values, inputs, cells } = followLink(parseNotebook(session.document.text), link);
    const moved = isLinkOf(link, session.autosave.original.text) ? "" : say(linkTexts.moved());
    const other: OtherVersion = {
      key: "link",
      where: "link",
      text: serializeNotebook(theirs),
      baseText: serializeNotebook(base),
      time: null,
    };
    const comparison = session.autosave.offer(other) ? session.autosave.compare(other.key) : null;
    const isConflict = comparison !== null && findDifferences(comparison).some(({ change }) => change === "conflict");
    if (comparison && !isConflict) session.merge(other, comparison, new Map());
    if (inputs > 0) session.setInputs(values);
    if (isConflict) return () => say(linkTexts.conflict());
    if (!comparison && inputs === 0) return () => say(linkTexts.same());
    const summary = () =>
      cells === 0
        ? say(linkTexts.values({ inputs }))
        : inputs === 0
          ? say(linkTexts.edits({ cells }))
          : say(linkTexts.both({ inputs, cells }));
    return () => [summary(), moved].join(" ").trim();
  } catch (error) {
    const sentence = messageOf(error);
    return () => say(sentence);
  }
}
