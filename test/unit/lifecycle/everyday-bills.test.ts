import { describe, expect, test } from "vitest";
import { readBill } from "../../../lib/lifecycle/assess/bill-text.ts";
import { assessBill, lineOf, shippedBackground } from "./assessed-bill.ts";

describe("everyday bills", () => {
  test("rows keep their amounts: thousands, full-width digits, inches, commas in names", () => {
    const rows = (text: string) => readBill(text).lines.map(({ name, amount, unit }) => [name, amount, unit]);
    expect(rows("Heat, 12 kWh\nPower, 4,500 kWh\nTin, 0.5 kg")).toEqual([
      ["Heat", 12, "kWh"],
      ["Power", 4500, "kWh"],
      ["Tin", 0.5, "kg"],
    ]);
    // Without decimals elsewhere 4,500 could be 4.5: it is asked for, never 4.
    expect(readBill("Power, 4,500 kWh\nTin, 5 kg").asks).toHaveLength(1);
    expect(rows("铜管 １.５ kg\n钢 2 kg")).toEqual([
      ["铜管", 1.5, "kg"],
      ["钢", 2, "kg"],
    ]);
    expect(rows('Screen 24";1,5 kg\nStand;2,25 kg')).toEqual([
      ['Screen 24"', 1.5, "kg"],
      ["Stand", 2.25, "kg"],
    ]);
    expect(rows("Tube (steel, drawn)  6.4kg\nNylon  2 kg\nFoam, 1 kg")).toEqual([
      ["Tube (steel, drawn)", 6.4, "kg"],
      ["Nylon", 2, "kg"],
      ["Foam", 1, "kg"],
    ]);
  });

  test("electricity without a place is that of no country: all grids are its range", async () => {
    const grids = [...(await shippedBackground()).places.grids.values()].map(({ factor }) => factor);
    for (const name of ["electricity", "Assembly electricity", "electricity for assembly", "电"]) {
      const line = lineOf(await assessBill([[name, 10, "kWh"]]), name);
      expect(line).toMatchObject({ match: "grid", isEstimate: true });
      expect(line.lo).toBeCloseTo(10 * Math.min(...grids), 9);
      expect(line.hi).toBeCloseTo(10 * Math.max(...grids), 9);
      expect(line.reason).toContain("state the place");
      // Of no country: the median of all, as an odd number of them has it.
      const median = grids.toSorted((p, q) => p - q)[(grids.length - 1) / 2]!;
      expect(line.score).toBeCloseTo(10 * median, 9);
      expect(line.location).toBeNull();
      expect(line.activityName).toBe(`Electricity of the grid, median of ${grids.length} grids`);
      expect(line.reason).toContain(`is the median of ${grids.length} grids`);
    }
    const german = await assessBill([], {
      bill: [
        { name: "electricity", amount: 10, unit: "kWh", origin: "DEU" },
        { name: "steel", amount: 1, unit: "kg" },
      ],
    });
    expect(lineOf(german, "electricity")).toMatchObject({ match: "grid", location: "DEU", isEstimate: false });
  });

  test("heat and the energy of a fuel are not the electricity that is made of it", async () => {
    const found = await assessBill([
      ["natural gas", 36.2, "MJ"],
      ["Natural gas heat", 1.5, "MWh"],
      ["天然气", 0.15, "MJ"],
    ]);
    for (const line of found.lines) expect(String(line.activityName)).not.toMatch(/^Electricity/);
  });

  test("a form alone names nothing, and what has all words of a line comes first", async () => {
    const found = await assessBill([
      ["powder coating", 0.2, "kg"],
      ["graphite anode", 1, "kg"],
      ["sand 0/2", 1, "kg"],
      ["asphalt concrete", 1, "kg"],
      ["单晶硅电池片", 1, "m2"],
    ]);
    expect(lineOf(found, "powder coating").match).toBe("unmatched");
    expect(lineOf(found, "graphite anode").activityName).toContain("anode, graphite");
    expect(lineOf(found, "sand 0/2").match).toBe("proxy");
    expect(lineOf(found, "asphalt concrete").activityName).toContain("Asphalt");
    expect(lineOf(found, "单晶硅电池片").material ?? "").not.toContain("battery");
  });

  test("German names of materials are read, and a language that is not read is said", async () => {
    const found = await assessBill([
      ["Wasser", 100, "L"],
      ["Edelstahl", 1, "kg"],
      ["Beton", 100, "kg"],
      ["Strom", 1, "kWh"],
      ["çelik", 1, "kg"],
    ]);
    for (const name of ["Wasser", "Edelstahl", "Beton", "Strom"])
      expect(lineOf(found, name).match, name).not.toBe("unmatched");
    expect(lineOf(found, "çelik").reason).toContain("give its English name");
  });

  test("German compounds are of their material, with the range of its class", async () => {
    const materials = [
      ["Aluminiumprofil", "aluminium"],
      ["Aluminiumprofile", "aluminium"],
      ["PVC-Profil", "polyvinyl chloride"],
      ["Stahlarmierung", "steel"],
      ["Bewehrungsstahl", "steel"],
      ["Kunststoffflaschen", "plastic"],
      ["Beton C30/37", "concrete"],
    ] as const;
    const others = ["Abwasser", "Plexiglas", "Ökostrom", "Kupferrohr"];
    const found = await assessBill([...materials.map(([name]) => name), ...others].map((name) => [name, 1, "kg"]));
    for (const [name, material] of materials) {
      const line = lineOf(found, name);
      expect(line, name).toMatchObject({ match: "proxy", material });
      // Of concrete one factor ships.
      if (material !== "concrete") expect(line.hi!, name).toBeGreaterThan(line.lo!);
    }
    for (const name of others) expect(lineOf(found, name).match, name).toBe("unmatched");
  });

  test("plastic of no kind is that of all kinds, and is not called by one of them", async () => {
    for (const name of ["塑料袋", "plastic bag"]) {
      const line = lineOf(await assessBill([[name, 1, "kg"]]), name);
      expect(line.activityName).toMatch(/^plastic, the middle of \d+ data sets/);
      expect(line.hi!).toBeGreaterThan(line.lo!);
      expect(line.alternatives.map((each) => each.name).join()).toContain("Polypropylene");
    }
  });

  test("a line that says no more than its class has the range of the class, though one data set is called so", async () => {
    for (const name of ["corn", "玉米"]) {
      const line = lineOf(await assessBill([[name, 1, "kg"]]), name);
      expect(line.activityName).toContain("Corn, production");
      expect([line.lo, line.hi]).toEqual([
        Math.min(line.score!, ...line.alternatives.map(({ score }) => score)),
        Math.max(line.score!, ...line.alternatives.map(({ score }) => score)),
      ]);
      expect(line.hi!).toBeGreaterThan(line.lo!);
      expect(line.reason).toContain("says no more than maize");
    }
    const named = lineOf(await assessBill([["Corn, production", 1, "kg"]]), "Corn, production");
    expect(named.hi).toBe(named.lo);
  });

  test("data that count their fuel twice say so in a proxy, too", async () => {
    const line = lineOf(await assessBill([["Portland cement CEM I 42.5", 320, "kg"]]), "Portland cement CEM I 42.5");
    expect(line.reason).toContain("counts it twice");
  });

  test("a battery pack by capacity is near published ones, and says what it leaves out", async () => {
    const found = await assessBill([["battery, Li-ion, NMC622", 60, "kWh"]]);
    const [line] = found.lines;
    expect(line!.activityName).toContain("battery capacity, Li-ion, NMC622");
    // 61–106 kg/kWh (IVL 2019, Emilsson & Dahllöf, C 444): not below it by more than what is left out could explain.
    expect(line!.score! / 60).toBeGreaterThan(50);
    expect(line!.missing!.names).toContain("copper, cathode");
    expect(found.headline).toContain("leave out");
    // No market that passes on 0.73 of its battery stands for one.
    for (const { name } of line!.alternatives) expect(name).not.toMatch(/NMC532|NMC955|scenario/);
  });
});
