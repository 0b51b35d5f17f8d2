import type { Sentence } from "../../message/message.ts";
import { writeMessage } from "../../message/write.ts";
import { convertColumn, converts } from "../../quantity/quantity.ts";
import type { Account, MatchedLine } from "../account-shapes.ts";

/** The lines of one year that are one activity: of one name, site and kind of unit. */
export interface LineGroup {
  readonly name: string;
  readonly site: string | null;
  readonly scope: string | null;
  readonly unit: string;
  /** Null if a line has none. */
  amount: number | null;
  /** In the unit of the comparison, by the scope 2 method of the comparison, and both. */
  emissions: number;
  location: number;
  market: number;
  /** What the factors are, apart from their years. */
  readonly methods: Set<string>;
  readonly rows: { readonly sheet: string; readonly row: number }[];
}

/** The lines that are in the figures, as groups by key. `Units` is shared by the years that are compared. */
export function lineGroups(
  { lines }: Account,
  unit: string,
  by: "location" | "market",
  units: GroupUnits,
): Map<string, LineGroup> {
  const groups = new Map<string, LineGroup>();
  for (const line of lines) {
    if (line.emissions === null || line.scope === "outside") continue;
    const { amount, unit: amountUnit } = line.base ?? line;
    const identity = JSON.stringify([folded(line.name), folded(line.site ?? ""), folded(line.splitFrom ?? "")]);
    const of = units.of(identity, amountUnit);
    const key = JSON.stringify([identity, of]);
    const location = inUnit(line.emissions, unit);
    const market = line.scope === "2" && line.byMarket ? inUnit(line.byMarket, unit) : location;
    const { name, site, scope, sheet, row } = line;
    let group = groups.get(key);
    if (!group) {
      const sums = { amount: 0, emissions: 0, location: 0, market: 0 };
      group = { name, site, scope, unit: of, ...sums, methods: new Set<string>(), rows: [] };
      groups.set(key, group);
    }
    group.amount = group.amount === null ? null : group.amount + converted(amount, amountUnit, of);
    group.location += location;
    group.market += market;
    group.emissions += by === "market" ? market : location;
    group.methods.add(methodOf(line));
    group.rows.push({ sheet, row });
  }
  return groups;
}

/** The unit in which the amounts of a name and site are compared: the first of those that convert to each other. */
export class GroupUnits {
  readonly #units = new Map<string, string[]>();

  of(identity: string, unit: string): string {
    const known = this.#units.get(identity);
    const found = known?.find((other) => other === unit || converts(unit, other));
    if (found !== undefined) return found;
    if (known) known.push(unit);
    else this.#units.set(identity, [unit]);
    return unit;
  }
}

function inUnit({ value, unit }: NonNullable<MatchedLine["emissions"]>, wanted: string): number {
  return converted(value, unit, wanted);
}

function converted(value: number, from: string, to: string): number {
  return from === to ? value : convertColumn([value], from, to)[0]!;
}

/** A factor that only has another year is of the same method. */
function methodOf({ match }: MatchedLine): string {
  const source = match.source === null ? "" : writeMessage(match.source as Sentence);
  return JSON.stringify([match.id, source.replaceAll(/\d+/g, "#")]);
}

/** Letter case, width of characters and blanks do not tell lines apart. */
export function folded(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");
}
