import type { Equation, Total } from "../equation.ts";
import * as carbonStocks from "./carbon-stocks.ts";
import * as chemicals from "./chemicals.ts";
import * as combustion from "./combustion.ts";
import * as fugitive from "./fugitive.ts";
import * as wood from "./harvested-wood.ts";
import * as landfill from "./landfill.ts";
import * as livestock from "./livestock.ts";
import * as livestockEnergy from "./livestock-energy.ts";
import * as metals from "./metals.ts";
import * as minerals from "./minerals.ts";
import * as products from "./products.ts";
import * as reference from "./reference-approach.ts";
import * as rice from "./rice.ts";
import * as soils from "./soils.ts";
import * as treatment from "./treatment.ts";
import * as wastewater from "./wastewater.ts";
import * as wetlands from "./wetlands.ts";

const chapters: readonly Readonly<Record<string, unknown>>[] = [
  combustion,
  fugitive,
  reference,
  minerals,
  chemicals,
  metals,
  products,
  livestockEnergy,
  livestock,
  soils,
  soils.inputTotals,
  rice,
  carbonStocks,
  wetlands,
  wood,
  landfill,
  treatment,
  wastewater,
];

const declared = chapters.flatMap((chapter) => Object.values(chapter));

function isEquation(member: unknown): member is Equation {
  return typeof member === "object" && member !== null && "formula" in member;
}

function isTotal(member: unknown): member is Total {
  return typeof member === "object" && member !== null && "title" in member && !isEquation(member);
}

/**
 * Every equation of the library by its id: those with a number, parts of one that are evaluated separately, and equations
 * that the guidelines state in prose (a ratio of molar masses, a conversion).
 */
export const equations: ReadonlyMap<string, Equation> = new Map(declared.filter(isEquation).map((of) => [of.id, of]));

/** The sums over fuels, materials, herds and so on that can be steps of a tier. */
export const equationTotals: readonly Total[] = declared.filter(isTotal);
