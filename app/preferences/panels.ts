import { messages } from "../../lib/message/message.ts";
import type { IconName } from "../design/icons.ts";

export const panelTexts = messages("workbench.panel", {
  label: { en: "Side panel", zh: "侧面板" },
  close: { en: "Close the side panel", zh: "关闭侧面板" },
});

export const tabTexts = messages("workbench.tab", {
  data: { en: "Data", zh: "数据" },
  problems: { en: "Problems", zh: "问题" },
  cells: { en: "Cells", zh: "单元格" },
  graph: { en: "Dataflow", zh: "数据流" },
  variables: { en: "Variables", zh: "变量" },
  trail: { en: "Trail", zh: "溯源" },
  ask: { en: "Ask", zh: "提问" },
  scenarios: { en: "Scenarios", zh: "情景" },
  bin: { en: "Bin", zh: "回收站" },
});

export const panelActionTexts = messages("actions.panel", {
  data: { en: "Show the data", zh: "显示数据" },
  problems: { en: "Show the problems", zh: "显示问题" },
  cells: { en: "Show the cells", zh: "显示单元格" },
  graph: { en: "Show the dataflow", zh: "显示数据流" },
  variables: { en: "Show the variables", zh: "显示变量" },
  trail: { en: "Show the trail", zh: "显示溯源" },
  ask: { en: "Ask in words", zh: "用文字提问" },
  scenarios: { en: "Show the scenarios", zh: "显示情景" },
  bin: { en: "Show the deleted cells", zh: "显示已删除的单元格" },
});

/** A tab of the side panel. Its title is in `tabTexts`, the label of the action that shows it in `panelActionTexts`. */
export interface Panel {
  readonly id: string;
  readonly icon: IconName;
  /** The custom element with its content. */
  readonly element: `yuheng-${string}`;
}

/** The tabs of the side panel, in order. Tabs, actions, palette and preferences use this list. */
export const panels = [
  { id: "graph", icon: "graph", element: "yuheng-dataflow-graph" },
  { id: "variables", icon: "variables", element: "yuheng-variable-list" },
  { id: "trail", icon: "trail", element: "yuheng-trail" },
  { id: "ask", icon: "ask", element: "yuheng-ask" },
  { id: "scenarios", icon: "scenarios", element: "yuheng-scenarios" },
  { id: "data", icon: "data", element: "yuheng-data-list" },
  { id: "problems", icon: "failed", element: "yuheng-problem-list" },
  { id: "cells", icon: "cells", element: "yuheng-cell-list" },
  { id: "bin", icon: "close", element: "yuheng-bin-list" },
] as const satisfies readonly Panel[];

export type PanelTab = (typeof panels)[number]["id"];

/** The ids of the tabs. */
export const panelTabs: readonly PanelTab[] = panels.map(({ id }) => id);
