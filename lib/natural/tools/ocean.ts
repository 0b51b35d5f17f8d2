import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { airSeaFlux, airSeaFluxShape, seaSurfaceShape } from "../air-sea-flux.ts";
import { estimateShape } from "../estimate.ts";
import { oceanUptake } from "../ocean-uptake.ts";

const references = [
  "Wanninkhof (2014), doi:10.4319/lom.2014.12.351.",
  "Weiss (1974), doi:10.1016/0304-4203(74)90015-2.",
  "Millero & Poisson (1981), doi:10.1016/0198-0149(81)90122-9.",
];

export const naturalAirSeaFlux = defineTool({
  name: "natural.airSeaFlux",
  title: { en: "CO2 flux between sea and air", zh: "海气二氧化碳通量" },
  summary: {
    en: "The bulk formula: Schmidt number, solubility, transfer velocity and flux, positive from the sea to the air.",
    zh: "整体公式：施密特数、溶解度、传输速度与通量（由海向气为正）。",
  },
  input: seaSurfaceShape,
  output: airSeaFluxShape,
  assumptions: [
    "The Schmidt number holds for salinity 35; it is up to 10 % smaller in fresh water.",
    "A mean wind misses its variance: give windSquare_m2_s2 for monthly means.",
    "A year has 365.25 days. No correction for the cool skin of the sea.",
  ],
  references,
  run: (surface) => airSeaFlux(surface),
});

const field = (unit: string) => z.array(z.array(numberIn(unit).nullable()));

export const naturalOceanUptake = defineTool({
  name: "natural.oceanUptake",
  title: { en: "CO2 uptake of the ocean from fields", zh: "由格点场计算海洋二氧化碳吸收" },
  summary: {
    en: "The bulk formula in every cell of a grid of longitude and latitude, weighted by area, with the share of cells without data.",
    zh: "在经纬度网格的每个格点应用整体公式并按面积加权，附缺测格点数。",
  },
  input: z.object({
    temperature_C: field("°C").describe("rows × columns, null for land"),
    salinity: field("1"),
    wind_m_s: field("m/s"),
    fco2_water_uatm: field("µatm"),
    fco2_air_uatm: field("µatm"),
    ice: field("1").optional(),
    firstLatitude: numberIn("°").default(90).describe("Edge of the first row"),
    lastLatitude: numberIn("°").default(-90),
    longitudes: numberIn("°").default(360).describe("What a row spans"),
  }),
  output: z.object({
    uptake: estimateShape,
    area_m2: numberIn("m2"),
    meanFlux_mol_m2_yr: numberIn("mol/m2/yr"),
    missing: ratio,
  }),
  assumptions: ["The Earth is a sphere of its own area.", "The range is that of the transfer velocity alone."],
  references,
  run({ firstLatitude, lastLatitude, longitudes, ...fields }, work) {
    const grid = {
      rows: fields.temperature_C.length,
      columns: fields.temperature_C[0]?.length ?? 0,
      firstLatitude,
      lastLatitude,
      longitudes,
    };
    const row = (of: (number | null)[][] | undefined, r: number) => of?.[r]?.map((value) => value ?? Number.NaN) ?? [];
    const rows = Array.from({ length: grid.rows }, (_, r) => ({
      temperature_C: row(fields.temperature_C, r),
      salinity: row(fields.salinity, r),
      wind_m_s: row(fields.wind_m_s, r),
      fco2_water_uatm: row(fields.fco2_water_uatm, r),
      fco2_air_uatm: row(fields.fco2_air_uatm, r),
      ice: fields.ice ? row(fields.ice, r) : undefined,
    }));
    return oceanUptake(grid, rows, () => work.pause());
  },
});
