import { lastShippedYear } from "../resource/dataset-names.ts";

/** The years to which the last table can be carried: those for which GDP and all gases are known. */
export const firstCarriedYear = lastShippedYear + 1;
export const lastCarriedYear = 2022;
