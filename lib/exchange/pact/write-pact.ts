import { z } from "zod";
import { type AggregatedFootprint, aggregateFootprints } from "../../lifecycle/footprint/aggregate-footprints.ts";
import { biogenicUptake } from "../../lifecycle/footprint/biogenic-uptake.ts";
import { type Footprint, type FootprintPlace, totalOf } from "../../lifecycle/footprint/footprint.ts";
import { type Message, messages } from "../../message/message.ts";
import { findMetric } from "../../quantity/substance.ts";
import { problemsOf } from "../../tool/input-problems.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { decimalText } from "./decimal.ts";
import { declaredUnit } from "./declared-unit.ts";
import { PactError } from "./pact-error.ts";
import { type CarbonFootprint, type ProductFootprint, writtenFootprint } from "./product-footprint.ts";

const said = messages("exchange.pact", {
  notGwp100: {
    en: "metric is {metric}, but PACT footprints are in GWP100. Compute the footprint with a metric such as AR6.GWP100.",
    zh: "metric 为 {metric}，而 PACT 足迹采用 GWP100。请用 AR6.GWP100 等指标计算足迹。",
  },
  inputsDiffer: {
    en: "The inputs sum to {inputs} kg CO2e and the emissions by kind to {kinds} kg CO2e per declared unit; both are to be the footprint without uptake.",
    zh: "每声明单位的各项投入之和为 {inputs} kg CO2e，分类排放之和为 {kinds} kg CO2e；两者都应等于不含吸收的足迹。",
  },
  written: { en: "The footprint does not fit PACT 3: {problems:lines}", zh: "足迹不符合 PACT 3：{problems:lines}" },
  unpackaged: {
    en: "Packaging is not within the boundary, so that packaging.emissions must be left out.",
    zh: "包装不在边界之内，因此不得给出 packaging.emissions。",
  },
  partUnrated: {
    en: "dqi was left out: inputs with {share} % of the footprint have no data-quality rating.",
    zh: "未写 dqi：占足迹 {share} % 的投入没有数据质量评分。",
  },
  exemptedWithoutReason: {
    en: "{share} % of the emissions are exempted; exempted.reason should say why.",
    zh: "有 {share} % 的排放被豁免；应在 exempted.reason 中说明原因。",
  },
  landFossilInside: {
    en: "fossilGhgEmissions contains landManagementFossilGhgEmissions, as the text of PACT 3 has it; its published examples keep them apart.",
    zh: "fossilGhgEmissions 含 landManagementFossilGhgEmissions，与 PACT 3 的条文一致；其公布的示例则分开列示。",
  },
  nonCO2Inside: {
    en: "pcfExcludingBiogenicUptake contains biogenicNonCO2Emissions, as the text of PACT 3 has it; its published examples leave them out.",
    zh: "pcfExcludingBiogenicUptake 含 biogenicNonCO2Emissions，与 PACT 3 的条文一致；其公布的示例则不计入。",
  },
});

const texts = z.array(z.string()).min(1);

/** What a document states besides the footprint. `id` and `created` are the caller's: nothing here is random or reads a clock. */
export const pactStatementShape = z.strictObject({
  id: z.string().describe("A UUID, such as that of crypto.randomUUID()"),
  created: z.string().describe("ISO 8601 with a time zone"),
  precedingIds: z.array(z.string()).optional(),
  company: z.strictObject({ name: z.string(), ids: texts.describe("URNs") }),
  product: z.strictObject({
    name: z.string(),
    description: z.string(),
    ids: texts.describe("URNs"),
    classifications: texts.optional().describe("URNs"),
  }),
  standards: texts.describe("Such as ISO14067, PACT-3.0"),
  rules: z
    .array(z.strictObject({ operator: z.string(), names: texts, otherOperator: z.string().optional() }))
    .optional(),
  /** Databases of secondary data. */
  sources: z.array(z.strictObject({ name: z.string(), version: z.string() })).optional(),
  comment: z.string().optional(),
  /** Significant digits of amounts; as many as the numbers have if left out. Rounded once, here. */
  digits: z.int().min(1).max(17).optional().describe("Significant digits of amounts; all if left out"),
});
export type PactStatement = ResultOf<typeof pactStatementShape>;

export interface WrittenPact {
  readonly document: ProductFootprint;
  readonly aggregated: AggregatedFootprint;
  readonly notes: readonly Message[];
}

/** Sums of the same numbers in two orders differ by a few units in the last place of a double. */
const SAME_SUM = 1e-9;

/**
 * A PACT 3 document of a footprint. Totals are the sums of the kinds; uptake follows from the carbon content; primary-data share and
 * data-quality ratings are computed from the inputs. The document fits the schema of `pactSchema`.
 *
 * PACT Technical Specifications 3.0, data model: fossilGhgEmissions contains the fossil emissions of land management, and the total
 * without uptake the biogenic emissions other than CO2. Throws PactError, LifecycleError, QuantityError.
 */
export function writePact(footprint: Footprint, statement: PactStatement): WrittenPact {
  const aggregated = aggregateFootprints(footprint.inputs, { carbonContent: footprint.carbon.biogenic });
  const total = totalOf(footprint.emissions);
  if (!(Math.abs(aggregated.excludingUptake - total) <= SAME_SUM * Math.max(Math.abs(total), sizeOf(aggregated))))
    throw new PactError("inputs", said.inputsDiffer({ inputs: aggregated.excludingUptake, kinds: total }));
  if (!footprint.packaging.included && footprint.packaging.emissions !== undefined)
    throw new PactError("packaging.emissions", said.unpackaged());
  const document: ProductFootprint = {
    id: statement.id,
    specVersion: "3.0.0",
    ...present({ precedingPfIds: statement.precedingIds?.length ? [...statement.precedingIds] : undefined }),
    created: statement.created,
    status: "Active",
    companyName: statement.company.name,
    companyIds: [...statement.company.ids],
    productDescription: statement.product.description,
    productIds: [...statement.product.ids],
    ...present({ productClassifications: statement.product.classifications && [...statement.product.classifications] }),
    productNameCompany: statement.product.name,
    ...present({ comment: statement.comment }),
    pcf: carbonOf(footprint, statement, aggregated, total),
  };
  const result = writtenFootprint.safeParse(document);
  if (!result.success) {
    const problems = problemsOf(result.error, document);
    throw new PactError(String(result.error.issues[0]!.path.join(".")), said.written({ problems }), problems);
  }
  return { document, aggregated, notes: [...aggregated.notes, ...notesOn(footprint, aggregated)] };
}

function sizeOf({ contributions }: AggregatedFootprint): number {
  return contributions.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
}

function carbonOf(
  footprint: Footprint,
  statement: PactStatement,
  aggregated: AggregatedFootprint,
  total: number,
): CarbonFootprint {
  const { emissions, carbon, packaging } = footprint;
  const write = (field: string, value: number) => decimalText(field, value, statement.digits);
  const maybe = (field: string, value: number | undefined) => (value === undefined ? undefined : write(field, value));
  const percent = (field: string, share: number) => decimalText(field, share, statement.digits, 2);
  const { amount, unit } = declaredUnit(footprint.declared.amount, footprint.declared.unit);
  const uptake = biogenicUptake(carbon.biogenic);
  const { primaryDataShare } = aggregated;
  return present({
    declaredUnitOfMeasurement: unit,
    declaredUnitAmount: write("declared.amount", amount),
    productMassPerDeclaredUnit: write("mass", footprint.mass),
    referencePeriodStart: footprint.period.start,
    referencePeriodEnd: footprint.period.end,
    ...geographyOf(footprint.place),
    boundaryProcessesDescription: footprint.boundary,
    pcfExcludingBiogenicUptake: write("emissions", total),
    pcfIncludingBiogenicUptake: write("emissions", total + uptake),
    fossilCarbonContent: write("carbon.fossil", carbon.fossil),
    biogenicCarbonContent: write("carbon.biogenic", carbon.biogenic),
    recycledCarbonContent: maybe("carbon.recycled", carbon.recycled),
    fossilGhgEmissions: write("emissions.fossil", emissions.fossil + (emissions.landManagementFossil ?? 0)),
    landUseChangeGhgEmissions: maybe("emissions.landUseChange", emissions.landUseChange),
    landManagementFossilGhgEmissions: maybe("emissions.landManagementFossil", emissions.landManagementFossil),
    landManagementBiogenicCO2Emissions: maybe("emissions.landManagementCO2", emissions.landManagementCO2),
    landManagementBiogenicCO2Removals: maybe("emissions.landManagementRemoval", emissions.landManagementRemoval),
    biogenicCO2Uptake: write("carbon.biogenic", uptake),
    biogenicNonCO2Emissions: maybe("emissions.biogenicNonCO2", emissions.biogenicNonCO2),
    aircraftGhgEmissions: maybe("aircraft", footprint.aircraft),
    packagingEmissionsIncluded: packaging.included,
    packagingGhgEmissions: maybe("packaging.emissions", packaging.emissions),
    packagingBiogenicCarbonContent: maybe("packaging.biogenicCarbon", packaging.biogenicCarbon),
    outboundLogisticsGhgEmissions: maybe("outbound", footprint.outbound),
    ipccCharacterizationFactors: [reportOf(footprint.metric)],
    crossSectoralStandards: [...statement.standards],
    productOrSectorSpecificRules: statement.rules?.length
      ? statement.rules.map(({ operator, names, otherOperator }) =>
          present({ operator, ruleNames: [...names], otherOperatorName: otherOperator }),
        )
      : undefined,
    exemptedEmissionsPercent: percent("exempted.share", footprint.exempted.share),
    exemptedEmissionsDescription: footprint.exempted.reason,
    allocationRulesDescription: footprint.allocation,
    secondaryEmissionFactorSources: statement.sources?.length
      ? statement.sources.map((source) => ({ ...source }))
      : undefined,
    primaryDataShare: primaryDataShare === null ? undefined : percent("primaryDataShare", primaryDataShare),
    dqi: ratingsOf(aggregated, write),
  }) as CarbonFootprint;
}

function ratingsOf(aggregated: AggregatedFootprint, write: (field: string, value: number) => string) {
  const { dataQuality } = aggregated;
  if (!dataQuality || !isRated(aggregated)) return undefined;
  return {
    technologicalDQR: write("dataQuality", dataQuality.technological),
    temporalDQR: write("dataQuality", dataQuality.temporal),
    geographicalDQR: write("dataQuality", dataQuality.geographical),
  };
}

/** Ratings of a part of the inputs would not be those of the footprint. */
function isRated({ ratedShare }: AggregatedFootprint): boolean {
  return ratedShare >= 1 - SAME_SUM;
}

function geographyOf(place: FootprintPlace): Partial<CarbonFootprint> {
  switch (place.level) {
    case "global":
      return {};
    case "region":
      return { geographyRegionOrSubregion: place.code };
    case "country":
      return { geographyCountry: place.code };
    case "subdivision":
      return { geographyCountrySubdivision: place.code };
  }
}

/** `AR6.GWP100` → `AR6`. */
function reportOf(metric: string): string {
  const [, report] = /^(AR\d+)\.GWP100$/.exec(findMetric(metric)) ?? [];
  if (report === undefined) throw new PactError("metric", said.notGwp100({ metric }));
  return report;
}

function notesOn({ emissions, exempted }: Footprint, aggregated: AggregatedFootprint): Message[] {
  const percent = (share: number) => Number((share * 100).toPrecision(3));
  return [
    ...(isRated(aggregated) ? [] : [said.partUnrated({ share: percent(1 - aggregated.ratedShare) })]),
    ...(exempted.share > 0 && !exempted.reason ? [said.exemptedWithoutReason({ share: percent(exempted.share) })] : []),
    ...(emissions.landManagementFossil ? [said.landFossilInside()] : []),
    ...(emissions.biogenicNonCO2 ? [said.nonCO2Inside()] : []),
  ];
}

/** The record without absent fields. */
function present<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
