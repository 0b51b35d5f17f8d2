import { describe, expect, it } from "vitest";
import { readPact } from "../../lib/exchange/pact/read-pact.ts";
import { lifecycleFootprint } from "../../lib/lifecycle/tools/footprint.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { callTool } from "../../lib/tool/call.ts";
import { documentOf } from "../unit/exchange/lifecycle/pact-documents.ts";

/**
 * The amounts of the published examples 1 to 4 of PACT 3 (wbcsd/data-exchange-protocol, spec/v3/examples), with the digits that they
 * have there.
 */
const published = {
  1: {
    declaredUnitOfMeasurement: "kilogram",
    pcfExcludingBiogenicUptake: "0.384",
    pcfIncludingBiogenicUptake: "-1.23",
    biogenicCarbonContent: "0.44",
    fossilGhgEmissions: "0.35",
    landUseChangeGhgEmissions: "0",
    landManagementFossilGhgEmissions: "0.03",
    landManagementBiogenicCO2Emissions: "0.004",
    biogenicCO2Uptake: "-1.61",
    biogenicNonCO2Emissions: "0.002",
  },
  2: {
    declaredUnitOfMeasurement: "liter",
    declaredUnitAmount: "12",
    productMassPerDeclaredUnit: "9.468",
    pcfExcludingBiogenicUptake: "5.14",
    pcfIncludingBiogenicUptake: "-14.22",
    biogenicCarbonContent: "5.28",
    fossilGhgEmissions: "4.78",
    landManagementFossilGhgEmissions: "0.36",
    biogenicCO2Uptake: "-19.36",
    biogenicNonCO2Emissions: "0.024",
  },
  3: {
    declaredUnitOfMeasurement: "piece",
    pcfExcludingBiogenicUptake: "77.0",
    pcfIncludingBiogenicUptake: "77.0",
    fossilCarbonContent: "11.72",
    biogenicCarbonContent: "0",
    fossilGhgEmissions: "77",
    biogenicCO2Uptake: "0",
    biogenicNonCO2Emissions: "0",
    outboundLogisticsGhgEmissions: "4",
  },
  4: {
    pcfExcludingBiogenicUptake: "0.42",
    pcfIncludingBiogenicUptake: "0.05",
    biogenicCarbonContent: "0.1",
    fossilGhgEmissions: "0.17",
    landUseChangeGhgEmissions: "0.2",
    landManagementFossilGhgEmissions: "0.05",
    biogenicCO2Uptake: "-0.37",
    biogenicNonCO2Emissions: "0.001",
  },
} as const;

/** Example 6, whose totals contradict each other (issue 148 of the same repository). */
const sixth = {
  pcfExcludingBiogenicUptake: "1.85",
  pcfIncludingBiogenicUptake: "1.63",
  fossilGhgEmissions: "1.85",
  biogenicCO2Uptake: "-1.5",
};

function notesOf(pcf: object): string[] {
  return readPact(documentOf(pcf as Record<string, unknown>)).notes.map((note) => writeMessage(note));
}

describe("The published examples of PACT 3", () => {
  it("are read to their numbers", () => {
    const { footprints } = readPact({ data: Object.values(published).map((pcf) => documentOf(pcf)) });
    const numbers = footprints.map(({ declared, excludingUptake, includingUptake, fossil, uptake, outbound }) => [
      declared.amount,
      declared.unit,
      excludingUptake,
      includingUptake,
      fossil,
      uptake,
      outbound,
    ]);
    expect(numbers).toEqual([
      [1, "kg", 0.384, -1.23, 0.35, -1.61, null],
      [12, "L", 5.14, -14.22, 4.78, -19.36, null],
      [1, "piece", 77, 77, 77, 0, 4],
      [1, "kg", 0.42, 0.05, 0.17, -0.37, null],
    ]);
  });

  it("have an uptake of 44/12 of their carbon, and a total that differs by it, so that neither is noted", () => {
    for (const pcf of Object.values(published))
      expect(notesOf(pcf).filter((note) => /uptake of|but pcfIncluding/.test(note))).toEqual([]);
  });

  it("add land management to the fossil emissions, which is noted, since the text includes it there", () => {
    expect(notesOf(published[1])).toEqual([
      "pcf: pcfExcludingBiogenicUptake is the sum of the emissions only if landManagementFossilGhgEmissions is added. The text of PACT 3 says otherwise.",
    ]);
    expect(notesOf(published[2])).toEqual([
      "pcf: pcfExcludingBiogenicUptake is the sum of the emissions only if biogenicNonCO2Emissions is left out and if landManagementFossilGhgEmissions is added. The text of PACT 3 says otherwise.",
    ]);
    expect(notesOf(published[3])).toEqual([]);
    // Its digits cannot tell: 0.2 may be anything from 0.15 to 0.25.
    expect(notesOf(published[4])).toEqual([]);
  });

  it("include the sixth, whose contradiction is noted and not refused", () => {
    expect(notesOf(sixth)).toEqual([
      "pcf: pcfExcludingBiogenicUptake + biogenicCO2Uptake is 0.35, but pcfIncludingBiogenicUptake is 1.63.",
    ]);
  });
});

interface Aggregated {
  excludingUptake: number;
  uptake: number;
  includingUptake: number;
  primaryDataShare: number;
  dataQuality: { technological: number; mean: number };
  contributions: { name: string; share: number }[];
  notes: string[];
}

/** The relative tolerance of the reference case: sums of four products in double precision. */
const TOLERANCE = 1e-12;

it("The footprint of a part is aggregated from four inputs as in the reference case", async () => {
  const inputs = [
    { name: "steel", quantity: 2, footprint: 2.1, primaryDataShare: 0.6, dataQuality: 1.8 },
    { name: "plastic", quantity: 0.5, footprint: 2.4, primaryDataShare: 0.2, dataQuality: 2.6 },
    { name: "electricity", quantity: 3, unit: "kWh", footprint: 0.5366, primaryDataShare: 1, dataQuality: 1.2 },
    { name: "transport", quantity: 1.4, unit: "tkm", footprint: 0.14, primaryDataShare: 0.3, dataQuality: 2.2 },
  ];
  const found = (await callTool(lifecycleFootprint, { inputs, biogenicCarbon: 0.12 })) as Aggregated;
  const near = (value: number, expected: number) =>
    expect(Math.abs(value / expected - 1), `${value} ≈ ${expected}`).toBeLessThan(TOLERANCE);
  near(found.excludingUptake, 7.2058);
  near(found.uptake, -0.43999999999999995);
  near(found.includingUptake, 6.7658000000000005);
  near(found.primaryDataShare * 100, 61.458824835549144);
  near(found.dataQuality.mean, 1.8100641150184575);
  near(found.dataQuality.technological, 1.8100641150184575);
  const shares = [0.5828638041577618, 0.16653251547364623, 0.2234033695078964, 0.02720031086069555];
  for (const [at, share] of shares.entries()) near(found.contributions[at]!.share, share);
  expect(found.notes).toEqual([]);
});
