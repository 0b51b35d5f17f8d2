import { flowKey } from "./flow-name.ts";

/** Another name of a flow of the Federal Elementary Flow List, with the list that says so. */
interface Synonym {
  readonly flow: string;
  readonly source: string;
}

const mapping = "Federal Elementary Flow List, flowmapping/USLCIv2019Q4.csv (commit 05a5278e)";
const ecoinvent = "ecoinvent 3, its name of a flow in the Federal Elementary Flow List's mapping";
const useeio = "the same flow of the list; USEEIO v2.0.1 writes = where the list has ≤";

const given: readonly (readonly [target: string, source: string, names: readonly string[]])[] = [
  ["Carbon dioxide", mapping, ["Carbon dioxide, fossil", "Carbon dioxide, land transformation"]],
  ["Carbon dioxide", ecoinvent, ["Carbon dioxide, from soil or biomass stock"]],
  ["Methane", mapping, ["Methane, fossil", "Methane, biogenic"]],
  ["Methane", ecoinvent, ["Methane, non-fossil", "Methane, from soil or biomass stock"]],
  ["Nitrous oxide", mapping, ["Dinitrogen monoxide"]],
  ["Carbon monoxide", mapping, ["Carbon monoxide, fossil", "Carbon monoxide, biogenic"]],
  ["Carbon monoxide", ecoinvent, ["Carbon monoxide, non-fossil", "Carbon monoxide, from soil or biomass stock"]],
  ["Nitric oxide", mapping, ["Nitrogen monoxide"]],
  ["Nitrogen trifluoride", mapping, ["Nitrogen fluoride"]],
  ["Volatile organic compounds", mapping, ["VOC, volatile organic compounds"]],
  ["Methyl bromide", mapping, ["Methane, bromo-, Halon 1001"]],
  ["Halon 1211", mapping, ["Methane, bromochlorodifluoro-, Halon 1211"]],
  ["Halon 1301", mapping, ["Methane, bromotrifluoro-, Halon 1301"]],
  ["Chloromethane", mapping, ["Methane, chloro-", "Methane, monochloro-, R-40"]],
  ["Methylene chloride", mapping, ["Methane, dichloro-, HCC-30"]],
  ["Dibromomethane", mapping, ["Methane, dibromo-"]],
  ["Carbon tetrachloride", mapping, ["Methane, tetrachloro-, CFC-10", "Methane, tetrachloro-, R-10"]],
  [
    "Carbon tetrafluoride",
    mapping,
    ["Methane, tetrafluoro-, CFC-14", "Methane, tetrafluoro-, FC-14", "Methane, tetrafluoro-, R-14"],
  ],
  ["CFC-11", mapping, ["Methane, trichlorofluoro-, CFC-11"]],
  ["CFC-12", mapping, ["Methane, dichlorodifluoro-, CFC-12"]],
  ["CFC-13", mapping, ["Methane, chlorotrifluoro-, CFC-13"]],
  ["HCFC-21", mapping, ["Methane, dichlorofluoro-, HCFC-21"]],
  ["HCFC-22", mapping, ["Methane, chlorodifluoro-, HCFC-22"]],
  ["HFC-32", mapping, ["Methane, difluoro-, HFC-32"]],
  ["HFC-134a", mapping, ["Ethane, 1,1,1,2-tetrafluoro-, HFC-134a"]],
  ["HFC-245fa", mapping, ["1,1,1,3,3-Pentafluoropropane, HFC-245fa"]],
  ["Energy, hydro", mapping, ["Energy, from hydro power", "Energy, potential (in hydropower reservoir), converted"]],
  ["Energy, wind", mapping, ["Energy, kinetic (in wind), converted"]],
  ["Energy, solar", mapping, ["Energy, solar, converted"]],
  ["Energy, geothermal", mapping, ["Energy, geothermal, converted"]],
  ["Particulate matter, = 2.5μm", useeio, ["Particulate matter, ≤ 2.5μm"]],
  ["Particulate matter, > 2.5μm and = 10μm", useeio, ["Particulate matter, > 2.5μm and ≤ 10μm"]],
];

const synonyms = new Map(
  given.flatMap(([flow, source, names]) => names.map((name) => [flowKey(name), { flow, source }] as const)),
);

/** The name that the Federal Elementary Flow List has for a flow of another list; undefined if none is known. */
export function synonymOf(name: string): Synonym | undefined {
  return synonyms.get(flowKey(name));
}
