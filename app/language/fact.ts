import type { Fact } from "../../kernel/provenance/step.ts";
import type { Equation, Total } from "../../lib/inventory/equation.ts";
import { equations, equationTotals } from "../../lib/inventory/equations/index.ts";
import type { Sentence, Text } from "../../lib/message/message.ts";
import { sayPart, sayText, speech } from "./speech.ts";

/** Equations and sums by their English titles. */
const titled: ReadonlyMap<string, Equation | Total> = new Map(
  [...equations.values(), ...equationTotals].map((of) => [of.title.en, of]),
);

/**
 * What a trail says of a result, in the language of the page: of an equation its title (`V2 Eq 2.1 (Fuel in energy units)`),
 * of a method or a note the whole. Numbers of equations, sources and factors stay as they are.
 */
export function sayFact(name: string, fact: Fact): string {
  // Between sentences in Chinese there is no space.
  if (isSeveral(fact)) return fact.map(sayPart).join(speech.language.startsWith("zh") ? "" : " ");
  if (typeof fact === "string" && name === "equations") return fact.split("; ").map(sayEquation).join("; ");
  return typeof fact !== "string" || name === "method" ? sayPart(fact) : fact;
}

function isSeveral(fact: Fact): fact is readonly Sentence[] {
  return Array.isArray(fact);
}

/** The equation or sum that a trail names, where it is one of the library's. Equations may share a title, sums have many numbers. */
export function declaredIn(written: string): Equation | Total | undefined {
  const [id, title] = splitTitle(written);
  if (!title) return undefined;
  const of = equations.get(id);
  return of?.title.en === title.en ? of : titled.get(title.en);
}

function sayEquation(written: string): string {
  const [id, title] = splitTitle(written);
  return title && sayText(title) !== title.en ? `${id}（${sayText(title)}）` : written;
}

/** The number of an equation may itself hold brackets, and so may its title: what is known behind a bracket is the title. */
function splitTitle(written: string): [id: string, title?: Text] {
  for (let at = written.indexOf(" ("); at > 0; at = written.indexOf(" (", at + 1)) {
    const of = titled.get(written.slice(at + 2, -1));
    if (of) return [written.slice(0, at), of.title];
  }
  return [written];
}
