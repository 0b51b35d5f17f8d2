import { sayPart } from "./sentence.ts";

/**
 * What a trail says of a result, in the language of the page: of an equation its title (`V2 Eq 2.1 (Fuel in energy units)`),
 * of a method or a note the whole. Numbers of equations, sources and factors stay as they are.
 */
export function sayFact(name: string, value: string): string {
  if (name === "equations") return value.split("; ").map(sayEquation).join("; ");
  return name === "method" || name === "notes" ? sayPart(value) : value;
}

/** The number of an equation may itself hold brackets, and so may its title: what is known behind a bracket is the title. */
function sayEquation(written: string): string {
  for (let at = written.indexOf(" ("); at > 0; at = written.indexOf(" (", at + 1)) {
    const title = written.slice(at + 2, -1);
    const said = sayPart(title);
    if (said !== title) return `${written.slice(0, at)}（${said}）`;
  }
  return written;
}
