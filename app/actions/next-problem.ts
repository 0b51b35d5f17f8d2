import type { Session } from "../session/contract.ts";

const lastShown = new WeakMap<Session, number>();

/** Shows the first failed cell, and with each further call the one after it, round and round. */
export function moveToNextProblem(session: Session): void {
  const failed = session.cells.map(({ id }) => id).filter((id) => session.reports.get(id)?.state.status === "failed");
  const next = failed[(failed.indexOf(lastShown.get(session) ?? -1) + 1) % failed.length];
  if (next === undefined) return;
  lastShown.set(session, next);
  session.reveal(next);
}
