import { Z95 } from "../../lib/uncertainty/distributions/normal-law.ts";
import { Count, type ShippedInterval } from "./interval.ts";
import { read, rowsWhere } from "./shipped.ts";

/** Tables carried to years without one: the cases whose table is known, and the Global Carbon Budget. */
export async function carriedTables(): Promise<ShippedInterval[]> {
  const [errors, accounts] = await Promise.all([read("carried_errors"), read("carried_accounts")]);
  const [region, gas, from] = [errors.texts("region"), errors.texts("gas"), errors.numbers("from_year")];
  const error = errors.numbers("error_percent");
  const cases = new Map<string, { from: number; error: number; gas: string }[]>();
  for (const row of rowsWhere(errors, { known: "gdp" })) {
    const key = `${region[row]} ${gas[row]}`;
    const found = cases.get(key) ?? [];
    cases.set(key, [...found, { from: from[row]!, error: error[row]!, gas: gas[row]! }]);
  }
  const [largest, drawn] = [new Count(), new Count()];
  for (const found of cases.values())
    for (const tested of found) {
      const others = found.filter((each) => each.from !== tested.from).map((each) => Math.abs(each.error));
      const most = Math.max(...others);
      largest.add(tested.error, -most, most);
      if (tested.gas !== "CO2") drawn.add(tested.error, -Z95 * most, Z95 * most);
    }
  return [
    {
      name: "largest error of a carried table",
      shownBy: ["consumption.carried", "trade-transfer", "panorama"],
      nominal: "range",
      tests: [largest.against("caseLeftOut"), againstBudget(accounts).against("carbonBudget")],
    },
    {
      name: "modelled transfer of another gas",
      shownBy: ["panorama.ladder"],
      nominal: "95 %",
      tests: [drawn.against("caseLeftOut")],
    },
  ];
}

/** The share of production that trade moves by the budget, against that of the table with its largest error. */
function againstBudget(accounts: Awaited<ReturnType<typeof read>>): Count {
  const count = new Count();
  const [made, used, error] = ["production_mt", "consumption_mt", "error_percent"].map((name) =>
    accounts.numbers(name),
  );
  const [production, consumption] = ["budget_production_mtco2", "budget_consumption_mtco2"].map((name) =>
    accounts.numbers(name),
  );
  for (const row of rowsWhere(accounts, { gas: "CO2" })) {
    if (!(production![row]! > 0) || typeof consumption![row] !== "number" || !(error![row]! > 0)) continue;
    const transfer = used![row]! / made![row]! - 1;
    const half = ((error![row]! / 100) * used![row]!) / made![row]!;
    count.add(consumption![row]! / production![row]! - 1, transfer - half, transfer + half);
  }
  return count;
}
