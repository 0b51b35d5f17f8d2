import type { PlantResult } from "./plant-result.ts";

/** A row of a company's activities, with the columns of `inventory.company`. */
export interface PlantRow {
  readonly scope: "1" | "2" | "outside";
  /** IPCC category, kind of energy, or empty outside of scopes. */
  readonly category: string;
  readonly activity: string;
  readonly amount: number;
  readonly unit: string;
}

/**
 * What a plant emits and buys in a year as rows of its company: CO2 of each step by the category of its origin, other gases as they are,
 * biogenic CO2 outside of scopes, electricity and heat bought. `produced`: t, or MWh. What is sold is no row.
 */
export function companyRows({ kind, run, per, emissions, otherGases }: PlantResult, produced: number): PlantRow[] {
  const tonnes = (kgPerUnit: number) => (kgPerUnit * produced) / 1000;
  const direct = emissions.flatMap(({ scope, step, origin, co2 }): PlantRow[] => {
    if (scope === "outside")
      return [{ scope, category: "", activity: step, amount: tonnes(co2), unit: "t CO2 biogenic" }];
    if (scope !== "1" || origin === "electricity" || origin === "biogenic") return [];
    return [
      { scope, category: kind.categories[origin], activity: `${step}, ${origin}`, amount: tonnes(co2), unit: "t CO2" },
    ];
  });
  const gases = otherGases.map(
    ({ gas, step, mass }): PlantRow => ({
      scope: "1",
      category: kind.categories.process,
      activity: step,
      amount: mass * produced,
      unit: `kg ${gas}`,
    }),
  );
  const [electricity, heat] = [per(run.electricity) * produced, per(run.heat) * produced];
  const bought: PlantRow[] = [
    { scope: "2", category: "electricity", activity: "electricity", amount: electricity, unit: "MWh" },
    { scope: "2", category: "heat", activity: "heat", amount: heat, unit: "MWh" },
  ];
  // Rounding of balances is no purchase.
  return [...direct, ...gases, ...bought.filter(({ amount }) => amount > 1e-9 * produced)];
}
