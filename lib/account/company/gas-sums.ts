import type { CompanyLine } from "../../company/company-line.ts";
import { metricValue } from "../../quantity/co2e.ts";
import type { Account } from "../account-shapes.ts";

type GasSums = NonNullable<Account["gases"]>;

/**
 * Emissions by gas, t and t CO2e, electricity by location: the sums of the inventory's lines, of which there is one for each gas. What
 * factors give as CO2e of several gases together stands as `CO2e`, without a mass. The largest first, that one last.
 */
export function gasSums(lines: readonly CompanyLine[], metric: string): GasSums {
  const sums = new Map<string, number>();
  for (const { gas, co2e, basis } of lines) {
    if (basis === "market" || gas === "CO2 biogenic") continue;
    sums.set(gas, (sums.get(gas) ?? 0) + co2e);
  }
  return [...sums]
    .map(([gas, co2e]) => ({ gas, mass: massOf(gas, co2e, metric), co2e }))
    .sort((a, b) => Number(a.gas === "CO2e") - Number(b.gas === "CO2e") || b.co2e - a.co2e);
}

function massOf(gas: string, co2e: number, metric: string): number | null {
  if (gas === "CO2e") return null;
  const [name, origin] = gas.split(" ") as [string, ("fossil" | "biogenic")?];
  return co2e / metricValue(name, metric, origin).value;
}
