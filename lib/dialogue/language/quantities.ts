import { numeralAt } from "./numerals.ts";

/** A number with a unit in a normal text: 3 kt of N2O, 8 t CO2 per t, 0.6 t/MWh, 200万吨, 每吨8吨CO2. */
export interface QuantityMention {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The unit as the library writes it, with a gas or carbon where one is named: `kt N2O`, `t CO2/t`, `EUR/t CO2`. */
  readonly unit: string;
  /** The unit without the gas: `kt`; empty for a count. */
  readonly measured: string;
  readonly gas: string | null;
  /** What stands below the line, with its gas. */
  readonly per: string | null;
}

/** Forms of units, and how the library writes them. Longer forms first where one begins another. */
const UNITS: readonly (readonly [forms: string, unit: string])[] = [
  [
    "mn tonnes|mn tons|mn t|millions of tonnes|millions of tons|million tonnes|million tons|million metric tons|million metric tonnes|百万公吨|megatonnes?|megatons?|百万吨|mt|mmt",
    "Mt",
  ],
  ["billions of tonnes|billions of tons|billion tonnes|billion tons|gigatonnes?|gigatons?|十亿吨|gt", "Gt"],
  ["thousand tonnes|thousand tons|kilotonnes?|kilotons?|千吨|kt", "kt"],
  ["亿公?吨", "1e8 t"],
  ["万公?吨|万噸", "1e4 t"],
  ["千万公?吨", "1e7 t"],
  ["兆吨", "Mt"],
  ["tonnes? of oil equivalent|tons? of oil equivalent|toe|吨油当量|吨标准油|吨标油", "toe"],
  ["tonnes? of coal equivalent|tons? of coal equivalent|tce|吨标准煤|吨标煤|吨煤当量", "tce"],
  ["million tonnes? of oil equivalent|million tons? of oil equivalent|mtoe|百万吨油当量", "Mtoe"],
  ["million tonnes? of coal equivalent|mtce|百万吨标准煤", "Mtce"],
  ["万吨标准煤|万吨标煤", "1e4 tce"],
  ["亿吨标准煤|亿吨标煤", "1e8 tce"],
  ["metric tonnes?|metric tons?|tonnes?|tons?|公吨|吨|t", "t"],
  ["short tons?|us short tons?|短吨|美吨", "ton_short"],
  ["long tons?|imperial tons?|长吨|英吨", "ton_long"],
  ["kilograms?|kilogrammes?|kilos?|公斤|千克|kgs?", "kg"],
  ["pounds? of|lbs?|磅", "lb"],
  ["milligrams?|毫克|mg", "mg"],
  ["grams?|grammes?|克|g", "g"],
  ["teragrams?|tg", "Tg"],
  ["gigagrams?|gg", "Gg"],
  ["petagrams?|pg", "Pg"],
  ["terawatt hours?|太瓦时|twh", "TWh"],
  ["gigawatt hours?|吉瓦时|gwh", "GWh"],
  ["megawatt hours?|兆瓦时|mwh", "MWh"],
  ["kilowatt hours?|千瓦时|度电|度|kwh", "kWh"],
  ["亿千瓦时|亿度电?", "1e8 kWh"],
  ["万千瓦时|万度电?", "1e4 kWh"],
  ["gigawatts?|吉瓦|gw", "GW"],
  ["megawatts?|兆瓦|mw", "MW"],
  ["万千瓦", "1e4 kW"],
  ["kilowatts?|千瓦|kw", "kW"],
  ["exajoules?|艾焦|ej", "EJ"],
  ["petajoules?|拍焦|pj", "PJ"],
  ["terajoules?|太焦|tj", "TJ"],
  ["gigajoules?|吉焦|gj", "GJ"],
  ["megajoules?|兆焦|mj", "MJ"],
  ["million btus?|million british thermal units?|mmbtus?|百万英热单位?|百万btu", "MMBtu"],
  ["british thermal units?|btus?|英热单位?", "Btu"],
  ["therms?|撒姆|色姆", "therm"],
  ["gigacalories?|gcal|吉卡|百万大卡|百万千卡", "Gcal"],
  ["kilocalories?|kcal|大卡|千卡", "kcal"],
  ["cubic met(?:er|re)s?|立方米|立方|方|m3|m³", "m3"],
  ["万立方米?|万方", "1e4 m3"],
  ["亿立方米?|亿方", "1e8 m3"],
  ["cubic feet|cubic foot|ft3|cu ft|立方英尺", "ft3"],
  ["lit(?:er|re)s?|公升|升|l", "L"],
  ["millilit(?:er|re)s?|毫升|ml", "mL"],
  ["us gallons?|u\\.s\\. gallons?|american gallons?|美制加仑|美加仑", "gal"],
  ["barrels?(?! of oil equivalent)|bbls?|桶", "bbl"],
  ["hectares?|公顷|ha", "ha"],
  ["acres?|英亩", "acre"],
  ["mu of|亩", "亩"],
  ["kilomet(?:er|re)s?|千米|公里|km", "km"],
  ["nautical miles?|海里", "nmi"],
  ["miles?|英里", "mi"],
  ["us dollars?|u\\.s\\. dollars?|dollars?|usd|美元|\\$", "USD"],
  ["euros?|eur|欧元|欧(?![元洲盟])|€", "EUR"],
  ["yuan|rmb|cny|人民币|元", "CNY"],
  ["pounds?|gbp|英镑|£", "GBP"],
  ["per cent|percent|percentage points?|%|个百分点|个百分比", "%"],
  ["ppm", "ppm"],
  ["ppb", "ppb"],
  ["ppt", "ppt"],
  ["heads? of|heads?|animals?|头|只|匹|峰", "head"],
  ["persons?|people|inhabitants?|人", "person"],
  ["years?|yrs?|年", "yr"],
  ["months?|个月", "month"],
  ["full load hours?|hours?|个?小时|满负荷小时|利用小时", "h"],
];

/** Gases and carbon, as they follow a mass. */
const GASES: readonly (readonly [forms: string, gas: string])[] = [
  ["co2[ -]?e(?:q|quivalents?)?|carbon dioxide equivalents?|co2当量|二氧化碳当量|碳当量|当量", "CO2e"],
  ["co2|carbon dioxide|二氧化碳", "CO2"],
  ["ch4|methane|甲烷", "CH4"],
  ["n2o n", "N2O-N"],
  ["n2o|nitrous oxide|氧化亚氮|一氧化二氮|笑气", "N2O"],
  ["sf6|sulphur hexafluoride|sulfur hexafluoride|六氟化硫", "SF6"],
  ["nf3|nitrogen trifluoride|三氟化氮", "NF3"],
  ["cf4|四氟化碳|四氟甲烷", "CF4"],
  ["c2f6|六氟乙烷", "C2F6"],
  ["(?:hfc|r) ?(\\d{2,3}[a-z]*)", "HFC-"],
  ["carbon|碳(?!酸|铵)|c", "C"],
  ["nitrogen|氮|n", "N"],
];

/** A word of Latin letters ends where they end; after Chinese characters anything may follow, and a gas after any: GtC, tCO2. */
const WORD_END = "(?:(?<![a-z0-9])|(?![a-z0-9])|(?=(?:c|co2e?|ch4|n2o)(?![a-z0-9])))";

const units = UNITS.map(([forms, unit]) => [new RegExp(`(?:${forms})${WORD_END}`, "y"), unit] as const);
const gases = GASES.map(([forms, gas]) => [new RegExp(`(?:${forms})${WORD_END}`, "y"), gas] as const);

/** A unit at a place, and the place after it. Han units need no blank after them. */
export function unitAt(text: string, at: number): { readonly unit: string; readonly to: number } | null {
  let best: { unit: string; to: number } | null = null;
  for (const [pattern, unit] of units) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found && (!best || at + found[0].length > best.to)) best = { unit, to: at + found[0].length };
  }
  return best;
}

export function gasAt(text: string, at: number): { readonly gas: string; readonly to: number } | null {
  const link = /^ ?(?:of |的)?/.exec(text.slice(at))![0].length;
  for (const [pattern, gas] of gases) {
    pattern.lastIndex = at + link;
    const found = pattern.exec(text);
    if (!found) continue;
    // “10 t of carbon dioxide” names the gas; “3 kt of carbon steel” does not.
    const name = gas.endsWith("-") ? `${gas}${found[1]}` : gas;
    return { gas: name, to: at + link + found[0].length };
  }
  return null;
}

/** The quantity that begins at a place of a normal text; null for a number without a unit. */
export function quantityAt(text: string, at: number): QuantityMention | null {
  return (
    perFirst(text, at) ??
    single(text, at) ??
    fraction(text, at) ??
    tenths(text, at) ??
    money(text, at) ??
    numberFirst(text, at)
  );
}

/** “A kilo of beef”, “a litre of milk”: one of a unit, where what it is of follows. */
function single(text: string, at: number): QuantityMention | null {
  const article = /^(?:a|an|one) (?=[a-z])/.exec(text.slice(at, at + 4));
  const found = article && unitAt(text, at + article[0].length);
  if (!found || !/^ of /.test(text.slice(found.to)) || /^(?:yr|month|h|head|person|%|1e.*)$/.test(found.unit))
    return null;
  return completed(text, at, 1, found.unit, found.to);
}

const PARTS = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const COUNTS = ["a", "one", "two", "three", "four"];
const DIGITS = "一二三四五六七八九十";
/** “By a third”, “a fifth less”: without these words a third may be one in a row. */
const FRACTION = new RegExp(
  `(?<by>by )?(?<count>${COUNTS.join("|")})[ -](?<part>${PARTS.join("|")})s?(?![a-z])(?<than> (?:less|lower|fewer|more|higher|smaller|larger|greater)(?![a-z]))?`,
  "y",
);
const FRACTION_OF_HAN = new RegExp(`([${DIGITS}])分之([${DIGITS}])`, "y");

/** “By a fifth” is 20 %, 三分之一 a third of 100 %. */
function fraction(text: string, at: number): QuantityMention | null {
  const of = (parts: number, whole: number, to: number): QuantityMention => {
    const value = Number(((100 * parts) / whole).toPrecision(15));
    return { from: at, to, value, unit: "%", measured: "%", gas: null, per: null };
  };
  FRACTION_OF_HAN.lastIndex = at;
  const han = FRACTION_OF_HAN.exec(text);
  if (han) return of(DIGITS.indexOf(han[2]!) + 1, DIGITS.indexOf(han[1]!) + 1, at + han[0].length);
  FRACTION.lastIndex = at;
  const { by, count, part, than = "" } = FRACTION.exec(text)?.groups ?? {};
  if (count === undefined || part === undefined || (by === undefined && than === "")) return null;
  const parts = Math.max(1, COUNTS.indexOf(count));
  return of(parts, PARTS.indexOf(part) + 2, FRACTION.lastIndex - than.length);
}

/** 两成 is 20 %. */
function tenths(text: string, at: number): QuantityMention | null {
  const numeral = numeralAt(text, at);
  if (!numeral || text[numeral.to] !== "成" || numeral.value > 10 || /[本分为立]/.test(text[numeral.to + 1] ?? ""))
    return null;
  const value = numeral.value * 10;
  return { from: at, to: numeral.to + 1, value, unit: "%", measured: "%", gas: null, per: null };
}

/** 每吨8吨CO2, 每吨CO2 90欧元. */
function perFirst(text: string, at: number): QuantityMention | null {
  if (text[at] !== "每") return null;
  const below = unitAt(text, at + 1);
  if (!below) return null;
  const belowGas = gasAt(text, below.to);
  const filler = /^(?:隐含|含碳|排放|含|需|为)*/.exec(text.slice(belowGas?.to ?? below.to))![0].length;
  const start = skipBlank(text, (belowGas?.to ?? below.to) + filler);
  const above = numberFirst(text, start);
  if (!above || above.per) return null;
  return withPer(above, at, above.to, join(below.unit, belowGas?.gas ?? null));
}

/** $5 million, US$5 million, EUR 70, €90 per t CO2. */
function money(text: string, at: number): QuantityMention | null {
  const found = /^(us ?\$|\$|€|£|usd|eur|gbp|cny|rmb) ?(?=\d)/.exec(text.slice(at));
  if (!found || /[a-z0-9]/.test(text[at - 1] ?? "")) return null;
  const sign = { $: "USD", us$: "USD", "us $": "USD", "€": "EUR", "£": "GBP", rmb: "CNY" }[found[1]!];
  const start = at + found[0].length;
  // The numeral stands right after letters.
  const numeral = numeralAt(` ${text.slice(start)}`, 1);
  return numeral ? completed(text, at, numeral.value, sign ?? found[1]!.toUpperCase(), start + numeral.to - 1) : null;
}

function numberFirst(text: string, at: number): QuantityMention | null {
  const numeral = numeralAt(text, at);
  if (!numeral) return null;
  const found = unitAt(text, skipBlank(text, numeral.to));
  // 2022年 is a year, not a duration.
  if (found?.unit === "yr" && numeral.value >= 1600 && numeral.value < 2200) return null;
  if (!found || (numeral.by === "word" && found.unit === "C")) return null;
  // “Mexico 2018 Mt” is a year and a unit.
  const isYear =
    numeral.by === "digits" && Number.isInteger(numeral.value) && numeral.value >= 1850 && numeral.value < 2060;
  if (isYear && numeral.to - at === 4 && text[numeral.to] === " " && /^[MG]t$/.test(found?.unit ?? "")) return null;
  // 万吨 after a numeral whose magnitude was read is 吨.
  const scaled = /^1e(\d) (.+)$/.exec(found.unit);
  const value = scaled ? Number((numeral.value * 10 ** Number(scaled[1])).toPrecision(15)) : numeral.value;
  return completed(text, at, value, scaled ? scaled[2]! : found.unit, found.to);
}

const BY_DAY = /^ ?(?:\/ ?d(?:ay)?|(?:per|a|each|every) day|\/ ?[天日]|每[天日])(?![a-z0-9])/;

function completed(text: string, from: number, value: number, measured: string, after: number): QuantityMention {
  const gas = isMass(measured) ? gasAt(text, after) : null;
  const end = gas?.to ?? after;
  const unit = join(measured, gas?.gas ?? null);
  const plain = { from, to: end, value, unit, measured, gas: gas?.gas ?? null, per: null };
  const day = BY_DAY.exec(text.slice(end));
  if (day) return withPer(plain, from, end + day[0].length, "day");
  const line = /^ ?(?:\/|per |a |each |every |每)/.exec(text.slice(end));
  if (!line) return plain;
  const below = unitAt(text, skipBlank(text, end + line[0].length));
  if (!below) return plain;
  const belowGas = isMass(below.unit) ? gasAt(text, below.to) : null;
  return withPer(plain, from, belowGas?.to ?? below.to, join(below.unit, belowGas?.gas ?? null));
}

function withPer(above: QuantityMention, from: number, to: number, per: string): QuantityMention {
  return { ...above, from, to, per, unit: `${above.unit}/${per}` };
}

function join(unit: string, gas: string | null): string {
  return gas ? `${unit} ${gas}` : unit;
}

/** A unit by year where the unit that it stands for is one. */
export function byYear(unit: string, measured: string): string {
  return measured.endsWith("/yr") && !unit.includes("/") ? `${unit}/yr` : unit;
}

export function isMass(unit: string): boolean {
  return ["mg", "g", "kg", "t", "kt", "Mt", "Gt", "Gg", "Tg", "Pg", "lb", "ton_short", "ton_long"].includes(unit);
}

function skipBlank(text: string, at: number): number {
  return text[at] === " " ? at + 1 : at;
}
