import type { ToolRunner } from "../../../kernel/services/service-calls.ts";
import { nameKey } from "../../../lib/account/matching/fold-text.ts";

/** A country or province with its names. */
export interface Region {
  /** ISO 3166-1 alpha-3, or ISO 3166-2. */
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

type Row = Readonly<Record<string, unknown>>;

/** The countries, and the provinces for which there are factors of electricity. */
export async function loadRegions(compute: Pick<ToolRunner, "call">): Promise<Region[]> {
  const query = async (request: object) =>
    ((await compute.call("data.query", request)) as { rows: Iterable<Row> }).rows;
  const [countries, provinces] = await Promise.all([
    query({ dataset: "countries", select: ["iso3", "name_en", "name_zh"] }),
    query({ dataset: "grid_factors_china", select: ["place", "name", "name_zh"], where: { level: "province" } }),
  ]);
  const all = [
    ...Array.from(countries, (row) => ({ code: String(row.iso3), en: String(row.name_en), zh: String(row.name_zh) })),
    ...Array.from(provinces, (row) => ({ code: String(row.place), en: String(row.name), zh: String(row.name_zh) })),
  ];
  return [...new Map(all.map((region) => [region.code, region])).values()];
}

/** A region as it is written in its field: the name in the reader's language, and the code. */
export function writeRegion({ code, en, zh }: Region, language: string): string {
  return language.startsWith("zh") ? `${zh}（${code}）` : `${en} (${code})`;
}

/** The region that a text stands for: as it is written in a field, by a name in either language, or by its code. */
export function findRegion(regions: readonly Region[], text: string): Region | null {
  const wanted = nameKey(text);
  const written = ["en", "zh"] as const;
  return (
    regions.find((region) => [region.code, region.en, region.zh].some((each) => nameKey(each) === wanted)) ??
    regions.find((region) => written.some((tag) => nameKey(writeRegion(region, tag)) === wanted)) ??
    null
  );
}
