import type { Term } from "../../matching/term-finder.ts";
import { energyTerms } from "./energies.ts";
import { fuelTerms } from "./fuels.ts";
import { travelTerms } from "./travel.ts";
import { useTerms } from "./uses.ts";
import { processTerms, wasteTerms } from "./waste.ts";

/** Everything that has an amount of its own, and not only a price. */
export const physicalTerms: readonly Term[] = [
  ...fuelTerms,
  ...useTerms,
  ...energyTerms,
  ...travelTerms,
  ...wasteTerms,
  ...processTerms,
];
