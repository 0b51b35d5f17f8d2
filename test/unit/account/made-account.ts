import { type Account, accountShape, type MatchedLine } from "../../../lib/account/account-shapes.ts";
import { foreign } from "../../../lib/message/message.ts";

/** A line in short: tonnes of CO2e per unit of its amount. */
export interface ShortLine {
  readonly name: string;
  readonly amount: number;
  /** Null for a line that nothing was found for. */
  readonly factor: number | null;
  readonly market?: number;
  readonly scope?: "1" | "2" | "3" | "outside";
  readonly category?: string;
  readonly unit?: string;
  readonly site?: string;
  readonly source?: string;
}

export const unit = "t CO2e AR5.GWP100";

function lineOf(short: ShortLine, i: number, year: number): MatchedLine {
  const { name, amount, factor, market = factor, scope = "1", category = null, unit: amountUnit = "kWh" } = short;
  const known = factor !== null;
  const emissions = (of: number | null) => (of === null ? null : { value: amount * of, unit });
  return {
    sheet: "Energy",
    row: i + 2,
    column: null,
    name,
    amount,
    unit: amountUnit,
    unitFrom: "column",
    site: short.site ?? null,
    place: null,
    year,
    period: null,
    supplier: null,
    code: null,
    distance: null,
    notes: [],
    region: "DEU",
    base: known ? { amount, unit: amountUnit, how: null } : null,
    match: {
      kind: known ? "name" : "none",
      id: known ? `made/${name}` : null,
      to: known ? `Factor of ${name}` : null,
      factor,
      factorUnit: known ? `t CO2e/${amountUnit}` : null,
      source: known ? (short.source ?? `Made-up table, ${year}`) : null,
      year: known ? year : null,
      place: known ? "DEU" : null,
      how: foreign(known ? "the name" : "a factor of your own"),
    },
    candidates: [],
    scope: known ? scope : null,
    category,
    emissions: emissions(factor),
    byMarket: scope === "2" ? emissions(market) : null,
    missing: known ? null : foreign("a factor of your own"),
    splitFrom: null,
  };
}

/** A company's account of lines, whose totals are their sums. It fits the schema. */
export function madeAccount(shorts: readonly ShortLine[], year = 2024, more: Partial<Account> = {}): Account {
  const lines = shorts.map((short, i) => lineOf(short, i, year));
  const sum = (isOf: (line: MatchedLine) => boolean, column: "emissions" | "byMarket" = "emissions") =>
    lines.reduce((total, line) => total + (isOf(line) ? (line[column]?.value ?? 0) : 0), 0);
  const totalOf = (key: string, value: number | null) => ({
    key,
    label: foreign(`Total of ${key}`),
    value,
    unit,
    biogenicCo2: null,
    lines: lines.length,
    lacks: [],
  });
  const scope = (wanted: string) => (line: MatchedLine) => line.scope === wanted;
  const direct = sum(scope("1")) + sum(scope("3"));
  const account: Account = {
    kind: "company",
    year,
    region: "DEU",
    metric: "AR5.GWP100",
    headline: foreign("A made-up account."),
    lines,
    leftOut: [
      {
        sheet: "Energy",
        row: 1,
        column: null,
        text: "Name\tAmount",
        reason: foreign("The head of the table."),
        kind: "head",
      },
    ],
    asks: [],
    totals: [
      totalOf("all.location", direct + sum(scope("2"))),
      totalOf("all.market", direct + sum(scope("2"), "byMarket")),
      totalOf("scope1", sum(scope("1"))),
      totalOf("scope2.location", sum(scope("2"))),
      totalOf("scope2.market", sum(scope("2"), "byMarket")),
      totalOf("scope3", sum(scope("3"))),
      totalOf(
        "scope3.6",
        sum(({ scope: of, category }) => of === "3" && category === "6"),
      ),
    ],
    coverage: {
      lines: lines.filter(({ emissions }) => emissions !== null).length,
      of: lines.length,
      byMass: null,
    },
    sources: [{ source: `Made-up table, ${year}`, year, lines: lines.length, share: 1 }],
    notCovered: [foreign("Refrigerants.")],
    method: [foreign("Amount times factor.")],
    notes: [],
    ...more,
  };
  accountShape.parse(account);
  return account;
}
