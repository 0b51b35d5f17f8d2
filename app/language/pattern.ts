/**
 * A sentence with holes: `There is no dataset named \`{name}\`.` A hole `{rows#}` matches only a number; one between backticks
 * matches no backtick; the value of `{column!}` is a name, which is never translated. A hole matches at least one character.
 */
export interface Pattern {
  readonly text: string;
  /** The texts before, between and after the holes: one more than there are holes. */
  readonly literals: readonly string[];
  readonly holes: readonly Hole[];
  /** The number of fixed characters: the more, the more specific is a match. */
  readonly weight: number;
}

export interface Hole {
  readonly name: string;
  readonly isNumber: boolean;
  /** Between backticks: its value is code and is never translated. */
  readonly isCode: boolean;
  /** Its value is a name from the data and is never translated. */
  readonly isName: boolean;
}

const holePattern = /\{([a-z]\w*)([#!]?)\}/gi;
const number = /^[-−+]?(?:\d[\d\u202f,.]*(?:e[-+]?\d+)?|Infinity|NaN)$/i;

/** Most positions that are tried for one pattern in one sentence, so that the time is bounded. */
const TRIES = 500;

/** Parses the notation. Throws if two holes are adjacent or have the same name. */
export function readPattern(text: string): Pattern {
  const literals: string[] = [];
  const holes: Hole[] = [];
  let from = 0;
  for (const { 0: hole, 1: name = "", 2: mark, index } of text.matchAll(holePattern)) {
    const before = text.slice(from, index);
    if (holes.length > 0 && before === "") throw new Error(`Nothing stands between two holes of “${text}”.`);
    if (holes.some((other) => other.name === name)) throw new Error(`Two holes of “${text}” are called ${name}.`);
    from = index + hole.length;
    literals.push(before);
    holes.push({
      name,
      isNumber: mark === "#",
      isCode: before.endsWith("`") && text[from] === "`",
      isName: mark === "!",
    });
  }
  literals.push(text.slice(from));
  return { text, literals, holes, weight: literals.reduce((sum, { length }) => sum + length, 0) };
}

/** The values of the holes if a sentence matches the pattern, else null. */
export function matchPattern({ literals, holes }: Pattern, sentence: string): string[] | null {
  const first = literals[0]!;
  const last = literals.at(-1)!;
  if (holes.length === 0) return sentence === first ? [] : null;
  if (sentence.length < first.length + last.length || !sentence.startsWith(first) || !sentence.endsWith(last))
    return null;
  const end = sentence.length - last.length;
  const values: string[] = [];
  let tries = TRIES;
  const fill = (hole: number, from: number): boolean => {
    const { isNumber, isCode } = holes[hole]!;
    const fits = (value: string) =>
      value !== "" && !(isNumber && !number.test(value)) && !(isCode && value.includes("`"));
    if (hole === holes.length - 1) {
      values[hole] = sentence.slice(from, end);
      return fits(values[hole]!);
    }
    const next = literals[hole + 1]!;
    for (let at = sentence.indexOf(next, from + 1); at >= 0 && at < end; at = sentence.indexOf(next, at + 1)) {
      if (--tries < 0) return false;
      values[hole] = sentence.slice(from, at);
      if (fits(values[hole]!) && fill(hole + 1, at + next.length)) return true;
    }
    return false;
  };
  return fill(0, first.length) ? values : null;
}

/** Fills a text with the same holes with values. */
export function fillPattern(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(holePattern, (hole, name: string) => values[name] ?? hole);
}
