import type { Mend } from "../../kernel/runtime/cell-error.ts";
import { saySentence } from "../language/sentence.ts";
import { say } from "../language/speech.ts";
import type { Session } from "../session/contract.ts";
import { nameCell } from "./cell-words.ts";

/** What keeps a cell, or the notebook as a whole, from being worked out. */
export interface Problem {
  /** Null for the notebook as a whole. */
  cell: number | null;
  name: string;
  status: "failed" | "blocked";
  message: string;
  line?: number;
  sourceLine?: string;
  /** The cell at which a wait began. */
  origin?: number;
  mend?: Mend;
}

/** All problems of a notebook: its own first, then those of cells in document order. */
export function findProblems(session: Session): Problem[] {
  const whole = session.problems.map<Problem>((message) => ({
    cell: null,
    name: "",
    status: "failed",
    message: saySentence(message),
  }));
  const cells = session.cells.flatMap<Problem>((cell) => {
    const report = session.reports.get(cell.id);
    const { status, error, blockedBy } = report?.state ?? {};
    const name = nameCell(cell, report);
    if (status === "failed") {
      const { message = say("state.failed"), said, line, sourceLine, mend } = error ?? {};
      return [
        {
          cell: cell.id,
          name,
          status,
          message: saySentence(said ?? message),
          line,
          sourceLine,
          ...(mend ? { mend } : {}),
        },
      ];
    }
    if (status !== "blocked") return [];
    const message = blockedBy ? say("problems.waits", { name: blockedBy.name }) : say("problems.waitsForCell");
    return [{ cell: cell.id, name, status, message, origin: blockedBy?.cell }];
  });
  return [...whole, ...cells];
}
