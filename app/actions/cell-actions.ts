import { labelOf, runnableKinds } from "../../kernel/cell/kinds.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import type { IconName } from "../design/icons.ts";
import type { Session } from "../session/contract.ts";
import type { Action, Place } from "./action.ts";

export const cellActionTexts = messages("actions.cell", {
  runNext: { en: "Run the cell and go to the next", zh: "运行单元格并转到下一个" },
  run: { en: "Run the cell", zh: "运行单元格" },
  stop: { en: "Stop the cell", zh: "停止单元格" },
  edit: { en: "Edit the cell", zh: "编辑单元格" },
  leave: { en: "Leave the editor", zh: "离开编辑器" },
  previous: { en: "Go to the cell above", zh: "转到上一个单元格" },
  next: { en: "Go to the cell below", zh: "转到下一个单元格" },
  insertAbove: { en: "Insert a cell above", zh: "在上方插入单元格" },
  insertBelow: { en: "Insert a cell below", zh: "在下方插入单元格" },
  delete: { en: "Delete the cell", zh: "删除单元格" },
  to: { en: "Make it {kind}", zh: "改为 {kind}" },
  moveUp: { en: "Move the cell up", zh: "上移单元格" },
  moveDown: { en: "Move the cell down", zh: "下移单元格" },
  split: { en: "Split the cell at the cursor", zh: "在光标处拆分单元格" },
  merge: { en: "Join with the cell below", zh: "与下方单元格合并" },
  pause: { en: "Pause or resume the cell", zh: "暂停或恢复单元格" },
  fold: { en: "Show or hide the code", zh: "显示或隐藏代码" },
  clear: { en: "Clear the output", zh: "清除输出" },
  translate: { en: "Add or edit the translation", zh: "添加或编辑译文" },
  slideBegin: { en: "Begin a slide here", zh: "从此处另起一张" },
  slideSkip: { en: "Leave out of presentations", zh: "演示时跳过" },
  trace: { en: "Show where this comes from", zh: "显示数据来历" },
  account: { en: "Compute emissions…", zh: "计算排放量…" },
  ask: { en: "Ask about this cell", zh: "就此单元格提问" },
  chart: { en: "Chart from this cell…", zh: "由此单元格作图…" },
  rename: { en: "Rename in all cells", zh: "在所有单元格中重命名" },
  define: { en: "Go to the definition", zh: "转到定义" },
  describe: { en: "Show the documentation", zh: "显示文档" },
  uncertainty: { en: "± how sure, and because of what", zh: "± 不确定度及其来源" },
});

const command = ["cell"] as const;
const both = ["cell", "editor"] as const;

/** The actions on the chosen cell, performed by the frame. Keys are those of Jupyter where it has one. */
export const cellActions = [
  act("cell-run-next", ["shift+enter"], cellActionTexts.runNext(), "play", both),
  act("cell-run", ["mod+enter"], cellActionTexts.run(), "play", both),
  act("cell-edit", ["enter"], cellActionTexts.edit(), "edit", command),
  act("cell-leave", ["escape"], cellActionTexts.leave(), "close", ["editor"]),
  act("cell-previous", ["arrowup", "k"], cellActionTexts.previous(), "up", command, open),
  act("cell-next", ["arrowdown", "j"], cellActionTexts.next(), "down", command, open),
  act("cell-insert-above", ["a"], cellActionTexts.insertAbove(), "add", command),
  act("cell-insert-below", ["b"], cellActionTexts.insertBelow(), "add", command),
  act("cell-delete", ["d d"], cellActionTexts.delete(), "bin", command),
  ...runnableKinds().flatMap(({ name, quick }) =>
    quick ? act<KindActionId>(`cell-to-${name}`, [quick.key], kindLabel(name), quick.icon, command) : [],
  ),
  act("cell-move-up", ["shift+arrowup", "shift+k"], cellActionTexts.moveUp(), "up", command),
  act("cell-move-down", ["shift+arrowdown", "shift+j"], cellActionTexts.moveDown(), "down", command),
  act("cell-split", ["mod+shift+-", "mod+_"], cellActionTexts.split(), "split", ["editor"]),
  act("cell-merge", ["shift+m"], cellActionTexts.merge(), "join", command),
  act("cell-pause", ["p"], cellActionTexts.pause(), "pause", command),
  act("cell-fold", ["o"], cellActionTexts.fold(), "cells", command),
  act("cell-clear", [], cellActionTexts.clear(), "clear", command),
  act("cell-trace", ["t"], cellActionTexts.trace(), "trail", command, open),
  act("cell-ask", ["i"], cellActionTexts.ask(), "ask", command, open),
  act("cell-chart", [], cellActionTexts.chart(), "chart", command),
  act("cell-account", [], cellActionTexts.account(), "data", command),
  act("cell-translate", [], cellActionTexts.translate(), "language", command),
  act("cell-slide-begin", [], cellActionTexts.slideBegin(), "present", command),
  act("cell-slide-skip", [], cellActionTexts.slideSkip(), "present", command),
  act("cell-uncertainty", ["u"], cellActionTexts.uncertainty(), "uncertainty", command, open),
  act("cell-rename", ["f2"], cellActionTexts.rename(), "edit", ["editor"]),
  act("cell-define", ["f12"], cellActionTexts.define(), "back", ["editor"]),
  act("cell-describe", ["mod+i"], cellActionTexts.describe(), "help", ["editor"]),
] as const;

export type CellActionId = (typeof cellActions)[number]["id"];

export function cellActionOf(id: CellActionId): Action {
  return cellActions.find((action) => action.id === id)!;
}

/** Actions that change the kind of the chosen cell. */
export type KindActionId = `cell-to-${string}`;

/** The kind to which an action changes a cell. */
export function kindOfAction(id: KindActionId): string {
  return id.slice("cell-to-".length);
}

export function isKindAction(id: CellActionId): id is KindActionId {
  return id.startsWith("cell-to-");
}

export function isCellAction(id: string): id is CellActionId {
  return cellActions.some((action) => action.id === id);
}

function act<Id extends string>(
  id: Id,
  keys: readonly string[],
  label: Message,
  icon: IconName,
  places: readonly Place[],
  when: Action["when"] = edits,
): Action & { readonly id: Id } {
  return { id, group: "cell", keys, places, label, icon, when, run: ({ session }) => session?.command(id) };
}

function open(session: Session | null): boolean {
  return session !== null;
}

function kindLabel(kind: string): Message {
  return cellActionTexts.to({ kind: labelOf(kind) });
}

/** Cells cannot be changed in the reading view. */
function edits(session: Session | null): boolean {
  return session?.settings.mode === "edit";
}
