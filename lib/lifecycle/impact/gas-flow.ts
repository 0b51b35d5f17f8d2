import { metricGases } from "../../quantity/gwp-table.ts";
import { flowKey } from "./flow-name.ts";
import { synonymOf } from "./flow-synonyms.ts";

/**
 * Gases of the metrics whose names in the Federal Elementary Flow List are not their own; the list's formulas are those of the
 * gases. Refrigerants follow from their numbers: HFC134a is HFC-134a, Halon1211 is Halon 1211.
 */
const named: Readonly<Record<string, string>> = {
  CO2: "Carbon dioxide",
  CH4: "Methane",
  N2O: "Nitrous oxide",
  SF6: "Sulfur hexafluoride",
  NF3: "Nitrogen trifluoride",
  SF5CF3: "Trifluoromethyl sulfur pentafluoride",
  SO2F2: "Sulfuryl fluoride",
  CF4: "Carbon tetrafluoride",
  C2F6: "Hexafluoroethane",
  C3F8: "Perfluoropropane",
  cC4F8: "Perfluorocyclobutane",
  C4F10: "Perfluorobutane",
  C5F12: "Perfluoropentane",
  C6F14: "Perfluorohexane",
  C7F16: "Perfluoroheptane",
  C8F18: "Octane, octadecafluoro-",
  CCl4: "Carbon tetrachloride",
  CH3CCl3: "1,1,1-Trichloroethane",
  CHCl3: "Chloroform",
  CH2Cl2: "Methylene chloride",
  CH3Cl: "Chloromethane",
  CH3Br: "Methyl bromide",
  CH2Br2: "Dibromomethane",
};

/** The gases of the metrics with their names in the Federal Elementary Flow List. */
export const gasFlows: ReadonlyMap<string, string> = new Map(
  metricGases.flatMap((gas) => {
    const name = named[gas] ?? refrigerant(gas);
    return name === undefined ? [] : [[gas, name] as const];
  }),
);

const gases = new Map([...gasFlows].map(([gas, name]) => [flowKey(name), gas]));

/** The gas, in the notation of `lib/quantity`, that a flow of this name is; undefined if it is none with a metric. */
export function gasOfFlow(name: string): string | undefined {
  return gases.get(flowKey(name)) ?? gases.get(flowKey(synonymOf(name)?.flow ?? ""));
}

function refrigerant(gas: string): string | undefined {
  const found = /^(CFC|HCFC|HFC|HFE|Halon)(\d.*)$/.exec(gas);
  return found ? `${found[1]}${found[1] === "Halon" ? " " : "-"}${found[2]}` : undefined;
}
