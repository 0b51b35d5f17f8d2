/** The decimal sign of numbers written as text. The other of the two, a space or an apostrophe may group thousands. */
export type DecimalSign = "." | ",";

/** How a text can be read as a number; combined by `|`. 0 if it cannot. */
export const shapes = {
  /** A number if the decimal sign is a point. */
  point: 1,
  /** A number if the decimal sign is a comma. */
  comma: 2,
  /** An integer if the decimal sign is a point. */
  pointInteger: 4,
  /** An integer if the decimal sign is a comma. */
  commaInteger: 8,
  /** `1,234`: a thousand or a fraction. */
  eitherComma: 16,
  /** `1.234`: a fraction or a thousand. */
  eitherPoint: 32,
  /** An integer of four digits or more that are not grouped. */
  ungrouped: 64,
  /** With a percent sign. */
  percent: 128,
  /** Digits that are no number but a code: with leading zeros, or beyond 2⁵³, where a number would lose digits. */
  code: 256,
} as const;

const BOTH = shapes.point | shapes.comma;
const INTEGER = BOTH | shapes.pointInteger | shapes.commaInteger;
/** Longer texts are no numbers: the patterns below need not be tried on them. */
const LONGEST = 60;

const space = "[ \\u00a0\\u2009\\u202f'’]";
const exponent = "(?:[eE][+\\-−]?\\d{1,3})?";
/** Grouped by threes, or as in India by twos above the thousands. */
const patterns = {
  ".": new RegExp(
    `^[+\\-−]?(\\d{1,3}(?:${space}\\d{3})+|\\d{1,3}(?:,\\d{2,3})*,\\d{3}|\\d+|(?=\\.\\d))(\\.\\d*)?(${exponent})$`,
  ),
  ",": new RegExp(`^[+\\-−]?(\\d{1,3}(?:${space}\\d{3})+|\\d{1,3}(?:\\.\\d{3})+|\\d+|(?=,\\d))(,\\d*)?(${exponent})$`),
} as const;

/** How a trimmed text can be read as a number. */
export function numberShape(given: string): number {
  const end = given.length;
  if (end === 0 || end > LONGEST) return 0;
  let at = isSign(given.charCodeAt(0)) ? 1 : 0;
  const first = at;
  while (at < end && isDigit(given.charCodeAt(at))) at++;
  const digits = at - first;
  if (at === end) return digits === 0 ? 0 : integerShape(given, first, digits);
  const sign = given.charCodeAt(at);
  if (sign === POINT || sign === COMMA) {
    let last = at + 1;
    while (last < end && isDigit(given.charCodeAt(last))) last++;
    if (last === end) return fractionShape(given, first, digits, end - at - 1, sign === POINT);
  }
  const last = given.charCodeAt(end - 1);
  if (last === PERCENT || last === FULL_PERCENT) {
    const rest = given.slice(0, -1).trimEnd();
    const shape = rest.endsWith("%") ? 0 : numberShape(rest);
    return shape & BOTH ? shape | shapes.percent : 0;
  }
  return patternShape(given, ".") | patternShape(given, ",");
}

function integerShape(given: string, first: number, digits: number): number {
  if (digits > 1 && given.charCodeAt(first) === ZERO) return shapes.code;
  if (digits > 15 && !Number.isSafeInteger(Number(given.slice(first))))
    return keepsDigits(given.slice(first)) ? BOTH | shapes.ungrouped : shapes.code;
  return digits > 3 ? INTEGER | shapes.ungrouped : INTEGER;
}

/** Whether an integer beyond 2⁵³ is a number without loss of digits, as 1e20 is that a program has written in full. */
export function keepsDigits(integer: string): boolean {
  return String(Number(integer)) === integer;
}

/** Digits, one point or comma, and digits. */
function fractionShape(given: string, first: number, whole: number, fraction: number, isPoint: boolean): number {
  if (whole + fraction === 0) return 0;
  const isZero = given.charCodeAt(first) === ZERO;
  if (whole > 1 && isZero) return shapes.code;
  const own = (isPoint ? shapes.point : shapes.comma) | (whole > 3 ? shapes.ungrouped : 0);
  if (fraction !== 3 || whole === 0 || whole > 3 || isZero) return own;
  return isPoint ? BOTH | shapes.commaInteger | shapes.eitherPoint : BOTH | shapes.pointInteger | shapes.eitherComma;
}

function patternShape(given: string, decimal: DecimalSign): number {
  const [, whole, fraction, power] = patterns[decimal].exec(given) ?? [];
  if (whole === undefined || /^0\d|^0[^\d.,]/.test(whole)) return 0;
  const isInteger = !fraction && power === "";
  if (isInteger && !Number.isSafeInteger(Number(whole.replace(/\D/g, "")))) return 0;
  if (decimal === ".") return shapes.point | (isInteger ? shapes.pointInteger : 0);
  return shapes.comma | (isInteger ? shapes.commaInteger : 0);
}

const simple = { ".": /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/, ",": /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/ };

/**
 * The number that a trimmed text states; NaN if it states none. A percent sign is left out: `12 %` is 12. Leading zeros are read,
 * because whoever asks for a number wants one.
 */
export function numberOf(given: string, decimal: DecimalSign): number {
  if (given.length > LONGEST) return Number.NaN;
  const text = /[%％]$/.test(given) ? given.slice(0, -1).trimEnd() : given;
  if (simple[decimal].test(text)) return Number(decimal === "." ? text : text.replace(",", "."));
  if (!patterns[decimal].test(text)) return Number.NaN;
  const plain = text.replaceAll("−", "-").replace(decimal === "." ? /[^\d.eE+-]/g : /[^\d,eE+-]/g, "");
  return Number(decimal === "." ? plain : plain.replace(",", "."));
}

const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const PERCENT = 37;
const FULL_PERCENT = 0xff05;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 57;
}

function isSign(code: number): boolean {
  return code === MINUS || code === PLUS || code === 0x2212;
}
