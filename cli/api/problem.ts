import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Language } from "../../lib/dialogue/conversation.ts";
import { Fault } from "../../lib/message/fault.ts";
import type { Message, Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";

/** The kinds of problems by which a program tells them apart, with their HTTP status. The documentation describes each. */
export const problemStatus = {
  "malformed-request": 400,
  unauthorized: 401,
  "missing-scope": 403,
  "foreign-request": 403,
  "nothing-there": 404,
  "unknown-tool": 404,
  "unknown-dataset": 404,
  "method-not-allowed": 405,
  "too-large": 413,
  "wrong-input": 422,
  "too-many-requests": 429,
  failed: 500,
  "took-too-long": 504,
} as const;
export type ProblemKind = keyof typeof problemStatus;

/** Further fields of a problem. */
export interface ProblemDetails {
  /** The field of the input at fault. */
  readonly field?: string | undefined;
  readonly problems?: readonly Sentence[];
  /** Headers of its answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request is not done. */
export class Problem extends Fault {
  override readonly name = "Problem";
  readonly kind: ProblemKind;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, said: Sentence, { field, problems = [], headers = {} }: ProblemDetails = {}) {
    super(said, field === undefined ? { problems } : { problems, field });
    this.kind = kind;
    this.headers = headers;
  }
}

/** A problem as a JSON document of RFC 9457, with its sentence in the asked language and in both. */
export function problemDocument({ kind, said, field, problems }: Problem, language: Language): object {
  const status = problemStatus[kind];
  return {
    type: `/docs#${kind}`,
    title: STATUS_CODES[status],
    status,
    detail: write(said, language),
    said: inBoth(said),
    ...(field === undefined ? {} : { field }),
    ...(problems.length === 0 ? {} : { problems: problems.map(inBoth) }),
  };
}

/** Ends a request with a problem. */
export function answerProblem(response: ServerResponse, problem: Problem, language: Language): void {
  response.statusCode = problemStatus[problem.kind];
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.setHeader("Content-Type", "application/problem+json; charset=utf-8");
  response.setHeader("Content-Language", language);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.end(JSON.stringify(problemDocument(problem, language)));
}

function inBoth(sentence: Sentence): { en: string; zh: string } {
  return { en: write(sentence, "en"), zh: write(sentence, "zh") };
}

function write(sentence: Message | string, language: Language): string {
  return writeMessage(sentence, { tag: language === "zh" ? "zh-CN" : "en" });
}
