import type { Text } from "../../../lib/message/message.ts";
import { converts, unitFactor } from "../../../lib/quantity/quantity.ts";
import { denominatorColumn, unitPer } from "./chart-query.ts";
import type { RowDivisor } from "./placed-column.ts";

/** The unit of the values that the tables of people and of GDP hold. */
const units: Readonly<Record<RowDivisor, string>> = { person: "person", gdp: "MUSD 2017 PPP", "gdp-current": "MUSD" };

/** A quotient's unit, and the number that brings the plain quotient to it. */
export interface QuotientUnit {
  readonly unit: string;
  readonly factor: number;
}

/** The readable unit of values in a unit over people or GDP: kt CO2 becomes t CO2/person. A unit that is none stays apart. */
export function quotientUnit(unit: string, per: RowDivisor): QuotientUnit {
  const wanted = unit === "" ? null : unitPer(unit, per);
  const given = `${unit}/${units[per]}`;
  if (wanted === null || !converts(given, wanted)) return { unit: "", factor: 1 };
  return { unit: wanted, factor: Number(unitFactor(given, wanted).toPrecision(12)) };
}

/** What the quotient is called. */
export function quotientName(measure: string, unit: string, per: RowDivisor): Text {
  // Where the quotient has no unit of its own, its name says what it is over.
  const isNamed = quotientUnit(unit, per).unit === "";
  const own = isNamed && unit !== "" ? ` (${unit})` : "";
  if (per === "person") return { en: `${measure}${own} per head`, zh: `人均${measure}${own}` };
  const [en, zh] =
    per === "gdp" ? ["GDP, 2017 US$ at PPP", "GDP（2017 年购买力平价美元）"] : ["GDP, current US$", "GDP（现价美元）"];
  return isNamed
    ? { en: `${measure}${own} per million of ${en}`, zh: `每百万${zh}的${measure}${own}` }
    : { en: `${measure} per ${en}`, zh: `单位 ${zh}的${measure}` };
}

/** The source text of a map from code and year to people or GDP. */
export function divisorsOf(per: RowDivisor): string {
  const { dataset, column } = denominatorColumn(per)!;
  return `new Map(Array.from(await datasets.load("${dataset}")).filter((d) => d.${column} > 0).map((d) => [\`\${d.iso3} \${d.year}\`, d.${column}]))`;
}

/** The divisor of which the source text of a map is. */
export function divisorIn(source: string): RowDivisor | null {
  const plain = source.replace(/\s+/g, "");
  return (
    (Object.keys(units) as RowDivisor[]).find((per) => plain.includes(divisorsOf(per).replace(/\s+/g, ""))) ?? null
  );
}
