import { describe, expect, test } from "vitest";
import { namesAround } from "../../../../lib/tool/names-around.ts";
import { call } from "../../inventory/company/calling.ts";

const fuel = (name: string, value: number, unit: string) => ({
  fuels: [{ fuel: name, amount: { value, unit }, factors: { CO2: 94_600 } }],
});
const company = (activity: string, amount: number, unit: string) => ({
  year: 2022,
  rows: [{ scope: 1, category: "1.A.2", activity, amount, unit, country: "DEU" }],
});
const own = (value: number, unit: string) => ({
  ...company("diesel", 1000, "l"),
  ownDirect: [
    { category: "1.A.2", activity: "diesel", parameter: "EF", gas: "CO2", value, unit, year: 2022, source: "lab" },
  ],
});
const burnt = (mass: number) => ({
  area: { value: 1000, unit: "ha" },
  fuel: mass,
  share: 0.5,
  gases: { CH4: { value: 2.3, unit: "g CH4/kg d.m." } },
});
const ammonia = (value: number) => ({
  plants: [
    {
      plant: "P",
      produced: { value: 1000, unit: "t" },
      fuel: { value, unit: "GJ/t" },
      carbon: { value: 15.3, unit: "kg C/GJ" },
    },
  ],
});
const cow = (weight: number) => ({
  animal: "dairy cow",
  head: 1000,
  weight,
  Cfi: 0.386,
  Ca: 0.17,
  milk: 15,
  fat: 4,
  digestible: 70,
  Ym: 6.5,
});
const soils = (factor: number) => ({
  synthetic: { value: 1e6, unit: "kg N" },
  EF1: factor,
  EF4: 0.01,
  EF5: 0.0075,
  FracGASF: 0.1,
  FracGASM: 0.2,
  FracLEACH: 0.3,
});
const shipped = (factor: number) => ({
  capacity_MW: 100,
  capacityFactor: 0.15,
  lifetime: 25,
  grid_t_per_MWh: factor,
  embodied_t_per_MW: 800,
});

const notesOf = async (tool: string, input: object): Promise<readonly string[]> =>
  ((await call(tool, input)) as { readonly notes?: readonly string[] }).notes ?? [];

describe("An amount or a factor that nothing named so can have", () => {
  test.each<[string, object, RegExp]>([
    ["inventory.combustion", fuel("coal", 3e8, "TJ NCV"), /^fuels\[0\]\.amount\.value is .* more than all coal/],
    ["inventory.company", company("Anthracite", 20, "Gt"), /^rows\[0\]\.amount is 20 Gt, more than all coal/],
    ["inventory.company", own(0.00268, "kg CO2/l"), /^ownDirect\[0\]\.value is 0\.00268 kg CO2\/l, less than 1\/10/],
    ["inventory.fire", burnt(20_000), /^fuel is 20000 t d\.m\.\/ha, more than 10 times/],
    ["inventory.ammonia", ammonia(30_200), /^plants\[0\]\.fuel\.value is 30200 GJ\/t, more than 10 times/],
    ["inventory.managedSoils", soils(1), /^EF1 is 1 kg N2O-N\/kg N, more than 10 times/],
    // A weight in g gives a factor that no animal has.
    [
      "inventory.cattle",
      cow(600_000),
      /^steps\[\d\]\.EF is .* more than 10 times the largest of the CH4 factors of animals/,
    ],
    ["panorama.avoided", shipped(0.0005), /^grid_t_per_MWh is 0\.0005 t CO2\/MWh, less than 1\/10/],
    ["panorama.avoided", shipped(500), /^grid_t_per_MWh is 500, above 4/],
  ])("%s notes it: %j", async (tool, input, sentence) => {
    expect(await notesOf(tool, input)).toEqual([expect.stringMatching(sentence)]);
  });

  test.each<[string, object]>([
    ["inventory.combustion", fuel("coal", 3e6, "TJ NCV")],
    ["inventory.company", company("Anthracite", 20, "kt")],
    ["inventory.company", own(2.68, "kg CO2/l")],
    ["inventory.fire", burnt(20)],
    ["inventory.ammonia", ammonia(30.2)],
    ["inventory.managedSoils", soils(0.01)],
    ["inventory.cattle", cow(600)],
    ["panorama.avoided", shipped(0.5)],
  ])("%s says nothing of %j", async (tool, input) => {
    expect(await notesOf(tool, input)).toEqual([]);
  });
});

describe("The names around a number", () => {
  test("are those of its field, of the texts beside it and beside the object that holds it", () => {
    const amount = { value: 3, unit: "Mt" };
    expect(namesAround("fuels[0].amount.value", [amount, { fuel: "Hard coal", source: "Oil Ltd", amount }])).toBe(
      "fuels amount value; hard coal",
    );
    expect(namesAround("rawSteel_t", [{ country: "DEU", rawSteel_t: 1 }])).toBe("raw steel t");
  });
});
