/** A number in a normal text, and its place. */
export interface Numeral {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** As it stands: digits, a word, Chinese numerals. */
  readonly by: "digits" | "word" | "han";
}

const WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  "a hundred": 100,
  "one hundred": 100,
  "a thousand": 1000,
  "one thousand": 1000,
  "a million": 1e6,
  "one million": 1e6,
  "half a million": 5e5,
  "a billion": 1e9,
  "one billion": 1e9,
  dozen: 12,
  half: 0.5,
  "a quarter": 0.25,
};

const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/^ ?(?:thousand|thousands)(?![a-z])/, 1e3],
  [/^ ?(?:million|millions|mn)(?![a-z])/, 1e6],
  [/^ ?(?:billion|billions|bn)(?![a-z])/, 1e9],
  [/^ ?(?:trillion|trillions)(?![a-z])/, 1e12],
  // Indian English.
  [/^ ?(?:lakhs?|lac)(?![a-z])/, 1e5],
  [/^ ?crores?(?![a-z])/, 1e7],
  [/^k(?![a-z])/, 1e3],
  [/^ ?千万/, 1e7],
  [/^ ?百万/, 1e6],
  [/^ ?十亿/, 1e9],
  [/^ ?百亿/, 1e10],
  [/^ ?千亿/, 1e11],
  [/^ ?万亿/, 1e12],
  [/^ ?亿/, 1e8],
  [/^ ?万/, 1e4],
  [/^ ?千(?!瓦|克|米|卡|焦|吨)/, 1e3],
  [/^ ?百(?!分|万)/, 1e2],
];

const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

const DIGITS = /[-+]?(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:e[-+]?\d+)?/y;
const WORD = new RegExp(
  `(?:${Object.keys(WORDS)
    .sort((a, b) => b.length - a.length)
    .join("|")})(?![a-z])`,
  "y",
);
/** Numerals that begin words of their own, such as 一下, 一些, 千瓦, 万吨, are numbers only where a count or a magnitude follows. */
const HAN = /[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?/y;

/** The numeral that begins at a place of a normal text, with its magnitude. */
export function numeralAt(text: string, at: number): Numeral | null {
  const before = text[at - 1] ?? "";
  if (/[a-z0-9.]/.test(before) && !/[\p{Script=Han}]/u.test(before)) return null;
  DIGITS.lastIndex = at;
  const digits = DIGITS.exec(text);
  if (digits) {
    const read = Number(digits[0].replaceAll(/[, ]/g, ""));
    const end = at + digits[0].length;
    // A name such as 2a1 or 3d is no number.
    if (/^[a-z]/.test(text.slice(end)) && !isUnitAfter(text.slice(end))) return null;
    return magnified({ value: read, from: at, to: end, by: "digits" }, text);
  }
  WORD.lastIndex = at;
  const word = WORD.exec(text);
  if (word) return magnified({ value: WORDS[word[0]]!, from: at, to: at + word[0].length, by: "word" }, text);
  HAN.lastIndex = at;
  const han = HAN.exec(text);
  if (!han || /^[百千万亿]/.test(han[0])) return null;
  // 一千瓦时 is one kilowatt hour.
  const numerals =
    /千$/.test(han[0]) && /^[瓦克米卡焦]/.test(text.slice(at + han[0].length)) ? han[0].slice(0, -1) : han[0];
  return { value: hanValue(numerals), from: at, to: at + numerals.length, by: "han" };
}

/** Letters that may stand right after a number: units and magnitudes. */
function isUnitAfter(rest: string): boolean {
  return /^(?:k|m|g|t|kt|mt|gt|gg|tg|pg|kg|g|mg|kwh|mwh|gwh|twh|kw|mw|gw|tw|tj|gj|mj|pj|ej|km|m2|m3|ha|l|ml|lb|lbs|bbl|mmbtu|btu|gcal|kcal|bn|mn|c|s|x|d|yr|a|th|st|nd|rd)(?:c|co2e?|ch4|n2o)?(?![a-z])/.test(
    rest,
  );
}

function magnified(numeral: Numeral, text: string): Numeral {
  for (const [pattern, factor] of MAGNITUDES) {
    const found = pattern.exec(text.slice(numeral.to));
    if (found) return { ...numeral, value: tidy(numeral.value * factor), to: numeral.to + found[0].length };
  }
  return numeral;
}

/** A product with a power of ten, without the noise of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** The value of Chinese numerals: 二〇二一 is read digit by digit, 三百二十 by places. */
function hanValue(numerals: string): number {
  const [whole = "", fraction] = numerals.split("点");
  const digits = (text: string) => [...text].map((each) => HAN_DIGITS[each]).join("");
  if (whole.length > 1 && [...whole].every((each) => each in HAN_DIGITS))
    return Number(digits(whole) + (fraction ? `.${digits(fraction)}` : ""));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const each of whole) {
    const place = HAN_PLACES[each];
    if (place === undefined) digit = HAN_DIGITS[each]!;
    else if (place >= 1e4) {
      total = (total + section + digit) * place;
      section = 0;
      digit = 0;
    } else {
      section += (digit || 1) * place;
      digit = 0;
    }
  }
  return total + section + digit + (fraction ? Number(`0.${digits(fraction)}`) : 0);
}
