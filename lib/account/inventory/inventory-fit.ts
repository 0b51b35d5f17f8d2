import type { ReadLine } from "../line-shape.ts";
import { amountUnit } from "../matching/amount-unit.ts";
import { codeIn, headsOf, inventoryMatch } from "./inventory-match.ts";

/** Lines that are looked at: a file of many is of one kind throughout. */
const SEEN = 500;

/**
 * 0 to 1: how well lines fit an inventory of a country or a city. IPCC categories speak for it, sectors of an energy balance and national
 * activities as well, and most of all that one file holds energy, industry, farming and waste; scopes of the GHG Protocol, suppliers and
 * months against.
 */
export function inventoryFit(lines: readonly ReadLine[]): number {
  if (lines.length === 0) return 0;
  const step = Math.max(1, Math.floor(lines.length / SEEN));
  const seen = lines.filter((_, at) => at % step === 0);
  const share = (is: (line: ReadLine) => boolean) => seen.filter(is).length / seen.length;
  const coded = share(({ code, scope, name, site }) => [code, scope, name, site].some((text) => codeIn(text) !== null));
  const categories = new Set<string>();
  const sectors = new Set<string>();
  const placed = share((line) => {
    const { category, activity } = inventoryMatch(line, {});
    if (category === null || category === "1.A.5") return false;
    if (activity !== null) categories.add(category);
    // A farm's fuel is of its sector, too; its animals, its rice and a landfill are named whether or not they have a factor.
    sectors.add(category.charAt(0));
    return true;
  });
  const national = share(isNational);
  const spread = Math.min(1, categories.size / 4);
  const words = Math.max(national * (0.3 + 0.6 * spread), placed * (spans[sectors.size] ?? 0));
  const against = share(
    ({ scope, supplier, period }) => (scope !== null && codeIn(scope) === null) || supplier !== null || period !== null,
  );
  return Math.min(1, Math.max(0, coded + (1 - coded) * words - 0.8 * against * (1 - coded)));
}

/** By the number of the four sectors of the IPCC that the lines name: a company or a product seldom spans three. */
const spans: Readonly<Record<number, number>> = { 3: 0.75, 4: 0.9 };

/** Units of a country's activity: a company and a product have less. */
const large = /^(?:[TPE]J|Mtoe|ktoe|[MG]tce|ktce|kt|Mt|Gg|Tg|\d*0000 t(?:ce)?|\d*0* ?head)\b/;

/** A fuel in a sector by its words, or an activity of a country in a unit of one. */
function isNational(line: ReadLine): boolean {
  const { category, activity, kind } = inventoryMatch(line, {});
  if (category === null || activity === null || kind === "class") return false;
  return (
    kind === "code" ||
    category.startsWith("1.A") ||
    large.test(headsOf(line.unit) ?? amountUnit(line.unit).text ?? line.unit)
  );
}
