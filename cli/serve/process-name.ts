import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Age after which a file of a process on another machine counts as abandoned, because that process cannot be checked. */
const FOREIGN_TIMEOUT_MS = 60_000;

const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const self = `${machine}-${process.pid}-${startOf(process.pid) ?? 0}`;

/** A unique name for a file, which identifies the process that made it. */
export function newProcessName(): string {
  return `${self}-${randomBytes(6).toString("hex")}`;
}

/**
 * Whether the process that made a name has ended. `age` is the age of the file in milliseconds, by the clock of its disk; it counts
 * only if the process ran on another machine that shares the folder. False for a name of another form.
 */
export function isAbandoned(name: string, age: number): boolean {
  const [, on, pid, start] = /^([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}$/.exec(name) ?? [];
  if (on === undefined) return false;
  if (on !== machine) return age > FOREIGN_TIMEOUT_MS;
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
