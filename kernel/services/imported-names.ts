/** The datasets of one imported table of one year. */
export interface ImportedNames {
  readonly output: string;
  readonly flows: string;
  readonly finalDemand: string;
  readonly demandColumns: string;
  readonly stressors: string;
  readonly emissions: string;
}

/** "EXIOBASE 3 ixi", 2011 → `exiobase_3_ixi_2011_flows` and its fellows: names that SQL takes without quotes. */
export function importedNames(source: string, year: number): ImportedNames {
  const base = `${sourceName(source)}_${year}`;
  return {
    output: `${base}_output`,
    flows: `${base}_flows`,
    finalDemand: `${base}_final_demand`,
    demandColumns: `${base}_demand_columns`,
    stressors: `${base}_stressors`,
    emissions: `${base}_emissions`,
  };
}

function sourceName(source: string): string {
  const name = source
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(name) ? name : `table_${name}`;
}
