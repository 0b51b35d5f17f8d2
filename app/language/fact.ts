import type { Fact } from "../../kernel/services/step.ts";
import type { Equation, Total } from "../../lib/inventory/equation.ts";
import { equations, equationTotals } from "../../lib/inventory/equations/index.ts";
import type { Sentence, Text } from "../../lib/message/message.ts";
import { sayPart, sayText, speech } from "./speech.ts";

/** Equations and totals by their English titles. */
const titled: ReadonlyMap<string, Equation | Total> = new Map(
  [...equations.values(), ...equationTotals].map((of) => [of.title.en, of]),
);

/**
 * A fact of a trail in the page's language: of an equation the title is translated (`V2 Eq 2.1 (Fuel in energy units)`), a method
 * or a note as a whole. Numbers of equations, sources and factors are not translated.
 */
export function sayFact(name: string, fact: Fact): string {
  // Chinese puts no space between sentences.
  if (isSeveral(fact)) return fact.map(sayPart).join(speech.language.startsWith("zh") ? "" : " ");
  if (typeof fact === "string" && name === "equations") return fact.split("; ").map(sayEquation).join("; ");
  return typeof fact !== "string" || name === "method" ? sayPart(fact) : fact;
}

function isSeveral(fact: Fact): fact is readonly Sentence[] {
  return Array.isArray(fact);
}

/** The library's equation or total that a trail names, if any. Equations may share a title; totals have several numbers. */
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

/** Both number and title of an equation may contain brackets: the title is recognised among the known ones. */
function splitTitle(written: string): [id: string, title?: Text] {
  for (let at = written.indexOf(" ("); at > 0; at = written.indexOf(" (", at + 1)) {
    const of = titled.get(written.slice(at + 2, -1));
    if (of) return [written.slice(0, at), of.title];
  }
  return [written];
}
