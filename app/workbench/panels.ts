import type { IconName } from "../design/icons.ts";
import type { Session } from "../session/contract.ts";
import { findProblems } from "./problem.ts";

/** A tab of the side panel. Its title is the message `panel.<id>`; the action that shows it is `action.<id>`. */
export interface Panel {
  readonly id: string;
  readonly icon: IconName;
  /** The custom element that fills it. */
  readonly element: `yuheng-${string}`;
  /** What stands beside its title, such as how many problems there are. */
  count?(session: Session): number;
}

/** The tabs of the side panel, in their order. Tabs, actions, palette and preferences read this. */
export const panels = [
  { id: "graph", icon: "graph", element: "yuheng-dataflow-graph" },
  { id: "variables", icon: "variables", element: "yuheng-variable-list" },
  { id: "trail", icon: "trail", element: "yuheng-trail" },
  { id: "scenarios", icon: "scenarios", element: "yuheng-scenarios" },
  { id: "data", icon: "data", element: "yuheng-data-list" },
  {
    id: "problems",
    icon: "failed",
    element: "yuheng-problem-list",
    count: (session: Session) => findProblems(session).length,
  },
  { id: "cells", icon: "cells", element: "yuheng-cell-list" },
  { id: "bin", icon: "close", element: "yuheng-bin-list" },
] as const satisfies readonly Panel[];

export type PanelTab = (typeof panels)[number]["id"];

/** Each tab by its id. */
export const panelTabs: readonly PanelTab[] = panels.map(({ id }) => id);
