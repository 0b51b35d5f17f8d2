import type { ImportOptions } from "./source-files.ts";

/**
 * Names of greenhouse gases in databases: "CO2 - combustion - air", "I-GHG-CO2 emissions (Gg)",
 * "'co2_excl_short_cycle_org_c_total_EDGAR'".
 */
const greenhouseGases =
  /(^|[^a-z0-9])(co2|ch4|n2o|sf6|nf3|hfcs?|pfcs?|ghg|carbon dioxide|methane|nitrous oxide)(?![a-z0-9])/i;

/** Which of the stressors of a satellite account are kept: those requested, otherwise greenhouse gases, otherwise all. */
export function chooseStressors(names: readonly string[], { stressors }: ImportOptions): boolean[] {
  if (stressors instanceof RegExp) return names.map((name) => stressors.test(name));
  if (stressors) {
    const wanted = new Set(stressors);
    return names.map((name) => wanted.has(name));
  }
  // Underscores join words in some accounts.
  const chosen = names.map((name) => greenhouseGases.test(name.replaceAll("_", " ")));
  return chosen.includes(true) ? chosen : names.map(() => true);
}

/** A stressor of a database, and whether it is kept by default. */
export interface FoundStressor {
  readonly name: string;
  readonly unit: string;
  readonly isUsual: boolean;
  /** The satellite account, if the database has several. */
  readonly account?: string;
}

/** Names and units in the order of an account, each name once. */
export function foundStressors(names: readonly string[], units: readonly string[], account?: string): FoundStressor[] {
  const usual = chooseStressors(names, {});
  const found = new Map<string, FoundStressor>();
  names.forEach((name, k) => {
    if (!found.has(name))
      found.set(name, { name, unit: units[k] ?? "", isUsual: usual[k]!, ...(account && { account }) });
  });
  return [...found.values()];
}
