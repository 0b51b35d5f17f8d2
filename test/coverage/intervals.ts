import { assumedTableErrors } from "./assumed-table-errors.ts";
import { carriedTables } from "./carried-tables.ts";
import { countryBudgets } from "./country-budgets.ts";
import { factorEditions } from "./factor-editions.ts";
import { globalBudget } from "./global-budget.ts";
import type { ShippedInterval } from "./interval.ts";
import { nationalInventories } from "./national-inventories.ts";

/** Every interval that ships and that a published figure can be held against, with its tests. */
export async function testedIntervals(): Promise<ShippedInterval[]> {
  const parts = [countryBudgets, carriedTables, assumedTableErrors, nationalInventories, globalBudget, factorEditions];
  const found: ShippedInterval[] = [];
  for (const part of parts) found.push(...(await part()));
  return found;
}
