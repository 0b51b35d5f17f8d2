import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { isProof, proofOf } from "./origin-proof.ts";

/**
 * Age after which a file of a process that cannot be checked counts as abandoned: one on another machine, of another user, or one that
 * never was, because the file came with its folder.
 */
const FOREIGN_TIMEOUT_MS = 60_000;

/** How much of its proof is part of a name. */
const PROOF_DIGITS = 16;

const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** A unique name for a file, which identifies the process that made it, and proves that one of this user did. */
export function newProcessName(pid: number = process.pid, start: number = startOf(pid) ?? 0): string {
  const name = `${machine}-${pid}-${start}-${randomBytes(6).toString("hex")}`;
  return name + proofOf(name).slice(0, PROOF_DIGITS);
}

/** Whether a process of this user, on this machine, has made a name. */
export function isOwnName(name: string): boolean {
  const [, made, proof] = /^([0-9a-f]{8}-\d+-\d+-[0-9a-f]{12})([0-9a-f]{16})$/.exec(name) ?? [];
  return made?.startsWith(`${machine}-`) === true && isProof(proof!, made);
}

/**
 * Whether the process that made a name has ended. `age` is the age of the file in milliseconds, by the clock of its disk; it counts
 * only if the process cannot be checked. A file of the future is no younger than one of now.
 */
export function isAbandoned(name: string, age: number): boolean {
  if (!isOwnName(name)) return Math.abs(age) > FOREIGN_TIMEOUT_MS;
  const [, pid, start] = name.split("-");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  // The system reuses ids: the process that has it now may be another.
  const now = startOf(Number(pid));
  return now !== null && start !== "0" && String(now) !== start;
}

/** When a process started, in clock ticks; null if the system does not say. */
function startOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program is in brackets and may contain spaces; the start is the 22nd field.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
  } catch {
    return null;
  }
}
