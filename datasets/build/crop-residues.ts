import { transcribed } from "./checks.ts";
import type { FactorRow } from "./factor-table.ts";

/** Of two copies of the table, which agree in every number below, the one that can be named. */
const copy = "GOBLIN-Proj/crop_lca@6da7f698 src/tests/data/crop_params.csv, and a second copy that agrees with it";

const parameters = [
  ["DRY", "1"],
  ["R_AG", "1"],
  ["RS", "1"],
  ["N_AG", "kg N/kg"],
  ["N_BG", "kg N/kg"],
] as const;

type Ratios = readonly [dry: number, rag: number, rs: number | null, nag: number, nbg: number | null];

/**
 * Dry matter of the harvest, residue above ground per harvest, roots per plant above ground, nitrogen in either. A dash of the table
 * is null. Forage and grass are left out: nothing at hand has their harvest, and the copies differ there.
 */
const crops: Readonly<Record<string, Ratios>> = {
  "other crops": [0.85, 1, 0.22, 0.008, 0.009],
  "other grains": [0.88, 1.3, 0.22, 0.006, 0.009],
  "winter wheat": [0.89, 1.3, 0.23, 0.006, 0.009],
  "spring wheat": [0.89, 1.3, 0.28, 0.006, 0.009],
  barley: [0.89, 1.2, 0.22, 0.007, 0.014],
  oats: [0.89, 1.3, 0.25, 0.007, 0.008],
  maize: [0.87, 1, 0.22, 0.006, 0.007],
  rye: [0.88, 1.6, null, 0.005, 0.011],
  rice: [0.89, 1.4, 0.16, 0.007, null],
  millet: [0.9, 1.4, null, 0.007, null],
  sorghum: [0.89, 1.4, null, 0.007, 0.006],
  "beans and pulses": [0.91, 2.1, 0.19, 0.008, 0.008],
  soybeans: [0.91, 2.1, 0.19, 0.008, 0.008],
  "potatoes and tubers": [0.22, 0.4, 0.2, 0.019, 0.014],
  groundnuts: [0.94, 1, null, 0.016, null],
};

/** Table 11.1A of the 2019 Refinement, a row for each number. */
export const cropResidueRows: readonly FactorRow[] = Object.entries(crops).flatMap(([crop, ratios]) =>
  parameters.flatMap(([parameter, unit], i) => {
    const value = ratios[i];
    if (value === null || value === undefined) return [];
    return {
      category: "3.C.4",
      activity: `residues of ${crop}`,
      parameter,
      value,
      unit,
      source: "IPCC 2019 Refinement V4 Ch11 Table 11.1A",
      table: "Table 11.1A",
      ...transcribed(copy, false),
    };
  }),
);
