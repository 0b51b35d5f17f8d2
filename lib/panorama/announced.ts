/** What Panshi·Yuheng 1.0 announced: by how much its panoramic account stands beside the IPCC's production side. */
export interface Announced {
  readonly region: string;
  readonly year: number;
  readonly gas: string;
  /** Per cent. */
  readonly percent: number;
  readonly source: string;
  readonly method: string;
}

const source = "Chinese Academy of Sciences, announcement of 8 April 2026, as reported by Xinhua";
const method =
  "announced as greenhouse gases of 2022, panoramic accounting against the IPCC's production side; tables, metric, boundary and code are not public";

const percents: readonly (readonly [region: string, percent: number])[] = [
  ["CHN", -17.7],
  ["USA", 15.2],
  ["JPN", 7.2],
];

/** The three figures, never used in a calculation of ours and never approached by one. */
export const announced: readonly Announced[] = percents.map(([region, percent]) => ({
  region,
  year: 2022,
  gas: "GHG",
  percent,
  source,
  method,
}));

/** The claim on China's exported wind and solar goods of 2024, Mt CO2. */
export const announcedExports = { year: 2024, making: 2, avoided: 350, source } as const;
