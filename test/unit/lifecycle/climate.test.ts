import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { climateFlowOf, climateKinds, isBiogenicCarbonDioxide } from "../../../lib/lifecycle/impact/climate-flow.ts";
import { type ClimateLine, climateSums } from "../../../lib/lifecycle/impact/climate-inventory.ts";
import { climateSplit, splitSums } from "../../../lib/lifecycle/impact/climate-split.ts";
import { call } from "../inventory/company/calling.ts";

const sums = (inventory: readonly ClimateLine[], metric = "AR6.GWP100") => climateSums(inventory, metric);
const total = (line: ClimateLine, metric?: string) => sums([line], metric).total;

describe("Origins that ILCD writes in brackets", () => {
  const air = "Emissions/Emissions to air/Emissions to air, unspecified";
  test.each([
    ["carbon dioxide (fossil)", "fossil"],
    ["carbon dioxide (biogenic)", "biogenic emission"],
    ["carbon dioxide (land use change)", "land-use change"],
    ["methane (biogenic)", "biogenic emission"],
    ["carbon dioxide", "not told apart"],
  ])("%s is %s", (name, kind) => {
    expect(climateFlowOf(name, air)).toMatchObject({ kind, sign: 1 });
  });

  test("carbon dioxide from the air is a removal", () => {
    expect(
      climateFlowOf("carbon dioxide", "Resources/Resources from air/Renewable material resources from air"),
    ).toEqual({
      gas: "CO2",
      kind: "biogenic removal",
      origin: "biogenic",
      sign: -1,
    });
  });

  test.each(["carbon dioxide (biogenic)", "carbon dioxide (biogenic-100yr)", "Carbon dioxide, non-fossil"])(
    "%s is not taken for carbon dioxide by its CAS number",
    (name) => {
      expect(isBiogenicCarbonDioxide(name)).toBe(true);
    },
  );

  test.each(["carbon dioxide (fossil)", "carbon dioxide (land use change)", "Carbon dioxide"])("%s is", (name) => {
    expect(isBiogenicCarbonDioxide(name)).toBe(false);
  });
});

describe("The climate impact of an inventory by kind", () => {
  test("sums to the total, with removals negative and aircraft apart", async () => {
    const found = await call("lifecycle.climate", {
      inventory: [
        { gas: "CO2", kg: 100, kind: "fossil" },
        { gas: "CO2", kg: 30, kind: "biogenic emission" },
        { gas: "CO2", kg: 50, kind: "biogenic removal" },
        { gas: "CH4", kg: 1, kind: "biogenic emission" },
        { gas: "CO2", kg: 8, kind: "land-use change" },
        { gas: "CO2", kg: 4, kind: "aircraft" },
      ],
      metric: "AR6.GWP100",
    });
    expect(found.byKind).toEqual({
      ...{ fossil: 100, "biogenic emission": 57, "biogenic removal": -50, "land-use change": 8, aircraft: 4 },
    });
    expect(found.total).toBe(119);
    // Without +30 and −50 of biogenic CO2; 27 of biogenic methane stay.
    expect(found.withoutBiogenicCO2).toBe(139);
    expect(found.metric).toBe("AR6.GWP100");
  });

  // AR6 WG1, Tables 7.15 (origins of methane) and 7.SM.7; AR5 WG1, Table 8.A.1.
  test.each([
    [{ gas: "CH4", kg: 1, kind: "fossil" }, "AR6.GWP100", 29.8],
    [{ gas: "CH4", kg: 1, kind: "biogenic emission" }, "AR6.GWP100", 27],
    [{ gas: "CH4", kg: 1, kind: "land-use change" }, "AR6.GWP100", 27.9],
    [{ gas: "CH4", kg: 1, kind: "land-use change", origin: "biogenic" }, "AR6.GWP100", 27],
    [{ gas: "CH4", kg: 1, kind: "fossil" }, "AR6.GWP20", 82.5],
    [{ gas: "CH4", kg: 1, kind: "biogenic emission" }, "AR6.GWP20", 79.7],
    [{ gas: "CH4", kg: 1, kind: "fossil" }, "AR5.GWP100", 30],
    [{ gas: "CH4", kg: 1, kind: "biogenic emission" }, "AR5.GWP100", 28],
    [{ gas: "CH4", kg: 1, kind: "fossil" }, "UNFCCC.GWP100", 28],
    [{ gas: "N2O", kg: 1, kind: "fossil" }, "AR6.GWP20", 273],
    [{ gas: "N2O", kg: 1, kind: "biogenic emission" }, "AR6.GTP100", 233],
    [{ gas: "HFC-134a", kg: 2, kind: "fossil" }, "AR6.GWP100", 3060],
  ] as const)("%j by %s is %d", (line, metric, value) => {
    expect(total(line, metric)).toBe(value);
  });

  test("leaves out of the whole without biogenic CO2 that of biogenic fuels of aircraft, but not that of land-use change", () => {
    const found = sums([
      { gas: "CO2", kg: 5, kind: "aircraft", origin: "biogenic" },
      { gas: "CO2", kg: 7, kind: "aircraft" },
      { gas: "CO2", kg: 9, kind: "land-use change", origin: "biogenic" },
    ]);
    expect([found.total, found.withoutBiogenicCO2, found.byKind.aircraft]).toEqual([21, 16, 12]);
  });

  test("notes where an origin is missing that would matter, and where a value is from memory", () => {
    const codes = (line: ClimateLine, metric = "AR6.GWP100") => sums([line], metric).notes.map(({ code }) => code);
    expect(codes({ gas: "CH4", kg: 1, kind: "land-use change" })).toEqual(["lifecycle.impact.byOriginUnknown"]);
    expect(codes({ gas: "CH4", kg: 1, kind: "land-use change", origin: "fossil" })).toEqual([]);
    expect(codes({ gas: "CH4", kg: 1, kind: "fossil" }, "AR6.GTP100")).toEqual(["lifecycle.impact.fromMemory"]);
    expect(codes({ gas: "CO2", kg: -1, kind: "fossil" })).toEqual(["lifecycle.impact.credits"]);
  });

  test.each([
    [{ gas: "CH4", kg: 1, kind: "biogenic removal" }, /Line 1 \(CH4\): only CO2 is taken up/],
    [{ gas: "N2O", kg: 1, kind: "biogenic removal" }, /Line 1 \(N2O\): only CO2 is taken up/],
    [{ gas: "CO2", kg: -1, kind: "biogenic removal" }, /Line 1 \(CO2\): a removal is given in positive kilograms/],
    [{ gas: "CO2", kg: 1, kind: "fossil", origin: "biogenic" }, /contradict each other/],
    [{ gas: "unobtainium", kg: 1, kind: "fossil" }, /Line 1 \(unobtainium\): There is no gas/],
    [{ gas: "CF3I", kg: 1, kind: "fossil" }, /has no value in AR6.GWP100/],
  ] as const)("refuses %j with its line", (line, sentence) => {
    expect(() => sums([line])).toThrow(sentence);
  });

  test("refuses an unknown metric", () => {
    expect(() => sums([], "AR9.GWP100")).toThrow(/There is no metric/);
  });

  test("is the same in any order of lines, and kinds sum to the total", () => {
    const line = fc
      .record({
        gas: fc.constantFrom("CO2", "CH4", "N2O"),
        kg: fc.integer({ min: 0, max: 1000 }),
        kind: fc.constantFrom(...climateKinds),
      })
      // Only CO2 is taken up.
      .filter(({ gas, kind }) => kind !== "biogenic removal" || gas === "CO2");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const [one, other] = [sums(lines), sums([...lines].reverse())];
        const scale = 1 + one.lines.reduce((sum, { value }) => sum + Math.abs(value), 0);
        // Sums in another order differ by rounding only.
        expect(Math.abs(one.total - other.total) / scale).toBeLessThan(1e-14);
        expect(Math.abs(Object.values(one.byKind).reduce((a, b) => a + b, 0) - one.total) / scale).toBeLessThan(1e-14);
      }),
    );
  });
});

describe("The kind of an elementary flow", () => {
  test.each([
    ["Carbon dioxide, fossil", "air", "fossil", 1],
    ["Carbon dioxide, non-fossil", "air::urban air close to ground", "biogenic emission", 1],
    ["Carbon dioxide, biogenic", "air", "biogenic emission", 1],
    ["Carbon dioxide, from soil or biomass stock", "air", "land-use change", 1],
    ["Carbon dioxide, to soil or biomass stock", "soil", "land-use change", -1],
    ["Carbon dioxide, in air", "natural resource::in air", "biogenic removal", -1],
    ["Carbon dioxide", "resource/air", "biogenic removal", -1],
    ["Methane, non-fossil", "air", "biogenic emission", 1],
    ["Carbon dioxide", "emission/air", "not told apart", 1],
    ["Methane", "emission/air/troposphere/rural", "not told apart", 1],
    ["Dinitrogen monoxide", "air", "not told apart", 1],
    ["Sulfur hexafluoride", "air", "fossil", 1],
    ["Methane, chlorodifluoro-, HCFC-22", "air", "fossil", 1],
    ["Carbon dioxide, fossil", "air/lower stratosphere + upper troposphere", "fossil", 1],
  ])("%s in %s is %s", (name, compartment, kind, sign) => {
    expect(climateFlowOf(name, compartment)).toMatchObject({ kind, sign });
  });

  test("is aircraft at altitude only if the caller says that it is", () => {
    const at = "air/lower stratosphere + upper troposphere";
    expect(climateFlowOf("Carbon dioxide, fossil", at, true)).toMatchObject({ kind: "aircraft", origin: "fossil" });
    expect(climateFlowOf("Carbon dioxide, fossil", "air", true)).toMatchObject({ kind: "fossil" });
  });

  test.each([
    ["Methane", "resource/air/subterranean"],
    ["Carbon dioxide", "emission/ground"],
    ["Sulfur dioxide", "air"],
    ["Carbon monoxide, fossil", "air"],
    ["Carbon dioxide", "elsewhere"],
  ])("%s in %s is none", (name, compartment) => {
    expect(climateFlowOf(name, compartment)).toBeUndefined();
  });
});

describe("The split of a product system", () => {
  const flows = [
    ["Carbon dioxide, fossil", "air", "kg"],
    ["Methane, non-fossil", "air", "t"],
    ["Carbon dioxide, in air", "natural resource::in air", "kg"],
    ["Water", "resource/water", "m3"],
    ["Carbon dioxide", "emission/air", "kg"],
    ["Methane, fossil", "air", "m3"],
  ].map(([name, compartment, unit]) => ({ id: name!, name: name!, compartment: compartment!, unit: unit!, cas: null }));
  const split = climateSplit(flows, "AR6.GWP100");

  test("weighs each flow in its kind, in its unit", () => {
    const { byKind, total, withoutBiogenicCO2 } = splitSums(split, [10, 0.001, 4, 9, 0, 0]);
    expect(byKind).toMatchObject({ fossil: 10, "biogenic emission": 27, "biogenic removal": -4, "not told apart": 0 });
    expect([total, withoutBiogenicCO2]).toEqual([33, 37]);
  });
  test("does not say what is biogenic where carbon dioxide is not told apart", () => {
    const { byKind, withoutBiogenicCO2, notes } = splitSums(split, [30, 0, 0, 0, 10, 0]);
    expect(byKind["not told apart"]).toBe(10);
    expect(withoutBiogenicCO2).toBeNull();
    expect(notes[0]).toMatchObject({ code: "lifecycle.impact.notTold", values: { share: "25.0" } });
  });
  test("lists greenhouse gases that it cannot weigh", () => {
    expect(split.missing).toEqual([5]);
    expect(climateSplit(flows, "AR5.GTP100").missing).toEqual([1, 5]);
  });
});
