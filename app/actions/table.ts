import type { Action } from "./action.ts";
import { cellActions } from "./cell-actions.ts";
import { fileActions } from "./file-actions.ts";
import { notebookActions } from "./notebook-actions.ts";
import { pageActions } from "./page-actions.ts";
import { slideActions } from "./slide-actions.ts";

/** All actions, in the order of palette and help. */
export const actions = [...cellActions, ...notebookActions, ...fileActions, ...slideActions, ...pageActions] as const;

export type ActionId = (typeof actions)[number]["id"];

/** An action by its id; undefined for an unknown id, which may come from a notebook's frame. */
export function findAction(id: string): Action | undefined {
  return (actions as readonly Action[]).find((action) => action.id === id);
}

/** An action by its id, which is known to exist. */
export function actionOf(id: ActionId): Action {
  return findAction(id)!;
}
