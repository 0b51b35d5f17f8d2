/**
 * A sentence with holes: `There is no dataset named \`{name}\`.` A hole `{rows#}` takes a number only; one between
 * backticks takes no backtick; what comes into `{column!}` is a name that stays as it is, even if it is a word of ours. A hole at an end or between two texts takes at least one character.
 */
export interface Pattern {
  readonly text: string;
  /** The texts before, between and after the holes: one more than there are holes. */
  readonly literals: readonly string[];
  readonly holes: readonly Hole[];
  /** How many characters are given: the more, the surer a match. */
  readonly weight: number;
}

export interface Hole {
  readonly name: string;
  readonly isNumber: boolean;
  /** Stands as code, so that what comes in is never put into words. */
  readonly isCode: boolean;
  /** Holds a name of the data, so that it is never put into words either. */
  readonly isName: boolean;
}

const holePattern = /\{([a-z]\w*)([#!]?)\}/gi;
const number = /^[-−+]?(?:\d[\d\u202f,.]*(?:e[-+]?\d+)?|Infinity|NaN)$/i;

/** So many places are tried for the texts of one pattern in one sentence; the time stays bounded whatever is said. */
const TRIES = 500;

/** Reads the notation. Throws where two holes have nothing between them, or share a name. */
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

/** What stands in the holes when a sentence is of this pattern, else null. */
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

/** Puts values into a text with the same holes. */
export function fillPattern(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(holePattern, (hole, name: string) => values[name] ?? hole);
}
