import { converts, unitFactor } from "../../quantity/quantity.ts";

/** Units of elementary flows in words, as Brightway and ecoinvent write them. */
const words: Readonly<Record<string, string>> = {
  kilogram: "kg",
  megajoule: "MJ",
  "kilowatt hour": "kWh",
  "cubic meter": "m3",
  "square meter": "m2",
  "square meter-year": "m2*a",
  "cubic meter-year": "m3*a",
  "kilo becquerel": "kBq",
};

/** Activity of a radionuclide, in Bq; `lib/quantity` has no such dimension. */
const becquerels: Readonly<Record<string, number>> = { Bq: 1, kBq: 1e3, MBq: 1e6, GBq: 1e9 };

/** How many units `to` one unit `from` of a flow is; undefined if one does not convert to the other. */
export function flowUnitFactor(from: string, to: string): number | undefined {
  const [a, b] = [symbolOf(from), symbolOf(to)];
  if (a === b) return 1;
  const [left, right] = [becquerels[a], becquerels[b]];
  if (left !== undefined && right !== undefined) return left / right;
  return converts(a, b) ? unitFactor(a, b) : undefined;
}

function symbolOf(written: string): string {
  const trimmed = written.trim();
  return words[trimmed.toLowerCase()] ?? trimmed;
}
