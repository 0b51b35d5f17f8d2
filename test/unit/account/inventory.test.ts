import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { accountShape } from "../../../lib/account/account-shapes.ts";
import { inventoryMaker } from "../../../lib/account/inventory/inventory-maker.ts";
import { productMaker } from "../../../lib/account/product/product-maker.ts";
import { inventoryCompile } from "../../../lib/inventory/tools/account.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { accountInput, readLine } from "./read-lines.ts";

const read = readOnce(shippedDatasets());
const account = async (...[lines, said]: Parameters<typeof accountInput>) =>
  accountShape.parse(inEnglish(await inventoryMaker.make(accountInput(lines, said), read)));
const compile = (rows: readonly (readonly [string, string, string, number, number])[], more: object) =>
  callTool(
    inventoryCompile,
    {
      activity: rows.map(([c, a, u, y, v]) => ({ c, a, u, y, v })),
      columns: { category: "c", activity: "a", unit: "u", year: "y", value: "v" },
      ...more,
    },
    uninterrupted,
    read,
  );

/** A balance with carriers across and sectors down, as a reader makes lines of it. */
const balance = [
  ["Power plants", "Hard coal", 800],
  ["Power plants", "Natural gas", 300],
  ["Iron and steel", "Coke oven coke", 120],
  ["Road transport", "Motor gasoline", 260],
  ["Road transport", "Diesel", 310],
  ["Households", "Natural gas", 210],
  ["Households", "Electricity", 90],
  ["Imports", "Natural gas", 500],
  ["Total final consumption", "Natural gas", 210],
] as const;
const wide = (year: number | null) =>
  balance.map(([site, carrier, amount], at) =>
    readLine(at + 3, { name: carrier, column: carrier, site, amount, unit: "PJ", year }),
  );

describe("the account of an inventory", () => {
  test("has the figures of inventory.compile on the same records, to the last digit", async () => {
    const lines = [
      ...wide(2021),
      readLine(20, { name: "Cement clinker", amount: 12, unit: "Mt", year: 2021 }),
      readLine(21, { name: "奶牛", amount: 35, unit: "万头", year: 2021 }),
      readLine(22, { name: "3.C.3 Urea", amount: 400, unit: "kt", year: 2021 }),
      readLine(23, { name: "Natural gas", code: "1A4a", amount: 50, unit: "PJ", year: 2020 }),
    ];
    const made = await account(lines, { year: 2021, region: "CHN", metric: "AR5.GWP100" });
    const found = await compile(
      [
        ["1.A.1.a", "Other Bituminous Coal", "PJ", 2021, 800],
        ["1.A.1.a", "Natural Gas", "PJ", 2021, 300],
        ["1.A.2.a", "Coke Oven Coke and Lignite Coke", "PJ", 2021, 120],
        ["1.A.3.b", "Motor Gasoline", "PJ", 2021, 260],
        ["1.A.3.b", "Gas/Diesel Oil", "PJ", 2021, 310],
        ["1.A.4.b", "Natural Gas", "PJ", 2021, 210],
        ["2.A.1", "clinker", "Mt", 2021, 12],
        ["3.A.1", "dairy cattle", "10000 head", 2021, 35],
        ["3.C.3", "urea", "kt", 2021, 400],
        ["1.A.4.a", "Natural Gas", "PJ", 2020, 50],
      ],
      { region: "CHN", within: ["Asia", "developing countries"], metric: "AR5.GWP100" },
    );
    const value = (key: string) => made.totals.find((each) => each.key === key)?.value;
    expect(found.totals.years).toEqual([2020, 2021]);
    expect(made.totals[0]).toMatchObject({ key: "inventory", value: found.totals.withoutLulucf[1] });
    expect(value("inventory.2020")).toBe(found.totals.withoutLulucf[0]);
    for (const sector of ["1", "2", "3"]) expect(value(sector), sector).toBe(found.totals.sectors[sector]![1]);
    expect(made.totals.map(({ key }) => key)).toContain("1.A.3.b");
    // The factor of urea is of carbon: both say what is needed.
    expect(made.lines[11]!.match.how).toContain("it is of no gas");
    expect(found.problems).toHaveLength(1);
    // The sum of its lines is the total, and each has the factor that was taken.
    const sum = made.lines.reduce((all, { emissions, year }) => all + (year === 2021 ? (emissions?.value ?? 0) : 0), 0);
    expect(sum).toBeCloseTo(found.totals.withoutLulucf[1]!, 6);
    const [coal] = made.lines;
    expect(coal!.match).toMatchObject({
      kind: "name",
      id: "1.A.1.a|Other Bituminous Coal",
      factor: found.lines[0]!.factor,
    });
    expect(made.headline).toBe(
      `${Number(found.totals.withoutLulucf[1]!.toPrecision(4)).toLocaleString("en").replaceAll(",", "")} kt CO2e in 2021, from 9 of 13 lines`,
    );
  });

  test("bunkers are in no total, by the codes of the reporting tables too, and nothing is said to count twice for them", async () => {
    const lines = [
      readLine(12, { name: "Jet kerosene", code: "1.A.3.a", amount: 300, unit: "TJ", year: 2019 }),
      readLine(14, { name: "Jet kerosene", code: "1.D.1", amount: 1900, unit: "TJ", year: 2019 }),
    ];
    const made = await account(lines, { year: 2019 });
    const value = (key: string) => made.totals.find((each) => each.key === key)?.value;
    expect(made.totals[0]!.value).toBe(made.lines[0]!.emissions!.value);
    expect(value("inventory.memo")).toBe(made.lines[1]!.emissions!.value);
    expect(made.notes).toEqual([]);
  });

  test("names rows as the file does: of what would count twice, and of what has no figure", async () => {
    const lines = [
      readLine(31, { name: "Urea", code: "3.C.3", amount: 410, unit: "t", year: 2019 }),
      readLine(40, { name: "Natural gas", code: "1.A.4", amount: 300, unit: "TJ", year: 2019 }),
      readLine(44, { name: "Natural gas", code: "1.A.4.b", amount: 200, unit: "TJ", year: 2019 }),
    ];
    const made = await account(lines, { year: 2019 });
    expect(made.lines[0]!.match.how).not.toMatch(/Row \d/);
    expect(made.notes.join(" ")).toMatch(
      /Row 44, column category: 1\.A\.4\.b is part of 1\.A\.4, which has \S+ of 2019 in row 40/,
    );
    expect(made.totals[0]!.lacks).toEqual([]);
    expect(made.notCovered.join(" ")).toContain("Lines without a factor: Urea.");
  });

  test.each([
    [{ name: "水稻播种面积", site: "农业", unit: "ha" }, "3.C.7", "inventory.equation"],
    [{ name: "氮肥施用量（折纯）", site: "农业", unit: "t" }, "3.C.4", "inventory.equation"],
    [{ name: "活立木蓄积量年增量", site: "土地利用变化和林业", unit: "m3" }, "3.B.1", "inventory.equation"],
    [{ name: "Land area", site: "Agriculture", unit: "ha" }, null, "No"],
  ])("%j has no figure, and no category of a fuel", async (said, category, how) => {
    const made = await account([readLine(3, { amount: 10, year: 2021, ...said })], { year: 2021 });
    expect(made.lines[0]).toMatchObject({ emissions: null, category });
    expect(made.lines[0]!.match.how).toContain(how);
  });

  test("rows of a balance from which nothing is emitted are told, and are in no figure", async () => {
    const made = await account(wide(2021), { year: 2021 });
    const how = (site: string, name: string) => made.lines.find((each) => each.site === site && each.name === name)!;
    expect(how("Imports", "Natural gas")).toMatchObject({ emissions: null, match: { kind: "none" } });
    expect(how("Imports", "Natural gas").match.how).toContain("is supply");
    expect(how("Total final consumption", "Natural gas").match.how).toContain("is a sum over sectors");
    expect(how("Households", "Electricity").match.how).toContain("emitted where it is made");
    expect(made.coverage).toEqual({ lines: 6, of: 9, byMass: null });
  });

  test("reads categories by code and by words of both languages, and fuels by what they are called", async () => {
    const cases = [
      [{ name: "烟煤", site: "火力发电" }, "1.A.1.a|Other Bituminous Coal", "name"],
      [{ name: "柴油", site: "交通运输、仓储和邮政业" }, "1.A.3|Gas/Diesel Oil", "name"],
      [{ name: "液化石油气", site: "居民生活" }, "1.A.4.b|Liquefied Petroleum Gases", "name"],
      [{ name: "Coal", site: "Cement" }, "1.A.2.f|Other Bituminous Coal", "class"],
      [{ name: "Lignite", code: "1.A.1.a.i" }, "1.A.1.a.i|Lignite", "code"],
      [{ name: "1.A.4.c Diesel for tractors" }, "1.A.4.c|Gas/Diesel Oil", "code"],
      [{ name: "Jet kerosene", site: "International aviation" }, "1.A.3.a.i|Jet Kerosene", "name"],
      [{ name: "Natural gas" }, "1.A.5|Natural Gas", "class"],
      [{ name: "Pig iron production", unit: "kt" }, "2.C.1|pig iron (not converted to steel)", "name"],
      [{ name: "电解铝产量", unit: "万吨" }, "2.C.3|aluminium", "name"],
      [{ name: "Coke oven gas", site: "Coke ovens" }, "1.A.1.c|Coke Oven Gas", "name"],
      [{ name: "天然气", site: "能源工业" }, "1.A.1|Natural Gas", "name"],
      [{ name: "Jet kerosene", scope: "1.D.1 Memo: international bunkers" }, "1.A.3.a.i|Jet Kerosene", "code"],
      [{ name: "Residual fuel oil", site: "International bunkers" }, "1.A.3.d.i|Residual Fuel Oil", "name"],
      [{ name: "Gas/diesel oil", code: "1.D.1.b" }, "1.A.3.d.i|Gas/Diesel Oil", "code"],
    ] as const;
    const lines = cases.map(([said], at) => readLine(at + 2, { amount: 10, unit: "PJ", year: 2022, ...said }));
    const made = await account(lines, { year: 2022 });
    made.lines.forEach(({ match }, at) => {
      expect([match.id, match.kind], cases[at]![1]).toEqual([cases[at]![1], cases[at]![2]]);
    });
    expect(made.asks).toMatchObject([{ key: "fuel:coal", assumed: "Other Bituminous Coal", rows: [{ row: 5 }] }]);
    // Bunkers are in no total.
    const bunkers = made.lines.filter(({ category }) => /^1\.A\.3\.[ad]\.i$/.test(category!));
    expect(bunkers).toHaveLength(4);
    expect(made.totals.find(({ key }) => key === "inventory.memo")!.value).toBeCloseTo(
      bunkers.reduce((sum, { emissions }) => sum + emissions!.value, 0),
      9,
    );
    const lignite = await account(lines, { year: 2022, mapping: { answers: { "fuel:coal": "Lignite" } } });
    expect(lignite.lines[3]!.match.id).toBe("1.A.2.f|Lignite");
  });

  test("inputs below 0 are burnt in power plants, masses of fuels and litres are converted, and coke ovens burn no coking coal", async () => {
    const lines = [
      readLine(2, { name: "Anthracite", site: "Power plants", amount: -100, unit: "PJ" }),
      readLine(3, { name: "Anthracite", site: "Industry", amount: -5, unit: "PJ" }),
      readLine(4, { name: "Diesel", site: "Railways", amount: 1000, unit: "kL" }),
      readLine(5, { name: "Coking coal", site: "Coke ovens", amount: 900, unit: "kt" }),
      readLine(6, { name: "Landfilled waste", amount: 900, unit: "kt" }),
      readLine(7, { name: "Cement", amount: 3, unit: "Mt" }),
    ];
    const made = await account(lines, { year: 2022, metric: "AR5.GWP100" });
    expect(made.lines[0]!.base).toMatchObject({ amount: 100, unit: "PJ NCV" });
    expect(made.lines[0]!.match.how).toContain("written below 0".replace("w", "W"));
    expect(made.lines[1]!.match.how).toContain("Row 3 of Sheet1, “Anthracite”, is -5; an activity is 0 or more.");
    expect(made.lines[2]!.base!.unit).toBe("kg");
    expect(made.lines[2]!.base!.how).toContain("Litres to tonnes");
    expect(made.lines[3]!.match.how).toContain("turned into other fuels");
    expect(made.lines[4]!.match.how).toContain("inventory.landfill");
    expect(made.lines[5]!.match.how).toContain('There is no EF for "cement" in 2.A.1');
    expect(made.lines[5]!.candidates.map(({ id }) => id)).toContain("2.A.1|clinker");
    expect(made.coverage.lines).toBe(2);
  });

  test("a mapping takes, splits and leaves out, and a year without lines is told", async () => {
    const lines = [
      readLine(2, { name: "Coal", site: "Boilers of the region", amount: 10, unit: "PJ", year: 2022 }),
      readLine(3, { name: "Transport fuels", amount: 4, unit: "PJ", year: 2022 }),
    ];
    const entries = [
      { name: "coal", to: "1.A.2|Lignite" },
      {
        name: "Transport fuels",
        split: [
          { to: "1.A.3.b|Gas/Diesel Oil", share: 0.6 },
          { to: "1.A.3.b|Motor Gasoline", share: 0.4 },
        ],
      },
    ];
    const made = await account(lines, { year: 2022, metric: "AR5.GWP100", mapping: { entries } });
    const found = await compile(
      [
        ["1.A.2", "Lignite", "PJ NCV", 2022, 10],
        ["1.A.3.b", "Gas/Diesel Oil", "PJ NCV", 2022, 4 * 0.6],
        ["1.A.3.b", "Motor Gasoline", "PJ NCV", 2022, 4 * 0.4],
      ],
      { metric: "AR5.GWP100" },
    );
    expect(made.totals[0]!.value).toBe(found.totals.withoutLulucf[0]);
    expect(made.lines.map(({ match, splitFrom }) => [match.kind, splitFrom])).toEqual([
      ["mapping", null],
      ["mapping", "Transport fuels"],
      ["mapping", "Transport fuels"],
    ]);
    const other = await account(lines, { year: 2019, mapping: { entries } });
    expect(other.totals[0]).toMatchObject({
      value: null,
      lacks: [expect.stringContaining("No line is of 2019; the lines are of 2022")],
    });
    expect(other.headline).toBe("No figure for 2019: 0 of 3 lines have factors");
  });

  test("an own factor of the mapping is not used, and the line says so", async () => {
    const lines = [readLine(2, { name: "Lignite", site: "Industry", amount: 10, unit: "PJ" })];
    const factor = { value: 90, unit: "kt CO2/PJ", source: "Own measurements", year: 2022 };
    const plain = await account(lines, { year: 2022 });
    const made = await account(lines, { year: 2022, mapping: { entries: [{ name: "Lignite", factor }] } });
    expect(made.totals).toEqual(plain.totals);
    expect(made.lines[0]!.notes).toContainEqual(expect.stringMatching(/^Your own factor of “Lignite” is not used/));
  });

  test("a balance fits an inventory, a bill does not, and a company's energy less than half", () => {
    const bill = ["steel", "aluminium", "glass", "zinc"].map((name, row) => readLine(row, { name, amount: 1 }));
    const company = ["Diesel", "Natural gas boiler", "Electricity"].map((name, row) =>
      readLine(row, { name, amount: 1000, unit: "kWh", site: "Plant 1", year: 2024, period: "Jan", scope: "Scope 1" }),
    );
    const coded = ["1.A.1.a", "1.A.4.b"].map((code, row) =>
      readLine(row, { name: "Natural gas", code, amount: 1, unit: "PJ" }),
    );
    expect(inventoryMaker.fit(wide(2021))).toBeGreaterThan(0.5);
    expect(inventoryMaker.fit(wide(2021))).toBeGreaterThan(productMaker.fit(wide(2021)));
    expect(inventoryMaker.fit(coded)).toBe(1);
    expect(inventoryMaker.fit(bill)).toBe(0);
    expect(inventoryMaker.fit(company)).toBe(0);
  });
});
