import type { MatchedLine } from "./account-shapes.ts";
import type { ReadLine } from "./line-shape.ts";

/** What an account adds to a line that was read, or says of it otherwise. */
type Own = Pick<MatchedLine, "name" | "amount" | "notes"> &
  Omit<MatchedLine, keyof ReadLine | "inventoryRow" | "ownFactor" | "scope"> &
  Pick<MatchedLine, "scope">;

/**
 * A line as it was read, with what an account adds to it. Field by field, so that all lines have one shape: a spread of so many fields takes
 * longer for each of a hundred thousand lines than all else that is done with it.
 */
export function matchedLine(
  line: ReadLine,
  own: Own,
  inventoryRow?: MatchedLine["inventoryRow"],
  ownFactor?: MatchedLine["ownFactor"],
): MatchedLine {
  const made: MatchedLine = {
    sheet: line.sheet,
    row: line.row,
    column: line.column,
    name: own.name,
    amount: own.amount,
    unit: line.unit,
    unitFrom: line.unitFrom,
    site: line.site,
    place: line.place,
    year: line.year,
    period: line.period,
    supplier: line.supplier,
    code: line.code,
    distance: line.distance,
    notes: own.notes,
    region: own.region,
    base: own.base,
    match: own.match,
    candidates: own.candidates,
    scope: own.scope,
    category: own.category,
    emissions: own.emissions,
    byMarket: own.byMarket,
    missing: own.missing,
    splitFrom: own.splitFrom,
  };
  for (const field of optionalFields) if (line[field] !== undefined) Object.assign(made, { [field]: line[field] });
  if (ownFactor !== undefined) Object.assign(made, { ownFactor });
  return inventoryRow === undefined ? made : Object.assign(made, { inventoryRow });
}

type Optional = { [Field in keyof ReadLine]-?: undefined extends ReadLine[Field] ? Field : never }[keyof ReadLine];

/** Fields that most lines do not have; the type asks for each that a line may have. */
const optional: Readonly<Record<Optional, true>> = { file: true, basis: true, remark: true };
const optionalFields = Object.keys(optional) as readonly Optional[];
