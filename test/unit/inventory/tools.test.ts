import { describe, expect, test } from "vitest";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { columnsFrom, type Read } from "../../../lib/tool/read.ts";
import { findTool } from "../../../lib/tools.ts";
import { tableOf } from "../datasets/shipped.ts";
import { asQuantities } from "./as-quantities.ts";

/** The columns of a shipped table, as whoever calls a tool reads them for it. */
function shippedColumns(dataset: string): Record<string, unknown[]> {
  const table = tableOf(dataset);
  return Object.fromEntries(table.schema.fields.map(({ name }) => [name, [...table.getChild(name)!]]));
}

/** Calls a tool as the command line does: JSON in, JSON out, the output as its schema says. */
async function call(name: string, input: unknown) {
  const tool = findTool(name)!;
  const read: Read = async (dataset) => columnsFrom(dataset, shippedColumns(dataset));
  const output = JSON.parse(
    JSON.stringify(await callTool(tool, JSON.parse(JSON.stringify(input)), uninterrupted, read)),
  );
  expect(tool.output.safeParse(output).error?.issues ?? []).toEqual([]);
  return output;
}

const mass = (value: number, unit: string) => ({ value, unit });

describe("a tool of the inventory", () => {
  const examples: [string, unknown, object][] = [
    ["quantity.convert", { value: 44, from: "Mt CO2", to: "Mt C" }, { value: 12, unit: "Mt C" }],
    ["quantity.add", { quantities: [mass(1, "t CO2"), mass(1, "kt CO2")], unit: "t CO2" }, { value: 1001 }],
    [
      "quantity.multiply",
      { left: mass(2, "kt clinker"), right: mass(0.52, "t CO2/t clinker"), unit: "kt CO2" },
      { value: 1.04 },
    ],
    ["quantity.equivalent", { gases: [mass(1, "kt CH4 fossil")], metric: "AR6.GWP100" }, { total: { value: 29.8 } }],
    [
      "inventory.equation",
      { equation: "V5 Eq 3.2", inputs: { W: 1000, DOC: 0.15, DOCf: 0.5, MCF: 1 } },
      { symbol: "DDOCm", value: 75 },
    ],
    [
      "inventory.combustion",
      { fuels: [{ fuel: "gas", amount: mass(1, "PJ"), factors: { CO2: 56_100 } }] },
      { emissions: [{ value: 56_100_000, gas: "CO2" }] },
    ],
    [
      "inventory.coalMine",
      { kind: "surface", coal: 1e6, mining: 1.2, postMining: 0.1 },
      { emissions: [{ value: 871_000 }] },
    ],
    [
      "inventory.referenceApproach",
      { fuels: [{ fuel: "oil", production: 1000, carbonContent: 20 }], sectoral: 70 },
      { difference: { unit: "%" } },
    ],
    ["inventory.cement", { cement: 100, clinkerFraction: 0.75 }, { emissions: [{ value: 39 }] }],
    [
      "inventory.steel",
      { goesIn: [{ material: "coke", mass: 12, carbon: 1 }], goesOut: [] },
      { emissions: [{ value: 44 }] },
    ],
    [
      "inventory.aluminium",
      { aluminium: 1000, minutes: 1, slope: 0.143, ratio: 0.121 },
      { emissions: [{ value: 143 }, { gas: "C2F6" }] },
    ],
    [
      "inventory.equipmentStock",
      {
        gas: "HFC134a",
        firstYear: 2000,
        charged: [100],
        chargingLoss: 0.01,
        annualLoss: 0.1,
        lifetime: 10,
        recovery: 0.5,
      },
      { years: [{ year: 2000, stock: 99 }] },
    ],
    [
      "inventory.livestock",
      { source: "enteric", herds: [{ animal: "sheep", head: 1e6, factor: 8 }] },
      { emissions: [{ value: 8 }] },
    ],
    [
      "inventory.cattle",
      {
        animal: "cow",
        head: 1,
        weight: 600,
        Cfi: 0.386,
        Ca: 0,
        digestible: mass(75, "%"),
        Ym: mass(6.5, "%"),
        milk: 23,
        fat: 4,
        pregnant: 0.09,
      },
      { emissions: [{ gas: "CH4" }] },
    ],
    [
      "inventory.managedSoils",
      { synthetic: 1000, EF1: 0.01, EF4: 0.01, EF5: 0.0075, FracGASF: 0.1, FracGASM: 0.2, FracLEACH: 0.3 },
      { emissions: [{ gas: "N2O", value: (10 * 44) / 28 }, { gas: "N2O" }] },
    ],
    ["inventory.rice", { area: 1e6, days: 100, baseline: 1.3, water: 1, before: 1 }, { emissions: [{ value: 130 }] }],
    ["inventory.gainLoss", { area: 1000, growth: 4, R: 0.29 }, { emissions: [{ gas: "CO2" }] }],
    [
      "inventory.landConversion",
      { area: 100, before: 180, R: 0.37, after: 0, growth: 5 },
      { emissions: [{ gas: "CO2" }] },
    ],
    [
      "inventory.soilCarbon",
      { area: 100, SOCref: 65, before: { FLU: 1, FMG: 1, FI: 1 }, now: { FLU: 1, FMG: 1, FI: 1 } },
      { emissions: [{ value: 0 }] },
    ],
    ["inventory.fire", { area: 1000, fuel: 41, share: 1, gases: { CH4: 4.7 } }, { emissions: [{ gas: "CH4" }] }],
    [
      "inventory.woodProducts",
      { firstYear: 1990, initial: 0, halfLife: 30, inflow: [100] },
      { years: [{ year: 1990 }] },
    ],
    [
      "inventory.landfill",
      { firstYear: 0, streams: [{ waste: "food", deposited: [1000, 0], DOC: 0.15, k: 0.185, MCF: 1 }] },
      { years: [{ stock: 75 }, {}] },
    ],
    [
      "inventory.incineration",
      { wastes: [{ waste: "plastics", mass: 10, dm: 1, CF: 0.75, FCF: 1 }], OF: 1, CH4: 0.2, N2O: 50 },
      { emissions: [{ value: 27.5 }, {}, {}, { origin: "biogenic" }] },
    ],
    [
      "inventory.wastewater",
      { population: 1000, BOD: 60, Bo: 0.6, pathways: [{ pathway: "lagoon", T: 1, MCF: 0.8 }] },
      { emissions: [{ gas: "CH4" }] },
    ],
    [
      "inventory.checkSeries",
      { years: [1, 2, 3], values: [1, null, 3], splice: "interpolation" },
      { values: [1, 2, 3], filled: [2], findings: [{ kind: "gap" }] },
    ],
    [
      "inventory.compare",
      {
        year: 2022,
        ours: mass(1, "Gt CO2"),
        others: [{ source: "x", year: 2022, value: 1100, unit: "Mt CO2", scope: "fossil" }],
      },
      { rows: [{ inOurUnit: 1.1 }] },
    ],
    [
      "inventory.wetlands",
      { areas: [{ place: "bog", kind: "rewetted", area: 1000, factor: 92 }] },
      { emissions: [{ gas: "CO2", value: 0 }, { gas: "CH4" }] },
    ],
    [
      "inventory.landUse",
      {
        strata: [
          {
            name: "oak",
            from: "forest land",
            to: "forest land",
            stocks: { C1: 50_000, t1: 2010, C2: 54_500, t2: 2020 },
          },
        ],
      },
      { emissions: [{ value: -1650 }], rows: [{ category: "3.B.1.a" }], byUse: { cropland: 0 } },
    ],
    [
      "inventory.oilAndGas",
      {
        segments: [
          {
            segment: "production",
            activity: mass(1, "1000000 m3"),
            factors: { "CH4 fossil": mass(0.5, "t CH4 fossil/1000 m3"), CO2: 1e-4 },
          },
          { segment: "distribution", activity: 1000, factors: { "CH4 fossil": 1e-3 } },
        ],
      },
      {
        emissions: [
          { gas: "CH4", origin: "fossil", value: 1.5 },
          { gas: "CO2", value: 0.1 },
        ],
      },
    ],
    [
      "inventory.lime",
      { types: [{ type: "quicklime", mass: 100, stoichiometry: 0.785, content: 0.95, dust: 1 }] },
      { emissions: [{ value: 74.575 }] },
    ],
    [
      "inventory.glass",
      { types: [{ type: "float", mass: 100, factor: 0.2, cullet: mass(50, "%") }] },
      { emissions: [{ value: 10 }] },
    ],
    [
      "inventory.ammonia",
      { plants: [{ plant: "A", produced: 1000, fuel: 30, carbon: 15, recovered: 650 }] },
      { emissions: [{ value: 1000 }] },
    ],
    [
      "inventory.acid",
      {
        product: "nitric acid",
        plants: [
          { plant: "A", produced: mass(1, "kt HNO3"), factor: mass(7, "kg N2O/t HNO3"), destroyed: 0.8, running: 0.5 },
        ],
      },
      { emissions: [{ value: 4200 }] },
    ],
    [
      "inventory.ferroalloys",
      {
        agents: [{ agent: "coke", mass: 100, factor: 3.25 }],
        goesOut: [{ material: "FeMn", mass: 120, carbon: 0.05 }],
      },
      { emissions: [{ value: 303 }] },
    ],
    [
      "inventory.manureNitrogen",
      {
        herds: [
          {
            animal: "cow",
            head: 28,
            excretion: { perHead: 100 },
            systems: [{ system: "solid", MS: 1, EF3: 0.005, FracGasMS: 0.25 }],
          },
        ],
        EF4: 0.01,
      },
      { emissions: [{ value: 22 }, { value: 11 }] },
    ],
    [
      "inventory.industrialWastewater",
      { sectors: [{ sector: "pulp", product: 1000, water: 150, COD: 9, Bo: 0.25, MCF: 0.8 }] },
      { emissions: [{ value: 270_000 }] },
    ],
    [
      "inventory.biologicalTreatment",
      { kinds: [{ treatment: "composting", mass: 1000, CH4: 4, N2O: 0.24, recovered: 1 }] },
      { emissions: [{ value: 3 }, { value: 0.24 }] },
    ],
    [
      "classification.category",
      { code: "1A1a" },
      { code: "1.A.1.a", edgar: "ENE", above: [{ code: "1.A.1" }, { code: "1.A" }, { code: "1" }] },
    ],
    [
      "classification.members",
      { group: "brics", year: 2010 },
      { group: "BRICS", members: ["BRA", "CHN", "IND", "RUS", "ZAF"] },
    ],
    ["classification.country", { iso3: "CSK", year: 2000 }, { countries: ["CZE", "SVK"] }],
    [
      "classification.regroup",
      { concordance: [{ from: "a", to: "x" }], values: { a: 2, b: 3 } },
      { values: { x: 2 }, unmatched: { b: 3 }, residual: 0 },
    ],
  ];

  test.each(examples)("%s takes JSON and gives what its schema says", async (name, input, expected) => {
    expect(await call(name, input)).toMatchObject(expected);
  });

  test.each(examples.filter(([name]) => name.startsWith("inventory.")))(
    "%s takes a number as a quantity in the unit that its schema says",
    async (name, input) => {
      expect(await call(name, asQuantities(findTool(name)!, input))).toEqual(await call(name, input));
    },
  );

  const emissions = [
    { category: "1.A.1.a", year: 2019, value: 90, unit: "kt CO2" },
    { category: "1.A.1.a", year: 2020, value: 100, unit: "kt CO2" },
    { category: "4.A", year: 2020, value: 1, unit: "kt CH4" },
    { category: "2.B.2", year: 2020, value: "NE", unit: "kt N2O" },
    { category: "4.Z", year: 2020, value: 1, unit: "kt CH4" },
  ];

  test("inventory.totals sums what can be used and says what it lacks", async () => {
    const found = await call("inventory.totals", { emissions, metric: "AR5.GWP100" });
    expect(found.withLulucf).toEqual([90, 128]);
    expect(found.problems).toEqual([expect.stringContaining('Row 5, column category: There is no category "4.Z"')]);
    expect(found.lacks).toContain("N2O of 2.B.2 is not estimated (NE) in 2020.");
  });

  test("completeness, key categories and recalculation take the same rows", async () => {
    expect((await call("inventory.completeness", { emissions, year: 2020 })).byKey.NE).toEqual(["2.B.2"]);
    const keys = await call("inventory.keyCategories", { emissions, base: 2019, year: 2020 });
    expect(keys.level[0]).toMatchObject({ category: "1.A.1.a", isKey: true });
    expect((await call("inventory.recalculation", { before: emissions.slice(0, 2), after: emissions })).totals).toEqual(
      [
        { year: 2019, difference: 0, residual: 0 },
        { year: 2020, difference: 28, residual: 0 },
      ],
    );
    await expect(call("inventory.keyCategories", { emissions, base: 1990, year: 2020 })).rejects.toThrow(
      "inventory.keyCategories: The inventory has no year 1990",
    );
  });

  test("inventory.compile and factors.select take the rows of the shipped datasets as they are", async () => {
    const factors = tableOf("factors_energy")
      .toArray()
      .map((row) => row!.toJSON());
    const compiled = await call("inventory.compile", {
      activity: [
        { IPCC: "1.A.1.a", Fuel: "Lignite", "2020": 10, "2021": 12 },
        { IPCC: "1.A.1.a", Fuel: "coal dust", "2020": 1 },
      ],
      columns: { category: "IPCC", activity: "Fuel", unit: "=PJ" },
      factors,
      metric: "AR5.GWP100",
    });
    expect(compiled.lines[0]).toMatchObject({ gas: "CO2", value: 1010, factor: 101_000, valueStatus: "transcription" });
    expect(compiled.lines[0].valueRead).toContain("checked against the PDF");
    expect(compiled.lines[0].boundsStatus).toBe("transcription");
    // Of methane the value was read in a second table, and the bounds are from memory.
    expect(compiled.lines[1]).toMatchObject({ gas: "CH4", valueStatus: "transcription", boundsStatus: "memory" });
    expect(compiled.problems[0]).toContain(
      'Row 2, column activity: There is no EF for "coal dust" in 1.A.1.a. Activities there:',
    );
    const selected = await call("factors.select", {
      wanted: { category: "1.A.1.a", activity: "Lignite", gas: "CO2" },
      factors,
    });
    expect(selected).toMatchObject({ level: "default", own: false, factor: { value: 101_000 } });
  });

  test("a country's total is set beside the shipped sources of the year", async () => {
    const found = await call("inventory.compare", { year: 2022, ours: mass(11.5, "Gt CO2"), region: "CHN" });
    expect(found.rows.map(({ source }: { source: string }) => source).sort()).toEqual([
      "CEDS 2024-07",
      "GCB 2024",
      "GCB 2025",
    ]);
    expect(found).toMatchObject({ within: true, lo: 11.350538, problems: [] });
    const older = await call("inventory.compare", { year: 2011, ours: mass(9.5, "Gt CO2"), region: "CHN" });
    expect(older.rows.find(({ scope }: { scope: string }) => scope.includes("residence"))).toMatchObject({
      inOurUnit: 9.7939675,
    });
    expect((await call("inventory.compare", { year: 2022, ours: mass(1, "Gt CO2"), region: "XYZ" })).problems).toEqual([
      "None of the published figures is of 2022.",
    ]);
  });

  test("a landfill takes k by climate, DOC by waste and MCF by site from the shipped tables", async () => {
    const stream = { waste: "food", deposited: [1000, 0] };
    const wet = await call("inventory.landfill", {
      firstYear: 0,
      streams: [{ ...stream, climate: "boreal temperate wet", site: "managed anaerobic" }],
    });
    expect(wet.years[1].emissions[0].value).toBeCloseTo(8.444785807393718, 12);
    const tropical = await call("inventory.landfill", {
      firstYear: 0,
      streams: [{ ...stream, climate: "tropical moist wet", site: "unmanaged shallow" }],
    });
    expect(tropical.years[1].emissions[0].value).toBeCloseTo(50 * 0.4 * (1 - Math.exp(-0.4)), 12);
    await expect(call("inventory.landfill", { firstYear: 0, streams: [stream] })).rejects.toThrow(
      "streams[0] (food) needs DOC, k and MCF, or a climate and a site",
    );
    await expect(
      call("inventory.landfill", {
        firstYear: 0,
        streams: [{ ...stream, waste: "glass", climate: "tropical dry", site: "uncharacterised" }],
      }),
    ).rejects.toThrow('There is no kind of waste "glass"; there are food, sewage sludge');
  });

  test("without factors given, the shipped ones of the sector are taken, own ones before them", async () => {
    const wanted = { category: "2.A.1", activity: "clinker", gas: "CO2" };
    expect((await call("factors.select", { wanted })).factor.value).toBe(0.52);
    const own = [
      { category: "2.A.1", activity: "clinker", value: 0.5, unit: "t CO2/t clinker", source: "own analysis" },
      { category: "2.A.1", activity: "clinker", value: 0.4, unit: "t CO2/t clinker" },
    ];
    const selected = await call("factors.select", { wanted, own });
    expect(selected).toMatchObject({
      own: true,
      factor: { value: 0.5 },
      problems: ["own factors: Row 2, column source: it is empty; where the value comes from is expected."],
    });
    const compiled = await call("inventory.compile", {
      activity: [
        { c: "1.A.1.a", a: "Lignite", y: 2020, v: 10 },
        { c: "4.B", a: "composting", y: 2020, v: 10 },
      ],
      columns: { category: "c", activity: "a", year: "y", value: "v", unit: "=PJ" },
    });
    expect(compiled.lines[0]).toMatchObject({ value: 1010, lo: 909, hi: 1150 });
    expect(compiled.problems).toEqual([
      expect.stringMatching(/^Row 2, column activity: PJ of composting times the factor of g CH4\/kg wet waste gives /),
    ]);
    expect((await call("inventory.template", { sector: "4.B", year: 2022 })).rows).toHaveLength(2);
  });

  test.each([
    [
      "inventory.equation",
      { equation: "V2 Eq 2.1", inputs: { FC: mass(3, "kt"), EF: 1 } },
      "inventory.equation: V2 Eq 2.1: FC (fuel consumed) is 3 kt; expected an energy of NCV (TJ NCV).",
    ],
    [
      "inventory.combustion",
      { fuels: [{ fuel: "coal", amount: mass(3, "kt"), factors: {} }] },
      "inventory.combustion: coal: 3 kt is a mass; its net calorific value is needed too.",
    ],
    [
      "quantity.add",
      { quantities: [mass(1, "t CO2"), mass(1, "kt CO2")] },
      'quantity.add: The first is in "t CO2", number 2 in "kt CO2".',
    ],
    [
      "quantity.equivalent",
      { gases: [mass(1, "t CH4")], metric: "AR9.GWP100" },
      'quantity.equivalent: There is no metric "AR9.GWP100".',
    ],
  ])("%s ends with a sentence on a bad input", async (name, input, sentence) => {
    await expect(call(name, input)).rejects.toThrow(sentence);
  });
});
