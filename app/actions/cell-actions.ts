import { labelOf, runnableKinds } from "../../kernel/cell/kinds.ts";
import type { IconName } from "../design/icons.ts";
import { type Label, sayIn } from "../language/speech.ts";
import type { Session } from "../session/contract.ts";
import type { Action, Place } from "./action.ts";

const command = ["cell"] as const;
const both = ["cell", "editor"] as const;

/** What is done to the chosen cell. The keys are Jupyter's where it has one; the frame does the work. */
export const cellActions = [
  act("cell-run-next", ["shift+enter"], "action.cellRunNext", "play", both),
  act("cell-run", ["mod+enter"], "action.cellRun", "play", both),
  act("cell-edit", ["enter"], "action.cellEdit", "edit", command),
  act("cell-leave", ["escape"], "action.cellLeave", "close", ["editor"]),
  act("cell-previous", ["arrowup", "k"], "action.cellPrevious", "up", command, open),
  act("cell-next", ["arrowdown", "j"], "action.cellNext", "down", command, open),
  act("cell-insert-above", ["a"], "action.cellInsertAbove", "add", command),
  act("cell-insert-below", ["b"], "action.cellInsertBelow", "add", command),
  act("cell-delete", ["d d"], "action.cellDelete", "bin", command),
  ...runnableKinds().flatMap(({ name, quick }) =>
    quick ? act<BecomingId>(`cell-to-${name}`, [quick.key], becoming(name), quick.icon, command) : [],
  ),
  act("cell-move-up", ["shift+arrowup", "shift+k"], "action.cellMoveUp", "up", command),
  act("cell-move-down", ["shift+arrowdown", "shift+j"], "action.cellMoveDown", "down", command),
  act("cell-split", ["mod+shift+-", "mod+_"], "action.cellSplit", "split", ["editor"]),
  act("cell-merge", ["shift+m"], "action.cellMerge", "join", command),
  act("cell-pause", ["p"], "action.cellPause", "pause", command),
  act("cell-fold", ["o"], "action.cellFold", "cells", command),
  act("cell-clear", [], "action.cellClear", "clear", command),
  act("cell-trace", ["t"], "action.cellTrace", "trail", command, open),
  act("cell-slide-begin", [], "action.cellSlideBegin", "present", command),
  act("cell-slide-skip", [], "action.cellSlideSkip", "present", command),
  act("cell-uncertainty", ["u"], "action.cellUncertainty", "uncertainty", command, open),
  act("cell-rename", ["f2"], "action.cellRename", "edit", ["editor"]),
  act("cell-define", ["f12"], "action.cellDefine", "back", ["editor"]),
  act("cell-describe", ["mod+i"], "action.cellDescribe", "help", ["editor"]),
] as const;

export type CellActionId = (typeof cellActions)[number]["id"];

export function cellActionOf(id: CellActionId): Action {
  return cellActions.find((action) => action.id === id)!;
}

/** Actions that turn the chosen cell into one of another kind. */
export type BecomingId = `cell-to-${string}`;

/** The kind that an action turns a cell into. */
export function kindOfAction(id: BecomingId): string {
  return id.slice("cell-to-".length);
}

export function isBecoming(id: CellActionId): id is BecomingId {
  return id.startsWith("cell-to-");
}

export function isCellAction(id: string): id is CellActionId {
  return cellActions.some((action) => action.id === id);
}

function act<Id extends string>(
  id: Id,
  keys: readonly string[],
  label: Label,
  icon: IconName,
  places: readonly Place[],
  when: Action["when"] = edits,
): Action & { readonly id: Id } {
  return { id, group: "cell", keys, places, label, icon, when, run: ({ session }) => session?.command(id) };
}

function open(session: Session | null): boolean {
  return session !== null;
}

function becoming(kind: string): Label {
  return (language) => sayIn(language, "action.cellTo", { kind: labelOf(kind, language) });
}

/** A reader's view has no cells to change. */
function edits(session: Session | null): boolean {
  return session?.settings.mode === "edit";
}
