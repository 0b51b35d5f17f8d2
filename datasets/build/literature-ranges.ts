import type { Evidence } from "../../lib/quantity/evidence.ts";
import { float64, label } from "./column.ts";
import { type Origin, type TableDataset, table } from "./dataset.ts";

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

/** The evidence for a range, by name and gas. All other ranges are from memory. */
const readings: Readonly<Record<string, readonly [read: string, bounds: Evidence]>> = {
  "geologic seeps, CH4": [saunois, "memory"],
  "inland waters, CH4": [`${saunois} (its column of 2000–2009)`, "transcription"],
  "rivers to the ocean, C": ["Global Carbon Budget 2024, as a public copy quotes it: 0.65 ± 0.3 GtC", "transcription"],
  "permafrost, present, CH4": [saunois, "transcription"],
  "termites, CH4": [saunois, "transcription"],
  "wild animals, CH4": [saunois, "transcription"],
};

const origin: Origin = {
  publisher: "The authors that each row names",
  citation:
    "Etiope and Schwietzke (2019), Hmiel et al. (2020), Saunois et al. (2020), Raymond et al. (2013), Regnier et al. (2022), IPCC AR6 WG1 (2021), Fischer et al. (2019), Fischer and Aiuppa (2020), Schumann and Huntrieser (2007), Tian et al. (2020), as each row says.",
  vintage: "publications of 2007 to 2022",
  licence: "facts from a publication",
  licence_confirmed: false,
  source:
    "The publications that each row names, written down for this notebook; value_read says in which copy a value was read",
};

/** Natural fluxes that are taken from the literature as ranges, not computed, each with its evidence. */
export function buildLiteratureRanges(): TableDataset {
  const column = <K extends keyof Line>(at: K) => lines.map((line) => line[at]) as Line[K][];
  const statuses = lines.map(([name, gas]) => statusOf(`${name}, ${gas}`));
  return table(
    {
      name: "natural_flux_ranges",
      title: "Natural fluxes taken from the literature, as ranges",
      title_zh: "文献给定的自然通量范围",
      kind: "natural",
      summary:
        "Geologic seeps, permafrost, volcanoes, lightning, inland waters, soils, the ocean and others: value and range with their source.",
      years: null,
      traps: [
        "The unit stands in each row, and differs within the table.",
        "The rows are no sum: some contradict one another, some are counted in other budgets, as note says.",
        "value_status and bounds_status say what was done, each by itself: transcription (read in another's copy) or memory (seen in no table at hand). Show them wherever the range is used.",
      ],
    },
    origin,
    [
      label("name", column(0), "Source or sink"),
      label("gas", column(1), "CH4, CO2, C, N2O or NOx"),
      float64("value", column(2), "see column unit", "Value"),
      float64("lo", column(3), "see column unit", "Lower end of the range"),
      float64("hi", column(4), "see column unit", "Upper end of the range"),
      label("unit", column(5), "Unit of value, lo and hi"),
      label("source", column(6), "Publication where the range stands"),
      label(
        "value_status",
        statuses.map(({ value }) => value),
        "How the value came here: transcription or memory",
      ),
      label(
        "bounds_status",
        statuses.map(({ bounds }) => bounds),
        "How the bounds came here: transcription or memory",
      ),
      label(
        "value_read",
        statuses.map(({ read }) => read),
        "Where the value was read; null where it is from memory",
      ),
      label("note", column(7), "What a reader must know before using it"),
    ],
  );
}

function statusOf(key: string): { readonly value: Evidence; readonly bounds: Evidence; readonly read: string | null } {
  const reading = readings[key];
  if (!reading) return { value: "memory", bounds: "memory", read: null };
  return { value: "transcription", bounds: reading[1], read: reading[0] };
}
