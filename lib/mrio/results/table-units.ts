/** The units of a table and of results derived from it: every table has its own. */
export const money = { unitIn: "units.money" };
export const emissions = { unitIn: "units.stressors" };
/** One for each stressor, or that of the requested stressor. */
export const intensity = { unitIn: "units.stressors / units.money" };
