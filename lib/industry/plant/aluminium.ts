import { aluminiumPfc } from "../../inventory/ippu/metals.ts";
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
    anodeEffects: sourced(
      "min/cell-day",
      { en: "Anode effects, minutes per cell and day", zh: "阳极效应（分钟/槽·日）" },
      [0.02, 0.3, 2],
      [0, 100],
      "International Aluminium Institute anode effect survey",
      "recalled",
    ),
    slope: sourced(
      "(kg CF4/t Al)/(min/cell-day)",
      { en: "Slope of CF4, centre-worked prebake", zh: "CF4 斜率系数（中间下料预焙槽）" },
      [null, 0.143, null],
      [0, 1],
      "IPCC 2006 Guidelines, Vol. 3 table 4.16",
      "seen",
    ),
    hexafluoroethane: sourced(
      "1",
      { en: "C2F6 over CF4, by mass", zh: "C2F6 与 CF4 的质量比" },
      [null, 0.121, null],
      [0, 1],
      "IPCC 2006 Guidelines, Vol. 3 table 4.16",
      "recalled",
    ),
  },
  assumptions: [
    "CO2 of anodes is process (2.C.3). Perfluorocarbons come from anode effects by the slope method, tier 2, beside the balance.",
    "Alumina refining, anode baking and casting are not included.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 3 ch. 4.4 (2.C.3)."],
  otherGases(p) {
    const { emissions } = aluminiumPfc({
      aluminium: 1,
      minutes: p.anodeEffects!,
      slope: p.slope!,
      ratio: p.hexafluoroethane!,
    });
    return emissions.map(({ gas = "CF4", value }) => ({ gas, step: "cells", perTonne: value }));
  },
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
