import type { Session } from "../../../session/contract.ts";
import type { LinkedCell } from "./layout.ts";

/** The cells that each cell reads, from the names that cells define and read. If several define a name, all of them are read. */
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
