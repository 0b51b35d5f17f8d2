import type { Evidence } from "../quantity/evidence.ts";
import type { Estimate } from "./estimate.ts";

/** A flux that is taken from the literature as a range, not computed. */
export interface LiteratureRange extends Estimate {
  readonly name: string;
  readonly gas: string;
  /** How value and range came here. */
  readonly valueStatus: Evidence;
  readonly boundsStatus: Evidence;
  /** Where they were read; null where they are from memory. */
  readonly valueRead: string | null;
  /** What a reader must know before using it. */
  readonly note: string;
}

type Line = readonly [
  name: string,
  gas: string,
  value: number,
  lo: number,
  hi: number,
  unit: string,
  source: string,
  note: string,
];

const lines: readonly Line[] = [
  [
    "geologic seeps",
    "CH4",
    45,
    27,
    63,
    "Tg CH4/yr",
    "Etiope & Schwietzke (2019), doi:10.1525/elementa.383",
    "Bottom-up; air in ice cores allows 0.1 to 5.4 (Hmiel et al. 2020, doi:10.1038/s41586-020-1991-8).",
  ],
  [
    "geologic seeps, by ice cores",
    "CH4",
    1.6,
    0.1,
    5.4,
    "Tg CH4/yr",
    "Hmiel et al. (2020), doi:10.1038/s41586-020-1991-8",
    "Contradicts the bottom-up value: show both.",
  ],
  [
    "inland waters",
    "CH4",
    159,
    117,
    212,
    "Tg CH4/yr",
    "Saunois et al. (2020), doi:10.5194/essd-12-1561-2020",
    "Partly counted as wetlands too.",
  ],
  [
    "inland waters",
    "CO2",
    2.1,
    1.56,
    2.94,
    "Gt C/yr",
    "Raymond et al. (2013), doi:10.1038/nature12760",
    "Carbon that plants took up on land: not an addition to a land sink.",
  ],
  [
    "rivers to the ocean",
    "C",
    0.65,
    0.35,
    0.95,
    "Gt C/yr",
    "Regnier et al. (2022), doi:10.1038/s41586-021-04339-9",
    "The pre-industrial part is outgassed by the ocean: products of fCO2 are adjusted by it.",
  ],
  [
    "permafrost, present",
    "CH4",
    1,
    0,
    1,
    "Tg CH4/yr",
    "Saunois et al. (2020), doi:10.5194/essd-12-1561-2020",
    "Direct emissions from thawing permafrost, without wetlands above it.",
  ],
  [
    "permafrost, for each °C of warming by 2100",
    "CO2",
    18,
    3.1,
    41,
    "Gt C/°C",
    "IPCC AR6 WG1 Ch 5, box 5.1",
    "Cumulative, not a yearly flux.",
  ],
  [
    "volcanoes, passive and eruptive plumes",
    "CO2",
    51.3,
    45.6,
    57,
    "Mt CO2/yr",
    "Fischer & Aiuppa (2020), doi:10.1029/2019GC008690",
    "Subaerial plumes alone.",
  ],
  [
    "volcanoes, diffuse degassing and plumes",
    "CO2",
    320,
    280,
    360,
    "Mt CO2/yr",
    "Fischer et al. (2019), doi:10.1038/s41598-019-54682-1",
    "Below one per cent of fossil emissions.",
  ],
  [
    "lightning",
    "NOx",
    5,
    2,
    8,
    "Tg N/yr",
    "Schumann & Huntrieser (2007), doi:10.5194/acp-7-3823-2007",
    "No greenhouse gas itself: it makes ozone and shortens the life of methane.",
  ],
  ["termites", "CH4", 9, 3, 15, "Tg CH4/yr", "Saunois et al. (2020), doi:10.5194/essd-12-1561-2020", ""],
  ["wild animals", "CH4", 2, 1, 3, "Tg CH4/yr", "Saunois et al. (2020), doi:10.5194/essd-12-1561-2020", ""],
  [
    "soils under natural vegetation",
    "N2O",
    5.6,
    4.9,
    6.5,
    "Tg N/yr",
    "Tian et al. (2020), doi:10.1038/s41586-020-2780-0",
    "",
  ],
  ["ocean", "N2O", 3.4, 2.5, 4.3, "Tg N/yr", "Tian et al. (2020), doi:10.1038/s41586-020-2780-0", ""],
  [
    "lightning and chemistry of the air",
    "N2O",
    0.4,
    0.2,
    1.2,
    "Tg N/yr",
    "Tian et al. (2020), doi:10.1038/s41586-020-2780-0",
    "",
  ],
];

const saunois = "Saunois et al. (2020), Table 3, in RPGroup-PBoC/human_impacts@41a1365a";

/** What was read of a range, by name and gas. The rest is from memory. */
const readings: Readonly<Record<string, readonly [read: string, bounds: Evidence]>> = {
  "geologic seeps, CH4": [saunois, "memory"],
  "inland waters, CH4": [`${saunois} (its column of 2000–2009)`, "transcription"],
  "rivers to the ocean, C": ["Global Carbon Budget 2024, as a public copy quotes it: 0.65 ± 0.3 GtC", "transcription"],
  "permafrost, present, CH4": [saunois, "transcription"],
  "termites, CH4": [saunois, "transcription"],
  "wild animals, CH4": [saunois, "transcription"],
};

/** Given ranges, each with how it came here. */
export const literatureRanges: readonly LiteratureRange[] = lines.map(
  ([name, gas, value, lo, hi, unit, source, note]) => ({
    ...statusOf(`${name}, ${gas}`),
    name,
    gas,
    value,
    lo,
    hi,
    unit,
    interval: "as the source gives it",
    source,
    method: "taken from the literature",
    note,
  }),
);

function statusOf(key: string): Pick<LiteratureRange, "valueStatus" | "boundsStatus" | "valueRead"> {
  const reading = readings[key];
  if (!reading) return { valueStatus: "memory", boundsStatus: "memory", valueRead: null };
  return { valueStatus: "transcription", boundsStatus: reading[1], valueRead: reading[0] };
}
