import { messageOf } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { amount } from "../values/amount.ts";
import { sha256OfText } from "../values/sha-256.ts";
import { type Exercise, ExerciseError, readExercise } from "./declaration.ts";
import { unsealSource } from "./seal.ts";

const texts = messages("exercise", {
  packedFailed: {
    en: "The packed exercise does not run: {message}",
    zh: "打包的练习无法运行：{message}",
  },
});

/** Names that a packed declaration may read besides the language's own; all other values must be passed to it. */
export const exerciseNames: Readonly<Record<string, unknown>> = { amount };

/** A validated exercise, and the hash of its author's declaration. */
export interface OpenExercise {
  readonly exercise: Exercise;
  readonly hash: string;
}

/**
 * Opens a declaration, sealed or plain. A sealed one is code: call this only where code of the notebook may
 * run. Throws ExerciseError.
 */
export function openExercise(declared: unknown): OpenExercise {
  if (typeof declared !== "string") {
    const exercise = readExercise(declared);
    return { exercise, hash: sha256OfText(writeDeclaration(exercise)) };
  }
  const source = unsealSource(declared);
  return { exercise: readExercise(evaluate(source)), hash: sha256OfText(source) };
}

function evaluate(source: string): unknown {
  try {
    return new Function(...Object.keys(exerciseNames), `return (${source}\n);`)(...Object.values(exerciseNames));
  } catch (error) {
    throw new ExerciseError(texts.packedFailed({ message: messageOf(error) }));
  }
}

function writeDeclaration(exercise: Exercise): string {
  return JSON.stringify(exercise, (_, value) => (typeof value === "function" ? String(value) : value));
}
