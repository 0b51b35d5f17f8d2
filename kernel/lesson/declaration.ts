import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const said = messages("exercise", {
  notDeclared: {
    en: "An exercise is declared by an object: {example}.",
    zh: "练习由一个对象声明：{example}。",
  },
  missingText: {
    en: "An exercise needs the text `{field}`.",
    zh: "练习缺少文本 `{field}`。",
  },
  unknownField: {
    en: "An exercise has no field `{field}`.",
    zh: "练习没有名为 `{field}` 的字段。",
  },
  withoutAnswer: {
    en: "An exercise needs `value`, `holds` or `cases` to define the right answer.",
    zh: "练习须用 `value`、`holds` 或 `cases` 说明什么是正确答案。",
  },
});

/** The values that the notebook passes to an exercise, by name. */
export type Given = Readonly<Record<string, unknown>>;

/** A value, or a function that computes it from the notebook's values, so that it follows their changes. */
export type Computable<T> = T | ((given: Given) => T);

/** An expected wrong answer and the reply to it. It is recognised by one of `value`, `ratio`, `when` and `like`. */
export interface Mistake {
  /** The wrong value, or several. */
  readonly value?: Computable<unknown>;
  /** The wrong answer divided by the right one, for every figure of it. */
  readonly ratio?: number;
  readonly when?: (answer: unknown, given: Given) => unknown;
  /** For a function under test: a wrong function with the same results in every case. */
  readonly like?: (...args: never[]) => unknown;
  /** Markdown. */
  readonly reply: string;
}

/** A condition that the answer must satisfy, and the reply if it does not. */
export interface Property {
  readonly when: (answer: unknown, given: Given) => unknown;
  /** Markdown. */
  readonly reply: string;
}

/** A test case of a function under test. */
export interface Case {
  readonly of: readonly unknown[];
  readonly gives: unknown;
}

/**
 * The declaration of an exercise: `exercise({id, title, answer, …}, {given})`. The reader's code is an ordinary cell that
 * declares the name in `answer`; `value`, `holds` or `cases` define the right answer.
 */
export interface Exercise {
  /** Identifies the exercise within its notebook; progress is stored under it. */
  readonly id: string;
  readonly title: string;
  /** Markdown above the buttons; not needed if a text cell before the reader's cell asks the question. */
  readonly prompt?: string;
  /** The name that the reader's cell declares. */
  readonly answer: string;
  /** The initial source of the reader's cell. */
  readonly starter?: string;
  /** Markdown, opened one by one. */
  readonly hints?: readonly string[];
  /** The right answer: a number, an amount, a text, a list, a matrix, or a record of numbers by name. */
  readonly value?: Computable<unknown>;
  /** The unit of `value`. An answer that is an amount is converted; a plain number is assumed to be in this unit. */
  readonly unit?: string;
  /** Relative tolerance; 0.005 by default. */
  readonly tolerance?: number;
  /** Absolute tolerance in the unit of `value`, in addition to the relative one. */
  readonly absolute?: number;
  readonly holds?: readonly Property[];
  readonly cases?: Computable<readonly Case[]>;
  readonly mistakes?: readonly Mistake[];
  /** Markdown, the reply to the right answer. */
  readonly praise?: string;
  /** The source of a cell with the right answer. */
  readonly solution: string;
  /** Markdown beside the solution. */
  readonly why?: string;
}

/** Thrown for an invalid declaration, with a sentence for its author. */
export class ExerciseError extends Fault {
  override name = "ExerciseError";
}

const texts = ["id", "title", "answer", "solution"] as const;
const fields: ReadonlySet<string> = new Set<keyof Exercise>([
  ...texts,
  ...(["prompt", "starter", "hints", "value", "unit", "tolerance", "absolute"] as const),
  ...(["holds", "cases", "mistakes", "praise", "why"] as const),
]);

/** Validates a declaration. Throws ExerciseError with what is missing or unknown. */
export function readExercise(declared: unknown): Exercise {
  if (typeof declared !== "object" || declared === null)
    throw new ExerciseError(said.notDeclared({ example: "exercise({id, title, answer, value, solution})" }));
  const record = declared as Record<string, unknown>;
  for (const field of texts) {
    if (typeof record[field] !== "string" || record[field] === "") throw new ExerciseError(said.missingText({ field }));
  }
  const unknown = Object.keys(record).find((field) => !fields.has(field));
  if (unknown) throw new ExerciseError(said.unknownField({ field: unknown }));
  if (!("value" in record || "holds" in record || "cases" in record)) throw new ExerciseError(said.withoutAnswer());
  return declared as Exercise;
}

/** Resolves a value that may be computed from the notebook's values. */
export function resolveValue<T>(value: Computable<T>, given: Given): T {
  return typeof value === "function" ? (value as (given: Given) => T)(given) : value;
}
