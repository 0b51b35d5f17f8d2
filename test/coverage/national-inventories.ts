import { readPublishedInventories } from "../../lib/inventory/national/published-inventories.ts";
import { inventoryNational } from "../../lib/inventory/tools/national.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { callTool } from "../../lib/tool/call.ts";
import { Count, type ShippedInterval } from "./interval.ts";
import { read } from "./shipped.ts";

const YEAR = 2019;
const METRIC = "AR5.GWP100";
const KT_PER_MT = 1000;

/** Totals of national inventories without land use that have an interval, against what others publish of the same year. */
export async function nationalInventories(): Promise<ShippedInterval[]> {
  const published = await readPublishedInventories(read, {});
  const [elsewhere, reported] = [new Count(), new Count()];
  for (const region of published.budget.codes) {
    const others = otherTotals(published, region);
    if (others.elsewhere === null && others.reported === null) continue;
    const { total } = await callTool(inventoryNational, { region, year: YEAR, metric: METRIC }, uninterrupted, read);
    if (total.lo === null || total.hi === null) continue;
    const [lo, hi] = [total.lo / KT_PER_MT, total.hi / KT_PER_MT];
    if (others.elsewhere !== null) elsewhere.add(others.elsewhere, lo, hi);
    if (others.reported !== null) reported.add(others.reported, lo, hi);
  }
  return [
    {
      name: "total of a national inventory",
      shownBy: ["inventory.national", "uncertainty.inventory", "inventory-country"],
      nominal: "95 %",
      tests: [elsewhere.against("budgetAndEdgar"), reported.against("reported")],
    },
  ];
}

type Published = Awaited<ReturnType<typeof readPublishedInventories>>;

/** Mt CO2e without land use: fossil CO2 of the budget with the other gases of EDGAR, and the total that a party reported. */
function otherTotals({ budget, edgar, edgarSectors, reported }: Published, region: string) {
  const co2 = budget.at(region, YEAR);
  const gases = ["CH4", "N2O", "F-gases"].map((gas) =>
    edgarSectors.reduce<number | null>((sum, sector) => {
      const value = edgar(gas, sector).at(region, YEAR);
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
  const [methane, nitrous, fluorinated] = gases;
  // The reported total has land use in it.
  const [total, land] = ["total", "lulucf"].map((category) => reported("ghg_by_gas", category).at(region, YEAR));
  return {
    elsewhere: co2 === null || methane == null || nitrous == null ? null : co2 + methane + nitrous + (fluorinated ?? 0),
    reported: total == null || land == null ? null : total - land,
  };
}
