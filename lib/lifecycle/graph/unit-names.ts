import { converts, unitFactor } from "../../quantity/quantity.ts";
import { parseUnit } from "../../quantity/unit.ts";

/**
 * Units as published inventories write them, and the notation of `lib/quantity`. "ton" is the metric ton in Brightway and in
 * SimaPro; what is ambiguous elsewhere (a standard cubic metre, an ounce) is not listed, so it stays as written.
 */
const symbols: Readonly<Record<string, string>> = {
  // Brightway: names in full, in American spelling; ecoinvent writes British spelling in places.
  milligram: "mg",
  gram: "g",
  kilogram: "kg",
  ton: "t",
  "metric ton": "t",
  tonne: "t",
  "short ton": "ton_short",
  pound: "lb",
  "watt hour": "Wh",
  "kilowatt hour": "kWh",
  "megawatt hour": "MWh",
  "gigawatt hour": "GWh",
  joule: "J",
  kilojoule: "kJ",
  megajoule: "MJ",
  gigajoule: "GJ",
  terajoule: "TJ",
  kilowatt: "kW",
  megawatt: "MW",
  meter: "m",
  metre: "m",
  centimeter: "cm",
  millimeter: "mm",
  kilometer: "km",
  kilometre: "km",
  mile: "mi",
  "nautical mile": "nmi",
  foot: "ft",
  "square meter": "m2",
  "square metre": "m2",
  "square centimeter": "cm2",
  "square kilometer": "km2",
  hectare: "ha",
  "cubic meter": "m3",
  "cubic metre": "m3",
  "cubic centimeter": "cm3",
  "cubic foot": "ft3",
  "normal cubic meter": "Nm3",
  liter: "L",
  litre: "L",
  milliliter: "mL",
  gallon: "gal",
  barrel: "bbl",
  hour: "h",
  second: "s",
  day: "d",
  month: "month",
  year: "a",
  "ton kilometer": "tkm",
  "ton-kilometer": "tkm",
  "tonne kilometer": "tkm",
  "kilogram kilometer": "kg*km",
  "person kilometer": "pkm",
  "person-kilometer": "pkm",
  "vehicle kilometer": "vkm",
  "vehicle-kilometer": "vkm",
  "meter-year": "m*a",
  "square meter-year": "m2*a",
  "hectare-year": "ha*a",
  "cubic meter-year": "m3*a",
  "kilogram day": "kg*d",
  // openLCA and the Federal Commons.
  "Item(s)": "item",
  "p*km": "pkm",
  "v*km": "vkm",
  "sh tn": "ton_short",
  "long tn": "ton_long",
  "lb av": "lb",
  btu: "Btu",
  "gal (US liq)": "gal",
  "bl (US)": "bbl",
  "bbl (US)": "bbl",
  "cu ft": "ft3",
  // EcoSpold, ILCD and SimaPro.
  m2a: "m2*a",
  m3a: "m3*a",
  "m2*year": "m2*a",
  "m3*year": "m3*a",
  "m*year": "m*a",
  "kg*day": "kg*d",
  "metric ton*km": "tkm",
  personkm: "pkm",
  "person*km": "pkm",
  "vehicle*km": "vkm",
  hr: "h",
  p: "item",
  "tn.sh": "ton_short",
  "tn.lg": "ton_long",
  cuft: "ft3",
};

/** Radioactivity has no dimension in `lib/quantity`; in becquerel. */
const becquerels: Readonly<Record<string, number>> = {
  Bq: 1,
  becquerel: 1,
  Becquerel: 1,
  kBq: 1e3,
  "kilo Becquerel": 1e3,
  MBq: 1e6,
  "mega Becquerel": 1e6,
  GBq: 1e9,
};

/** The unit in the notation of `lib/quantity`, or null if it has none: it is then kept as written and converts only to itself. */
export function unitSymbol(written: string): string | null {
  const text = written.trim();
  const lower = text.toLowerCase();
  // Names in full are written with capitals in places; in symbols a capital has a meaning.
  const name = /^[a-z -]{4,}$/.test(lower) ? lower : text;
  if (Object.hasOwn(symbols, name)) return parseUnit(symbols[name]!).text;
  // "EUR 2000" would be read as euros of a material: a symbol here carries no second word.
  if (text === "" || /\s/.test(text)) return null;
  // A unit without a dimension in the library is an error of its own there.
  return converts(text, text) ? parseUnit(text).text : null;
}

/** By both units. A bill of many lines, and a background of many products, ask the same again and again. */
const known = new Map<string, number | null>();
const MOST_KNOWN = 20_000;

/** The factor from one written unit to another; null if they do not convert. */
export function factorBetween(from: string, to: string): number | null {
  const key = `${from}\u0000${to}`;
  let factor = known.get(key);
  if (factor === undefined) {
    factor = findFactor(from, to);
    // A hostile file fills no memory.
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, factor);
  }
  return factor;
}

function findFactor(from: string, to: string): number | null {
  if (from.trim() === to.trim()) return 1;
  if (Object.hasOwn(becquerels, from) && Object.hasOwn(becquerels, to)) return becquerels[from]! / becquerels[to]!;
  // What has no symbol may still be a unit of the library, of a substance: kg CO2.
  const [a, b] = [unitSymbol(from) ?? from, unitSymbol(to) ?? to];
  return converts(a, b) ? unitFactor(a, b) : null;
}
