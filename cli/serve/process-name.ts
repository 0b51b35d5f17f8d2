import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** After so long, what a process of another machine left is taken for abandoned: whether it lives cannot be asked there. */
const FOREIGN_MS = 60_000;

const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const self = `${machine}-${process.pid}-${startOf(process.pid) ?? 0}`;

/** A name for a file that says which process made it, and that no other has. */
export function newProcessName(): string {
  return `${self}-${randomBytes(6).toString("hex")}`;
}

/**
 * Whether the process that made a name has ended. `age` is how much older than now the file is, in milliseconds by the clock of its
 * disk: it is asked only where the process ran on another machine that shares the folder. False where the name is not one of these.
 */
export function isAbandoned(name: string, age: number): boolean {
  const [, on, pid, start] = /^([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}$/.exec(name) ?? [];
  if (on === undefined) return false;
  if (on !== machine) return age > FOREIGN_MS;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  // A number is given out again: the process that has it now may be another.
  const now = startOf(Number(pid));
  return now !== null && start !== "0" && String(now) !== start;
}

/** When a process began, in ticks of the machine; null where the system does not tell. */
function startOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold spaces; the start is the 22nd field.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
  } catch {
    return null;
  }
}
