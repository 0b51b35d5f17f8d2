import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlantDescription } from "../../../../../lib/industry/plant/plant.ts";
import { plantResult } from "../../../../../lib/industry/plant/plant-result.ts";
import type { PlantRun } from "../../../../../lib/industry/plant/plant-run.ts";
import { plantNamed, plants } from "../../../../../lib/industry/plant/plants.ts";
import { runPlant } from "../../../../../lib/industry/plant/run-plant.ts";
import { shippedSubstances } from "../../../../../lib/industry/substance/substances.ts";
import { industryPlant } from "../../../../../lib/industry/tools/plant.ts";
import { steelBalance } from "../../../../../lib/inventory/ippu/metals.ts";
import { callTool } from "../../../../../lib/tool/call.ts";

const typical = (name: string, over: Readonly<Record<string, number>> = {}) => ({
  ...Object.fromEntries(
    Object.entries(plantNamed(name).parameters).map(([each, declared]) => [each, declared.typical]),
  ),
  ...over,
});
const run = (name: string, over: Readonly<Record<string, number>> = {}, output = 1000) =>
  runPlant(plantNamed(name).describe(typical(name, over)), output, shippedSubstances);
const stacks = ({ stacks: all }: PlantRun) =>
  all.reduce((sum, { byOrigin }) => sum + byOrigin.process + byOrigin.energy + byOrigin.biogenic, 0);

describe.each([...plants.keys()])("%s", (name) => {
  test("closes carbon to 1e-9 and energy to 1e-6 over its gate", () => {
    const { carbon, mass, energyBalance, output } = run(name);
    expect(carbon.residual).toBeLessThan(1e-9);
    expect(mass.residual).toBeLessThan(1e-9);
    expect(energyBalance.residual).toBeLessThan(1e-6);
    expect(output).toBeCloseTo(1000, 6);
  });

  test("every unit closes too", () => {
    for (const { name: unit, run: each } of run(name).units)
      for (const { quantity, residual } of each.balances)
        expect(residual, `${unit} ${quantity}`).toBeLessThan(quantity === "energy" ? 1e-6 : 1e-9);
  });

  test("emits by its stacks what the carbon balance over the gate says: tiers agree", () => {
    const plant = run(name);
    // kg of about a thousand: nine digits.
    expect(Math.abs(stacks(plant) - plant.byGate)).toBeLessThan(1e-6);
  });

  test("is proportional to its output", () => {
    const [one, ten] = [run(name), run(name, {}, 10_000)];
    expect(stacks(ten)).toBeCloseTo(10 * stacks(one), 5);
    expect(ten.electricity).toBeCloseTo(10 * one.electricity, 9);
  });

  test("gives the same CO2 by the equations of the guidelines, to their rounding of molar masses", () => {
    const plant = run(name);
    const tiers = plantNamed(name).tiers?.(typical(name), plant) ?? [];
    // Without an equation of their own: chemicals whose fuel, if any, is only a part of their purge.
    expect(tiers.length > 0).toBe(!["methanol, CO2 and hydrogen", "ammonia, electrolysis"].includes(name));
    for (const { byTier, byPlant, rounding } of tiers) {
      expect(byTier / (byPlant * rounding)).toBeCloseTo(1, 9);
      expect(Math.abs(rounding - 1)).toBeLessThan(1e-3);
    }
  });

  test("keeps carbon and energy whatever its sourced parameters within their ranges", () => {
    const { parameters } = plantNamed(name);
    const ranged = Object.entries(parameters).filter(([, { low, high }]) => low !== null && high !== null);
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            ranged.map(([each, { low, high }]) => [each, fc.double({ min: low!, max: high!, noNaN: true })]),
          ),
        ),
        (over) => {
          let plant: PlantRun;
          try {
            plant = run(name, over);
          } catch (error) {
            // Combinations that cannot run, as too little coke, are refused by a sentence that names the unit.
            expect(String(error)).toMatch(/impossible as it is run|Give it more fuel|Give it more gas/);
            return;
          }
          expect(plant.carbon.residual).toBeLessThan(1e-9);
          expect(plant.energyBalance.residual).toBeLessThan(1e-6);
          expect(Math.abs(stacks(plant) - plant.byGate)).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("links what flows: what arrives at a unit in carbon leaves it", () => {
    const { links, units } = run(name);
    for (const { name: unit } of units) {
      const into = links.filter(({ to }) => to === unit).reduce((sum, { carbon }) => sum + carbon, 0);
      const out = links.filter(({ from }) => from === unit).reduce((sum, { carbon }) => sum + carbon, 0);
      expect(out).toBeCloseTo(into, 6);
    }
  });
});

test("Capture stores nine tenths of the kiln's CO2, and the boiler that regenerates the amine emits its own", () => {
  const [without, with90] = [run("cement"), run("cement", { captureRate: 0.9 })];
  const stored = with90.stored.process + with90.stored.energy + with90.stored.biogenic;
  expect(stored / stacks(without)).toBeCloseTo(0.9, 9);
  const boiler = with90.stacks.find(({ step }) => step === "capture boiler")!;
  expect(boiler.byOrigin.energy).toBeGreaterThan(0);
  expect(stacks(with90)).toBeCloseTo(0.1 * stacks(without) + boiler.byOrigin.energy, 6);
  expect(with90.carbon.residual).toBeLessThan(1e-9);
});

test("Compression of captured CO2 comes on top of the electricity that a steel plant buys", () => {
  const [without, with90] = [run("steel BF-BOF"), run("steel BF-BOF", { captureRate: 0.9 })];
  const compression = with90.energy.find(({ step }) => step === "compression")!.power;
  expect(without.electricity).toBeCloseTo(0.1, 9);
  expect(with90.electricity).toBeCloseTo(0.1 + compression, 9);
  expect(compression).toBeGreaterThan(0.1);
});

test("a cement whose parts exceed a tonne, and fuels that exceed the heat, are refused", () => {
  expect(() => run("cement", { clinkerFactor: 0.9, calcinedClay: 0.2 })).toThrow(
    "clinkerFactor and calcinedClay add up to 1.1 t a tonne of cement; they must not exceed 1.",
  );
  // 1 - 0.95 is a little more than 0.05.
  expect(run("cement", { clinkerFactor: 0.95, calcinedClay: 1 - 0.95 }).carbon.residual).toBeLessThan(1e-9);
  expect(() => run("cement", { gasShare: 0.7, biomassShare: 0.5 })).toThrow("gasShare and biomassShare add up to 1.2");
});

test("Heat that units give each other and electricity that they make are no losses", () => {
  const { links, energy } = run("steel BF-BOF");
  const between = (from: string, to: string) =>
    links.filter((each) => each.from === from && each.to === to).reduce((sum, each) => sum + each.energy, 0);
  expect(between("stoves", "blast furnace")).toBeGreaterThan(0.1);
  expect(between("coke oven heating", "coke oven")).toBeGreaterThan(0.1);
  expect(between("turbine", "electricity")).toBeCloseTo(-energy.find(({ step }) => step === "turbine")!.power, 9);
  expect(links.filter(({ stream, to }) => stream === "stoves.heat" && to === "losses")).toEqual([]);
});

test("A plant that captures nothing has no units for it", () => {
  const stepsOf = (parameters: Readonly<Record<string, number>>) =>
    run("steel BF-BOF", parameters).stacks.map(({ step }) => step);
  expect(stepsOf({})).toContain("power plant");
  expect(stepsOf({})).not.toContain("capture");
  expect(stepsOf({ captureRate: 0.9 })).toContain("capture");
});

test("A tonne of cement has the clinker of its clinker factor, whatever ash its fuels leave", () => {
  const plant = run("cement", { clinkerFactor: 0.5, calcinedClay: 0.3 });
  const limestone = plant.links.find(({ from }) => from === "limestone")!.carbon;
  // 0.65 of clinker is CaO of 56.077 kg/kmol, each with one carbon of 12.011.
  expect(limestone / (500 * 0.65 * (12.011 / 56.077))).toBeCloseTo(1, 6);
});

test("Without sinter there is no strand: limestone goes into the furnace, and all balances close", () => {
  const plant = run("steel BF-BOF", { sinterShare: 0 });
  expect(plant.units.map(({ name }) => name)).not.toContain("sinter strand");
  expect(plant.carbon.residual).toBeLessThan(1e-9);
  expect(plant.energyBalance.residual).toBeLessThan(1e-6);
  expect(Math.abs(stacks(plant) - plant.byGate)).toBeLessThan(1e-6);
});

describe("A plant that cannot run says with what it was given, in which unit, and what is missing", () => {
  const asked = (plant: string, parameters: Record<string, number>, unitParameters = {}, metric = "AR6.GWP100") =>
    plantResult(plantNamed(plant), { parameters, unitParameters, output: 1, gridFactor: undefined, metric });
  test.each<[string, Record<string, number>, RegExp]>([
    ["steel BF-BOF", { cokeRate: 280 }, /^steel BF-BOF cannot run with cokeRate = 280\. blast furnace is impossible/],
    [
      "steel BF-BOF",
      { sinterShare: 0.1 },
      /^steel BF-BOF cannot run with sinterShare = 0\.1\. Unit sinter strand: sinter is impossible/,
    ],
    [
      "power, coal steam",
      { captureRate: 0.9, efficiency: 0.05 },
      /with captureRate = 0\.9 and efficiency = 0\.05\. Unit power unit: Parameter electricEfficiency .* is -0\.0145895; /,
    ],
    [
      "cement",
      { magnesia: 0.5 },
      /lime and magnesia add up to 1\.15 of the clinker by mass, and ash of coal to 0\.0\d+/,
    ],
    ["cement", { clinkerFactor: 1.2 }, /^Parameter clinkerFactor of cement is 1\.2 /],
    ["methanol, gas", { gas: 28.123456 }, /gas is 28\.12 GJ a tonne of product, but the feed alone is 28\.66/],
  ])("%s %o", (plant, parameters, sentence) => {
    expect(() => asked(plant, parameters)).toThrow(sentence);
  });

  test("also of single units and of a metric that does not exist, though no gas needs it", () => {
    expect(() => asked("cement", {}, { kiln: { x: 1 } })).toThrow(/kiln\.x = 1\. kiln has no parameter x/);
    expect(() => asked("cement", {}, {}, "AR9.GWP100")).toThrow(/no metric "AR9\.GWP100"/);
  });

  test("and an empty name is a text that is too short, no number", async () => {
    await expect(callTool(industryPlant, { plant: "" })).rejects.toThrow(
      'plant is the text ""; expected a text of at least 1 character.',
    );
  });

  test("but cement without lime has no carbonates, and no tier to compare", () => {
    const { byOrigin, tiers } = asked("cement", { lime: 0 });
    expect(byOrigin.process).toBe(0);
    expect(tiers).toEqual([]);
  });
});

describe("Power plants", () => {
  const power = [...plants.values()].filter(({ makes }) => makes === "electricity").map(({ name }) => name);

  test.each(power)("%s sends out what its efficiency says, and buys nothing", (name) => {
    const plant = run(name, { captureRate: 0 });
    const burnt = plant.links.find(({ from }) => from === "fuel")!.energy;
    expect(plant.output / 1000 / burnt).toBeCloseTo(typical(name).efficiency!, 9);
    expect(plant.electricity).toBeCloseTo(0, 12);
  });

  test.each(power.filter((name) => typical(name).capturePenalty !== undefined))(
    "%s with capture loses the stated percentage points, compression among them, and stores 90 %% of its CO2",
    (name) => {
      const plant = run(name, { captureRate: 0.9 });
      const burnt = plant.links.find(({ from }) => from === "fuel")!.energy;
      const { efficiency, capturePenalty } = typical(name) as Record<string, number>;
      expect(plant.output / 1000 / burnt).toBeCloseTo(efficiency! - capturePenalty! / 100, 9);
      const stored = plant.stored.process + plant.stored.energy + plant.stored.biogenic;
      expect(stored / (stored + stacks(plant))).toBeCloseTo(0.9, 9);
      expect(plant.heat).toBe(0);
      expect(plant.energyBalance.residual).toBeLessThan(1e-6);
    },
  );

  test("heat and power with capture sells less heat: what regeneration takes", () => {
    const sold = (captureRate: number) => {
      const plant = run("heat and power, gas", { captureRate });
      const burnt = plant.links.find(({ from }) => from === "fuel")!.energy;
      return plant.links.find(({ to }) => to === "by-product")!.energy / burnt;
    };
    const { usefulHeat, regenerationHeat } = typical("heat and power, gas") as Record<string, number>;
    const methane = shippedSubstances.get("CH4")!;
    const captured = (0.9 * methane.elements.C! * 44.009) / 12.011 / methane.lowerHeatingValue;
    expect(sold(0)).toBeCloseTo(usefulHeat!, 9);
    expect(sold(0.9)).toBeCloseTo(usefulHeat! - captured * regenerationHeat!, 9);
  });

  test("asked for more heat than there is, it says so", () => {
    expect(() => run("heat and power, gas", { captureRate: 0.9, usefulHeat: 0.1 })).toThrow(
      /^power unit\.heat has [\d.]+ MW left, but capture\.regeneration heat needs [\d.]+ MW\./,
    );
  });
});

test("Perfluorocarbons of a smelter are those of the slope method: 0.45 minutes of anode effect give 0.06435 kg CF4 a tonne", () => {
  const kind = plantNamed("aluminium, prebake");
  const parameters = typical("aluminium, prebake", { anodeEffects: 0.25 * 1.8 });
  const gases = kind.otherGases!(parameters, runPlant(kind.describe(parameters), 1000, shippedSubstances));
  expect(gases.map(({ gas }) => gas)).toEqual(["CF4", "C2F6"]);
  expect(gases[0]!.mass).toBeCloseTo(0.06435, 12);
  expect(gases[1]!.mass).toBeCloseTo(0.00778635, 12);
});

describe("Against published ranges", () => {
  // Ranges of the table of processes: recalled there, so they bound and do not prove.
  test.each([
    ["steel BF-BOF", 1700, 2600],
    ["steel scrap-EAF", 40, 180],
    // Tier 1 of the guidelines ±10 %.
    ["aluminium, prebake", 1440, 1760],
    ["aluminium, Söderberg", 1530, 1870],
  ])("%s emits between %d and %d kg of CO2 a tonne", (name, low, high) => {
    expect(stacks(run(name))).toBeGreaterThan(low);
    expect(stacks(run(name))).toBeLessThan(high);
  });

  test("steel by hydrogen uses 3.5 to 5 MWh a tonne, nearly all of it for hydrogen", () => {
    const plant = run("steel DRI-EAF, hydrogen");
    const hydrogen = plant.energy.find(({ step }) => step === "electricity of electrolysis")!;
    expect(hydrogen.power / plant.electricity).toBeGreaterThan(0.6);
  });
});

test("Process and energy CO2 of steel are counted once: tier 2 of the guidelines on the same carbon gives their sum", () => {
  const plant = run("steel BF-BOF");
  const carbon = (name: string) =>
    plant.links.filter(({ from }) => from === name).reduce((sum, each) => sum + each.carbon, 0);
  const steel = plant.links.find(({ to }) => to === "product")!.carbon;
  const goesIn = ["coking coal", "injected coal", "limestone"].map((material) => ({
    material,
    mass: carbon(material) / 1000,
    carbon: 1,
  }));
  const { value } = steelBalance(goesIn, [{ material: "steel", mass: steel / 1000, carbon: 1 }]).emissions[0]!;
  // The guidelines take 44/12, the streams 44.009/12.011: a constant 0.07 % between them.
  expect((stacks(plant) * (44 / 12)) / (44.009 / 12.011) / 1000 / value).toBeCloseTo(1, 9);
});

describe("A plant that does not hang together is answered by a sentence", () => {
  const heater = (over: Partial<PlantDescription>): PlantDescription => ({
    feeds: {
      gas: { flows: { CH4: 100 }, origin: "energy" },
      pellets: { flows: { Fe2O3: 1400 }, origin: "process" },
      H2: { flows: { H2: 70 }, origin: "energy" },
    },
    units: [
      {
        name: "shaft",
        operation: "hydrogen direct reduction",
        inlets: { pellets: [{ stream: "pellets" }], hydrogen: [{ stream: "H2" }] },
      },
      { name: "heater", operation: "combustion", inlets: { fuel: [{ stream: "gas" }] }, meets: ["shaft.heat"] },
    ],
    product: "shaft.direct reduced iron",
    stacks: ["heater.flue gas"],
    byProducts: ["gas"],
    ...over,
  });
  const attempt = (over: Partial<PlantDescription>) => () => runPlant(heater(over), 1000, shippedSubstances);

  test("as it is, it runs, and gas that the heater leaves is a by-product", () => {
    const plant = runPlant(heater({}), 1000, shippedSubstances);
    expect(plant.heat).toBe(0);
    expect(plant.carbon.residual).toBeLessThan(1e-9);
    expect(plant.links.find(({ to }) => to === "by-product")!.energy).toBeGreaterThan(0);
  });

  test("gas that ends nowhere", () => {
    expect(attempt({ byProducts: [] })).toThrow("gas carries carbon and ends nowhere");
  });

  test("too little gas for the heat", () => {
    const feeds = { ...heater({}).feeds, gas: { flows: { CH4: 1 }, origin: "energy" as const } };
    expect(attempt({ feeds })).toThrow(
      /^Unit heater gives 0\.01\d+ MW, but shaft\.heat needs 0\.\d+ MW\. Give it more fuel\./,
    );
  });

  test("a stream that nothing gives, and one taken twice over", () => {
    const [shaft, burner] = heater({}).units;
    const lost = { ...burner!, inlets: { fuel: [{ stream: "oil" }] } };
    expect(attempt({ units: [shaft!, lost] })).toThrow(
      "Unit heater takes oil, which no feed and no unit before it gives.",
    );
    const greedy = { ...burner!, meets: undefined, inlets: { fuel: [{ stream: "gas", share: 1.5 }] } };
    const { meets: _, ...free } = greedy;
    expect(attempt({ units: [shaft!, free] })).toThrow("gas is taken 1.5 times over");
  });

  test("a product that is not made, and a plant that does not exist", () => {
    expect(attempt({ product: "shaft.steel" })).toThrow("The plant gives no shaft.steel, its product.");
    expect(() => plantNamed("steelworks")).toThrow("There is no plant steelworks.");
    expect(() => plantNamed("power, coal steam", "mass")).toThrow("Call industry.powerPlant.");
    expect(() => plantNamed("cement", "electricity")).toThrow("cement does not make electricity.");
  });
});
