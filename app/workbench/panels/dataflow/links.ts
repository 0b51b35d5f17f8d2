import type { Session } from "../../../session/contract.ts";
import type { LinkedCell } from "./layout.ts";

/** Who reads whom, from what cells report that they define and read. Of several that define a name, all are read. */
export function findLinks({ cells, reports }: Pick<Session, "cells" | "reports">): LinkedCell[] {
  const definers = new Map<string, number[]>();
  for (const { id } of cells) {
    for (const name of reports.get(id)?.outputs ?? []) definers.set(name, [...(definers.get(name) ?? []), id]);
  }
  return cells.map(({ id }) => ({
    id,
    reads: (reports.get(id)?.inputs ?? []).flatMap((name) => definers.get(name) ?? []),
  }));
}
