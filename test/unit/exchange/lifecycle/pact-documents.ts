/** A document of PACT 3 with these amounts; all names in it are made up. */
export function documentOf(pcf: Readonly<Record<string, unknown>>, rest: Readonly<Record<string, unknown>> = {}) {
  return {
    id: "0b54b7a2-6c1e-4f7a-9d0c-3f2f6f0a1b11",
    specVersion: "3.0.0",
    created: "2026-02-01T00:00:00Z",
    status: "Active",
    companyName: "Made-up Works",
    companyIds: ["urn:company:example:made-up-works"],
    productDescription: "A part of steel and plastic",
    productIds: ["urn:company:example:made-up-works:part-7"],
    productNameCompany: "Part 7",
    ...rest,
    pcf: {
      declaredUnitOfMeasurement: "kilogram",
      declaredUnitAmount: "1",
      productMassPerDeclaredUnit: "1",
      referencePeriodStart: "2025-01-01T00:00:00Z",
      referencePeriodEnd: "2026-01-01T00:00:00Z",
      geographyCountry: "DE",
      pcfExcludingBiogenicUptake: "0",
      pcfIncludingBiogenicUptake: "0",
      fossilCarbonContent: "0",
      fossilGhgEmissions: "0",
      ipccCharacterizationFactors: ["AR6"],
      crossSectoralStandards: ["ISO14067"],
      exemptedEmissionsPercent: "0",
      ...pcf,
    },
  };
}

export const pactDocument = documentOf({
  pcfExcludingBiogenicUptake: "1.25",
  pcfIncludingBiogenicUptake: "0.15",
  fossilGhgEmissions: "1.25",
  biogenicCarbonContent: "0.3",
  biogenicCO2Uptake: "-1.1",
});

const quality = { technological: 1.5, temporal: 2, geographical: 3 };

/** A footprint with its statement, as `lifecycle.pact` takes them. */
export const pactInput = {
  footprint: {
    declared: { amount: 1, unit: "piece" },
    mass: 2.5,
    emissions: { fossil: 6.2, landUseChange: 0.3 },
    carbon: { fossil: 0.4, biogenic: 0.12 },
    packaging: { included: true, emissions: 0.2 },
    inputs: [
      { name: "steel", quantity: 2, footprint: 2.1, primaryDataShare: 0.6, dataQuality: quality },
      { name: "plastic", quantity: 0.5, footprint: 3, primaryDataShare: 0.2, dataQuality: 2 },
      { name: "wood", quantity: 1, footprint: 0.8, primaryDataShare: 0, dataQuality: quality },
    ],
    metric: "AR6.GWP100",
    period: { start: "2025-01-01T00:00:00Z", end: "2026-01-01T00:00:00Z" },
    place: { level: "country", code: "DE" },
    boundary: "Materials, production, packaging",
    exempted: { share: 0.013, reason: "Inputs below 1 %" },
  },
  statement: {
    id: "0b54b7a2-6c1e-4f7a-9d0c-3f2f6f0a1b11",
    created: "2026-02-01T00:00:00Z",
    company: { name: "Made-up Works", ids: ["urn:company:example:made-up-works"] },
    product: {
      name: "Part 7",
      description: "A part of steel, plastic and wood",
      ids: ["urn:company:example:made-up-works:part-7"],
    },
    standards: ["ISO14067", "PACT-3.0"],
    sources: [{ name: "USLCI", version: "2024" }],
  },
} as const;
