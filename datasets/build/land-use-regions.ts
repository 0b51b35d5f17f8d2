import { float64, int16, label } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const WORLD = "GLOBAL TOTAL";
/** Contained in Europe. */
const GROUP = "EU27";
/** The rows that repeat the gases as one net total. */
const NET = "Net";

/** Six significant digits of each row, relative to the sum of the absolute values that cancel in a total. */
const CLOSURE = 1e-5;

/** Emissions and removals of land use, land-use change and forestry by macro-region and gas (EDGAR). */
export async function buildLandUseRegions(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("edgar2024_lulucf_region");
  const { file } = figure.entry;
  const [gas, region, sector] = [figure.texts("gas"), figure.texts("macro_region"), figure.texts("sector")];
  const [year, mass] = [figure.numbers("year"), figure.numbers("emissions_mtco2e_ar5")];
  const type = region.map((name) => (name === WORLD ? "world" : name === GROUP ? "group" : "region"));
  const add = (
    sums: Map<string, { parts: number; whole: number; size: number }>,
    key: string,
    value: number,
    whole: boolean,
  ) => {
    const sum = sums.get(key) ?? { parts: 0, whole: 0, size: 0 };
    sums.set(key, sum);
    if (whole) sum.whole += value;
    else {
      sum.parts += value;
      sum.size += Math.abs(value);
    }
  };
  const [regions, gases] = [new Map(), new Map()];
  for (let row = 0; row < figure.rows; row++) {
    must(
      (gas[row] === "GHG") === (sector[row] === NET),
      () => `${file}, row ${row}: the gas ${gas[row]} in the sector ${sector[row]}.`,
    );
    if (type[row] !== "group")
      add(regions, `${gas[row]}, ${sector[row]}, ${year[row]}`, mass[row]!, type[row] === "world");
    add(gases, `${region[row]}, ${year[row]}`, mass[row]!, sector[row] === NET);
  }
  for (const [key, { parts, whole, size }] of [...regions, ...gases])
    must(Math.abs(parts - whole) <= CLOSURE * size, () => `${file}, ${key}: the parts sum to ${parts}, not ${whole}.`);
  return table(
    {
      name: "land_use_regions",
      title: "Land use, land-use change and forestry by macro-region, 1990–2023 (EDGAR 2024)",
      title_zh: "各大区土地利用、土地利用变化和林业排放与清除，1990—2023年（EDGAR 2024版）",
      kind: "natural",
      summary:
        "Deforestation, fires, forest land, organic soil and other land by gas, in CO2 equivalents (GWP100 of AR5): ten macro-regions, the EU of 27 and the world.",
      years: [Math.min(...new Set(year)), Math.max(...new Set(year))],
      traps: [
        "Filter area_type = 'region' before summing: EU27 is contained in Europe, and the world repeats the regions.",
        "The gas GHG (sector Net) repeats CO2, CH4 and N2O: take it or the gases, not both.",
        "There are no countries in it. EDGAR's macro-regions are not the regions of other tables.",
        "Negative values are removals. The method is not that of the bookkeeping models in land_use_change_countries: do not join the two.",
        "Forest Land is an emission in Southern Asia (1,281 Mt CO2 in 2022) and in South-East Asia, as published.",
      ],
    },
    originOf(figure.entry),
    [
      label("gas", gas, "CO2, CH4, N2O or GHG (the three together)"),
      label("macro_region", region, "Macro-region of EDGAR, EU27 or GLOBAL TOTAL"),
      label("area_type", type, "region, group (contained in Europe) or world"),
      label("sector", sector, "Deforestation, Fires, Forest Land, Organic Soil, Other Land or Net"),
      int16("year", year, "none", "Year"),
      float64("emissions_mtco2e_ar5", mass, "Mt CO2e (GWP100 of AR5)", "Emissions; negative: removals"),
    ],
  );
}
