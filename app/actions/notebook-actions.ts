import type { QuickKind } from "../../kernel/cell/kind.ts";
import { inLanguage, runnableKinds } from "../../kernel/cell/kinds.ts";
import { say } from "../language/speech.ts";
import { countCells } from "../live/frame-reports.ts";
import type { Session } from "../session/contract.ts";
import type { Action } from "./action.ts";
import { moveToNextProblem } from "./next-problem.ts";

const open = (session: Session | null) => session !== null;

function insertion(kind: string, { add }: QuickKind) {
  return {
    id: `insert-${kind}` as const,
    group: "edit",
    keys: [],
    label: (language) => inLanguage(add, language),
    icon: "add",
    when: open,
    run: ({ session }) => session?.insert(kind, ""),
  } as const satisfies Action;
}

/** What is done to the open notebook: running, editing and saving it. */
export const notebookActions = [
  {
    id: "run-all",
    group: "run",
    keys: ["mod+shift+enter"],
    label: "action.runAll",
    icon: "play",
    when: open,
    run: ({ session }) => session?.run("all"),
  },
  {
    id: "run-stale",
    group: "run",
    keys: ["mod+alt+enter"],
    label: "action.runStale",
    icon: "stale",
    when: (session) => session !== null && countCells(session.reports, "stale") > 0,
    run: ({ session }) => session?.run("stale"),
  },
  {
    id: "stop",
    group: "run",
    keys: ["mod+."],
    label: "action.stop",
    icon: "stop",
    when: (session) => session !== null && (session.running || session.unresponsiveFor > 0),
    run: ({ session }) => session?.stop(),
  },
  {
    id: "keep-scenario",
    group: "notebook",
    keys: [],
    label: "action.keepScenario",
    icon: "scenarios",
    when: open,
    run: ({ session, showTab }) => {
      void session?.scenarios.keep(say("scenarios.new"));
      showTab("scenarios");
    },
  },
  {
    id: "lazy",
    group: "run",
    keys: [],
    label: "action.lazy",
    icon: "pause",
    when: open,
    run: ({ preferences, prefer }) => prefer({ lazy: !preferences.lazy }),
    pressed: ({ preferences }) => preferences.lazy,
  },
  {
    id: "reproducible",
    group: "run",
    keys: [],
    label: "action.reproducible",
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
    label: "action.restartDatabase",
    icon: "data",
    when: open,
    run: ({ session }) => void session?.restart("database"),
  },
  {
    id: "restart-workers",
    group: "run",
    keys: [],
    label: "action.restartWorkers",
    icon: "cells",
    when: open,
    run: ({ session }) => void session?.restart("compute"),
  },
  {
    id: "undo",
    group: "edit",
    keys: ["mod+z"],
    label: "action.undo",
    icon: "undo",
    yieldsToTyping: true,
    when: (session) => session?.document.canUndo ?? false,
    run: ({ session }) => session?.undo(),
  },
  {
    id: "redo",
    group: "edit",
    keys: ["mod+shift+z", "mod+y"],
    label: "action.redo",
    icon: "redo",
    yieldsToTyping: true,
    when: (session) => session?.document.canRedo ?? false,
    run: ({ session }) => session?.redo(),
  },
  {
    id: "find",
    group: "edit",
    keys: ["mod+f"],
    label: "action.find",
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
    label: "action.clearOutputs",
    icon: "clear",
    when: open,
    run: ({ session }) => session?.command("clear-outputs"),
  },
  ...runnableKinds().flatMap(({ name, quick }) => (quick ? insertion(name, quick) : [])),
  {
    id: "save",
    group: "notebook",
    keys: ["mod+s"],
    label: "action.save",
    icon: "save",
    when: open,
    run: ({ save }) => save(),
  },
  {
    id: "download",
    group: "notebook",
    keys: [],
    label: "action.download",
    icon: "download",
    when: open,
    run: ({ download }) => download(),
  },
  {
    id: "print",
    group: "notebook",
    keys: ["mod+p"],
    label: "action.print",
    icon: "print",
    when: open,
    run: ({ print }) => print(false),
  },
  {
    id: "print-code",
    group: "notebook",
    keys: [],
    label: "action.printCode",
    icon: "print",
    when: open,
    run: ({ print }) => print(true),
  },
  {
    id: "next-problem",
    group: "notebook",
    keys: ["f8"],
    label: "action.nextProblem",
    icon: "failed",
    when: (session) => session !== null && countCells(session.reports, "failed") > 0,
    run: ({ session }) => session && moveToNextProblem(session),
  },
] as const satisfies readonly Action[];
