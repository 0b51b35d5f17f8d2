/** The units of what stands in a table and follows from it: every table names its own. */
export const money = { unitIn: "units.money" };
export const emissions = { unitIn: "units.stressors" };
/** One for each stressor, of the stressor that was asked for. */
export const intensity = { unitIn: "units.stressors / units.money" };
