import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { accountShape } from "../../../lib/account/account-shapes.ts";
import { productMaker } from "../../../lib/account/product/product-maker.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { assess } from "../lifecycle/assessed-bill.ts";
import { accountInput, readLine } from "./read-lines.ts";

const read = readOnce(shippedDatasets());
const account = async (...[lines, said]: Parameters<typeof accountInput>) =>
  accountShape.parse(inEnglish(await productMaker.make(accountInput(lines, said), read)));

/** A bill as files have it: parts, a spelling in Chinese, electricity, and transport by mass and distance. */
const bill = [
  readLine(2, { name: "6061-T6", amount: 2.1 }),
  readLine(3, { name: "钢板", amount: 5400, unit: "g" }),
  readLine(4, { name: "Steel", amount: 0.3, place: "Germany" }),
  readLine(5, { name: "Steel", amount: 0.1 }),
  readLine(6, { name: "PCB", amount: 0.2 }),
  readLine(7, { name: "Electricity", amount: 12, unit: "kWh" }),
  readLine(8, { name: "assembly electricity", amount: 0.5, unit: "kWh", place: "DEU" }),
  readLine(9, { name: "Truck", amount: 8, distance: { amount: 400, unit: "km" } }),
  readLine(10, { name: "ship", amount: 120, unit: "t*km" }),
];

describe("the account of a product", () => {
  test("takes own factors before the data that are found, with the figures of lifecycle.assess", async () => {
    const declared = { source: "Declaration of the mill, No. 12", year: 2023 };
    const factors = {
      "6061-T6": { value: 3111, unit: "kg CO2e/t", ...declared, uncertainty: 0.1 },
      钢板: { value: 1.7, unit: "kg CO2e AR5.GWP100/kg", ...declared },
      PCB: { value: 20, unit: "kg CO2/kg", gases: [{ value: 3, unit: "g CH4 fossil/kg" }], ...declared },
      Electricity: { value: 31, unit: "g CO2e/kWh", ...declared },
      Truck: { value: 0.08, unit: "kg CO2e/t*km", ...declared },
      ship: { value: 9, unit: "g CO2e per tkm", ...declared },
      Valve: { value: 2, unit: "kg CO2e/item", ...declared },
      Wood: { value: 1.6, unit: "kg CO2 biogenic/kg", ...declared },
    };
    const lines = [
      ...bill,
      readLine(11, { name: "Valve", amount: 3, unit: "pcs" }),
      readLine(12, { name: "Wood", amount: 2 }),
    ];
    const entries = Object.entries(factors).map(([name, factor]) => ({ name, factor }));
    const made = await account(lines, { region: "CHN", mapping: { entries } });
    const ar6 = "kg CO2e AR6.GWP100";
    const methane = made.lines[4]!.emissions!.value / 0.2 - 20;
    const found = await assess({
      description: "A product.",
      functionalUnit: { amount: 1, unit: "item" },
      bill: [
        {
          name: "6061-T6",
          amount: 2.1,
          unit: "kg",
          factor: { value: 3.111, unit: `${ar6}/kg`, ...declared, uncertainty: 0.1 },
        },
        {
          name: "钢板",
          amount: 5400,
          unit: "g",
          factor: { value: 1.7, unit: "kg CO2e AR5.GWP100/kg", ...declared },
        },
        { name: "Steel", amount: 0.3, unit: "kg", origin: "DEU" },
        { name: "Steel (2)", amount: 0.1, unit: "kg" },
        { name: "PCB", amount: 0.2, unit: "kg", factor: { value: 20 + methane, unit: `${ar6}/kg`, ...declared } },
        { name: "Valve", amount: 3, unit: "item", factor: { value: 2, unit: "kg CO2e/item", ...declared } },
        { name: "Wood", amount: 2, unit: "kg", factor: { value: 0, unit: "kg CO2e/kg", ...declared } },
      ],
      electricity: [
        { name: "Electricity", amount: 12, place: "CHN", factor: { value: 0.031, unit: "kg CO2e/kWh", ...declared } },
        { name: "assembly electricity", amount: 0.5, place: "DEU" },
      ],
      transport: [
        { mode: "Truck", distance: 400, mass: 8, factor: { value: 0.08, unit: "kg CO2e/t*km", ...declared } },
        { mode: "ship", amount: 120, factor: { value: 0.009, unit: "kg CO2e/t*km", ...declared } },
      ],
    });
    expect(made.totals[0]!.value! / found.score.value!).toBeCloseTo(1, 14);
    // Methane of AR6, fossil: 29.8.
    expect(methane).toBeCloseTo(0.003 * 29.8, 9);
    const own = made.lines.filter(({ ownFactor }) => ownFactor !== undefined);
    expect(own.map(({ name }) => name).sort()).toEqual(Object.keys(factors).sort());
    expect(own.every(({ match }) => match.kind === "mapping")).toBe(true);
    expect(own[0]!.match).toMatchObject({
      to: "6061-T6 (own factor)",
      factor: 3111,
      factorUnit: "kg CO2e AR6.GWP100/t",
      source: "Own factor: Declaration of the mill, No. 12",
      year: 2023,
    });
    expect(own[0]!.emissions).toEqual({ value: expect.closeTo(6.5331, 10), unit: ar6 });
    expect(own[1]!.emissions).toEqual({ value: expect.closeTo(9.18, 10), unit: "kg CO2e AR5.GWP100" });
    // What was found stays a candidate.
    expect(own[0]!.candidates.length).toBeGreaterThan(0);
    expect(made.lines[10]!.notes).toContain("CO2 of living matter in your own factor is in no figure of a product.");
    const sources = made.sources.filter(({ source }) => source.startsWith("Own factor"));
    expect(sources).toEqual([
      { source: "Own factor: Declaration of the mill, No. 12", year: 2023, lines: 8, share: expect.any(Number) },
    ]);
    const aluminium = found.lines.find(({ name }) => name === "6061-T6")!;
    expect([aluminium.lo, aluminium.hi]).toEqual([expect.closeTo(0.9 * 6.5331, 10), expect.closeTo(1.1 * 6.5331, 10)]);
    expect(Object.values(found.matchShares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("says what is needed where an own factor does not fit, and takes no other instead", async () => {
    const factor = { value: 2, unit: "kg CO2e/m2", source: "Declaration of the mill", year: 2023 };
    const made = await account(bill, { region: "CHN", mapping: { entries: [{ name: "6061-T6", factor }] } });
    expect(made.lines[0]).toMatchObject({
      emissions: null,
      missing:
        "Your factor of “6061-T6” is per m2, and the amount is in kg, which does not convert: a factor per kg is needed, or a conversion to m2 in the mapping.",
    });
    expect(made.coverage).toMatchObject({ lines: 3, of: 5 });
    expect(made.notCovered).toContain("Lines without data: 6061-T6 and PCB.");
  });

  test("has the figures of lifecycle.assess on the same lines, to the last digit", async () => {
    const made = await account(bill, { region: "CHN", mapping: { answers: { functionalUnit: "1 m2" } } });
    const found = await assess({
      description: "A product.",
      functionalUnit: { amount: 1, unit: "m2" },
      bill: [
        { name: "6061-T6", amount: 2.1, unit: "kg" },
        { name: "钢板", amount: 5400, unit: "g" },
        { name: "Steel", amount: 0.3, unit: "kg", origin: "DEU" },
        { name: "Steel (2)", amount: 0.1, unit: "kg" },
        { name: "PCB", amount: 0.2, unit: "kg" },
      ],
      electricity: [
        { name: "Electricity", amount: 12, place: "CHN" },
        { name: "assembly electricity", amount: 0.5, place: "DEU" },
      ],
      transport: [
        { mode: "Truck", distance: 400, mass: 8 },
        { mode: "ship", amount: 120 },
      ],
    });
    expect(made.totals[0]).toMatchObject({ key: "product", value: found.score.value });
    expect(made.lines.map(({ emissions }) => emissions?.value ?? null)).toEqual(
      ["6061-T6", "钢板", "Steel", "Steel (2)", "PCB", "Electricity", "assembly electricity", "Truck", "ship"].map(
        (name) => found.lines.find((line) => line.name === name)!.score,
      ),
    );
    expect(made.coverage).toEqual({
      lines: found.coverage.lines,
      of: found.coverage.of,
      byMass: found.coverage.byMass,
    });
    expect(made.headline).toBe(`${Number(found.score.value!.toPrecision(3))} kg CO2e, from 4 of 5 lines`);
    expect(made.totals.map(({ key }) => key)).toEqual([
      "product",
      "product.material",
      "product.energy",
      "product.transport",
    ]);
    const [all, ...stages] = made.totals.map(({ value }) => value!);
    expect(stages.reduce((sum, value) => sum + value, 0)).toBeCloseTo(all!, 9);
    expect(made.totals[0]!.lacks[0]).toContain(`${Number(found.score.lo!.toPrecision(3))} to`);
    expect(made.sources.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 9);
  });

  test("says of every line what it was taken for, how surely, and what else could stand for it", async () => {
    const made = await account(bill, { region: "CHN" });
    const line = (name: string) => made.lines.find((each) => each.name === name)!;
    expect(line("6061-T6").match).toMatchObject({ kind: "class", source: expect.stringContaining("NREL (2021)") });
    expect(line("Electricity").match).toMatchObject({ kind: "name", place: "CHN" });
    expect(line("PCB")).toMatchObject({ match: { kind: "none", to: null }, emissions: null, base: { amount: 0.2 } });
    expect(line("PCB").match.how).toContain("No word of PCB is among the names of the data");
    expect(line("Truck").base).toEqual({ amount: 3.2, unit: "t*km", how: "8 kg over 400 km: 3.2 t·km" });
    const [next] = line("6061-T6").candidates;
    const chosen = await account(bill, { mapping: { entries: [{ name: " 6061-t6", to: next!.id }] } });
    expect(chosen.lines[0]).toMatchObject({ match: { kind: "mapping", id: next!.id } });
    expect(chosen.lines[0]!.emissions!.value).toBeCloseTo(2.1 * next!.factor!, 9);
  });

  test("a mapping converts, splits and leaves out, and its answers are those of the assessment", async () => {
    const lines = [
      readLine(2, { name: "Motor", amount: 4 }),
      readLine(3, { name: "Bolts", amount: 20, unit: "pcs" }),
      readLine(4, { name: "Aluminium", amount: 1 }),
    ];
    const first = await account(lines);
    expect(first.coverage).toMatchObject({ lines: 1, of: 3 });
    const steel = (await account([readLine(2, { name: "steel", amount: 1 })])).lines[0]!.match.id!;
    const aluminium = first.lines[2]!.match.id!;
    const made = await account(lines, {
      mapping: {
        entries: [
          {
            name: "motor",
            split: [
              { to: steel, share: 0.75, name: "Motor, steel" },
              { to: aluminium, share: 0.25 },
            ],
          },
          { name: "Bolts", unit: "pcs", to: steel, convert: { factor: 0.02, unit: "kg", source: "weighed" } },
          { name: "Aluminium", skip: "bought used" },
        ],
      },
    });
    expect(made.lines.map(({ name, amount, splitFrom }) => [name, amount, splitFrom])).toEqual([
      ["Motor, steel", 3, "Motor"],
      ["Motor (2)", 1, "Motor"],
      ["Bolts", 0.4, null],
      ["Aluminium", 1, null],
    ]);
    const found = await assess({
      description: "A product.",
      functionalUnit: { amount: 1, unit: "item" },
      bill: made.lines.map(({ name, amount }) => ({ name, amount, unit: "kg" })),
      answers: {
        "match:Motor, steel": steel,
        "match:Motor (2)": aluminium,
        "match:Bolts": steel,
        "match:Aluminium": "none",
      },
    });
    expect(made.totals[0]!.value).toBe(found.score.value);
    expect(made.lines[2]!.base!.how).toBe("20 pcs × 0.02 kg per pcs, by the mapping (weighed)");
    expect(made.lines[3]).toMatchObject({ emissions: null, match: { how: "Left out by the mapping: bought used" } });
    expect(made.notCovered).toContain("Lines that the mapping leaves out: Aluminium.");
  });

  test("a line that is no part of a bill and a row that could not be read count as lines without data", async () => {
    const lines = [
      readLine(2, { name: "steel", amount: 2 }),
      readLine(3, { name: "scrap returned", amount: -0.4 }),
      readLine(4, { name: "copper wire", amount: 1, unit: "", unitFrom: "none" }),
      readLine(5, { name: "spare bolt", amount: 0 }),
    ];
    const reason = { code: "", texts: { en: "Not a number.", zh: "不是数。" }, values: {} };
    const made = await account(lines, {
      leftOut: [{ sheet: "Sheet1", row: 6, column: null, text: "glue\tsome", reason, kind: "unreadable" }],
    });
    expect(made.coverage).toEqual({ lines: 1, of: 4, byMass: null });
    expect(made.headline).toMatch(/^[\d.]+ kg CO2e, from 1 of 4 lines, of which 3 could not be read$/);
    expect(made.lines.slice(1).map(({ match, emissions }) => [match.how, emissions])).toEqual([
      [
        "Row 3 of Sheet1, “scrap returned”, has the amount -0.4: a bill takes amounts above 0. Credits and returns are no lines of it.",
        null,
      ],
      [
        "Row 4 of Sheet1, “copper wire”, has an amount and no unit: state the unit in the file, or convert it in the mapping.",
        null,
      ],
      ["Row 5 of Sheet1, “spare bolt”, has the amount 0: nothing of it is in the product.", null],
    ]);
  });

  test("distances of materials wait for the way of transport, and then are lines of their own", async () => {
    const lines = [readLine(2, { name: "steel", amount: 500, distance: { amount: 300, unit: "km" } })];
    const first = await account(lines);
    expect(first.asks.find(({ key }) => key === "transport.mode")).toMatchObject({ assumed: null, rows: [{ row: 2 }] });
    const made = await account(lines, { mapping: { answers: { "transport.mode": "truck" } } });
    expect(made.lines[1]).toMatchObject({ name: "truck (steel)", splitFrom: "steel", base: { amount: 150 } });
    expect(made.totals[0]!.value!).toBeGreaterThan(first.totals[0]!.value!);
  });

  test("what a mapping names in vain is told, and the line is matched as without it", async () => {
    const lines = [readLine(2, { name: "steel", amount: 1 })];
    const made = await account(lines, { mapping: { entries: [{ name: "steel", to: "uslci:gone" }] } });
    expect(made.notes.join("\n")).toContain("names uslci:gone, which is not an activity of the background");
    expect(made.totals[0]!.value).toBe((await account(lines)).totals[0]!.value);
  });

  test("lines of one kind are judged alike, and the account of all is that of each line alone", async () => {
    const kinds = [
      { name: "corn", unit: "kg" },
      { name: "Steel", unit: "kg" },
      { name: "Steel", unit: "kg", place: "Germany" },
      { name: "Stahlblech", unit: "g" },
      { name: "PCB", unit: "kg" },
      { name: "Aluminum", unit: "t" },
      { name: "Electricity", unit: "kWh" },
      { name: "truck", unit: "t*km" },
      { name: "wood", unit: "m3" },
    ];
    const line = fc.record({ kind: fc.nat(kinds.length - 1), amount: fc.double({ min: 1e-3, max: 1e6, noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (given) => {
        const bill = given.map(({ kind, amount }, row) => readLine(row, { ...kinds[kind]!, amount }));
        // Without a material nothing is counted, so each line has a bolt beside it.
        const bolt = readLine(1000, { name: "Steel", amount: 1 });
        const all = await account([...bill, bolt]);
        for (const [at, each] of bill.entries()) expect((await account([each, bolt])).lines[0]).toEqual(all.lines[at]);
        const sum = all.lines.reduce((total, { emissions }) => total + (emissions?.value ?? 0), 0);
        expect(all.totals[0]!.value).toBeCloseTo(sum, -Math.floor(Math.log10(Math.abs(sum))) + 9);
      }),
      { numRuns: 6 },
    );
  });

  test("an answer that the assessment refuses is told of once for all lines that are called so", async () => {
    const lines = [1, 2, 3].map((row) => readLine(row, { name: "steel", amount: row }));
    const made = await account(lines, { mapping: { entries: [{ name: "steel", to: "uslci:gone" }] } });
    expect(made.notes.filter((note) => note.includes("names uslci:gone"))).toHaveLength(1);
    expect(made.lines).toEqual((await account(lines)).lines);
  });

  test("a bill fits a product, and a year's energy of sites does not", () => {
    const energy = ["Diesel", "Natural gas", "Electricity"].map((name, row) =>
      readLine(row, { name, amount: 1000, unit: "kWh", site: "Plant 1", year: 2024, scope: "1" }),
    );
    expect(productMaker.fit(bill)).toBeGreaterThan(0.6);
    expect(productMaker.fit(energy)).toBe(0);
    expect(productMaker.fit([])).toBe(0);
  });
});
