import { molarMassOf } from "../substance/atomic-weights.ts";

/** kg of CO2 of a kg of carbon. */
export const CO2_OF_CARBON = molarMassOf({ C: 1, O: 2 }) / molarMassOf({ C: 1 });
