import type { CellError, Mend } from "../../../kernel/runtime/cell-error.ts";
import { shownStatus } from "../../../kernel/runtime/state.ts";
import { messages } from "../../../lib/message/message.ts";
import { stateTexts } from "../../language/cell-states.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { nameCell } from "../shell/cell-words.ts";

export const problemTexts = messages("workbench.problems", {
  none: { en: "No problems: every cell that has run succeeded.", zh: "没有问题，已运行的单元格均正常。" },
  notebook: { en: "The notebook", zh: "整个笔记本" },
  line: { en: "line {line}", zh: "第 {line} 行" },
  waits: { en: "Waits for `{name}`, which could not be computed.", zh: "等待 `{name}`，而它未能得出。" },
  waitsForCell: { en: "Waits for a cell that failed.", zh: "等待一个失败的单元格。" },
  warning: { en: "warning", zh: "警告" },
  show: { en: "Show where it began", zh: "转到起因" },
  mendRename: { en: "Rename it to `{name}`", zh: "改名为 `{name}`" },
  mendPause: { en: "Pause the cell", zh: "暂停该单元格" },
});

/** Why a cell, or the notebook as a whole, could not be computed. */
export interface Problem {
  /** Null for the notebook as a whole. */
  cell: number | null;
  name: string;
  /** `warning`: the cell is up to date nevertheless. */
  status: "failed" | "stopped" | "blocked" | "warning";
  message: string;
  line?: number;
  sourceLine?: string;
  /** The failed cell that blocks this one. */
  origin?: number;
  mend?: Mend;
}

/** All problems of a notebook: first those of the whole notebook, then those of cells in document order. */
export function findProblems(session: Session): Problem[] {
  const whole = session.problems.map<Problem>((message) => ({
    cell: null,
    name: "",
    status: "failed",
    message: say(message),
  }));
  const cells = session.cells.flatMap<Problem>((cell) => {
    const report = session.reports.get(cell.id);
    const { status, error, warnings = [], blockedBy } = report?.state ?? {};
    const name = nameCell(cell, report);
    const warned = warnings.map((warning) => problemOf(cell.id, name, "warning", warning));
    if (status === "failed") {
      const shown = shownStatus({ status, error }) === "stopped" ? "stopped" : status;
      return [problemOf(cell.id, name, shown, error ?? { message: say(stateTexts.failed()) }), ...warned];
    }
    if (status !== "blocked") return warned;
    const message = blockedBy ? say(problemTexts.waits({ name: blockedBy.name })) : say(problemTexts.waitsForCell());
    return [{ cell: cell.id, name, status, message, origin: blockedBy?.cell }, ...warned];
  });
  return [...whole, ...cells];
}

function problemOf(
  cell: number,
  name: string,
  status: Problem["status"],
  { message, said, line, sourceLine, mend }: Omit<CellError, "name">,
): Problem {
  return { cell, name, status, message: say(said ?? message), line, sourceLine, ...(mend ? { mend } : {}) };
}
