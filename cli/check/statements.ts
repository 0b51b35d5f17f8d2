import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { CheckEnvironment, StatementRefusal } from "../../kernel/check/check-environment.ts";
import { moduleProcess } from "../../kernel/headless/module-process.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { refusalOf, statementsOf } from "../../kernel/services/sql-statements.ts";
import { messages } from "../../lib/message/message.ts";
import { emptyCreation } from "./empty-creation.ts";
import type { ProcessAnswer, ProcessRequest } from "./statement-protocol.ts";

const texts = messages("check", {
  statementTooLarge: {
    en: "To read this query alone takes the database more time or memory than a check gives it, so it and the queries after it are not checked. Does it compute something large from constants?",
    zh: "仅读取此查询，数据库所需的时间或内存就超出了检查的限度，因此未检查此查询及其后的查询。它是否由常量计算出了很大的结果？",
  },
});

/** How long the database may take to read all statements of a notebook, in milliseconds. Each takes it a few. */
const PATIENCE_MS = 20_000;

export interface StatementChecker {
  readonly refuse: NonNullable<CheckEnvironment["refuse"]>;
  end(): Promise<void>;
}

/**
 * Checks the statements of one notebook against the list of allowed statements, and then by preparing them in DuckDB without running
 * them. The database has every dataset of the catalogue as an empty table. What a notebook creates is created without rows, so
 * that later statements find it. It is a process of its own, which the first statement starts: one that takes too much time or memory ends
 * with its process, and so does the one at which the signal is aborted; then `refuse` rejects with the signal's reason.
 */
export function statementChecker(
  catalogue: readonly DatasetEntry[],
  signal?: AbortSignal,
  patience: number = PATIENCE_MS,
): StatementChecker {
  let database: Promise<ChildProcess | null> | undefined;
  /** Whether the database was ended: of the statements after this one nothing is known. */
  let isOver = false;
  let left = patience;
  return {
    async refuse(statement) {
      const statements = statementsOf(statement);
      for (const each of statements) {
        const message = refusalOf(each);
        if (message !== null) return { message, offset: statement.indexOf(each.text) };
      }
      for (const { text, creates } of statements) {
        if (isOver) return null;
        signal?.throwIfAborted();
        database ??= open(catalogue);
        const child = await database;
        if (!child) return null;
        const began = performance.now();
        const answer = await ask(child, { text, creation: emptyCreation(creates, text) }, left, signal);
        signal?.throwIfAborted();
        left -= performance.now() - began;
        const at = statement.indexOf(text);
        if (answer === null) {
          isOver = true;
          return { message: texts.statementTooLarge(), offset: at };
        }
        // What a PIVOT gives depends on its rows, so that the database cannot read it without them.
        if (!("refusal" in answer) || answer.refusal === null || answer.refusal.includes(MANY)) continue;
        const refusal = errorOf(answer.refusal, text);
        return { ...refusal, ...(refusal.offset === undefined ? {} : { offset: at + refusal.offset }) };
      }
      return null;
    },
    async end() {
      (await database)?.kill("SIGKILL");
    },
  };
}

const MANY = "Cannot prepare multiple statements";

/** The process with its database; null if there is no database here. */
async function open(catalogue: readonly DatasetEntry[]): Promise<ChildProcess | null> {
  const child = moduleProcess(new URL("./statement-process.ts", import.meta.url));
  const tables = catalogue
    .filter(({ format, columns }) => format === "arrow" && columns.length > 0)
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
    }));
  const answer = await ask(child, { tables });
  if (answer !== null && "refusal" in answer) return child;
  child.kill("SIGKILL");
  if (answer === null) throw new Error("The database that checks queries ended as it started.");
  if (!answer.missing) throw new Error(answer.failed);
  warnOfMissing(answer.failed);
  return null;
}

/** What the process answers; null if it ended, or had to be ended after `patience`. */
async function ask(
  child: ChildProcess,
  request: ProcessRequest,
  patience?: number,
  signal?: AbortSignal,
): Promise<ProcessAnswer | null> {
  const settled = new AbortController();
  const kill = () => child.kill("SIGKILL");
  const timer = patience === undefined ? undefined : setTimeout(kill, Math.max(0, patience));
  signal?.addEventListener("abort", kill, { signal: settled.signal });
  try {
    const answered = once(child, "message", { signal: settled.signal }).then(([answer]) => answer as ProcessAnswer);
    const ended = once(child, "exit", { signal: settled.signal }).then(() => null);
    // The one that does not come is given up below.
    for (const each of [answered, ended]) each.catch(() => {});
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) return null;
    // While an answer is awaited, this process must not end.
    child.ref();
    child.channel?.ref();
    child.send(request, () => {});
    return await Promise.race([answered, ended]);
  } finally {
    clearTimeout(timer);
    settled.abort();
    child.unref();
    child.channel?.unref();
  }
}

let hasWarned = false;

/** Says once that no statement is checked against the database. */
function warnOfMissing(why: string): void {
  if (!hasWarned) process.stderr.write(`SQL is checked only in part. ${why}\n`);
  hasWarned = true;
}

/** The database's error as the sentence that the page shows, and its position. The database counts bytes. */
function errorOf(error: string, statement: string): StatementRefusal {
  const json = error.indexOf("{");
  try {
    const { exception_type: kind, exception_message: text, position } = JSON.parse(error.slice(Math.max(json, 0)));
    const message = `${kind} Error: ${text}`.replaceAll(/\s*\n\s*/g, " ");
    if (position === undefined) return { message };
    return { message, offset: Buffer.from(statement).subarray(0, Number(position)).toString().length };
  } catch {
    return { message: error };
  }
}
