import { describe, expect, it } from "vitest";
import { call } from "../../inventory/company/calling.ts";

let row = 1;
const line = (name: string, amount: number, unit: string, rest: object = {}) => ({
  sheet: "Sheet1",
  row: ++row,
  column: null,
  name,
  amount,
  unit,
  unitFrom: "column",
  site: null,
  place: null,
  year: 2023,
  period: null,
  supplier: null,
  scope: null,
  code: null,
  distance: null,
  notes: [],
  ...rest,
});
const compute = (lines: readonly object[], rest: object = {}) =>
  call("account.compute", { lines, kind: "company", ...rest });

const lines = [
  line("Diesel generator", 12.5, "t"),
  line("外购电力", 120, "10000 kWh", { place: "上海" }),
  line("Electricity", 5000, "kWh", { place: "Germany" }),
  line("R-410A top-up", 12, "kg"),
  line("Natural gas", 100_000, "kWh"),
  line("Taxi", 300, "km"),
  line("Legal services", 10_000, "USD 2022"),
  line("Wood pellets", 30, "t"),
  line("Quux", 3, "kg"),
  line("Diesel", -5, "L"),
];

describe("the account of a company", () => {
  it("has every line, and the very figures of inventory.company on the same rows", async () => {
    const account = await compute(lines);
    expect(account.lines.map(({ row: of }: { row: number }) => of)).toEqual(lines.map(({ row: of }) => of));
    const rows = account.lines.flatMap(({ inventoryRow }: { inventoryRow: object | null }) => inventoryRow ?? []);
    const { totals } = await call("inventory.company", { year: 2023, rows });
    const of = (key: string) => account.totals.find((total: { key: string }) => total.key === key).value;
    expect(of("all.location")).toBe(totals.all.location);
    expect(of("scope1")).toBe(totals.scope1.co2e);
    expect(of("scope2.market")).toBe(totals.scope2.market.co2e);
    expect(of("scope3")).toBe(totals.scope3.co2e);
    expect(account.coverage).toEqual({ lines: 8, of: 10, byMass: null });
    const gases: { gas: string; mass: number | null; co2e: number }[] = account.gases;
    expect(gases.reduce((sum, { co2e }) => sum + co2e, 0) / of("all.location")).toBeCloseTo(1, 12);
    expect(gases.find(({ gas }) => /410A/.test(gas))?.mass).toBeCloseTo(0.012, 12);
    expect(gases.at(-1)).toMatchObject({ gas: "CO2e", mass: null });
    const bySource = account.totals.filter(({ key }: { key: string }) => key.startsWith("scope1."));
    expect(bySource.length).toBeGreaterThan(1);
    const counted = bySource.reduce((sum: number, each: { lines: number }) => sum + each.lines, 0);
    expect(counted).toBe(account.totals.find(({ key }: { key: string }) => key === "scope1").lines);
  });

  it("asks to split a composite instead of taking one of its materials, and takes the shares of a mapping", async () => {
    const composite = [line("Glass / PVC", 100, "kg")];
    const account = await compute(composite);
    expect(account.lines[0].emissions).toBe(null);
    const ask = account.asks.find(({ key }: { key: string }) => key.startsWith("activity:"));
    expect(ask.assumed).toBe(null);
    const [a, b] = ask.options.map(({ value }: { value: string }) => value);
    const split = [
      { to: a, share: 0.5 },
      { to: b, share: 0.5 },
    ];
    const settled = await compute(composite, { mapping: { entries: [{ name: "Glass / PVC", split }] } });
    expect(settled.lines.map(({ amount }: { amount: number }) => amount)).toEqual([50, 50]);
    expect(settled.lines.every(({ emissions }: { emissions: unknown }) => emissions !== null)).toBe(true);
  });

  it("takes a site of two letters for a country only among other codes", async () => {
    const regions = async (...sites: string[]) => {
      const of = sites.map((site) => line("Electricity", 10, "kWh", { site }));
      return (await compute(of, { region: "GBR" })).lines.map(({ region }: { region: string }) => region);
    };
    expect(await regions("IT", "HR", "Sales", "Warehouse", "Kitchen")).toEqual(["GBR", "GBR", "GBR", "GBR", "GBR"]);
    expect(await regions("IT")).toEqual(["GBR"]);
    expect(await regions("IT", "DE", "FR")).toEqual(["ITA", "DEU", "FRA"]);
  });

  it("reads gas by kWh as gross and asks, tells a boiler from a vehicle, and asks where nothing says it", async () => {
    const account = await compute([
      line("Natural gas", 100, "kWh"),
      line("Diesel, vehicle fleet", 10, "L"),
      line("柴油发电机", 10, "L"),
      line("Diesel", 10, "L"),
    ]);
    const [gas, fleet, generator, open] = account.lines;
    expect(gas.base).toMatchObject({ unit: "TJ NCV" });
    expect(gas.base.amount).toBeCloseTo(100 * 0.9 * 3.6e-6, 12);
    expect([fleet.category, generator.category]).toEqual(["1.A.3.b", "1.A.2"]);
    expect(open.match.kind).toBe("class");
    expect(account.asks.map(({ key }: { key: string }) => key)).toEqual(["basis:Natural Gas", "activity:diesel|l|"]);
  });

  it("gives electricity of an unknown place no emissions, and energy by money neither", async () => {
    const account = await compute([line("Electricity", 10, "kWh"), line("Electricity", 10, "10000 CNY")]);
    expect(account.lines.map(({ emissions }: { emissions: unknown }) => emissions)).toEqual([null, null]);
    expect(account.asks.map(({ key }: { key: string }) => key)).toContain("region");
  });

  it("names in its title the scopes that have a figure, and says of each line without one what is needed", async () => {
    const account = await compute([
      line("Diesel generator", 12, "t"),
      line("Electricity", 10, "kWh", { site: "North works" }),
      line("Electricity", 10, "kWh", { site: "South works" }),
      line("Taxi", 300, "km"),
    ]);
    expect(account.headline).toMatch(/\(scope 1 and scope 3\), from 2 of 4 lines$/);
    expect(account.lines.map(({ missing }: { missing: string | null }) => missing)).toEqual([
      null,
      expect.stringContaining("the country or province is needed"),
      expect.stringContaining("the country or province is needed"),
      null,
    ]);
    expect(account.asks.map(({ key }: { key: string }) => key)).toEqual(["place:North works", "place:South works"]);
    expect(account.notCovered[0]).toBe("Scope 2 has no figure: 2 lines of it are without emissions.");
    // Each gap stands once among those of the sum of all scopes.
    const { lacks } = account.totals[0];
    expect(new Set(lacks).size).toBe(lacks.length);
    expect(lacks.filter((of: string) => of.includes("no emissions"))).toEqual([
      "2 lines have no emissions and are not in it.",
    ]);
  });

  it("asks one region of energy at many sites, and sites answered by name have it", async () => {
    const many = Array.from({ length: 7 }, (_, i) => line("Electricity", 10, "kWh", { site: `Depot ${i}` }));
    const account = await compute(many);
    expect(account.asks.map(({ key }: { key: string }) => key)).toEqual(["region"]);
    const answered = await compute(many.slice(0, 2), { mapping: { answers: { "place:Depot 0": "DEU" } } });
    expect(answered.lines.map(({ region }: { region: string | null }) => region)).toEqual(["DEU", null]);
  });

  it("takes the country in the name of energy and of hotels, and not in that of a journey", async () => {
    const account = await compute([
      line("Electricity France", 10, "kWh"),
      line("Hotel, Germany", 10, "nights"),
      line("Flights to Germany", 100, "pkm"),
      line("Hotel", 10, "nights"),
    ]);
    const regions = account.lines.map(({ region }: { region: string | null }) => region);
    expect(regions).toEqual(["FRA", "DEU", null, null]);
    expect(account.lines[3].missing).toMatch(/^In which country the hotels are is not known/);
  });

  it("counts gas by the calorific value that the file says, and asks nothing then", async () => {
    const account = await compute([
      line("Natural gas", 100, "kWh", { basis: "NCV" }),
      line("Natural gas", 100, "kWh", { basis: "GCV" }),
    ]);
    const [net, gross] = account.lines.map(({ base }: { base: { amount: number } }) => base.amount);
    expect(gross / net).toBeCloseTo(0.9, 12);
    expect(account.asks).toEqual([]);
  });

  it("learns from a remark what burns a fuel, and asks nothing then", async () => {
    const account = await compute([
      line("柴油", 18, "t", { remark: "叉车" }),
      line("Diesel", 18, "t", { remark: "boiler" }),
    ]);
    expect(account.lines.map(({ category }: { category: string }) => category)).toEqual(["1.A.3.b", "1.A.2"]);
    expect(account.asks).toEqual([]);
  });

  it("takes a mapping before what it finds, splits by shares, and says when a target no longer exists", async () => {
    const mapping = {
      entries: [
        { name: "DIESEL  ", to: "1|1.A.2|Gas/Diesel Oil" },
        {
          name: "Mixed fuel",
          split: [
            { to: "1|1.A.2|Natural Gas", share: 0.25 },
            { to: "1|1.A.2|Gas/Diesel Oil", share: 0.75 },
          ],
        },
        { name: "Gone", to: "3|1|No such factor" },
      ],
    };
    const account = await compute([line("Diesel", 10, "L"), line("Mixed fuel", 8, "t"), line("Gone", 1, "t")], {
      mapping,
    });
    const [diesel, gas, oil, gone] = account.lines;
    expect([diesel.match.kind, diesel.category]).toEqual(["mapping", "1.A.2"]);
    expect([gas.amount, oil.amount, oil.splitFrom]).toEqual([2, 6, "Mixed fuel"]);
    expect([gone.match.kind, gone.emissions]).toEqual(["none", null]);
    expect(gone.match.how).toContain("no longer exists");
  });

  it("leaves the total of parts out once, and asks", async () => {
    const account = await compute([
      line("Electricity", 10, "kWh", { place: "DEU", site: "A" }),
      line("Electricity", 20, "kWh", { place: "DEU", site: "B" }),
      line("Electricity", 30, "kWh", { place: "DEU" }),
    ]);
    expect(account.lines.map(({ emissions }: { emissions: unknown }) => emissions !== null)).toEqual([
      true,
      true,
      false,
    ]);
    expect(account.asks[0].key).toMatch(/^double:/);
  });
});
