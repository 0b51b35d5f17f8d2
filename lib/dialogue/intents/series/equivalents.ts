import type { Matter } from "../../matter.ts";

/** “Brazil's methane in CO2 equivalents”: one gas by a metric, not two gases. */
export function gasInEquivalents(matter: Matter): boolean {
  const own = matter.find("gas").filter(({ isNested }) => !isNested);
  const named = own.some(({ meaning }) => ["CH4", "N2O", "F-gases"].includes(String(meaning.value)));
  const inUnit = matter.links.some(({ unit }) => unit?.endsWith("CO2e"));
  return named && (inUnit || own.some(({ meaning }) => meaning.value === "GHG"));
}
