import type { Session } from "../../session/contract.ts";

/** The cell that the dialog was opened on: one that it may write again, or one after which it inserts. */
export interface ChartTarget {
  readonly cell: number;
  readonly is: "own" | "changed" | "other";
}

/** Inserts the cell of a chart below its target, or at the end, and runs it. */
export function insertChart(session: Session, source: string, target: ChartTarget | null): void {
  const before = new Set(session.cells.map(({ id }) => id));
  const after = target && before.has(target.cell) ? target.cell : undefined;
  session.insert("js", source, after);
  const inserted = session.cells.find(({ id }) => !before.has(id));
  if (inserted) session.run([inserted.id]);
}

/** Writes the cell of a chart again. False if the cell is not there any more: then it is inserted. */
export function rewriteChart(session: Session, source: string, target: ChartTarget): boolean {
  if (!session.cells.some(({ id }) => id === target.cell)) {
    insertChart(session, source, target);
    return false;
  }
  session.rewrite(new Map([[target.cell, source]]));
  session.reveal(target.cell);
  return true;
}
