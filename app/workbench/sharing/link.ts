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
import { saidOf } from "../../../lib/message/fault.ts";
import { saySentence } from "../../language/sentence.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import type { OtherVersion } from "../../session/other-version.ts";
import { isOwn } from "../../session/own-files.ts";
import { writeRoute } from "../route.ts";

/** What can be shared of an open notebook. */
export interface Shared {
  /** The address with the values of inputs and, if asked for, the changes; null where no address leads to the notebook. */
  readonly address: string | null;
  /** How many inputs the address sets. */
  readonly inputs: number;
  /** What differs from the original, values of inputs included. */
  readonly patch: NotebookPatch;
  /** How many cells differ in more than that. */
  readonly edits: number;
}

/** Finds what can be shared of a notebook; `page` is the address of this page. */
export function share(session: Pick<Session, "document" | "autosave">, page: string, edits: boolean): Shared {
  const { name, text } = session.autosave.original;
  const now = parseNotebook(session.document.text);
  const base = { notebook: parseNotebook(text), text };
  const link = findLink(name, base, now, edits);
  const inputs = Object.values(link.values).reduce((sum, named) => sum + Object.keys(named).length, 0);
  const held = inputs > 0 || link.patch ? `?with=${packLink(link)}` : "";
  const route = writeRoute({ page: "notebook", name });
  return {
    address: isOwn(name) ? null : page.replace(/#.*$/, "") + route + held,
    inputs,
    patch: findPatch(name, base.notebook, now),
    edits: findPatch(name, base.notebook, now, new Set(["data-value"])).cells.length,
  };
}

/**
 * Makes of an open notebook what a link says, as one step that can be undone, and gives the sentence that says so. Where it
 * meets changes of the person's own, nothing is done before they have chosen.
 */
export function takeLink(session: Session, packed: string): () => string {
  try {
    const link = unpackLink(packed);
    const { base, theirs, inputs, cells } = followLink(parseNotebook(session.document.text), link);
    const moved = isLinkOf(link, session.autosave.original.text) ? "" : say("link.moved");
    const other: OtherVersion = {
      key: "link",
      where: "link",
      text: serializeNotebook(theirs),
      baseText: serializeNotebook(base),
      time: null,
    };
    const comparison = session.autosave.offer(other) ? session.autosave.compare(other.key) : null;
    if (!comparison) return () => say("link.same");
    if (findDifferences(comparison).some(({ change }) => change === "conflict")) return () => say("link.conflict");
    session.merge(other, comparison, new Map());
    const held = () =>
      cells === 0
        ? say("link.values", { inputs })
        : inputs === 0
          ? say("link.edits", { cells })
          : say("link.both", { inputs, cells });
    return () => [held(), moved].join(" ").trim();
  } catch (error) {
    const sentence = saidOf(error);
    return () => saySentence(sentence);
  }
}
