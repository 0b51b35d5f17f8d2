/**
 * A symbol in TeX. The part after `_`, a number, or the lower-case letters after capitals is its index: `EF_CO2`, `C1`,
 * `Mcl`, `NEwork`. Words (`Fuel`) stay words, `dC` is a difference, names of Greek letters become those letters.
 */
export function texName(name: string): string {
  const [head = "", ...rest] = name.split("_");
  if (head === "") return letters(name);
  const [base, index] = splitIndex(head);
  const indices = index ? [index, ...rest] : rest;
  return indices.length === 0 ? base : `${base}_{${indices.map(upright).join(", ")}}`;
}

/** The base of a name, in TeX, and its index if it has one. */
function splitIndex(name: string): [base: string, index?: string] {
  if (greek.has(name)) return [`\\${name}`];
  if (isSubstance(name)) return [upright(name)];
  const difference = /^d([A-Z].*)$/.exec(name);
  if (difference) {
    const [base, index] = splitIndex(difference[1]!);
    return index ? [`\\Delta ${base}`, index] : [`\\Delta ${base}`];
  }
  for (const pattern of indexed) {
    const found = pattern.exec(name);
    if (found) return [letters(found[1]!), found[2]!];
  }
  return [letters(name)];
}

/** A number; letters after several capitals (NEwork); one or two after one (Mcl, Ym); capitals after a word (FracGASF). */
const indexed = [
  /^(\p{L}+?)(\d.*)$/u,
  /^([A-Z]{2,})([a-z]+)$/,
  /^([B-DF-HJ-NP-TV-Z])([a-z]|[b-df-hj-np-tv-z][a-z]|in|out)$/,
  /^([A-Z][a-z]+)([A-Z]{2,})$/,
];

/** A number in TeX, with a power of ten if very small or large. */
export function texNumber(written: number): string {
  // The last digits of a computed number are rounding errors.
  const value = Number(written.toPrecision(12));
  const [mantissa, exponent] = value.toExponential().split("e") as [string, string];
  const size = Number(exponent);
  if (value === 0 || (size > -4 && size < 6)) return String(value);
  const ten = `10^{${size}}`;
  if (mantissa === "1") return ten;
  return mantissa === "-1" ? `-${ten}` : `${mantissa} \\times ${ten}`;
}

const greek = new Set(["alpha", "beta", "gamma", "delta", "eta", "lambda", "mu", "rho", "sigma", "tau"]);

function isSubstance(name: string): boolean {
  return /^(?:CO2|CH4|N2O|CF4|C2F6|SF6)(?:-[CN])?$/.test(name);
}

/** A word is set as text: letter by letter it would look like a product. */
function letters(name: string): string {
  return /^[A-Za-z]$/.test(name) ? name : `\\text{${escaped(name)}}`;
}

/** An index: words and formulas are upright, a letter or a number is unchanged. */
function upright(text: string): string {
  if (/^(?:[a-z]|\d+)$/.test(text)) return text;
  return isSubstance(text)
    ? `\\mathrm{${text.replaceAll(/\d/g, "_$&").replace("-", "\\text{-}")}}`
    : `\\text{${escaped(text)}}`;
}

function escaped(text: string): string {
  return text.replaceAll("_", "\\_");
}
