import {
  findDifferences,
  findLink,
  findPatch,
  followLink,
  isLinkOf,
  type NotebookPatch,
  packLink,
  parseNotebook,
  serializeNotebook,
  unpackLink,
} from "../../../kernel/document/index.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import type { OtherVersion } from "../../session/other-version.ts";
import { isOwn } from "../../session/own-files.ts";
import { writeRoute } from "../shell/route.ts";

export const linkTexts = messages("workbench.link", {
  values: {
    en: "The link set {inputs} {inputs:input|inputs}. Undo takes that back.",
    zh: "链接设定了 {inputs} 个输入值。可以撤销。",
  },
  edits: {
    en: "The link changed {cells} {cells:cell|cells}. Undo takes that back.",
    zh: "链接改动了 {cells} 个单元格。可以撤销。",
  },
  both: {
    en: "The link set {inputs} {inputs:input|inputs} and changed {cells} {cells:cell|cells}. Undo takes that back.",
    zh: "链接设定了 {inputs} 个输入值，并改动了 {cells} 个单元格。可以撤销。",
  },
  moved: {
    en: "The notebook has changed since the link was made, so figures may differ from what its sender saw.",
    zh: "链接生成之后笔记本有改动，数值可能与发送者所见不同。",
  },
  same: { en: "The notebook already says what the link holds.", zh: "笔记本已与链接内容一致。" },
  conflict: {
    en: "The link changes cells that you have changed as well. Nothing was changed: look at both and choose.",
    zh: "链接改动的单元格您也改动过。目前未作任何改动：请对照后选择。",
  },
});

/** The ways to share an open notebook. */
export interface Shared {
  /** The address with the values of inputs and, if requested, the changes; null if the notebook has no address. */
  readonly address: string | null;
  /** How many inputs the address sets. */
  readonly inputs: number;
  /** The differences from the original, including values of inputs. */
  readonly patch: NotebookPatch;
  /** How many cells differ in more than values of inputs. */
  readonly edits: number;
}

/** Finds the ways to share a notebook; `page` is the address of this page. */
export function share(session: Pick<Session, "document" | "autosave">, page: string, edits: boolean): Shared {
  const { name, text } = session.autosave.original;
  const now = parseNotebook(session.document.text);
  const base = { notebook: parseNotebook(text), text };
  const link = findLink(name, base, now, edits);
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
 * Applies a link to an open notebook, as one undoable step, and returns a notice about it. If it conflicts with the user's own
 * changes, nothing is changed before they have chosen.
 */
export function applyLink(session: Session, packed: string): () => string {
  try {
    const link = unpackLink(packed);
    const { base, theirs, inputs, cells } = followLink(parseNotebook(session.document.text), link);
    const moved = isLinkOf(link, session.autosave.original.text) ? "" : say(linkTexts.moved());
    const other: OtherVersion = {
      key: "link",
      where: "link",
      text: serializeNotebook(theirs),
      baseText: serializeNotebook(base),
      time: null,
    };
    const comparison = session.autosave.offer(other) ? session.autosave.compare(other.key) : null;
    if (!comparison) return () => say(linkTexts.same());
    if (findDifferences(comparison).some(({ change }) => change === "conflict")) return () => say(linkTexts.conflict());
    session.merge(other, comparison, new Map());
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
