import type { ReadLine, ReadOutcome } from "../../../../lib/account/line-shape.ts";

/** A line that a file states, as the person who wrote the file knows it. */
export interface RightLine {
  sheet: string;
  row: number;
  column?: string;
  name: string;
  amount: number;
  unit: string;
  year?: number;
  site?: string;
  distance?: { amount: number; unit: string };
  /** A refund, a second print of the same line, an amount without a cached value: left out with a reason it is right, too. */
  mayBeLeftOut?: boolean;
  /** Other units that are as right, the amount being the same number. */
  orUnit?: string[];
  means: string;
}

export interface RightFile {
  kind: "company" | "product" | "inventory";
  /** Why no reader can open it. */
  refused?: string;
  lines: RightLine[];
  leftOut: { sheet: string; row: number; kind: string; why: string }[];
  traps: { sheet: string; row?: number; what: string }[];
}

/** What a reader made of one file. `wrong` says of each line that is not right what was read in its row. */
export interface Judgement {
  lines: number;
  right: number;
  /** Right but for year and site. */
  amounts: number;
  lost: string[];
  twice: string[];
  silentTraps: string[];
  wrong: string[];
}

/** Spellings of units, by what they measure: spelling, and how much of the first unit it is. */
const units: Record<string, Record<string, number>> = {
  energy: {
    ...{ kwh: 1, mwh: 1e3, gwh: 1e6, wh: 1e-3, kilowatthours: 1, 千瓦时: 1, 度: 1, kwhpcs: 1, "kwh(hs)": 1 },
    ...{ mj: 1 / 3.6, gj: 1e3 / 3.6, tj: 1e6 / 3.6, pj: 1e9 / 3.6, kj: 1e-3 / 3.6, j: 1e-6 / 3.6 },
    ...{ mmbtu: 293.07107, btu: 293.07107e-6, therm: 29.307107, therms: 29.307107, "therm(us)": 29.300111 },
    ...{ thm: 29.307107, therm_us: 29.300111, therm_ec: 29.307107, million_btu: 293.07107 },
  },
  volume: {
    ...{ l: 1, litre: 1, litres: 1, liter: 1, liters: 1, 升: 1, ml: 1e-3 },
    ...{
      m3: 1e3,
      "m^3": 1e3,
      nm3: 1e3,
      sm3: 1e3,
      scm: 1e3,
      kl: 1e3,
      "nm^3": 1e3,
      立方米: 1e3,
      cubicmetre: 1e3,
      cubicmeter: 1e3,
      标准立方米: 1e3,
    },
    ...{ gal: 3.785411784, usgal: 3.785411784, "gal(us)": 3.785411784, gallon: 3.785411784, gallons: 3.785411784 },
    ...{ "gallon(us)": 3.785411784, gal_us: 3.785411784, bbl: 158.987294928 },
    ...{ mcf: 28316.846592, ccf: 2831.6846592, scf: 28.316846592, ft3: 28.316846592, "ft^3": 28.316846592 },
  },
  mass: {
    ...{ kg: 1, g: 1e-3, mg: 1e-6, t: 1e3, kt: 1e6, mt: 1e9, tonne: 1e3, tonnes: 1e3, ton: 1e3, tons: 1e3 },
    ...{ 克: 1e-3, 千克: 1, 公斤: 1, 吨: 1e3, 斤: 0.5, lb: 0.45359237, lbs: 0.45359237, oz: 0.028349523125 },
    ...{ shortton: 907.18474, shorttons: 907.18474, "ton(us)": 907.18474, "ton(short)": 907.18474, ton_us: 907.18474 },
    ...{ short_ton: 907.18474, ton_short: 907.18474, tonshort: 907.18474, ust: 907.18474, sh_tn: 907.18474 },
  },
  length: { km: 1, m: 1e-3, 公里: 1, 千米: 1, mi: 1.609344, mile: 1.609344, miles: 1.609344, nmi: 1.852 },
  freight: { tkm: 1, kgkm: 1e-3, 吨公里: 1 },
  travel: {
    personkm: 1,
    pkm: 1,
    passengerkm: 1,
    人公里: 1,
    人km: 1,
    passengermile: 1.609344,
    "passenger-miles": 1.609344,
  },
  personDays: { personday: 1, "person-day": 1, persond: 1, 人天: 1, 人日: 1 },
  cooling: { tonhours: 1, tonhour: 1, tonhr: 1, tonh: 1, "ton-hours": 1 },
  area: { m2: 1, "m^2": 1, ha: 1e4, 平方米: 1, 公顷: 1e4 },
  pieces: { "": 1, pcs: 1, piece: 1, unit: 1, item: 1, 个: 1, 件: 1 },
  animals: { head: 1, heads: 1, 头: 1 },
  people: { person: 1, persons: 1, people: 1, 人: 1 },
  nights: { night: 1, nights: 1, "itemroom-night": 1, roomnight: 1, roomnights: 1, 晚: 1, 间夜: 1 },
  cny: { cny: 1, rmb: 1, 元: 1, "¥": 1, kcny: 1e3 },
  usd: { usd: 1, $: 1, us$: 1, kusd: 1e3, musd: 1e6 },
  eur: { eur: 1, "€": 1, keur: 1e3, meur: 1e6 },
  gbp: { gbp: 1, "£": 1, kgbp: 1e3 },
  coal: { tce: 1, kgce: 1e-3, 吨标准煤: 1, 吨标煤: 1 },
};
const powers: [RegExp, number][] = [
  [/^(10\^4|1e4|10000|万)/, 1e4],
  [/^(10\^8|1e8|亿)/, 1e8],
  [/^(10\^3|1e3|1000|thousand|千)/, 1e3],
  [/^(10\^6|1e6|million|百万)/, 1e6],
];

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·.*×]/g, "");

/** What a unit measures and how much of its first unit it is; null for a spelling that the table lacks. */
function measured(unit: string): { of: string; factor: number } | null {
  const spelling = plain(unit);
  for (const [of, spellings] of Object.entries(units)) {
    if (Object.hasOwn(spellings, spelling)) return { of, factor: spellings[spelling]! };
  }
  for (const [power, factor] of powers) {
    if (!power.test(spelling)) continue;
    const rest = measured(spelling.replace(power, ""));
    if (rest !== null) return { of: rest.of, factor: rest.factor * factor };
  }
  return null;
}

/** Whether two amounts are the same. Therms of the United States and of the EC differ by 0.024 %. */
function isSame(amount: number, unit: string, otherAmount: number, otherUnit: string): boolean {
  const one = measured(unit);
  const other = measured(otherUnit);
  if (one === null || other === null) return amount === otherAmount && plain(unit) === plain(otherUnit);
  if (one.of !== other.of) return false;
  const [a, b] = [amount * one.factor, otherAmount * other.factor];
  const tolerance = /therm/.test(plain(unit)) ? 3e-4 : 1e-6;
  return Math.abs(a - b) <= tolerance * Math.abs(a);
}

/** What of a line does not fit: empty for a right one. */
function faults(right: RightLine, read: ReadLine): string[] {
  const units = [right.unit, ...(right.orUnit ?? [])];
  const moved = right.distance;
  const isTransport =
    moved !== undefined && isSame(right.amount * moved.amount, `${right.unit} ${moved.unit}`, read.amount, read.unit);
  const found: string[] = [];
  if (!plain(read.name).includes(plain(right.name))) found.push("name");
  if (!isTransport && !units.some((unit) => isSame(right.amount, unit, read.amount, read.unit))) found.push("amount");
  if (moved !== undefined && !isTransport) {
    const distance = read.distance;
    if (distance === null || !isSame(moved.amount, moved.unit, distance.amount, distance.unit)) found.push("distance");
  }
  if (right.year !== undefined && read.year !== right.year) found.push("year");
  if (right.site !== undefined && !plain(read.site ?? "").includes(plain(right.site))) found.push("site");
  return found;
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Takes from `read` the line that fits best, if its name, amount and unit fit. */
function taken(right: RightLine, read: ReadLine[]): { faults: string[] } | null {
  const fitting = read
    .map((line, at) => ({ at, faults: faults(right, line) }))
    .filter(({ faults }) => faults.every((fault) => fault === "year" || fault === "site"))
    .sort((a, b) => a.faults.length - b.faults.length);
  if (fitting.length === 0) return null;
  read.splice(fitting[0]!.at, 1);
  return { faults: fitting[0]!.faults };
}

/** Compares what was read of one file with what is right, row by row. A text file is one sheet, whatever it is called. */
export function judged(right: RightFile, outcome: ReadOutcome, isText: boolean): Judgement {
  const key = ({ sheet, row }: { sheet: string; row: number }) => (isText ? `${row}` : `${sheet}:${row}`);
  const unused = new Set(outcome.sheets.filter((s) => !s.isUsed && s.reason !== null).map((s) => s.sheet));
  const isUnused = (sheet: string) => (isText ? unused.size > 0 : unused.has(sheet));
  const read = grouped(outcome.lines, key);
  const leftOut = grouped(outcome.leftOut, key);
  const rows = grouped<RightLine>(right.lines, key);
  const none = { lines: right.lines.length, right: 0, amounts: 0 };
  const result: Judgement = { ...none, lost: [], twice: [], silentTraps: [], wrong: [] };
  for (const [place, lines] of rows) {
    const inRow = [...(read.get(place) ?? [])];
    const excess = inRow.length - lines.length;
    const left = (leftOut.get(place)?.length ?? 0) + (isUnused(lines[0]!.sheet) ? lines.length : 0);
    let missing = 0;
    for (const line of lines) {
      const match = taken(line, inRow);
      if (match !== null) {
        result.amounts++;
        if (match.faults.length === 0) result.right++;
        else result.wrong.push(`${place} ${line.name}: ${match.faults.join(", ")}`);
      } else if (line.mayBeLeftOut && left > 0) {
        result.amounts++;
        result.right++;
      } else {
        missing++;
        result.wrong.push(`${place} ${line.name} ${line.amount} ${line.unit}: ${told(line, inRow)}`);
      }
    }
    for (let i = inRow.length + left; i < missing; i++) result.lost.push(place);
    for (let i = 0; i < excess; i++) result.twice.push(place);
  }
  for (const { sheet, row, kind, why } of right.leftOut) {
    const place = key({ sheet, row });
    for (const line of read.get(place) ?? []) result.twice.push(`${place} ${line.name} (${kind}: ${why})`);
    const isSaid = read.has(place) || leftOut.has(place) || isUnused(sheet);
    if (kind !== "empty" && !isSaid) result.lost.push(place);
  }
  const known = new Set([...rows.keys(), ...right.leftOut.map(key)]);
  for (const place of read.keys()) if (!known.has(place)) result.twice.push(`${place} (no such row)`);
  for (const { sheet, row, what } of right.traps) {
    if (!isTrapSaid(outcome, row === undefined ? null : key({ sheet, row }), key, sheet)) {
      result.silentTraps.push(`${row ?? sheet}: ${what}`);
    }
  }
  return result;
}

function told(line: RightLine, rest: ReadLine[]): string {
  if (rest.length === 0) return "not read";
  return rest.map((r) => `read as ${r.name} ${r.amount} ${r.unit} (${faults(line, r).join(", ")})`).join("; ");
}

/** Whether a note, a question or a row left out speaks at the trap's row, or of the sheet for a trap without a row. */
function isTrapSaid(
  outcome: ReadOutcome,
  place: string | null,
  key: (at: { sheet: string; row: number }) => string,
  sheet: string,
): boolean {
  if (place === null) {
    const isReasoned = outcome.sheets.some((s) => s.sheet === sheet && s.reason !== null);
    const isNoted = outcome.lines.some((line) => line.sheet === sheet && line.notes.length > 0);
    return isReasoned || isNoted || outcome.asks.length > 0 || outcome.notes.length > 0;
  }
  // A sheet that is not used says why, and that holds for its rows.
  if (outcome.sheets.some((s) => s.sheet === sheet && !s.isUsed && s.reason !== null)) return true;
  return (
    outcome.leftOut.some((left) => key(left) === place) ||
    outcome.lines.some((line) => key(line) === place && line.notes.length > 0) ||
    outcome.asks.some((ask) => ask.rows.some((row) => key(row) === place))
  );
}
