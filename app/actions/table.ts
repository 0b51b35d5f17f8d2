import type { Action } from "./action.ts";
import { cellActions } from "./cell-actions.ts";
import { fileActions } from "./file-actions.ts";
import { notebookActions } from "./notebook-actions.ts";
import { pageActions } from "./page-actions.ts";
import { slideActions } from "./slide-actions.ts";

/** All that can be done, in the order in which palette and help show it. */
export const actions = [...cellActions, ...notebookActions, ...fileActions, ...slideActions, ...pageActions] as const;

export type ActionId = (typeof actions)[number]["id"];

/** An action by its name; undefined for a name nobody knows, as it may come from a notebook's frame. */
export function findAction(id: string): Action | undefined {
  return (actions as readonly Action[]).find((action) => action.id === id);
}

/** An action we know to exist. */
export function actionOf(id: ActionId): Action {
  return findAction(id)!;
}
