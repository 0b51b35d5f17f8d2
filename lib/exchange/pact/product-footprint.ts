import { z } from "zod";
import { messages } from "../../message/message.ts";
import { type DecimalForm, decimalForms } from "./decimal.ts";
import { pactUnits } from "./declared-unit.ts";

const texts = messages("exchange.pact", {
  urn: { en: 'an identifier that begins with "urn:" was expected', zh: "应为以“urn:”开头的标识符" },
  uuid: { en: "a UUID was expected", zh: "应为 UUID" },
  report: { en: 'the name of an assessment report, such as "AR6", was expected', zh: "应为评估报告的名称，如“AR6”" },
  version: { en: 'a version of PACT 3, such as "3.0.0", was expected', zh: "应为 PACT 3 的版本号，如“3.0.0”" },
  country: { en: "a country code of two capital letters was expected", zh: "应为两个大写字母的国家代码" },
  subdivision: { en: 'a subdivision code such as "DE-BW" was expected', zh: "应为行政区代码，如“DE-BW”" },
});

/** A text of a form, which the JSON Schema states as a pattern and a problem says in words. */
function textLike(pattern: RegExp, expected: Parameters<typeof refusal>[0]) {
  return z
    .string()
    .refine((text) => pattern.test(text), refusal(expected))
    .meta({ pattern: pattern.source });
}

function refusal(expected: () => ReturnType<typeof texts.urn>) {
  return { params: { said: expected() } };
}

const decimal = (form: DecimalForm) => textLike(decimalForms[form].pattern, decimalForms[form].expected);
const notEmpty = z.string().min(1);
const moment = z.iso.datetime({ offset: true });
const urn = textLike(/^[uU][rR][nN]:/, texts.urn);
const setOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).meta({ uniqueItems: true });

/** Optional amounts: an absent one is not known, which is not the same as zero. */
const emitted = decimal("notNegative").optional();
const removed = decimal("notPositive").optional();

const uuid = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** Whether an identifier has the form of a UUID. */
export function isUuid(id: string): boolean {
  return uuid.test(id);
}

/**
 * The carbon footprint in a PACT 3 document. Amounts are per declared unit: kg CO2e, and kg C for carbon contents. Attributes
 * that it does not name are kept.
 */
export const carbonFootprint = z.looseObject({
  declaredUnitOfMeasurement: z.enum(pactUnits),
  declaredUnitAmount: decimal("positive"),
  productMassPerDeclaredUnit: decimal("notNegative").describe("kg without packaging; 0 where mass means nothing"),
  referencePeriodStart: moment,
  referencePeriodEnd: moment.describe("The moment after the last one of the period"),
  geographyRegionOrSubregion: notEmpty.optional().describe("Region or subregion of the United Nations"),
  geographyCountry: textLike(/^[A-Z]{2}$/, texts.country).optional(),
  geographyCountrySubdivision: textLike(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, texts.subdivision).optional(),
  boundaryProcessesDescription: z.string().optional(),
  pcfExcludingBiogenicUptake: decimal("any"),
  pcfIncludingBiogenicUptake: decimal("any"),
  fossilCarbonContent: decimal("notNegative"),
  biogenicCarbonContent: emitted,
  recycledCarbonContent: emitted,
  fossilGhgEmissions: decimal("notNegative"),
  landUseChangeGhgEmissions: emitted,
  landCarbonLeakage: emitted,
  landManagementFossilGhgEmissions: emitted,
  landManagementBiogenicCO2Emissions: emitted,
  landManagementBiogenicCO2Removals: removed,
  biogenicCO2Uptake: removed,
  biogenicNonCO2Emissions: emitted,
  landAreaOccupation: emitted.describe("m2 in a year"),
  aircraftGhgEmissions: emitted,
  packagingEmissionsIncluded: z.boolean().optional(),
  packagingGhgEmissions: emitted,
  packagingBiogenicCarbonContent: emitted,
  outboundLogisticsGhgEmissions: emitted,
  technologicalCO2Removals: decimal("any").optional(),
  ccsTechnologicalCO2Capture: removed,
  ipccCharacterizationFactors: setOf(textLike(/^AR\d+$/, texts.report)),
  crossSectoralStandards: setOf(notEmpty).describe("Later revisions may name more standards, so any is taken"),
  productOrSectorSpecificRules: z
    .array(
      z.looseObject({
        operator: notEmpty,
        ruleNames: setOf(notEmpty),
        otherOperatorName: notEmpty.optional(),
      }),
    )
    .optional(),
  exemptedEmissionsPercent: decimal("notNegative"),
  exemptedEmissionsDescription: z.string().optional(),
  allocationRulesDescription: z.string().optional(),
  secondaryEmissionFactorSources: z.array(z.looseObject({ name: notEmpty, version: notEmpty })).optional(),
  primaryDataShare: decimal("notNegative").optional().describe("Per cent of the footprint without uptake"),
  dqi: z
    .looseObject({
      technologicalDQR: decimal("rating"),
      temporalDQR: decimal("rating"),
      geographicalDQR: decimal("rating"),
    })
    .optional(),
  verification: z
    .looseObject({
      coverage: z.string().optional(),
      providerName: z.string().optional(),
      completedAt: moment.optional(),
      standardName: z.string().optional(),
      comments: z.string().optional(),
    })
    .optional(),
});

/**
 * A PACT 3 document as it is read. Field names and rules: PACT Technical Specifications 3.0, data model (wbcsd/data-exchange-protocol,
 * spec/v3). An id may be any text here, because a published example has one that is no UUID.
 */
export const productFootprint = z.looseObject({
  id: notEmpty,
  specVersion: textLike(/^3\.\d+\.\d+(-\d{8})?$/, texts.version),
  precedingPfIds: setOf(notEmpty).optional(),
  created: moment,
  status: z.enum(["Active", "Deprecated"]),
  validityPeriodStart: moment.optional(),
  validityPeriodEnd: moment.optional(),
  companyName: notEmpty,
  companyIds: setOf(urn),
  productDescription: z.string(),
  productIds: setOf(urn),
  productClassifications: setOf(urn).optional(),
  productNameCompany: notEmpty,
  comment: z.string().optional(),
  pcf: carbonFootprint,
  extensions: z.array(z.looseObject({})).optional(),
});

/** A document as it is written: its ids are UUIDs. */
export const writtenFootprint = productFootprint.extend({
  id: textLike(uuid, texts.uuid),
  precedingPfIds: setOf(textLike(uuid, texts.uuid)).optional(),
});

export type CarbonFootprint = z.output<typeof carbonFootprint>;
export type ProductFootprint = z.output<typeof productFootprint>;

/** The JSON Schema (2020-12) of documents that are written. */
export function pactSchema(): unknown {
  return z.toJSONSchema(writtenFootprint, { io: "input" });
}
