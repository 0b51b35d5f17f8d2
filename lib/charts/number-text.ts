/** Numbers in figures are written in one way: thin spaces from 10 000 on, a true minus, and no more digits than are known. */

/** Narrow and does not break. */
const THIN = "\u202f";
/** Before a per cent sign or a unit. */
const FIXED_SPACE = "\u00a0";

/**
 * The number of decimals of a value: three significant digits below 1, one decimal below 100, none above; fewer where the half
 * width of its interval has its second significant digit before.
 */
export function decimalsOf(value: number, halfWidth?: number | null): number {
  const size = Math.abs(value);
  const usual = size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : size === 0 ? 0 : 2 - firstDigit(size);
  if (!halfWidth || !Number.isFinite(halfWidth)) return Math.min(usual, 9);
  return Math.max(0, Math.min(usual, 1 - firstDigit(Math.abs(halfWidth))));
}

/** The decimals with which all values of a column are written: those of its largest. */
export function commonDecimals(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Number.isFinite(value) ? Math.abs(value) : 0), 0);
  return values.every(Number.isInteger) ? 0 : decimalsOf(largest);
}

/** The power of ten of the first significant digit. */
function firstDigit(size: number): number {
  return Math.floor(Math.log10(size) + 1e-9);
}

/** A number with the decimals given, or as many as `decimalsOf` gives it. */
export function writeNumber(value: number, decimals = decimalsOf(value)): string {
  if (!Number.isFinite(value)) return "–";
  const [whole = "", part] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole;
  const text = part ? `${grouped}.${part}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A tick of an axis: all are written with as many decimals as the finest of them needs. */
export function writeTick(value: number, _index?: number, ticks: readonly number[] = [value]): string {
  const most = Math.max(...ticks.map(Math.abs));
  const isExact = (decimals: number) =>
    ticks.every((tick) => Math.abs(tick - Number(tick.toFixed(decimals))) <= 1e-9 * most);
  let decimals = 0;
  while (decimals < 9 && !isExact(decimals)) ++decimals;
  return writeNumber(value, decimals);
}

/** A change, with its sign. */
export function writeChange(value: number, decimals?: number): string {
  const text = writeNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Per cent, of a number that is per cent already. */
export function writePercent(percent: number, decimals = Math.abs(percent) >= 99.95 ? 0 : 1): string {
  return `${writeNumber(percent, decimals)}${FIXED_SPACE}%`;
}

export function writePercentChange(percent: number, decimals?: number): string {
  const text = writePercent(percent, decimals);
  return percent > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * The ends of an interval, rounded to the second significant digit of its half width: `6 800–10 600`.
 * @param to the word between ends of which one is negative, so that a dash is not read as a minus
 */
export function writeInterval(lo: number, hi: number, to = "to"): string {
  const half = Math.abs(hi - lo) / 2;
  const place = half > 0 ? firstDigit(half) - 1 : 0;
  const round = (value: number) => (place > 0 ? Math.round(value / 10 ** place) * 10 ** place : value);
  const decimals = Math.max(0, -place);
  const dash = lo < 0 || hi < 0 ? `${FIXED_SPACE}${to}${FIXED_SPACE}` : "–";
  return `${writeNumber(round(lo), decimals)}${dash}${writeNumber(round(hi), decimals)}`;
}

/** Formulas by themselves or behind a mass, and not as a part of a name such as `CO2_total`. */
const FORMULA = /(?<!\w)(?:[kMGT]?[tg])?(?:CO2(?:eq?)?|CH4|N2O|SF6|NF3|SO2)(?!\w)/g;

/** The code of a metric behind what it weighs: `CO2e AR6.GWP100`. */
const METRIC = /(?<=\bCO2e )(AR\d)\.(G[WT]P\d+)(?!\w)/g;

/** Chemical formulas with their subscripts, and metrics in words: `Mt CO2` as `Mt CO₂`, `CO2e AR6.GWP100` as `CO₂e (AR6 GWP100)`. */
export function writeFormulas(text: string): string {
  return text
    .replace(METRIC, "($1 $2)")
    .replace(FORMULA, (formula) => formula.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit))));
}

/** A value and its unit. */
export function writeQuantity(number: string, unit: string): string {
  if (unit === "") return number;
  return unit === "%" ? `${number}${FIXED_SPACE}%` : `${number}${FIXED_SPACE}${writeFormulas(unit)}`;
}
