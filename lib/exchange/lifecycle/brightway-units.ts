/**
 * Names of units that Brightway writes out, and their symbols; other units are the same in both.
 * Source: the units to which bw2io normalises (`UNITS_NORMALIZATION` of `bw2io.units`).
 */
const symbols: readonly (readonly [name: string, symbol: string])[] = [
  ["kilogram", "kg"],
  ["gram", "g"],
  ["ton", "t"],
  ["megajoule", "MJ"],
  ["gigajoule", "GJ"],
  ["kilojoule", "kJ"],
  ["kilowatt hour", "kWh"],
  ["watt hour", "Wh"],
  ["meter", "m"],
  ["kilometer", "km"],
  ["square meter", "m2"],
  ["cubic meter", "m3"],
  ["litre", "L"],
  ["hectare", "ha"],
  ["hour", "h"],
  ["ton kilometer", "tkm"],
  ["person kilometer", "pkm"],
  ["vehicle kilometer", "vkm"],
];

const symbolOf = new Map(symbols);
const nameOf = new Map(symbols.map(([name, symbol]) => [symbol, name]));

/** The symbol of a unit as Brightway names it. */
export function unitHere(name: string): string {
  return symbolOf.get(name) ?? name;
}

/** A unit as Brightway names it. */
export function unitThere(symbol: string): string {
  return nameOf.get(symbol) ?? symbol;
}
