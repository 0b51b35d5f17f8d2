/** How emissions of a sector of EDGAR are divided over sectors of WIOD 2013 and households (HH) of one region. */
export interface EmissionKeyRow {
  readonly gas: "CH4" | "N2O" | "F-gases";
  readonly sector: string;
  readonly to: readonly string[];
  /** In proportion to what: CO2 of the same region (JRC, last year there is), its output in the year, or one sector takes all. */
  readonly by: "CO2" | "output" | "whole";
  readonly rule: string;
}

const manufacturing = "c3 c4 c5 c6 c7 c9 c10 c11 c12 c13 c14 c15 c16";
const buildings = "HH c19 c20 c21 c22 c28 c29 c30 c31 c32 c33 c34";

/**
 * From the eight sectors of EDGAR, for the gases besides CO2, to the 35 sectors of WIOD 2013 and households: a modelling choice,
 * because EDGAR's sectors are sources and not industries. `gas|EDGAR sector|sectors|by|rule`; `*` is every gas.
 */
const lines = `
*|Agriculture|c1|whole|livestock, soils, rice and residues are agriculture
*|Buildings|${buildings}|CO2|heating and cooking of homes and services: as their CO2
*|Fuel Exploitation|c2|whole|coal mines, oil and gas fields; leaks of gas networks and refineries are in the source's sector and stay here
*|Industrial Combustion|${manufacturing} c18|CO2|fuel of manufacturing and construction: as their CO2
*|Power Industry|c17|whole|electricity and heat
*|Transport|c23 c26 HH|CO2|road, rail and other transport inland: as the CO2 of transport and of households
*|Waste|c34|whole|NACE Rev. 1.1 puts sewage and refuse disposal in other community services
CH4|Processes|c9 c12|CO2|chemicals and metals: as their CO2
N2O|Processes|c9|whole|nitric and adipic acid; use of N2O as a product and indirect N2O of other sectors are in the source's sector and stay here
F-gases|Processes|c9 c12 c13 c14 c15 c17 c20 c21 c22|output|by-products of chemicals, metals, electronics, switchgear, and cooling in machines, vehicles and trade cannot be told apart: as output
`;

export const edgarToWiod35: readonly EmissionKeyRow[] = lines
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [gas, sector, to, by, rule] = line.split("|") as [string, string, string, EmissionKeyRow["by"], string];
    const gases = gas === "*" ? (["CH4", "N2O"] as const) : [gas as EmissionKeyRow["gas"]];
    return gases.map((each) => ({ gas: each, sector, to: to.split(" "), by, rule }));
  });

/** Where the emissions of EDGAR's bunkers go: to shipping and aviation of all regions, by their CO2 (the operator's residence). */
export const edgarBunkers: Readonly<Record<string, string>> = {
  "International Shipping": "c24",
  "International Aviation": "c25",
};
