/** Regions of the published input–output table, in its order: what its results are found by. */
export const tableRegions: readonly string[] = (
  "AUS AUT BEL BGR BRA CAN CHN CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IDN IND IRL ITA JPN KOR LTU LUX LVA MEX MLT NLD POL PRT " +
  "ROU RUS SVK SVN SWE TUR TWN USA ROW"
).split(" ");
