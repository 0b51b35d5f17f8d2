/** The datasets whose names of countries and gases the lexicon holds: a page in which cells ask carries them. */
export const lexiconDatasets: readonly string[] = ["countries", "fluorinated_gases_countries"];
