/**
 * The units of the shipped inventories, as they are written there: what each measures, and how many of the first unit of its row one
 * is. Definitions only, all exact: no density, no calorific value.
 */
const measures: readonly Readonly<Record<string, number>>[] = [
  { kg: 1, g: 1e-3, mg: 1e-6, t: 1000, kilogram: 1 },
  { MJ: 1, kJ: 1e-3, kWh: 3.6, MWh: 3600, megajoule: 1, "kilowatt hour": 3.6 },
  { m3: 1, l: 1e-3, "cubic meter": 1 },
  // A mile is 1.609344 km.
  { "t*km": 1, "kg*km": 1e-3, "t*mi": 1.609344, "ton kilometer": 1 },
  { "p*km": 1, "person kilometer": 1 },
  { kBq: 1, Bq: 1e-3, "kilo Becquerel": 1 },
  { m2: 1, "square meter": 1 },
  { "m2*a": 1, "square meter-year": 1 },
  { m: 1, meter: 1, kilometer: 1000 },
  { h: 1, hour: 1 },
  { "Item(s)": 1, unit: 1 },
];

/** What a written unit measures, as the first unit of its kind; a unit that is not in the table measures only itself. */
export function measureOf(unit: string): string {
  const measure = measures.find((each) => Object.hasOwn(each, unit));
  return measure ? Object.keys(measure)[0]! : unit;
}

/** How many of `to` one of `from` is; null if they do not measure the same. */
export function writtenFactor(from: string, to: string): number | null {
  if (from === to) return 1;
  const measure = measures.find((each) => Object.hasOwn(each, from) && Object.hasOwn(each, to));
  return measure ? measure[from]! / measure[to]! : null;
}
