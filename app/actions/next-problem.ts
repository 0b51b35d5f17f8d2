import type { Session } from "../session/contract.ts";

const lastShown = new WeakMap<Session, number>();

/** Reveals the first failed cell, with each further call the next one, and after the last the first again. */
export function moveToNextProblem(session: Session): void {
  const failed = session.cells.map(({ id }) => id).filter((id) => session.reports.get(id)?.state.status === "failed");
  const next = failed[(failed.indexOf(lastShown.get(session) ?? -1) + 1) % failed.length];
  if (next === undefined) return;
  lastShown.set(session, next);
  session.reveal(next);
}
