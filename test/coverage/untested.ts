/** Bounds that were held against nothing, by what shows them, and why. */
export interface Untested {
  readonly why: string;
  readonly shownBy: readonly string[];
}

export const untested: readonly Untested[] = [
  {
    why: "made from laws that the caller gives: as good as these",
    shownBy: [
      "uncertainty.propagate",
      "uncertainty.sobol",
      "uncertainty.sobolIndices",
      "uncertainty.morris",
      "uncertainty.delta",
      "uncertainty.tornado",
      "uncertainty.approachTwo",
      "inventory.equation",
      "inventory.compare",
      "industry.calibrate",
      "industry.calibrateFlowsheet",
      "industry.keyLinks",
      "industry.scenarios",
      "industry.optimize",
      "industry.programme",
    ],
  },
  {
    why: "the uncertainty that a person states with a factor of their own: as good as the statement",
    shownBy: ["lifecycle.bill", "account.match", "account.compute"],
  },
  {
    why: "made from the distributions of an inventory's exchanges; no second published footprint of the same product ships",
    shownBy: ["uncertainty.lifecycle", "lifecycle.assess", "lifecycle.breakEven", "lifecycle.compare"],
  },
  {
    why: "ranges of models, sources or assumptions, and one sigma: none is called 95 %",
    shownBy: [
      "budget.methane",
      "budget.nitrousOxide",
      "budget.managedLand",
      "natural.oceanUptake",
      "natural.bookkeeping",
      "natural.landUseSpread",
      "natural.forestStand",
      "natural.wildfire",
      "natural.wetland",
      "natural.organicSoil",
      "natural.ranges",
      "panorama.accounts",
    ],
  },
  {
    why: "one sigma of a measurement; no second series of the same quantity ships, and the growth of annual means is not that of a year",
    shownBy: ["atmosphere_annual", "carbon_budget_global"],
  },
];
