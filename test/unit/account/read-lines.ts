import type { AccountInput } from "../../../lib/account/account-maker.ts";
import type { ReadLine } from "../../../lib/account/line-shape.ts";
import { mappingShape } from "../../../lib/account/mapping-shape.ts";

/** A line as a reader gives it, with nothing said beside these fields. */
export function readLine(row: number, said: Partial<ReadLine> & Pick<ReadLine, "name" | "amount">): ReadLine {
  return {
    sheet: "Sheet1",
    row,
    column: null,
    unit: "kg",
    unitFrom: "column",
    site: null,
    place: null,
    year: null,
    period: null,
    supplier: null,
    scope: null,
    code: null,
    distance: null,
    notes: [],
    ...said,
  };
}

/** What an account is made from, with nothing said beside these fields. */
export function accountInput(
  lines: readonly ReadLine[],
  { mapping, ...said }: Partial<Omit<AccountInput, "mapping">> & { readonly mapping?: object } = {},
): AccountInput {
  return {
    lines,
    leftOut: [],
    asks: [],
    year: 2024,
    region: null,
    metric: "AR6.GWP100",
    ...said,
    mapping: mappingShape.parse(mapping ?? {}),
  };
}
