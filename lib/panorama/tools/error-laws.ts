import { messages } from "../../message/message.ts";
import type { Read } from "../../tool/read.ts";
import { type AccountRow, PanoramaError } from "../account.ts";
import type { Edition } from "../edition.ts";
import { TRANSFERS } from "../gas-accounts.ts";
import { WORLD } from "../national-series.ts";
import { Revisions } from "../revisions.ts";
import type { RowError } from "../row-error.ts";
import { CO2_OF_CARBON, type EditionName, titleOf, wholeEditionOf } from "./editions.ts";
import { landEdition } from "./sources.ts";

const texts = messages("panorama", {
  sigmaOfVintage: {
    en: "σ of {percent} % stated by the Global Carbon Budget 2025, one error for the vintage",
    zh: "《全球碳收支2025》给出的 σ 为 {percent} %，同一版本共用一个误差",
  },
  sigmaOfWorld: {
    en: "σ of {sigma} GtC stated by the Global Carbon Budget 2025 for the world",
    zh: "《全球碳收支2025》给出的全球 σ 为 {sigma} GtC",
  },
  errorOfModel: {
    en: "normal error of the carried table, σ the largest error of consumption in known cases: a law of this page, no publisher states one",
    zh: "推算表的正态误差，σ 取已知案例中消费端的最大误差：为本页设定，公布者未给出",
  },
  ownRevisions: {
    en: "{vintage}, and the region's own revisions between two editions: {points} % of production over {years} years",
    zh: "{vintage}；另加该地区在两版之间的自身修订：{years} 年间为生产侧的 {points} %",
  },
  noSigma: {
    en: "carbon_budget_sigma states no {as} σ for {wanted}.",
    zh: "carbon_budget_sigma 没有给出 {wanted} 的 σ（{as}）。",
  },
});

/**
 * The errors of the Global Carbon Budget, as normal laws. It states one standard deviation of the world: a share of fossil CO2, and for
 * land-use change an amount. A vintage of fossil CO2 has one error in all regions and years, so that the world's total has the
 * stated one; what trade moves is computed from the same emissions and varies with them. It has, besides, an error of its own: the
 * region's revisions between the two editions (`Revisions`).
 *
 * @returns the errors of the rows of a ladder.
 */
export async function statedErrorsOf(
  edition: EditionName,
  read: Read,
): Promise<(rows: readonly AccountRow[]) => RowError[]> {
  const [columns, revisions] = await Promise.all([read("carbon_budget_sigma"), revisionsOf(read)]);
  const [term, kind, sigma] = [columns.texts("term"), columns.texts("sigma_kind"), columns.numbers("sigma")];
  const of = (wanted: string, as: string) => {
    for (let row = 0; row < columns.rows; row++)
      if (term[row] === wanted && kind[row] === as && sigma[row] !== null) return sigma[row]!;
    throw new PanoramaError("uncertainty", texts.noSigma({ as, wanted }));
  };
  const [fossil, land] = [of("fossil", "relative"), of("land_use_change", "absolute")];
  const source = titleOf(edition);
  const made = texts.sigmaOfVintage({ percent: Number((100 * fossil).toPrecision(3)) });
  const vintage = {
    source,
    gas: "CO2",
    factor: { type: "normal", mean: 1, sd: fossil },
    group: `${source}, fossil CO2`,
    made,
  } as const;
  const territorial = { ...vintage, principle: "territorial", category: "total" } as const;
  return (rows) => [
    { ...territorial, region: WORLD, interval: "fossil CO2 of the world" },
    { ...territorial, interval: "fossil CO2 of a country" },
    ...transfersOfBudget(rows, source).flatMap(({ region, year, production }) => {
      const revised = revisions.of(region);
      if (revised === null) return [];
      const { sd, rms, years } = revised;
      const points = Number((100 * rms).toPrecision(2));
      return {
        ...vintage,
        region,
        year,
        principle: "consumption",
        category: "net transfer",
        own: sd * production,
        interval: "net transfer of a country",
        made: texts.ownRevisions({ vintage: made, points, years }),
      } as const;
    }),
    {
      region: WORLD,
      principle: "natural",
      category: "land-use change",
      source: landEdition,
      difference: { type: "normal", mean: 0, sd: land * 1000 * CO2_OF_CARBON },
      group: landEdition,
      interval: "land-use change of the world",
      made: texts.sigmaOfWorld({ sigma: land }),
    },
  ];
}

/** The net transfers of CO2 by an edition, with the production that they are shares of, Mt CO2. */
function transfersOfBudget(rows: readonly AccountRow[], source: string) {
  return rows.flatMap(({ region, year, gas, category, source: of }) => {
    if (category !== "net transfer" || gas !== "CO2" || of !== source) return [];
    const territory = rows.find(
      (row) => row.region === region && row.year === year && row.principle === "territorial" && row.gas === gas,
    );
    return territory ? [{ region, year, production: Math.abs(territory.value) }] : [];
  });
}

/** The revisions between the two editions, of which every country counts for how much a year resembles the one before. */
export async function revisionsOf(read: Read): Promise<Revisions> {
  const [now, then] = await Promise.all([wholeEditionOf("GCB 2025", read), wholeEditionOf("GCB 2024", read)]);
  const known = revisions.get(now) ?? new Revisions(now, then);
  revisions.set(now, known);
  return known;
}
const revisions = new WeakMap<Edition, Revisions>();

/**
 * The error of modelled transfers: normal, with the largest error of consumption in known cases as its standard deviation. One
 * error for all gases of a region and year, since it is one of the table.
 */
export function modelErrorsOf(rows: readonly AccountRow[]): RowError[] {
  return rows
    .filter(({ source, category, lo }) => source === TRANSFERS && category === "net transfer" && lo !== null)
    .map(({ region, year, gas, value, hi }) => ({
      ...({ region, year, gas, source: TRANSFERS, principle: "consumption", category: "net transfer" } as const),
      difference: { type: "normal", mean: 0, sd: hi! - value },
      group: `${TRANSFERS}, ${region} ${year}`,
      interval: "modelled transfer of another gas",
      made: texts.errorOfModel(),
    }));
}
