import { prebakedAnodes } from "../../inventory/equations/metals.ts";
import { aluminiumPfc } from "../../inventory/ippu/metals.ts";
import { Steps } from "../../inventory/steps.ts";
import type { Text } from "../../message/message.ts";
import { hallHeroult } from "../operation/hall-heroult.ts";
import { assumed, type Parameter, sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import type { OtherGas, PlantDescription, PlantKind, TierResult } from "./plant.ts";
import type { PlantRun } from "./plant-run.ts";
import { CO2_OF_CARBON, made, ROUNDED_CARBON } from "./tier.ts";

const IAI = "International Aluminium Institute";
const TIER = "IPCC 2006 Guidelines, Vol. 3";
const ALUMINA_OF_METAL = molarMassOf({ Al: 2, O: 3 }) / (2 * molarMassOf({ Al: 1 }));

const anodes: Text = { en: "Net consumption of anodes, as carbon", zh: "阳极净耗（以碳计）" };

interface Technology {
  readonly name: string;
  readonly title: Text;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** kg CF4/t Al for each minute of anode effect a cell and day, and kg C2F6/kg CF4. */
  readonly slope: number;
  readonly ratio: number;
  readonly code: string;
  readonly assumptions: readonly string[];
}

function smelter({ name, title, parameters, slope, ratio, code, assumptions }: Technology): PlantKind {
  return {
    name,
    title,
    makes: "mass",
    categories: { process: "2.C.3", energy: "1.A.2.b" },
    parameters: {
      ...parameters,
      anodeEffects: sourced(
        "min/cell-day",
        { en: "Minutes of anode effect", zh: "阳极效应分钟数" },
        [0.02, 0.3, 2],
        [0, 100],
        `${IAI}, anode effect survey`,
        "recalled",
      ),
      slope: sourced(
        "(kg CF4/t Al)/(min/cell-day)",
        { en: `Slope of CF4, ${code}`, zh: `CF4 斜率系数（${code}）` },
        [null, slope, null],
        [0, 5],
        `${TIER} table 4.16 (as in the factors that ship)`,
        "seen",
      ),
      hexafluoroethane: sourced(
        "kg/kg",
        { en: `C2F6 over CF4, ${code}`, zh: `C2F6 与 CF4 之比（${code}）` },
        [null, ratio, null],
        [0, 2],
        `${TIER} table 4.16 (as in the factors that ship)`,
        "seen",
      ),
    },
    assumptions: [
      "Carbon of anodes is process (2.C.3). Making and baking of anodes, alumina and casting are upstream and not included.",
      "Alumina is bought, and only what is reduced is counted: the stoichiometric 1.89 t a tonne.",
      "Perfluorocarbons follow from anode effects by the slope method; their carbon, below 0.01 % of that of the anodes, is not taken from the balance.",
      ...assumptions,
    ],
    references: [
      `${TIER} ch. 4.4 (2.C.3), equations 4.21 and 4.26.`,
      "McBride, Zehe, Gordon (2002), NASA/TP-2002-211556.",
    ],
    describe: (p): PlantDescription => ({
      feeds: { alumina: { flows: { Al2O3: 1000 * ALUMINA_OF_METAL }, origin: "process" } },
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
    otherGases: perfluorocarbons,
    tiers: (p, run) => [anodeTier(p, run)],
  };
}

function perfluorocarbons(p: Readonly<Record<string, number>>, run: PlantRun): OtherGas[] {
  const { emissions } = aluminiumPfc({
    aluminium: run.output / 1000,
    minutes: p.anodeEffects!,
    slope: p.slope!,
    ratio: p.hexafluoroethane!,
  });
  return ["CF4", "C2F6"].map((gas, at) => ({
    gas,
    step: "cells",
    mass: emissions[at]!.value,
    method: `${TIER} equation 4.26 (slope method)`,
  }));
}

function anodeTier(p: Readonly<Record<string, number>>, run: PlantRun): TierResult {
  const steps = new Steps();
  const { value } = steps.take(prebakedAnodes, { NAC: p.anodes!, MP: run.output / 1000, Sa: 0, Asha: 0 });
  return {
    method: `${TIER} equation 4.21 (tier 2), anodes of pure carbon`,
    covers: { en: "all CO2 of the cells", zh: "电解槽全部 CO2" },
    byTier: 1000 * value,
    byPlant: made(run),
    rounding: ROUNDED_CARBON,
  };
}

export const prebakeAluminium = smelter({
  name: "aluminium, prebake",
  title: { en: "Aluminium, prebaked anodes", zh: "电解铝：预焙阳极" },
  parameters: {
    electricity: hallHeroult.parameters.electricity!,
    anodes: { ...hallHeroult.parameters.anodes!, meaning: anodes },
  },
  slope: 0.143,
  ratio: 0.121,
  code: "CWPB",
  assumptions: ["For side-worked cells (SWPB) give the slope 0.272 and the ratio 0.252 of the same table."],
});

export const soderbergAluminium = smelter({
  name: "aluminium, Söderberg",
  title: { en: "Aluminium, Söderberg anodes", zh: "电解铝：自焙阳极" },
  parameters: {
    electricity: assumed("kWh/t Al", hallHeroult.parameters.electricity!.meaning, 16_500, [0, 50_000]),
    anodes: sourced(
      "t/t Al",
      anodes,
      [null, 1.7 / CO2_OF_CARBON, null],
      [0, 2],
      `${TIER} table 4.10: 1.7 t CO2/t aluminium (tier 1), as carbon`,
      "computed",
    ),
  },
  slope: 0.092,
  ratio: 0.053,
  code: "VSS",
  assumptions: [
    "No source gives the electricity of Söderberg cells: the high end of prebaked ones is taken.",
    "Paste that bakes in the cell gives off hydrocarbons, whose CO2 is in the consumption of carbon. For horizontal studs (HSS) give the slope 0.099 and the ratio 0.085 of the same table.",
  ],
});
