import { sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import type { PlantDescription, PlantKind } from "./plant.ts";

const IAI = "International Aluminium Institute";
const ALUMINA = molarMassOf({ Al: 2, O: 3 }) / molarMassOf({ Al: 2 });

/** A smelter: alumina to aluminium. */
export const aluminiumSmelter: PlantKind = {
  name: "aluminium",
  title: { en: "Primary aluminium", zh: "原铝" },
  parameters: {
    electricity: sourced(
      "kWh/t Al",
      { en: "Electricity of the smelter, alternating current", zh: "电解交流电耗" },
      [12_700, 14_200, 16_500],
      [0, 50_000],
      IAI,
      "recalled",
    ),
    anodes: sourced(
      "t/t Al",
      { en: "Net anode consumption, as carbon", zh: "阳极净耗（以碳计）" },
      [0.4, 0.42, 0.46],
      [0, 2],
      IAI,
      "recalled",
    ),
  },
  assumptions: [
    "CO2 of anodes is process (2.C.3). Perfluorocarbons depend on anode effects: inventory.aluminium computes them.",
    "Alumina refining, anode baking and casting are not included.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 3 ch. 4.4 (2.C.3)."],
  describe: (p): PlantDescription => ({
    feeds: { alumina: { flows: { Al2O3: 1000 * ALUMINA }, origin: "process" } },
    units: [
      {
        name: "cells",
        operation: "Hall-Heroult cell",
        parameters: { electricity: p.electricity!, anodes: p.anodes! },
        inlets: { alumina: [{ stream: "alumina" }] },
      },
    ],
    product: "cells.aluminium",
    stacks: ["cells.cell gas"],
  }),
};
