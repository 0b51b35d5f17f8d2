import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "../../../../lib/tool/part.ts";
import { ask, made, refusal, shipped } from "./asking.ts";

type Row = Readonly<Record<string, unknown>>;

/** The rows of a shipped dataset as records. */
async function rowsOf(dataset: string, ...names: readonly string[]): Promise<Row[]> {
  const columns = await shipped(dataset);
  const cells = names.map((name) => columns.texts(name) as ArrayLike<unknown>);
  return Array.from({ length: columns.rows }, (_, row) =>
    Object.fromEntries(names.map((name, i) => [name, cells[i]![row]])),
  );
}

describe("A query", () => {
  it("gives the rows for which all conditions hold, with the units of their columns", async () => {
    const { columns, rows, units, source } = await ask({
      dataset: "carbon_budget_countries",
      select: ["year", "production_mtco2"],
      where: { iso3: "CHN", year: { from: 2010, to: 2012 } },
    });
    const all = await rowsOf("carbon_budget_countries", "iso3", "year", "production_mtco2");
    const expected = all
      .filter(({ iso3, year }) => iso3 === "CHN" && [2010, 2011, 2012].includes(year as number))
      .map(({ year, production_mtco2 }) => ({ year, production_mtco2 }));
    expect(expected).toHaveLength(3);
    expect(rows).toEqual(expected);
    expect(columns).toEqual(["year", "production_mtco2"]);
    expect(units).toEqual({ year: "", production_mtco2: "Mt CO2" });
    expect(source).toEqual([
      expect.objectContaining({
        dataset: "carbon_budget_countries",
        publisher: "Global Carbon Project",
        where: "iso3 = 'CHN' and year >= 2010 and year <= 2012",
        rows: 3,
        of: all.length,
      }),
    ]);
  });

  it("takes one year from another, in the unit asked for and in per cent, and keeps the rows that a condition on it holds for", async () => {
    const { rows, units } = await ask({
      dataset: "carbon_budget_countries",
      select: [
        "iso3",
        { minus: ["production_mtco2", "then_production_mtco2"], as: "difference", unit: "kt CO2" },
        { change: ["production_mtco2", "then_production_mtco2"], as: "change" },
      ],
      where: { year: 2020, iso3: ["CHN", "IND", "GBR"] },
      join: [{ dataset: "carbon_budget_countries", on: ["iso3"], where: { year: 2000 }, prefix: "then_" }],
      having: { change: { above: 0 } },
      order: "-change",
    });
    const emissions = await rowsOf("carbon_budget_countries", "iso3", "year", "production_mtco2");
    const of = (code: string, then: number) =>
      emissions.find(({ iso3, year }) => iso3 === code && year === then)!.production_mtco2 as number;
    const changeOf = (code: string) => ((of(code, 2020) - of(code, 2000)) / of(code, 2000)) * 100;
    expect(changeOf("GBR")).toBeLessThan(0);
    const grown = ["CHN", "IND"].toSorted((a, b) => changeOf(b) - changeOf(a));
    expect(rows.map(({ iso3 }) => iso3)).toEqual(grown);
    for (const [i, code] of grown.entries()) {
      // Rounded at other places.
      expect(rows[i]!.change as number).toBeCloseTo(changeOf(code), 9);
      expect(rows[i]!.difference as number).toBeCloseTo((of(code, 2020) - of(code, 2000)) * 1000, 6);
    }
    expect(units).toEqual({ iso3: "", difference: "kt CO2", change: "%" });
  });

  it("gives all columns if none is selected, and no row where nothing matches a text", async () => {
    const { columns, rows } = await ask({ dataset: "population", where: { iso3: "chn" } });
    expect(columns).toEqual(["iso3", "entity", "entity_type", "year", "population"]);
    expect(rows).toEqual([]);
  });

  it("sums groups in the unit asked for", async () => {
    const { rows, units } = await ask({
      dataset: "national_co2_by_source",
      select: ["source", { column: "co2_mt", as: "total", aggregate: "sum", unit: "Gt CO2" }],
      where: { year: 2019, measure: "production" },
      group: ["source"],
      order: "-total",
    });
    const totals = new Map<string, number>();
    for (const row of await rowsOf("national_co2_by_source", "source", "year", "measure", "co2_mt"))
      if (row.year === 2019 && row.measure === "production" && row.co2_mt !== null)
        totals.set(row.source as string, (totals.get(row.source as string) ?? 0) + (row.co2_mt as number) / 1000);
    const expected = [...totals].sort(([, a], [, b]) => b - a);
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(({ source }) => source)).toEqual(expected.map(([source]) => source));
    // Sums in another unit are rounded at other places.
    for (const [i, [, total]] of expected.entries()) expect(rows[i]!.total as number).toBeCloseTo(total, 9);
    expect(units).toEqual({ source: "", total: "Gt CO2" });
  });

  it("divides columns of two datasets that are joined by their keys", async () => {
    const { rows, units, source } = await ask({
      dataset: "carbon_budget_countries",
      select: ["iso3", { over: ["production_mtco2", "population"], as: "perHead", unit: "t CO2/person" }],
      where: { year: 2020, iso3: ["CHN", "IND", "USA"] },
      join: [{ dataset: "population" }],
      order: ["iso3"],
    });
    const people = await rowsOf("population", "iso3", "year", "population");
    const emissions = await rowsOf("carbon_budget_countries", "iso3", "year", "production_mtco2");
    for (const [i, code] of ["CHN", "IND", "USA"].entries()) {
      const is = ({ iso3, year }: Row) => iso3 === code && year === 2020;
      const expected =
        ((emissions.find(is)!.production_mtco2 as number) * 1e6) / (people.find(is)!.population as number);
      expect(rows[i]!.iso3).toBe(code);
      expect(rows[i]!.perHead as number).toBeCloseTo(expected, 10);
    }
    expect(units.perHead).toBe("t CO2/person");
    expect(source[1]).toMatchObject({ dataset: "population", rows: 3 });
  });

  it("states to the trail the rows that equal values and whole years leave, on both sides of a join", async () => {
    const parts: [string, Part | undefined][] = [];
    await ask(
      {
        dataset: "carbon_budget_countries",
        where: { iso3: "CHN", year: { from: 2019, to: 2020 }, production_mtco2: { above: 0 } },
        join: [{ dataset: "population" }],
      },
      (dataset, part) => {
        parts.push([dataset, part]);
        return shipped(dataset, part);
      },
    );
    expect(parts).toEqual([
      ["carbon_budget_countries", { iso3: ["CHN"], year: [2019, 2020] }],
      ["population", { iso3: ["CHN"], year: [2019, 2020] }],
    ]);
  });
});

/** Columns with missing values, and rows that are equal in all but their place. */
const table = fc
  .array(
    fc.record({
      place: fc.constantFrom("AAA", "BBB", "CCC", null),
      year: fc.integer({ min: 2000, max: 2004 }),
      value: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }),
    }),
    { maxLength: 40 },
  )
  .map((rows) => ({
    rows,
    read: made({
      made: {
        place: [...rows.map(({ place }) => place)],
        year: [...rows.map(({ year }) => year)],
        value: [...rows.map(({ value }) => value)],
      },
    }),
  }));

type Made = { place: string | null; year: number; value: number | null };

const conditions: fc.Arbitrary<{ where: object; holds: (row: Made) => boolean }> = fc.oneof(
  fc.constant({ where: {}, holds: () => true }),
  fc
    .constantFrom("AAA", "BBB", "ZZZ")
    .map((place) => ({ where: { place }, holds: (row: Made) => row.place === place })),
  fc.constant({ where: { place: null }, holds: (row: Made) => row.place === null }),
  fc.constant({ where: { place: { not: "AAA" } }, holds: (row: Made) => row.place !== "AAA" }),
  fc.constant({ where: { place: { not: [null, "BBB"] } }, holds: (row: Made) => ["AAA", "CCC"].includes(row.place!) }),
  fc.constant({ where: { place: ["AAA", null] }, holds: (row: Made) => row.place === null || row.place === "AAA" }),
  fc.constant({ where: { place: { contains: "B" } }, holds: (row: Made) => row.place?.includes("B") === true }),
  fc.tuple(fc.integer({ min: 1999, max: 2005 }), fc.integer({ min: -6, max: 6 })).map(([year, bound]) => ({
    where: { year: { from: year }, value: { below: bound } },
    holds: (row: Made) => row.year >= year && row.value !== null && row.value < bound,
  })),
  fc.tuple(fc.integer({ min: 1999, max: 2005 }), fc.integer({ min: -6, max: 6 })).map(([year, bound]) => ({
    where: { year: { to: year }, value: { above: bound }, place: ["CCC", "BBB"] },
    holds: (row: Made) =>
      row.year <= year && row.value !== null && row.value > bound && ["CCC", "BBB"].includes(row.place!),
  })),
);

describe("Any query", () => {
  it("with conditions, an order and a limit gives what filtering, sorting and cutting records gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        conditions,
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
        async ({ rows, read }, { where, holds }, descending, limit) => {
          const order = [{ by: "value", descending }, "year"];
          const given = await ask({ dataset: "made", where, order, ...(limit ? { limit } : {}) }, read);
          const ranked = (a: Made, b: Made) => {
            if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
            return descending ? b.value - a.value : a.value - b.value;
          };
          const expected = rows.filter(holds).toSorted((a, b) => ranked(a, b) || a.year - b.year);
          expect(given.rows).toEqual(expected.slice(0, limit));
          if (rows.length > 0) expect(given.source[0]!.rows).toBe(expected.length);
        },
      ),
    );
  });

  it("with groups gives of each what a loop over its rows gives", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, read }) => {
        const kinds = ["sum", "mean", "min", "max", "count", "median", "first", "last", "sd"] as const;
        const select = ["place", "year", ...kinds.map((aggregate) => ({ column: "value", as: aggregate, aggregate }))];
        const given = await ask({ dataset: "made", select, group: ["place", "year"] }, read);
        const seen = new Set(rows.map(({ place, year }) => `${place} ${year}`));
        expect(given.rows.map(({ place, year }) => `${place} ${year}`)).toEqual([...seen]);
        for (const row of given.rows) {
          const of = rows.filter(({ place, year }) => place === row.place && year === row.year);
          const values = of.flatMap(({ value }) => (value === null ? [] : [value]));
          expect(row.count).toBe(values.length);
          if (values.length === 0) {
            for (const kind of kinds) if (kind !== "count") expect(row[kind]).toBeNull();
            continue;
          }
          let sum = 0;
          for (const value of values) sum += value;
          const mean = sum / values.length;
          let squares = 0;
          for (const value of values) squares += (value - mean) ** 2;
          const sorted = values.toSorted((a, b) => a - b);
          const middle = [sorted[(values.length - 1) >> 1]!, sorted[values.length >> 1]!];
          expect(row).toMatchObject({
            sum,
            mean,
            min: sorted[0],
            max: sorted.at(-1),
            median: (middle[0]! + middle[1]!) / 2,
            first: values[0],
            last: values.at(-1),
          });
          if (values.length === 1) expect(row.sd).toBeNull();
          else expect(row.sd as number).toBeCloseTo(Math.sqrt(squares / (values.length - 1)), 12);
        }
      }),
    );
  });
});

describe("Missing values", () => {
  const read = made({ made: { place: ["AAA", "AAA", "BBB"], value: [1, null, null], people: [2, 4, 0] } });

  it("are left out of sums, and counted in a note", async () => {
    const { rows, notes } = await ask(
      { dataset: "made", select: ["place", { column: "value", aggregate: "sum" }], group: ["place"] },
      read,
    );
    expect(rows).toEqual([
      { place: "AAA", value: 1 },
      { place: "BBB", value: null },
    ]);
    expect(notes).toEqual(["2 of 3 rows have no `value`: they are left out of `value`."]);
  });

  it("of one part of a ratio leave out the row from both", async () => {
    const { rows } = await ask(
      { dataset: "made", select: ["place", { over: ["value", "people"], as: "ratio" }], group: ["place"] },
      read,
    );
    expect(rows).toEqual([
      { place: "AAA", ratio: 0.5 },
      { place: "BBB", ratio: null },
    ]);
  });

  it("stand for a ratio to zero", async () => {
    const zero = made({ made: { a: [1, 0], b: [0, 0] } });
    const { rows } = await ask({ dataset: "made", select: [{ over: ["a", "b"], as: "ratio" }] }, zero);
    expect(rows).toEqual([{ ratio: null }, { ratio: null }]);
  });
});

describe("A join", () => {
  const read = made({
    left: { iso3: ["AAA", "BBB", null], year: [2000, 2000, 2000], name: ["a", "b", "world"], value: [1, 2, 3] },
    right: { iso3: ["AAA", "CCC", null], year: [2000, 2000, 2000], name: ["A", "C", "World"], people: [10, 30, 40] },
    twice: { iso3: ["AAA", "AAA"], kind: ["x", "y"], share: [1, 2] },
    coded: { region: ["AAA"], people: [7] },
  });

  it("keeps rows without a match, and calls a column by its dataset if the name is taken", async () => {
    const { rows, notes } = await ask({ dataset: "left", join: [{ dataset: "right" }] }, read);
    expect(rows).toEqual([
      { iso3: "AAA", year: 2000, name: "a", value: 1, right_name: "A", people: 10 },
      { iso3: "BBB", year: 2000, name: "b", value: 2, right_name: null, people: null },
      { iso3: null, year: 2000, name: "world", value: 3, right_name: null, people: null },
    ]);
    expect(notes).toEqual(["2 of 3 rows have no match in right: its columns are missing there."]);
  });

  it("drops them if asked, and takes a prefix and keys of two names", async () => {
    const { rows } = await ask(
      {
        dataset: "left",
        select: ["iso3", "of_people"],
        join: [{ dataset: "coded", on: [{ left: "iso3", right: "region" }], prefix: "of_", unmatched: "drop" }],
      },
      read,
    );
    expect(rows).toEqual([{ iso3: "AAA", of_people: 7 }]);
  });

  it("that would repeat rows is refused, until a condition leaves one of them", async () => {
    const repeated = await refusal({ dataset: "left", join: [{ dataset: "twice" }] }, read);
    expect(repeated.en).toContain('Joining twice by iso3 would repeat rows: it has several for iso3 = "AAA".');
    expect(repeated.zh).toContain("会使行重复");
    const { rows } = await ask(
      {
        dataset: "left",
        select: ["iso3", "share"],
        join: [{ dataset: "twice", where: { kind: "y" }, unmatched: "drop" }],
      },
      read,
    );
    expect(rows).toEqual([{ iso3: "AAA", share: 2 }]);
  });
});

describe("Units", () => {
  it("that stand in a column are those of the rows, if they have one", async () => {
    const { units } = await ask({
      dataset: "inventories_reported",
      select: ["value_mt"],
      where: { iso3: "DEU", year: 2019, unit: "Mt CH4" },
    });
    expect(units).toEqual({ value_mt: "Mt CH4" });
    const gases = await ask({ dataset: "ceds_countries", select: ["emissions_kt"], where: { gas: "CH4", year: 2019 } });
    expect(gases.units).toEqual({ emissions_kt: "kt CH4" });
    const several = await ask({ dataset: "ceds_countries", select: ["gas", "emissions_kt"], where: { year: 2019 } });
    expect(several.units.emissions_kt).toBe("kt of the gas");
  });

  it("name the metric in the notation of quantities", async () => {
    const { units } = await ask({ dataset: "nonco2_countries", where: { iso3: "CHN", year: 2020 } });
    expect(units.emissions_mtco2e_ar5).toBe("Mt CO2e AR5.GWP100");
  });

  it("are converted row by row before values are added", async () => {
    const read = made(
      { made: { value: [1, 2, null], unit: ["kt CO2", "Mt CO2", "t CH4"] } },
      { value: "see column unit" },
    );
    const { rows, units } = await ask(
      { dataset: "made", select: [{ column: "value", aggregate: "sum", unit: "t CO2" }] },
      read,
    );
    expect(rows).toEqual([{ value: 2_001_000 }]);
    expect(units).toEqual({ value: "t CO2" });
    const mixed = await refusal({ dataset: "made", select: [{ column: "value", aggregate: "sum" }] }, read);
    expect(mixed.en).toContain("The rows of `value` are in several units (kt CO2, Mt CO2)");
    expect(mixed.zh).toContain("各行的单位不同");
  });
});

describe("A query is refused with a sentence in both languages", () => {
  const cases: readonly [string, object, string, string][] = [
    [
      "an unknown column",
      { select: ["production_mtco"] },
      "select[0]: The dataset carbon_budget_countries has no column `production_mtco`. Did you mean `production_mtco2`?",
      "没有列 `production_mtco`。您是不是要用 `production_mtco2`？",
    ],
    ["an unknown column of a condition", { where: { iso: "CHN" } }, "where.iso: ", "您是不是要用 `iso3`？"],
    ["an unknown column of an order", { order: "-produktion" }, "order[0]: ", "没有可供排序的列 `produktion`"],
    ["a text for a number", { where: { year: "2020" } }, 'holds numbers; "2020" is a text', '而 "2020" 为文本'],
    ["a part of a number", { where: { year: { contains: "20" } } }, "contains is for texts", "contains 只用于文本"],
    ["a sum of texts", { select: [{ column: "entity", aggregate: "sum" }] }, "holds texts", "不能求和"],
    [
      "a unit of another kind",
      { select: [{ column: "production_mtco2", unit: "t CH4" }] },
      "CO2 does not become CH4 by a change of unit",
      "不会因单位换算变为 CH4",
    ],
    [
      "a column that is neither grouped nor aggregated",
      { select: ["entity", { column: "production_mtco2", aggregate: "sum" }], group: ["year"] },
      "`entity` is neither aggregated nor in group",
      "既未聚合，也不在 group 中",
    ],
    [
      "an expression as text",
      { select: { total: "sum(production_mtco2)" } },
      '[{column: "production_mtco2", as: "total", aggregate: "sum"}]',
      "写成文本的表达式不会被解读",
    ],
    [
      "an aggregate that there is not",
      { select: [{ column: "year", aggregate: "average" }] },
      'select[0].aggregate is the text "average"; expected one of "sum", "mean"',
      "select[0].aggregate 应为",
    ],
    ["a ratio without a name", { select: [{ over: ["year", "year"] }] }, "expected as, the name", "应给出 as"],
    ["neither column nor ratio", { select: [{ as: "x" }] }, "expected one of column, over", "应从 column"],
    [
      "a mean of ratios",
      { select: [{ over: ["production_mtco2", "consumption_mtco2"], as: "x", aggregate: "mean" }] },
      "both are summed first",
      "先分别求和",
    ],
    [
      "a condition on what is not in the result",
      { select: ["iso3"], having: { year: 2020 } },
      "There is no column `year` in the result for having",
      "结果中没有可用于 having 的列 `year`",
    ],
    [
      "a difference of what has different dimensions",
      { join: [{ dataset: "population" }], select: [{ minus: ["production_mtco2", "population"], as: "x" }] },
      "cannot be given in 1",
      "不能以 1 给出",
    ],
    ["two columns of one name", { select: ["year", "year"] }, "Two selected columns are called `year`", "都叫 `year`"],
    ["a join without a key", { join: [{ dataset: "gas_metrics" }] }, "have no key in common", "没有共同的键"],
    ["an empty condition", { where: { year: {} } }, "expected a condition", "应为条件"],
  ];

  it.each(cases)("%s", async (_, input, en, zh) => {
    const said = await refusal({ dataset: "carbon_budget_countries", ...input });
    expect(said.en).toContain(en);
    expect(said.zh).toContain(zh);
  });

  it("more rows than a query gives", async () => {
    const said = await refusal({ dataset: "us_imports", select: ["year"] });
    expect(said.en).toContain("a query gives at most");
    expect(said.zh).toContain("一次查询至多给出");
  });

  it("an unknown dataset", async () => {
    const said = await refusal({ dataset: "carbon_budget_country" });
    expect(said.en).toContain("dataset: There is no dataset carbon_budget_country");
    expect(said.zh).toContain("没有数据集 carbon_budget_country");
  });
});
