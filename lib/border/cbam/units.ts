/** Units of the mechanism: CO2 equivalents by the 100-year GWP of AR5. */
export const tonnes = "t CO2e AR5.GWP100";
export const perTonne = `${tonnes}/t`;
export const pricePerTonne = `EUR/${tonnes}`;
