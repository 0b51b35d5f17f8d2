import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalForms, decimalText, numberOfDecimal } from "../../../../lib/exchange/pact/decimal.ts";
import { PactError } from "../../../../lib/exchange/pact/pact-error.ts";
import { pactSchema } from "../../../../lib/exchange/pact/product-footprint.ts";
import { readPact } from "../../../../lib/exchange/pact/read-pact.ts";
import { writePact } from "../../../../lib/exchange/pact/write-pact.ts";
import type { Footprint } from "../../../../lib/lifecycle/footprint/footprint.ts";
import type { Fault } from "../../../../lib/message/fault.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { documentOf, pactDocument, pactInput } from "./pact-documents.ts";

const { footprint, statement } = pactInput;

// The patterns check what the formats say, and a JSON Schema reader need not know formats.
const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(pactSchema() as object);

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(PactError);
    return (error as Fault).message;
  }
  return "nothing was refused";
}

const notesOf = (document: unknown) => readPact(document).notes.map((note) => writeMessage(note));

describe("Decimals of PACT", () => {
  it("are written without an exponent", () => {
    const written = [0, -0, 1, -1.5, 0.1, 1e-9, 1.25e21, 123.456, 5e-324].map((value) => decimalText("x", value));
    expect(written.slice(0, -1)).toEqual([
      "0",
      "0",
      "1",
      "-1.5",
      "0.1",
      "0.000000001",
      "1250000000000000000000",
      "123.456",
    ]);
    expect(written.at(-1)).toMatch(/^0\.0{323}5$/);
    expect(decimalText("x", 61.458824835549144, 3)).toBe("61.5");
    expect(decimalText("x", 0.999, 2)).toBe("1");
    expect(decimalText("x", 0.07, undefined, 2)).toBe("7");
  });

  it("read back to the same number, for every finite number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText("x", value);
        expect(text).toMatch(decimalForms.any.pattern);
        expect(numberOfDecimal(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("have forms by sign, in which a zero may have a sign", () => {
    const fits = (form: keyof typeof decimalForms, text: string) => decimalForms[form].pattern.test(text);
    for (const text of ["1.", ".5", "1e3", "1,5", "", "--1", "1.5 ", "NaN"])
      for (const form of Object.keys(decimalForms) as (keyof typeof decimalForms)[])
        expect([form, text, fits(form, text)]).toEqual([form, text, false]);
    expect([fits("notNegative", "-0.5"), fits("notNegative", "-0.0"), fits("notNegative", "+2")]).toEqual([
      false,
      true,
      true,
    ]);
    expect([fits("notPositive", "0.5"), fits("notPositive", "0.0"), fits("notPositive", "-2")]).toEqual([
      false,
      true,
      true,
    ]);
    expect([fits("positive", "0.00"), fits("positive", "0.01"), fits("positive", "10")]).toEqual([false, true, true]);
    expect(["0.9", "1", "4.99", "5.0", "5.1", "10"].map((text) => fits("rating", text))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("A document of PACT 3", () => {
  it("that is written fits the JSON Schema, and one with a wrong or missing field does not", () => {
    const { document } = writePact(footprint as Footprint, statement);
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
    const { pcf } = document;
    const wrong: Record<string, unknown> = {
      "without id": { ...document, id: undefined },
      "an id that is no UUID": { ...document, id: "part-7" },
      "a number for a decimal": { ...document, pcf: { ...pcf, fossilGhgEmissions: 6.2 } },
      "an exponent": { ...document, pcf: { ...pcf, fossilGhgEmissions: "6.2e0" } },
      "an uptake above zero": { ...document, pcf: { ...pcf, biogenicCO2Uptake: "0.44" } },
      "an unknown unit": { ...document, pcf: { ...pcf, declaredUnitOfMeasurement: "pound" } },
      "no declared amount": { ...document, pcf: { ...pcf, declaredUnitAmount: "0" } },
      "a day without a time": { ...document, pcf: { ...pcf, referencePeriodEnd: "2026-01-01" } },
      "a rating above 5": { ...document, pcf: { ...pcf, dqi: { ...pcf.dqi, temporalDQR: "5.5" } } },
      "two equal standards": { ...document, pcf: { ...pcf, crossSectoralStandards: ["PEF", "PEF"] } },
      "no company": { ...document, companyIds: [] },
      "an identifier that is no URN": { ...document, productIds: ["part 7"] },
      "version 2": { ...document, specVersion: "2.3.0" },
    };
    for (const [name, sample] of Object.entries(wrong))
      expect([name, valid(JSON.parse(JSON.stringify(sample)))]).toEqual([name, false]);
  });

  it("has totals, uptake, primary-data share and ratings computed from the footprint", () => {
    const { document, notes } = writePact(footprint as Footprint, statement);
    expect(document.pcf).toMatchObject({
      declaredUnitOfMeasurement: "piece",
      pcfExcludingBiogenicUptake: "6.5",
      pcfIncludingBiogenicUptake: "6.06",
      biogenicCO2Uptake: "-0.44",
      exemptedEmissionsPercent: "1.3",
      geographyCountry: "DE",
      ipccCharacterizationFactors: ["AR6"],
    });
    // (4.2 × 0.6 + 1.5 × 0.2) / 6.5; (5 × 1.5 + 1.5 × 2) / 6.5
    expect(Number(document.pcf.primaryDataShare)).toBeCloseTo((100 * 2.82) / 6.5, 10);
    expect(Number(document.pcf.dqi!.technologicalDQR)).toBeCloseTo(10.5 / 6.5, 10);
    expect(notes).toEqual([]);
    expect(notesOf(document)).toEqual([]);
  });

  it("is rounded once, at the end", () => {
    const { pcf } = writePact(footprint as Footprint, { ...statement, digits: 2 }).document;
    expect([pcf.pcfIncludingBiogenicUptake, pcf.primaryDataShare, pcf.biogenicCO2Uptake]).toEqual([
      "6.1",
      "43",
      "-0.44",
    ]);
  });

  it("converts a unit that PACT has not", () => {
    const declared = (amount: number, unit: string) =>
      writePact({ ...(footprint as Footprint), declared: { amount, unit } }, statement).document.pcf;
    expect(declared(2, "t")).toMatchObject({ declaredUnitOfMeasurement: "kilogram", declaredUnitAmount: "2000" });
    expect(declared(1, "kWh")).toMatchObject({ declaredUnitOfMeasurement: "kilowatt hour", declaredUnitAmount: "1" });
    expect(declared(1, "L")).toMatchObject({ declaredUnitOfMeasurement: "liter" });
    expect(refusal(() => declared(1, "K"))).toContain('declared.unit is "K"');
  });

  it("is refused with a sentence if the footprint contradicts itself or is not in GWP100", () => {
    const write = (change: Partial<Footprint>) => () =>
      writePact({ ...(footprint as Footprint), ...change }, statement);
    expect(refusal(write({ emissions: { fossil: 7 } }))).toBe(
      "The inputs sum to 6.5 kg CO2e and the emissions by kind to 7 kg CO2e per declared unit; both are to be the footprint without uptake.",
    );
    expect(refusal(write({ metric: "AR6.GTP100" }))).toContain(
      "metric is AR6.GTP100, but PACT footprints are in GWP100",
    );
    expect(refusal(write({ packaging: { included: false, emissions: 1 } }))).toContain(
      "packaging.emissions must be left out",
    );
    expect(refusal(write({ place: { level: "country", code: "DEU" } }))).toContain(
      "a country code of two capital letters",
    );
    expect(refusal(write({ mass: Number.NaN }))).toBe("mass is NaN; expected a finite number.");
  });

  it("has no ratings if a part of the footprint has none, and says so", () => {
    const inputs = footprint.inputs.map((input, at) => (at === 1 ? { ...input, dataQuality: null } : input));
    const { document, notes } = writePact({ ...(footprint as Footprint), inputs }, statement);
    expect(document.pcf.dqi).toBeUndefined();
    expect(notes.map((note) => writeMessage(note))).toEqual([
      "plastic has no data-quality rating: the rating of the product covers the other inputs only.",
      "dqi was left out: inputs with 23.1 % of the footprint have no data-quality rating.",
    ]);
  });

  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const rating = fc.double({ min: 1, max: 5, noNaN: true });

  it("reads back to the numbers that were written, whatever they are", () => {
    const made = fc.record({
      fossil: fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
      landUseChange: amount,
      removal: amount,
      carbon: amount,
      exempted: share,
      primary: share,
      quality: fc.record({ technological: rating, temporal: rating, geographical: rating }),
    });
    fc.assert(
      fc.property(made, ({ fossil, landUseChange, removal, carbon, exempted, primary, quality }) => {
        const emissions = { fossil, landUseChange, landManagementRemoval: -removal };
        const written = writePact(
          {
            ...(footprint as Footprint),
            emissions,
            carbon: { fossil: 0, biogenic: carbon },
            exempted: { share: exempted, reason: "" },
            packaging: { included: false },
            inputs: Object.values(emissions).map((each, at) => ({
              name: `${at}`,
              quantity: 1,
              footprint: each,
              primaryDataShare: primary,
              dataQuality: quality,
            })),
          },
          statement,
        );
        const { footprints } = readPact(JSON.stringify({ data: [written.document] }));
        const [read] = footprints;
        expect(read).toMatchObject({
          excludingUptake: fossil + landUseChange - removal,
          includingUptake: written.aggregated.includingUptake,
          fossil,
          landUseChange,
          landManagementRemoval: removal === 0 ? 0 : -removal,
          biogenicCarbon: carbon,
          exemptedShare: exempted,
          primaryDataShare: written.aggregated.primaryDataShare,
        });
        // The mean rating is of the aggregation; the document has the three.
        for (const [dimension, value] of Object.entries(read!.dataQuality!))
          expect(value).toBe(written.aggregated.dataQuality![dimension as "temporal"]);
      }),
    );
  });
});

describe("Reading a document of PACT 3", () => {
  it("takes one, a list, and the answers that have them in data, as text or parsed", () => {
    for (const given of [pactDocument, [pactDocument], { data: pactDocument }, { data: [pactDocument] }])
      for (const form of [given, JSON.stringify(given), `\uFEFF${JSON.stringify(given)}`])
        expect(readPact(form).footprints.map(({ excludingUptake }) => excludingUptake)).toEqual([1.25]);
    expect(readPact({ data: [] }).footprints).toEqual([]);
  });

  it("names the path of every problem", () => {
    const list = { data: [pactDocument, documentOf({ fossilGhgEmissions: 1.5, primaryDataShare: "12,9" })] };
    expect(refusal(() => readPact(list))).toBe(
      [
        "The document is no valid PACT 3: data[1].pcf.fossilGhgEmissions is 1.5; expected a text.",
        'data[1].pcf.primaryDataShare is the text "12,9"; a decimal that is not below zero was expected, as a text such as "1.5".',
        'Amounts in PACT 3 are decimal texts, such as "1.5", not numbers.',
      ].join("\n"),
    );
    expect(refusal(() => readPact({ ...pactDocument, companyIds: undefined }))).toContain("companyIds is missing");
    expect(refusal(() => readPact({ ...pactDocument, productIds: ["urn:a", "urn:a"] }))).toBe(
      'productIds names "urn:a" twice.',
    );
  });

  it("refuses what is none: other JSON, no JSON, and older versions", () => {
    expect(refusal(() => readPact("{"))).toContain("The document is not JSON");
    for (const other of ["3", "null", '"text"', "[1]", '{"data": [null]}'])
      expect(refusal(() => readPact(other))).toContain("no product footprint of PACT");
    expect(refusal(() => readPact({ data: [{ ...pactDocument, specVersion: "2.2.0" }] }))).toBe(
      "data[0] follows version 2.2.0 of PACT, whose totals are defined differently, so that it is not converted. Ask the data owner for version 3.",
    );
    expect(refusal(() => readPact({ pcf: { unitaryProductAmount: "1" } }))).toContain("version 2 or earlier of PACT");
    const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    expect(refusal(() => readPact(deep))).toContain("nested more than");
  });

  it("never fails other than with a sentence, whatever the JSON is", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          readPact(text);
        } catch (error) {
          expect(error).toBeInstanceOf(PactError);
        }
      }),
    );
  });

  it("notes what contradicts itself or is not defined, and reads the rest", () => {
    const odd = documentOf(
      {
        otherOperatorName: "TfS",
        geographyRegionOrSubregion: "Western Europe",
        geographyCountrySubdivision: "DE-BW",
        packagingEmissionsIncluded: false,
        packagingGhgEmissions: "0.1",
        referencePeriodEnd: "2024-01-01T00:00:00Z",
        primaryDataShare: "129",
        ipccCharacterizationFactors: ["AR5", "AR6"],
        biogenicCarbonContent: "1.00",
        biogenicCO2Uptake: "-3.0",
        pcfIncludingBiogenicUptake: "-3.0",
        fossilGhgEmissions: "2.5",
      },
      { id: "part-7", status: "Deprecated" },
    );
    expect(notesOf({ data: [odd] })).toEqual([
      "data[0].pcf: otherOperatorName is not defined in PACT 3. It was not used.",
      'data[0].id is "part-7", which is not a UUID.',
      "data[0] is deprecated: the data owner has a more recent footprint.",
      "data[0].pcf names more than one of region, country and subdivision; PACT 3 allows one. The narrowest was used.",
      "data[0].pcf states packaging emissions, although packaging is not within its boundary.",
      "data[0].pcf: the reference period ends (2024-01-01T00:00:00Z) before it starts (2025-01-01T00:00:00Z).",
      "data[0].pcf.primaryDataShare is 129 %, which is above 100 %.",
      "data[0].pcf uses metrics of AR5 and AR6 together, so that its CO2e has no single metric.",
      "data[0].pcf: the sum of the emissions is 2.5, but pcfExcludingBiogenicUptake is 0. Ask the data owner which of them holds.",
      "data[0].pcf: the biogenic carbon content amounts to an uptake of -3.66667 kg CO2, but biogenicCO2Uptake is -3.0.",
    ]);
    expect(readPact(odd).footprints[0]).toMatchObject({ place: "DE-BW", metric: null, primaryDataShare: 1.29 });
  });
});
