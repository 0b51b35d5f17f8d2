import { messages } from "../message/message.ts";
import type { Equation } from "./equation.ts";
import { equations } from "./equations/index.ts";
import { EquationError } from "./steps.ts";

const texts = messages("inventory", {
  unknownEquation: {
    en: 'There is no equation "{written}". There are {near}.',
    zh: "没有公式“{written}”。可用的有：{near}。",
  },
});

/** The number of an id in the guidelines, `V4 Eq 11.1` for `V4 Eq 11.1 (rice)`; null if it has none. */
export function equationNumber(id: string): string | null {
  return /^V\d (?:20\d\d )?Eq \d+(?:\.\d+)+[A-Z]?/.exec(id)?.[0] ?? null;
}

/** The numbered equations of the guidelines that the library evaluates. */
export const numberedEquations: ReadonlySet<string> = new Set(
  [...equations.keys()].map(equationNumber).filter((number) => number !== null),
);

/** Accepts both "V2 Eq 2.1" and "v2 2.1". Throws EquationError naming those of the volume. */
export function findEquation(written: string): Equation {
  const key = (id: string) =>
    id
      .replace(/\beq\.?/i, "")
      .replace(/\s+/g, "")
      .toLowerCase();
  const found = [...equations.values()].find(({ id }) => key(id) === key(written));
  if (found) return found;
  const volume = /v\s*(\d)/i.exec(written)?.[1];
  const near = [...equations.keys()].filter((id) => volume === undefined || id.startsWith(`V${volume}`));
  throw new EquationError("equation", texts.unknownEquation({ written, near }));
}
