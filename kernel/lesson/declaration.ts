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
    en: "An exercise says what is right by `value`, `holds` or `cases`.",
    zh: "练习须用 `value`、`holds` 或 `cases` 说明什么是正确答案。",
  },
});

/** What the notebook gives to an exercise: values of its cells, by name. */
export type Given = Readonly<Record<string, unknown>>;

/** A value, or what makes it of the notebook's own figures, so that it moves with them. */
export type Made<T> = T | ((given: Given) => T);

/** A wrong answer that comes to mind, and what is said to it. It is known by one of `value`, `ratio`, `when` and `like`. */
export interface Mistake {
  /** The wrong value, or several. */
  readonly value?: Made<unknown>;
  /** The wrong answer divided by the right one, for every figure of it. */
  readonly ratio?: number;
  readonly when?: (answer: unknown, given: Given) => unknown;
  /** For a function under test: a wrong one that gives the same in every case. */
  readonly like?: (...args: never[]) => unknown;
  /** Markdown. */
  readonly reply: string;
}

/** Something that must hold of the answer, and what is said where it does not. */
export interface Property {
  readonly when: (answer: unknown, given: Given) => unknown;
  /** Markdown. */
  readonly reply: string;
}

/** One trial of a function under test. */
export interface Case {
  readonly of: readonly unknown[];
  readonly gives: unknown;
}

/**
 * An exercise as its author writes it: `exercise({id, title, answer, …}, {given})`. The reader's code is an ordinary cell that
 * declares the name `answer`; what is right is said by `value`, `holds` or `cases`.
 */
export interface Exercise {
  /** Tells the exercise apart within its notebook; progress is kept under it. */
  readonly id: string;
  readonly title: string;
  /** Markdown above the buttons; not needed where a text cell before the reader's cell asks the question. */
  readonly prompt?: string;
  /** The name that the reader's cell declares. */
  readonly answer: string;
  /** The reader's cell as it was in the beginning. */
  readonly starter?: string;
  /** Markdown, opened one by one. */
  readonly hints?: readonly string[];
  /** The right answer: a number, an amount, a text, a list, a matrix, or a record of numbers by name. */
  readonly value?: Made<unknown>;
  /** The unit of `value`. An answer that is an amount is converted; a plain number is taken to be in it. */
  readonly unit?: string;
  /** Relative; 0.005 if left out. */
  readonly tolerance?: number;
  /** In the unit of `value`, beside the relative tolerance. */
  readonly absolute?: number;
  readonly holds?: readonly Property[];
  readonly cases?: Made<readonly Case[]>;
  readonly mistakes?: readonly Mistake[];
  /** Markdown, said to the right answer. */
  readonly praise?: string;
  /** Code of a cell that is right. */
  readonly solution: string;
  /** Markdown beside the solution. */
  readonly why?: string;
}

/** A declaration that cannot be used, as a sentence for its author. */
export class ExerciseError extends Fault {
  override name = "ExerciseError";
}

const texts = ["id", "title", "answer", "solution"] as const;
const fields: ReadonlySet<string> = new Set<keyof Exercise>([
  ...texts,
  ...(["prompt", "starter", "hints", "value", "unit", "tolerance", "absolute"] as const),
  ...(["holds", "cases", "mistakes", "praise", "why"] as const),
]);

/** The declaration, if it is one. Throws ExerciseError with what is missing or unknown. */
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

/** A value that may be made of what the notebook gives. */
export function made<T>(value: Made<T>, given: Given): T {
  return typeof value === "function" ? (value as (given: Given) => T)(given) : value;
}
