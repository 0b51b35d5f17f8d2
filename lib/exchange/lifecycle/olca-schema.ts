import { z } from "zod";

/*
 * The objects of an openLCA package, as far as they are read: both the fields of schema 2 and those that they had in schema 1
 * (https://greendelta.github.io/olca-schema). Fields that are not named here may hold anything.
 */

const text = z.string().nullish();
const flag = z.boolean().nullish();
const number = z.number().nullish();

/** A reference to another object; schema 2 repeats in it the path of its category, schema 1 the names above it. */
export const olcaRef = z.looseObject({
  "@id": z.string(),
  name: text,
});

/** A category: a path in schema 2, an object with its path in schema 1. */
const category = z
  .union([z.string(), z.looseObject({ "@id": text, name: text, categoryPath: z.array(z.string()).nullish() })])
  .nullish();

const uncertainty = z.looseObject({
  distributionType: z.string(),
  mean: number,
  sd: number,
  geomMean: number,
  geomSd: number,
  mode: number,
  minimum: number,
  maximum: number,
});

export const olcaParameter = z.looseObject({
  name: z.string(),
  formula: text,
  value: number,
  isInputParameter: flag,
  inputParameter: flag,
  uncertainty: uncertainty.nullish(),
});

export const olcaUnitGroup = z.looseObject({
  "@id": z.string(),
  name: z.string(),
  units: z
    .array(
      z.looseObject({
        "@id": z.string(),
        name: z.string(),
        conversionFactor: z.number().positive().nullish(),
        isRefUnit: flag,
        referenceUnit: flag,
      }),
    )
    .min(1),
});

export const olcaFlowProperty = z.looseObject({
  "@id": z.string(),
  name: z.string(),
  unitGroup: olcaRef,
});

export const olcaFlow = z.looseObject({
  "@id": z.string(),
  name: z.string(),
  flowType: z.enum(["ELEMENTARY_FLOW", "PRODUCT_FLOW", "WASTE_FLOW"]),
  cas: text,
  category,
  flowProperties: z
    .array(
      z.looseObject({
        flowProperty: olcaRef,
        conversionFactor: z.number().positive().nullish(),
        isRefFlowProperty: flag,
        referenceFlowProperty: flag,
      }),
    )
    .min(1),
});

export const olcaLocation = z.looseObject({ "@id": z.string(), name: text, code: text });

export const olcaExchange = z.looseObject({
  internalId: z.number().nullish(),
  flow: olcaRef,
  flowProperty: olcaRef.nullish(),
  unit: olcaRef.nullish(),
  amount: z.number(),
  amountFormula: text,
  isInput: flag,
  input: flag,
  isAvoidedProduct: flag,
  avoidedProduct: flag,
  isQuantitativeReference: flag,
  quantitativeReference: flag,
  defaultProvider: olcaRef.nullish(),
  uncertainty: uncertainty.nullish(),
  location: olcaRef.nullish(),
  dqEntry: text,
  costValue: number,
  currency: olcaRef.nullish(),
  description: text,
});

const documentation = z.looseObject({
  validFrom: text,
  validUntil: text,
  restrictionsDescription: text,
  accessRestrictions: text,
});

export const olcaProcess = z.looseObject({
  "@id": z.string(),
  name: z.string(),
  description: text,
  category,
  location: olcaRef.nullish(),
  processDocumentation: documentation.nullish(),
  defaultAllocationMethod: text,
  allocationFactors: z
    .array(
      z.looseObject({
        allocationType: z.string(),
        product: olcaRef.nullish(),
        value: number,
        exchange: z.looseObject({ internalId: z.number().nullish(), flow: olcaRef.nullish() }).nullish(),
      }),
    )
    .nullish(),
  parameters: z.array(olcaParameter).nullish(),
  exchanges: z.array(olcaExchange).nullish(),
});

export const olcaImpactMethod = z.looseObject({
  "@id": z.string(),
  name: z.string(),
  impactCategories: z.array(olcaRef).nullish(),
});

export const olcaImpactCategory = z.looseObject({
  "@id": z.string(),
  name: z.string(),
  refUnit: text,
  referenceUnitName: text,
  impactFactors: z
    .array(
      z.looseObject({
        flow: olcaRef,
        flowProperty: olcaRef.nullish(),
        unit: olcaRef.nullish(),
        location: olcaRef.nullish(),
        value: z.number(),
        formula: text,
      }),
    )
    .nullish(),
});

export type OlcaProcess = z.infer<typeof olcaProcess>;
export type OlcaExchange = z.infer<typeof olcaExchange>;
export type OlcaFlow = z.infer<typeof olcaFlow>;
export type OlcaParameter = z.infer<typeof olcaParameter>;
export type OlcaUncertainty = z.infer<typeof uncertainty>;

/** The parts of a category's path, from the outermost; of schema 1 as far as the object itself tells them. */
export function categoryParts(given: z.infer<typeof category>): string[] {
  if (given === null || given === undefined) return [];
  if (typeof given === "string") return given.split("/").filter((part) => part !== "");
  return [...(given.categoryPath ?? []), ...(given.name ? [given.name] : [])];
}
