import type { QuickKind } from "../../kernel/cell/kind.ts";
import { runnableKinds } from "../../kernel/cell/kinds.ts";
import { messages } from "../../lib/message/message.ts";
import { say } from "../language/speech.ts";
import { countCells } from "../live/frame-reports.ts";
import type { Session } from "../session/contract.ts";
import { scenarioTexts } from "../session/scenario-texts.ts";
import type { Action } from "./action.ts";
import { moveToNextProblem } from "./next-problem.ts";

export const notebookActionTexts = messages("actions.notebook", {
  save: { en: "Save", zh: "保存" },
  undo: { en: "Undo", zh: "撤销" },
  redo: { en: "Redo", zh: "重做" },
  runAll: { en: "Run all", zh: "全部运行" },
  runStale: { en: "Run stale", zh: "更新结果" },
  stop: { en: "Stop", zh: "停止" },
  lazy: { en: "Mark stale instead of running", zh: "只标记待更新，不自动运行" },
  reproducible: { en: "Reproducible: seeded chance, clock stopped", zh: "可重现：固定随机种子与时钟" },
  restartDatabase: { en: "Restart the database", zh: "重启数据库" },
  restartWorkers: { en: "Restart the workers", zh: "重启计算进程" },
  nextProblem: { en: "Go to the next problem", zh: "转到下一个问题" },
  download: { en: "Download the notebook", zh: "下载笔记本" },
  clearOutputs: { en: "Clear all outputs", zh: "清除全部输出" },
  find: { en: "Find and replace", zh: "查找与替换" },
  print: { en: "Print or save as PDF", zh: "打印或存为 PDF" },
  printCode: { en: "Print with the code", zh: "连同代码打印" },
  resetInputs: { en: "Reset inputs", zh: "重置输入" },
  saveInputs: { en: "Save current inputs as default", zh: "将当前输入值存为默认值" },
  keepScenario: { en: "Save current inputs as a scenario", zh: "将当前输入保存为情景" },
});

const open = (session: Session | null) => session !== null;

function insertion(kind: string, { add }: QuickKind) {
  return {
    id: `insert-${kind}` as const,
    group: "edit",
    keys: [],
    label: add,
    icon: "add",
    when: open,
    run: ({ session }) => session?.insert(kind, ""),
  } as const satisfies Action;
}

/** The actions on the open notebook: running, editing and saving it. */
export const notebookActions = [
  {
    id: "run-all",
    group: "run",
    keys: ["mod+shift+enter"],
    label: notebookActionTexts.runAll(),
    icon: "play",
    when: open,
    run: ({ session }) => session?.run("all"),
  },
  {
    id: "run-stale",
    group: "run",
    keys: ["mod+alt+enter"],
    label: notebookActionTexts.runStale(),
    icon: "stale",
    when: (session) => session !== null && countCells(session.reports, "stale") > 0,
    run: ({ session }) => session?.run("stale"),
  },
  {
    id: "stop",
    group: "run",
    keys: ["mod+."],
    label: notebookActionTexts.stop(),
    icon: "stop",
    when: (session) => session !== null && (session.running || session.unresponsiveFor > 0),
    run: ({ session }) => session?.stop(),
  },
  {
    id: "reset-inputs",
    group: "notebook",
    keys: [],
    label: notebookActionTexts.resetInputs(),
    icon: "reset",
    when: (session) => session !== null && session.inputs.count > 0,
    run: ({ session }) => session?.resetInputs(),
  },
  {
    id: "save-inputs",
    group: "edit",
    keys: [],
    label: notebookActionTexts.saveInputs(),
    icon: "save",
    when: (session) => session !== null && session.settings.mode === "edit" && session.inputs.count > 0,
    run: ({ session }) => session?.saveInputs(),
  },
  {
    id: "keep-scenario",
    group: "notebook",
    keys: [],
    label: notebookActionTexts.keepScenario(),
    icon: "scenarios",
    when: open,
    run: ({ session, showTab }) => {
      void session?.scenarios.keep(say(scenarioTexts.new()));
      showTab("scenarios");
    },
  },
  {
    id: "lazy",
    group: "run",
    keys: [],
    label: notebookActionTexts.lazy(),
    icon: "pause",
    when: open,
    run: ({ preferences, prefer }) => prefer({ lazy: !preferences.lazy }),
    pressed: ({ preferences }) => preferences.lazy,
  },
  {
    id: "reproducible",
    group: "run",
    keys: [],
    label: notebookActionTexts.reproducible(),
    icon: "check",
    when: open,
    run: ({ session }) => {
      if (session) session.reproducible = !session.reproducible;
    },
    pressed: ({ session }) => session?.reproducible ?? false,
  },
  {
    id: "restart-database",
    group: "run",
    keys: [],
    label: notebookActionTexts.restartDatabase(),
    icon: "data",
    when: open,
    run: ({ session }) => void session?.restart("database"),
  },
  {
    id: "restart-workers",
    group: "run",
    keys: [],
    label: notebookActionTexts.restartWorkers(),
    icon: "cells",
    when: open,
    run: ({ session }) => void session?.restart("compute"),
  },
  {
    id: "undo",
    group: "edit",
    keys: ["mod+z"],
    label: notebookActionTexts.undo(),
    icon: "undo",
    yieldsToTyping: true,
    when: (session) => session?.document.canUndo ?? false,
    run: ({ session }) => session?.undo(),
  },
  {
    id: "redo",
    group: "edit",
    keys: ["mod+shift+z", "mod+y"],
    label: notebookActionTexts.redo(),
    icon: "redo",
    yieldsToTyping: true,
    when: (session) => session?.document.canRedo ?? false,
    run: ({ session }) => session?.redo(),
  },
  {
    id: "find",
    group: "edit",
    keys: ["mod+f"],
    label: notebookActionTexts.find(),
    icon: "palette",
    yieldsToBrowser: true,
    takesKeyboard: true,
    when: (session) => session?.settings.mode === "edit",
    run: ({ openFind }) => openFind(),
  },
  {
    id: "clear-outputs",
    group: "edit",
    keys: [],
    label: notebookActionTexts.clearOutputs(),
    icon: "clear",
    when: open,
    run: ({ session }) => session?.command("clear-outputs"),
  },
  ...runnableKinds().flatMap(({ name, quick }) => (quick ? insertion(name, quick) : [])),
  {
    id: "save",
    group: "notebook",
    keys: ["mod+s"],
    label: notebookActionTexts.save(),
    icon: "save",
    when: open,
    run: ({ save }) => save(),
  },
  {
    id: "download",
    group: "notebook",
    keys: [],
    label: notebookActionTexts.download(),
    icon: "download",
    when: open,
    run: ({ download }) => download(),
  },
  {
    id: "print",
    group: "notebook",
    keys: ["mod+p"],
    label: notebookActionTexts.print(),
    icon: "print",
    when: open,
    run: ({ print }) => print(false),
  },
  {
    id: "print-code",
    group: "notebook",
    keys: [],
    label: notebookActionTexts.printCode(),
    icon: "print",
    when: open,
    run: ({ print }) => print(true),
  },
  {
    id: "next-problem",
    group: "notebook",
    keys: ["f8"],
    label: notebookActionTexts.nextProblem(),
    icon: "failed",
    when: (session) => session !== null && countCells(session.reports, "failed") > 0,
    run: ({ session }) => session && moveToNextProblem(session),
  },
] as const satisfies readonly Action[];
