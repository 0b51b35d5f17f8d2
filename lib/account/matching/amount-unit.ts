import { currencies } from "../../quantity/currencies.ts";
import { convert, converts, quantity } from "../../quantity/quantity.ts";
import { parseUnit } from "../../quantity/unit.ts";
import { foldText } from "./fold-text.ts";

/** What an amount is an amount of, by its unit alone. */
export type Dimension =
  | "energy"
  | "mass"
  | "volume"
  | "distance"
  | "person distance"
  | "freight"
  | "money"
  | "emission"
  | "nights"
  | "hours"
  | "persons"
  | "count"
  | "other"
  | "none";

/** The unit of a line, in the notation of quantities where it is known. */
export interface AmountUnit {
  /** Null if it is not known. */
  readonly text: string | null;
  readonly dimension: Dimension;
  /** How energy is counted, where the unit says it. */
  readonly basis: "NCV" | "GCV" | null;
  /** The gas of a mass, or `CO2e` with its metric; `CO2e` alone if none is stated, and then `text` is the unit of mass. */
  readonly substance: string | null;
}

/** Units as files write them, by their folded text without blanks and dots, in the notation of quantities. */
const written: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["kWh", "kwh|度|千瓦时|kw·h|kw*h|kilowatthour|kilowatthours|kwhs"],
    ["MWh", "mwh|兆瓦时|千度"],
    ["GWh", "gwh|吉瓦时|百万度"],
    ["10000 kWh", "万kwh|万度|万千瓦时"],
    ["100000000 kWh", "亿kwh|亿度|亿千瓦时"],
    ["GJ", "gj|吉焦|百万千焦"],
    ["MJ", "mj|兆焦"],
    ["TJ", "tj|太焦|万亿焦耳"],
    ["MMBtu", "mmbtu|mmbtus|百万英热单位"],
    ["therm", "therm|therms|therm(us)|therms(us)|ustherm|ustherms"],
    ["tce", "tce|吨标煤|吨标准煤|标煤|标准煤"],
    ["t", "t|吨|公吨|tonne|tonnes|metricton|metrictons|mt|to|tonnen"],
    ["kg", "kg|千克|公斤|kgs|kilogram|kilograms|kilo|kilogramm"],
    ["g", "g|克|gram|grams"],
    ["10000 t", "万吨|万t"],
    ["ton_short", "shortton|shorttons|uston|ustons|st|ton_short|ton(us)|tons(us)|ton(short)"],
    ["ton_long", "longton|longtons|ton_long|imperialton"],
    ["lb", "lb|lbs|pound|pounds|磅"],
    ["oz", "oz|ounce|ounces|盎司"],
    ["L", "l|升|公升|litre|litres|liter|liters|ltr|ltrs|lt|litros|litro"],
    ["kL", "kl|千升"],
    ["m3", "m3|m^3|立方米|立方|方|cbm|cubicmetre|cubicmetres|cubicmeter|cubicmeters|m³|kubikmeter"],
    ["Nm3", "nm3|标方|标立方米|标准立方米|sm3|标准立方"],
    ["10000 m3", "万m3|万立方米|万立方|万方"],
    ["10000 Nm3", "万nm3|万标方|万标立方米|万标准立方米"],
    ["gal", "gal|gallon|gallons|usgal|usgallon|usgallons|gal(us)"],
    ["bbl", "bbl|barrel|barrels|桶"],
    ["100 ft3", "ccf|hcf"],
    ["1000 ft3", "mcf|kcf|mscf"],
    ["ft3", "ft3|cf|cubicfeet|cubicfoot|scf"],
    ["km", "km|公里|千米|kms|kilometre|kilometres|kilometer|kilometers"],
    ["mi", "mi|mile|miles|英里"],
    ["vkm", "vkm|vehicle-km|vehiclekm|车公里"],
    [
      "pkm",
      "pkm|p.km|passenger-km|passengerkm|passengerkms|人公里|人·公里|人km|passengerkilometre|passengerkilometres|passengerkilometer|passengerkilometers|personkm|person-km|pax-km|paxkm|passenger.km",
    ],
    ["person·mi", "passenger-miles|passengermiles|passengermile|person-miles|pmi|passenger-mile"],
    [
      "tkm",
      "tkm|t.km|t-km|tonne-km|tonnekm|tonnekms|吨公里|吨·公里|吨km|t·km|t*km|ton-km|tonkm|tonnekilometre|tonnekilometres|tonnekilometer|tonnekilometers",
    ],
    ["10000 tkm", "万吨公里"],
    ["ton_short·mi", "ton-miles|tonmiles|shortton-miles|ton-mile"],
    [
      "item room-night",
      "night|nights|roomnight|roomnights|room-night|room-nights|间夜|晚|间·夜|间晚|hotelnight|hotelnights|ubernachtungen|nuitees",
    ],
    ["h FTE", "ftehours|fteworkinghours|hfte|ftehour"],
    ["h", "h|hour|hours|小时|工时"],
    ["person", "person|persons|人|people|employee|employees|fte|pax|passenger|passengers|人次|headcount"],
    [
      "item",
      "item|items|piece|pieces|pcs|个|件|台|只|套|瓶|罐|unit|units|ea|each|trip|trips|次|趟|set|sets|stuck|张|程|bottle|bottles|cylinder|cylinders",
    ],
    ["CNY", "cny|rmb|元|人民币|人民币元|yuan|¥|￥|元人民币"],
    ["1000 CNY", "千元|kcny|krmb"],
    ["10000 CNY", "万元|万人民币|万元人民币|万rmb|万cny|人民币万元"],
    ["1000000 CNY", "百万元|百万人民币|mrmb|mcny"],
    ["100000000 CNY", "亿元"],
    ["USD", "usd|us$|$|dollar|dollars|usdollar|usdollars|美元"],
    ["1000 USD", "kusd|k$|usd1000|'000usd|000usd|$k|usdk|thousandusd|usdthousand|usd'000|usd000|千美元"],
    ["1000000 USD", "musd|$m|m$|usdm|millionusd|usdmillion|百万美元"],
    ["10000 USD", "万美元"],
    ["EUR", "eur|€|euro|euros|欧元"],
    ["1000 EUR", "keur|k€|teur|t€|€k|eur1000|千欧元"],
    ["1000000 EUR", "meur|m€|€m"],
    ["10000 EUR", "万欧元"],
    ["GBP", "gbp|£|pound sterling|poundsterling|英镑"],
    ["1000 GBP", "kgbp|£k|k£"],
    ["JPY", "jpy|日元|円|yen"],
  ].flatMap(([unit, names]) => names!.split("|").map((name) => [name, unit!])),
);

const known = new Map<string, AmountUnit>();

/** The unit of an amount as a file or a reader writes it. */
export function amountUnit(text: string): AmountUnit {
  let unit = known.get(text);
  if (!unit) {
    unit = readAmountUnit(text);
    if (known.size > 5000) known.clear();
    known.set(text, unit);
  }
  return unit;
}

const BASIS = /\b(?:(gcv|hhv|gross|hs)|(ncv|lhv|net|hi))\b|(高位|高热值)|(低位|低热值|净热值)/;

function readAmountUnit(text: string): AmountUnit {
  const folded = foldText(text);
  if (folded === "") return { text: null, dimension: "none", basis: null, substance: null };
  const said = BASIS.exec(folded);
  const basis = said === null ? null : said[1] || said[3] ? "GCV" : "NCV";
  const plain = said ? folded.replace(BASIS, "").replace(/[()（）]/g, "") : folded;
  const key = plain.replace(/[\s.]+/g, "").replace(/^\((.*)\)$/, "$1");
  // What the notation of quantities reads is taken as it is: a reader has written it so.
  const equivalent = /^(.{1,12}?)\s*(?:co2\s*(?:e|eq|-?equivalents?|当量)|二氧化碳当量)$/.exec(folded);
  const mass = equivalent && amountUnit(equivalent[1]!);
  if (mass?.dimension === "mass") return { text: mass.text, dimension: "emission", basis: null, substance: "CO2e" };
  const own = said ? null : (byDistance(text.trim()) ?? parsed(text.trim()));
  // Of a product too: factors are per tkm and not per t and km.
  const alias = own && !own.includes("·") && !hasMaterial(own) ? null : aliasOf(key);
  // A kilometre of a vehicle: factors are per kilometre.
  const found = own === "vkm" || alias === "vkm" ? "km" : (alias ?? own);
  if (found === null || found === undefined) return { text: null, dimension: "other", basis, substance: null };
  return { text: found, dimension: dimensionOf(found), basis: basis ?? basisOf(found), substance: substanceOf(found) };
}

/** A mass or persons times a distance, written with a blank: "t km" is no mass of "km". */
const BY_DISTANCE = /^((?:10\^[2-9]|10{2,9})\s*)?(\p{L}+)\s+(km|mi|miles)$/iu;

function byDistance(text: string): string | null {
  const [, times = "", of, distance] = BY_DISTANCE.exec(text) ?? [];
  const unit = of === undefined ? null : aliasOf(foldText(`${of}${distance}`));
  return unit === null ? null : parsed(`${times}${unit}`);
}

function aliasOf(key: string): string | null {
  if (Object.hasOwn(written, key)) return written[key]!;
  const code = key.toUpperCase();
  return currencies.includes(code) ? code : yearOfMoney(key);
}

/** The notation takes any word after a unit for a material: "therm (US)" is therms all the same. */
function hasMaterial(unit: string): boolean {
  return parseUnit(unit).terms.some(({ substance }) => substance?.kind === "material");
}

/** `USD 2022`, `元(2024年)`: money of a year. */
function yearOfMoney(key: string): string | null {
  const found = /^(.+?)\(?((?:19|20)\d{2})年?\)?(?:价)?$/.exec(key);
  const unit = found && aliasOf(found[1]!);
  return unit !== null && dimensionOf(unit) === "money" ? `${unit} ${found![2]}` : null;
}

function parsed(text: string): string | null {
  try {
    return parseUnit(text).text;
  } catch {
    return null;
  }
}

function basisOf(unit: string): AmountUnit["basis"] {
  const { terms } = parseUnit(unit);
  const names = terms.map(({ substance }) => (substance?.kind === "material" ? substance.name : ""));
  return names.includes("GCV") ? "GCV" : names.includes("NCV") ? "NCV" : null;
}

function substanceOf(unit: string): string | null {
  const { terms } = parseUnit(unit);
  const of = terms.length === 1 && terms[0]!.exponent === 1 ? terms[0]!.substance : undefined;
  if (!of || of.kind === "material" || of.kind === "element") return null;
  return of.kind === "gas" ? of.gas : `CO2e ${of.metric}`;
}

function dimensionOf(unit: string): Dimension {
  const { terms } = parseUnit(unit);
  if (unit === "item room-night") return "nights";
  if (substanceOf(unit) !== null) return "emission";
  const exponents = new Map<string, number>();
  for (const { unit: of, exponent } of terms)
    for (const [base, power] of Object.entries(of.dimension))
      exponents.set(base, (exponents.get(base) ?? 0) + exponent * power!);
  const key = [...exponents]
    .filter(([, power]) => power !== 0)
    .map(([base, power]) => `${base.startsWith("currency") ? "currency" : base}${power === 1 ? "" : power}`)
    .sort()
    .join(" ");
  return Object.hasOwn(dimensions, key) ? dimensions[key]! : "other";
}

const dimensions: Readonly<Record<string, Dimension>> = {
  energy: "energy",
  mass: "mass",
  length3: "volume",
  length: "distance",
  "length vehicle": "distance",
  "length person": "person distance",
  "length mass": "freight",
  currency: "money",
  time: "hours",
  person: "persons",
  item: "count",
};

/** An amount in another unit; null if the one does not convert to the other. */
export function inUnit(amount: number, from: string, to: string): number | null {
  if (from === to) return amount;
  return converts(from, to) ? convert(quantity(amount, from), to).value : null;
}
