/** What stands before decimals in a list of amounts. */
export const decimalMarks = ["point", "comma"] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** An amount as it is written, before it is known whether "1,234" has decimals or thousands. */
export type WrittenAmount =
  | { readonly kind: "number"; readonly value: number; readonly mark: DecimalMark | null; readonly rest: string }
  /** One mark and three digits after it: a number with decimals, or with thousands. */
  | { readonly kind: "either"; readonly point: number; readonly comma: number; readonly rest: string }
  | { readonly kind: "none" };

/** Digits with marks, an exponent, and what follows: a unit, or nothing. */
const NUMBER = /^([+-]?)(\d[\d.,' ]*|[.,]\d+)(e[+-]?\d+)?\s*(\p{L}[^\d]*[\d³²]?|%)?$/iu;
/** Spaces and apostrophes of every kind that divide thousands. */
const SPACES = /[\s\u00a0\u2009\u202f]/g;
const APOSTROPHES = /[’ʼ‘´`]/g;

/**
 * Reads an amount: 2.35, 2,35, 1,234.5, 1.234,5, 1 234,5, 1'234.5, 1.5e-3, ２．３５, with or without a unit after it. Marks that divide
 * thousands must divide them: 1,23,456 and 12.34.5 are no number here, nor are ranges, fractions and "about 2".
 */
export function writtenAmount(text: string): WrittenAmount {
  const plain = text.normalize("NFKC").replace(SPACES, " ").replace(APOSTROPHES, "'").replace("−", "-").trim();
  const [, sign, digits, exponent = "", rest = ""] = NUMBER.exec(plain) ?? [];
  if (digits === undefined) return { kind: "none" };
  const scale = Number(`${sign}1${exponent}`);
  const body = digits.trim();
  const grouped = /[ ']/.test(body);
  const whole = grouped ? withoutGroups(body) : body;
  if (whole === null) return { kind: "none" };
  const found = ofMarks(whole, grouped || exponent !== "");
  if (found.kind === "number") return { ...found, value: found.value * scale, rest };
  if (found.kind === "either") return { ...found, point: found.point * scale, comma: found.comma * scale, rest };
  return found;
}

/** Without the spaces or apostrophes that divide its thousands; null if they do not. */
function withoutGroups(body: string): string | null {
  const [, groups, decimals = ""] = /^(\d{1,3}(?:[ ']\d{3})+)([.,]\d+)?$/.exec(body) ?? [];
  return groups === undefined ? null : groups.replace(/[ ']/g, "") + decimals;
}

/** @param isDecimal whether a single mark can only stand before decimals: thousands are divided otherwise. */
function ofMarks(body: string, isDecimal: boolean): WrittenAmount {
  const marks = body.replace(/\d/g, "");
  const number = (value: string, mark: DecimalMark | null): WrittenAmount => ({
    kind: "number",
    value: Number(value),
    mark,
    rest: "",
  });
  if (marks === "") return number(body, null);
  const last = marks.at(-1)!;
  const mark = last === "," ? "comma" : "point";
  if (marks.length === 1) {
    const [before = "", after = ""] = body.split(last);
    const decimal = `${before || "0"}.${after || "0"}`;
    const isEither = !isDecimal && after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
    if (!isEither) return number(decimal, mark);
    const [decimals, thousands] = [Number(decimal), Number(before + after)];
    return mark === "point"
      ? { kind: "either", point: decimals, comma: thousands, rest: "" }
      : { kind: "either", point: thousands, comma: decimals, rest: "" };
  }
  // 1.234.567 has thousands only, so its decimals would have the other mark.
  if (new Set(marks).size === 1)
    return divides(body, last)
      ? number(body.replaceAll(last, ""), mark === "comma" ? "point" : "comma")
      : { kind: "none" };
  const at = body.lastIndexOf(last);
  const other = last === "," ? "." : ",";
  const whole = body.slice(0, at);
  if (whole.includes(last) || !divides(whole, other)) return { kind: "none" };
  return number(`${whole.replaceAll(other, "")}.${body.slice(at + 1) || "0"}`, mark);
}

const divides = (digits: string, mark: string) => {
  const [first = "", ...groups] = digits.split(mark);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
};
