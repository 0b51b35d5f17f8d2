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
const own = (unit: string, value: number, rest: object = {}) => ({
  value,
  unit,
  source: "EPD of Acme GmbH, No 12",
  year: 2022,
  ...rest,
});
const compute = (lines: readonly object[], entries: readonly object[], rest: object = {}) =>
  call("account.compute", { lines, kind: "company", mapping: { entries }, ...rest });
const total = (account: { totals: { key: string; value: number }[] }, key: string) =>
  account.totals.find((each) => each.key === key)!.value;

describe("a person's own factor in a company's account", () => {
  it("counts a line that nothing fits, converts its unit, and names the person's source", async () => {
    const account = await compute(
      [line("Quux", 3, "kg")],
      [{ name: "Quux", factor: own("kg CO2e/t", 2000, { scope: "3", category: "1", note: "Cradle to gate" }) }],
    );
    const [quux] = account.lines;
    expect(quux.emissions.value).toBeCloseTo(0.006, 12);
    expect(quux.match).toMatchObject({ kind: "mapping", factor: 2000, year: 2022, to: "Quux (own factor)" });
    expect(quux.match.factorUnit).toBe("kg CO2e AR5.GWP100/t");
    expect(quux.match.source).toBe("Own factor: EPD of Acme GmbH, No 12");
    expect(quux.match.how).toBe("Your own factor, 2000 kg CO2e/t (EPD of Acme GmbH, No 12, 2022).");
    expect(quux.base).toMatchObject({ amount: 0.003, unit: "t" });
    expect(quux.notes).toContain("On your own factor: Cradle to gate");
    expect(account.sources).toEqual([
      { source: "Own factor: EPD of Acme GmbH, No 12", year: 2022, lines: 1, share: 1 },
    ]);
    const rows = account.lines.map(({ inventoryRow }: { inventoryRow: object }) => inventoryRow);
    const { totals } = await call("inventory.company", { year: 2023, rows });
    expect(total(account, "scope3")).toBe(totals.scope3.co2e);
  });

  it("goes before the factor that was found, and leaves the line where it counts", async () => {
    const account = await compute(
      [line("Diesel generator", 10, "t"), line("Taxi", 300, "km")],
      [
        {
          name: "Diesel generator",
          factor: own("kg CO2/t", 3100, { gases: [{ value: 0.2, unit: "kg CH4/t" }], uncertainty: 0.05 }),
        },
        { name: "Taxi", factor: own("gCO₂e per km", 100) },
      ],
    );
    const [diesel, taxi] = account.lines;
    expect(diesel).toMatchObject({ scope: "1", category: "1.A.2" });
    expect(diesel.emissions.value).toBeCloseTo(31 + 10 * 0.0002 * 28, 9);
    expect(diesel.notes).toContain("Your own factor is uncertain by ±5 %.");
    expect(account.gases.map(({ gas }: { gas: string }) => gas)).toEqual(["CO2", "CH4", "CO2e"]);
    expect(taxi.emissions.value).toBeCloseTo(0.03, 12);
  });

  it("says what is needed where the unit does not convert, and where the line counts nowhere", async () => {
    const account = await compute(
      [
        line("Natural gas", 500, "m3"),
        line("Quux", 3, "kg"),
        line("Crates", 12, "crate"),
        line("Bottled air", 12, ""),
        line("Foo", 12, "kg"),
      ],
      [
        { name: "Natural gas", factor: own("kg CO2/MWh", 202) },
        { name: "Quux", factor: own("kg CO2e/t", 2000) },
        { name: "Crates", factor: own("kg CO2e/crate", 2, { scope: "3", category: "1" }) },
        { name: "Bottled air", factor: own("kg CO2e/t", 2, { scope: "3", category: "1" }) },
        { name: "Foo", factor: own("euros", 2, { scope: "3", category: "1" }) },
      ],
    );
    const [gas, quux, crates, air, foo] = account.lines;
    expect(gas.missing).toBe(
      "Your factor of “Natural gas” is per MWh, and the amount is in m3, which does not convert: a factor per m3 is needed, or a conversion to MWh in the mapping.",
    );
    expect(quux.missing).toBe(
      "Your own factor of “Quux” is kept, but not where the line counts: choose its scope, and the category of it.",
    );
    expect(crates.emissions.value).toBeCloseTo(0.024, 12);
    expect(air.missing).toMatch(/^“Bottled air” has no unit, and your factor is per t:/);
    expect(foo.missing).toMatch(
      /has the unit “euros”: a mass of CO2e or of a gas per unit of the line is needed, such as kg CO2e\/kg\.$/,
    );
  });

  it("takes a factor of purchased electricity for a supplier's only where the person says so", async () => {
    const power = [line("Electricity", 10_000, "kWh", { place: "Germany" })];
    const plain = await compute(power, []);
    const asGrid = await compute(power, [{ name: "Electricity", factor: own("kg CO2e/MWh", 500) }]);
    const asRate = await compute(power, [{ name: "Electricity", factor: own("kg CO2e/MWh", 50, { market: true }) }]);
    expect(total(asGrid, "scope2.location")).toBeCloseTo(5, 12);
    // The residual mix of the market stays what it is.
    expect(total(asGrid, "scope2.market")).toBe(total(plain, "scope2.market"));
    expect(total(asRate, "scope2.location")).toBe(total(plain, "scope2.location"));
    expect(total(asRate, "scope2.market")).toBeCloseTo(0.5, 12);
    expect(asRate.lines[0].match.how).toMatch(/^By market your own factor of the supplier, 50 kg CO2e\/MWh/);
    expect(asRate.lines[0].match.source).not.toMatch(/Own factor/);
    expect(asRate.sources.at(-1)).toEqual({
      source: "Own factor: EPD of Acme GmbH, No 12",
      year: 2022,
      lines: 1,
      share: null,
    });
  });

  it("says that a factor is not used where the mapping splits the line or leaves it out", async () => {
    const split = [
      { to: "3|1|a", share: 0.5 },
      { to: "3|1|b", share: 0.5 },
    ];
    const { notes } = await compute(
      [line("Quux", 3, "kg"), line("Crates", 3, "kg")],
      [
        { name: "Quux", skip: "sold", factor: own("kg CO2e/t", 2000) },
        { name: "Crates", split, factor: own("kg CO2e/t", 2000) },
      ],
    );
    expect(notes).toContain(
      "The own factors of Quux and Crates are not used: the mapping splits these lines or leaves them out.",
    );
  });

  it("counts steam by the tonne with its own factor wherever it is used", async () => {
    const account = await compute(
      [line("Purchased steam", 10, "t")],
      [{ name: "Purchased steam", factor: own("kg CO2e/t", 200, { scope: "2", category: "steam" }) }],
    );
    expect(total(account, "scope2.location")).toBeCloseTo(2, 12);
    expect(total(account, "scope2.market")).toBeCloseTo(2, 12);
  });

  it("keeps the amount of electricity in units of many kilowatt-hours as it is", async () => {
    const account = await compute(
      [line("外购电力", 2, "10000 kWh", { place: "上海" })],
      [{ name: "外购电力", factor: own("千克二氧化碳/千瓦时", 0.5) }],
    );
    const [power] = account.lines;
    expect(power.emissions.value).toBeCloseTo(10, 12);
    expect(power.base.amount * power.match.factor).toBeCloseTo(10_000, 9);
  });

  it("equals the inventory of the same rows to the last digit, gases, living carbon and both bases of scope 2 too", async () => {
    const lines = [
      line("Diesel generator", 17.3, "t"),
      line("Wood chips", 41.7, "t"),
      line("Electricity", 123_456.7, "kWh", { place: "Germany", site: "Works" }),
      line("Electricity", 7_654.3, "kWh", { place: "Germany", site: "Office" }),
      line("Purchased steam", 33.3, "t"),
      line("Quux", 3.7, "kg"),
      line("Natural gas", 500.1, "MWh"),
    ];
    const entries = [
      { name: "Diesel generator", factor: own("kg CO2/t", 3111, { gases: [{ value: 0.21, unit: "kg CH4/t" }] }) },
      {
        name: "Wood chips",
        factor: own("kg CO2 biogenic/t", 1747, {
          gases: [{ value: 0.117, unit: "kg N2O/t" }],
          scope: "1",
          category: "1.A.2",
        }),
      },
      { name: "Electricity", site: "Works", factor: own("g CO2e/kWh", 31.7, { market: true }) },
      { name: "Electricity", site: "Office", factor: own("g CO2e/kWh", 411.3) },
      { name: "Purchased steam", factor: own("kg CO2e/t", 207.7, { scope: "2", category: "steam" }) },
      { name: "Quux", factor: own("kg CO2e/t", 2137, { scope: "3", category: "1" }) },
      { name: "Natural gas", factor: own("kg CO2e/kWh", 0.2031) },
    ];
    const account = await compute(lines, entries);
    const rows = account.lines.map(({ inventoryRow }: { inventoryRow: object }) => inventoryRow);
    expect(rows).not.toContain(null);
    const { totals } = await call("inventory.company", { year: 2023, rows });
    expect(total(account, "scope1")).toBe(totals.scope1.co2e);
    expect(total(account, "scope2.location")).toBe(totals.scope2.location.co2e);
    expect(total(account, "scope2.market")).toBe(totals.scope2.market.co2e);
    expect(total(account, "scope3")).toBe(totals.scope3.co2e);
    // CO2 of living matter stands apart; the N2O of it counts.
    const wood = account.lines[1];
    expect(wood.emissions.value).toBeCloseTo(41.7 * 0.000117 * 265, 9);
    expect(totals.scope1.biogenicCo2).toBeCloseTo(41.7 * 1.747, 9);
  });
});
