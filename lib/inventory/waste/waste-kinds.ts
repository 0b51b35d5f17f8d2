import type { Factor } from "../../factors/factor.ts";
import { selectFactor } from "../../factors/selection.ts";
import { messages } from "../../message/message.ts";
import { EquationError } from "../steps.ts";
import type { WasteStream } from "./landfill.ts";

const texts = messages("inventory", {
  unknownWaste: {
    en: 'There is no kind of waste "{waste}"; there are {kinds}.',
    zh: "没有废弃物种类“{waste}”；可用的有 {kinds}。",
  },
});

/** Climates of the reaction constant: mean temperature below or above 20 °C, dry or wet (Vol 5 Table 3.3). */
export const climates = ["boreal temperate dry", "boreal temperate wet", "tropical dry", "tropical moist wet"] as const;
export type Climate = (typeof climates)[number];

/** Kinds of waste of Table 2.4, with their rate class of Table 3.3. */
const rates: Readonly<Record<string, string>> = {
  food: "food sewage sludge",
  "sewage sludge": "food sewage sludge",
  garden: "garden other putrescible",
  nappies: "garden other putrescible",
  paper: "paper textiles",
  textiles: "paper textiles",
  "wood straw": "wood straw",
  "industrial default": "bulk",
};

export const wasteKinds: readonly string[] = Object.keys(rates);

/**
 * A stream of waste with the defaults of the guidelines for its kind, climate and site: DOC (Table 2.4), k (Table 3.3), MCF
 * (Table 3.1). Throws EquationError for an unknown kind, FactorError for an unknown climate or site.
 */
export function defaultStream(
  of: {
    readonly waste: string;
    readonly climate: Climate;
    readonly site: string;
    readonly deposited: readonly number[];
  },
  factors: readonly Factor[],
): WasteStream {
  const rate = rates[of.waste];
  if (!rate) throw new EquationError("waste", texts.unknownWaste({ waste: of.waste, kinds: wasteKinds }));
  const value = (activity: string, parameter: string, technology?: string) =>
    selectFactor({ category: "4.A", activity, parameter, ...(technology ? { technology } : {}) }, factors).factor.value;
  return {
    waste: of.waste,
    deposited: of.deposited,
    DOC: value(of.waste, "DOC"),
    k: value(rate, "k", of.climate),
    MCF: value(of.site, "MCF"),
  };
}
