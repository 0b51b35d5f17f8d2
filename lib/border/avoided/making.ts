import type { AssessedSystem } from "../../lifecycle/assessed-system.ts";
import {
  factorDataset,
  fuelDensityDataset,
  linkDataset,
  premiseDatasets,
  uslciDatasets,
  windTurbineDatasets,
} from "../../lifecycle/background/dataset-names.ts";
import { overUslci, shippedGraphs } from "../../lifecycle/background/shipped-inventory.ts";
import { windTurbineGraph } from "../../lifecycle/background/wind-turbine.ts";
import { cutOffUses } from "../../lifecycle/contribution/cut-off-uses.ts";
import { notesOnRun } from "../../lifecycle/contribution/notes-on-run.ts";
import { quotedScore } from "../../lifecycle/contribution/unallocated-share.ts";
import { demandOf } from "../../lifecycle/graph/demand.ts";
import { availableMethods } from "../../lifecycle/resource/available-methods.ts";
import { OpenedInventory } from "../../lifecycle/resource/opened-inventory.ts";
import { type Message, messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";

const texts = messages("border.making", {
  proxies: {
    en: "Making emissions are modelled: {activity}, with its background from USLCI (North America) by background_link; of the inputs, {share} % by count are cut off and carry no burden, so that the figure is more likely too low.",
    zh: "制造排放为模型结果：{activity}，其背景按 background_link 取自 USLCI（北美）；按项数计有 {share} % 的投入被截断、不计负荷，因此数值更可能偏低。",
  },
  noScore: {
    en: "The inventory of {activity} has no score of climate change: give the emissions of making (embodied_t_MW).",
    zh: "“{activity}”的清单没有气候变化结果：请给出制造排放（embodied_t_MW）。",
  },
  unknownTurbine: {
    en: "turbine is {turbine}; the inventories are {names}.",
    zh: "turbine 为 {turbine}；现有清单有 {names}。",
  },
});

/** What the making of panels or of turbines is computed from. */
export const makingDatasets = {
  solar: [...premiseDatasets, ...uslciDatasets, fuelDensityDataset, linkDataset, factorDataset],
  wind: [...windTurbineDatasets, ...uslciDatasets, fuelDensityDataset, linkDataset, factorDataset],
} as const;

export interface Making {
  /** t CO2e AR6.GWP100 per MW. */
  readonly embodied_t_MW: number;
  readonly notes: readonly Message[];
}

/** A square metre of panel of single-crystalline silicon made in China, as premise carries the inventory. */
const PANEL = "premise:pv|PV|photovoltaic panel production, single-Si wafer|photovoltaic panel, single-Si wafer|CN";

/** Emissions of making panels with this area per kW of peak power. Throws BorderError if its score cannot be stated. */
export async function panelMaking(area_m2_kW: number, read: Read, work: Work): Promise<Making> {
  const shipped = await shippedGraphs.background.open(read, work);
  const { kg, notes } = await scoreOf(shipped, PANEL, read, work);
  // kg per m² times m² per kW is kg per kW, which is t per MW.
  return { embodied_t_MW: kg * area_m2_kW, notes };
}

/** Emissions of an onshore turbine from materials to end of life by its name, such as 4.5MW_h_110_cf_0.35. Throws BorderError. */
export async function turbineMaking(turbine: string, read: Read, work: Work): Promise<Making> {
  const wind = await windTurbineGraph(read);
  const names = wind.activities.flatMap(({ name }) => /^(.*)_single_turbine$/.exec(name)?.[1] ?? []);
  if (!names.includes(turbine)) throw new BorderError("turbine", texts.unknownTurbine({ turbine, names }));
  const shipped = await overUslci(wind, read, work);
  const { kg, notes } = await scoreOf(shipped, `wind:${turbine}_single_turbine`, read, work);
  const power_MW = Number.parseFloat(turbine);
  return { embodied_t_MW: kg / 1000 / power_MW, notes };
}

/** What making one unit of an activity emits, in kg CO2e, and what must be known of it. */
interface ActivityMaking {
  readonly kg: number;
  readonly notes: readonly Message[];
}

async function scoreOf(
  { graph, rules }: Awaited<ReturnType<typeof overUslci>>,
  id: string,
  read: Read,
  work: Work,
): Promise<ActivityMaking> {
  const methods = await availableMethods(read, { given: undefined, from: undefined, own: [] }, work);
  const inventory = new OpenedInventory(graph, rules, methods);
  return activityMaking(inventory.assessedBy(["GWP100_AR6"]), id, work);
}

/** Of one indicator. Throws BorderError if it cannot be stated, because more than 5 % of it comes from burdens that no rule divides. */
export async function activityMaking(assessed: AssessedSystem, id: string, work: Work): Promise<ActivityMaking> {
  const { graph } = assessed.solved.system;
  const f = demandOf(assessed.solved.system, id, 1);
  const { scaling } = await assessed.solved.solve(f, work);
  const { score, notes } = await quotedScore(assessed, 0, f, scaling, work);
  const { share } = cutOffUses(assessed.solved.system, scaling);
  const { name } = graph.activities.find((activity) => activity.id === id)!;
  if (score === null) throw new BorderError("embodied_t_MW", notes[0] ?? texts.noScore({ activity: name }));
  const proxies = texts.proxies({ activity: name, share: Math.round(100 * (share ?? 0)) });
  return { kg: score, notes: [proxies, ...notesOnRun(assessed, scaling)] };
}
