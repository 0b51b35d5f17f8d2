import type { CellStatus } from "../../kernel/runtime/state.ts";
import type { ValueReport } from "../../kernel/sandbox/protocol.ts";
import type { Session } from "../session/contract.ts";

/** A name that a cell defines, with what it was last known to stand for. */
export interface Variable {
  name: string;
  cell: number;
  status: CellStatus | undefined;
  value: ValueReport | undefined;
}

/** All names, in the order in which cells define them. */
export function findVariables(session: Pick<Session, "cells" | "reports" | "values">): Variable[] {
  return session.cells.flatMap(({ id }) => {
    const report = session.reports.get(id);
    return (report?.outputs ?? []).map((name) => ({
      name,
      cell: id,
      status: report?.state.status,
      value: session.values.get(name),
    }));
  });
}
