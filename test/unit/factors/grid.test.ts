import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disclosedIn } from "../../../lib/factors/disclosure.ts";
import { findGridPlace } from "../../../lib/factors/grid-place.ts";
import { countryOfPlace, type GridCandidate, nearestGrid, OLDEST_GRID } from "../../../lib/factors/nearest-grid.ts";
import { gridAverages } from "../../../lib/factors/shipped-grids.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { tableOf } from "../datasets/shipped.ts";
import { call, shipped } from "../inventory/company/calling.ts";

const of = (place: string | null, year: number, more: Partial<GridCandidate> = {}): GridCandidate => ({
  country: "CHN",
  place,
  grid: place === "CN-SC" ? "Southwest China" : null,
  year,
  own: false,
  lifeCycle: false,
  ...more,
});
const choose = (candidates: readonly GridCandidate[], place: string | null, year: number) => {
  const found = nearestGrid(candidates, { country: "CHN", place, year });
  return found && { factor: found.factor, said: found.fallbacks.map((said) => writeMessage(said)) };
};

describe("The nearest grid", () => {
  const [province, grid, country] = [of("CN-SC", 2022), of("Southwest China", 2025), of(null, 2026)];

  test("is the province, also of an earlier year", () => {
    expect(choose([country, grid, province], "CN-SC", 2024)).toEqual({
      factor: province,
      said: ["It is of 2022: there is none of 2024."],
    });
  });

  test("is its regional grid where the province's factor is too old, then the country, and it says which", () => {
    expect(choose([country, grid, province], "CN-SC", 2026)).toEqual({
      factor: grid,
      said: [
        "There is no factor of CN-SC for 2026.",
        "That of its regional grid, Southwest China, is used.",
        "It is of 2025: there is none of 2026.",
      ],
    });
    expect(choose([country, province], "CN-SC", 2026)).toEqual({
      factor: country,
      said: ["There is no factor of CN-SC for 2026.", "That of the country, CHN, is used."],
    });
  });

  test("of a country is one of generation before one over the life cycle, and the user's own before both", () => {
    const [cycle, generation, own] = [
      of(null, 2024, { lifeCycle: true }),
      of(null, 2023),
      of(null, 2021, { own: true }),
    ];
    expect(choose([cycle, generation], null, 2024)?.factor).toBe(generation);
    expect(choose([cycle, generation, own], "CN-SC", 2024)).toEqual({
      factor: own,
      said: ["It is of 2021: there is none of 2024."],
    });
  });

  test("is never of a later year, of one too old, of another place, or of a smaller one", () => {
    const places = [null, "CN-SC", "CN-YN", "Southwest China", "South China"];
    const candidates = fc.array(
      fc.record({
        place: fc.constantFrom(...places),
        year: fc.integer({ min: 2015, max: 2030 }),
        country: fc.constantFrom("CHN", "DEU"),
        own: fc.boolean(),
        lifeCycle: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(
        candidates,
        fc.constantFrom(null, "CN-SC"),
        fc.integer({ min: 2015, max: 2030 }),
        (given, place, year) => {
          const all = given.map((each) => of(each.place, each.year, each));
          const found = choose(all, place, year);
          const fitting = all.filter(
            (each) =>
              each.country === "CHN" &&
              (each.place === null ||
                (place !== null &&
                  (each.place === place ||
                    (each.place === "Southwest China" && all.some((other) => other.place === place))))) &&
              each.year! <= year &&
              year - each.year! <= OLDEST_GRID,
          );
          if (!found) expect(fitting).toEqual([]);
          else expect(fitting).toContain(found.factor);
        },
      ),
    );
  });

  test("knows the country of a province by the prefix of another", () => {
    expect(countryOfPlace([province], "CN-XZ")).toBe("CHN");
    expect(countryOfPlace([province], "DE-BY")).toBeNull();
  });
});

describe("Full disclosure", () => {
  const statements = [
    { country: "NLD", year: 2023, fullDisclosure: false },
    { country: "NLD", year: 2024, fullDisclosure: true },
    { country: "AUT", year: 2023, fullDisclosure: true },
  ];

  test.each([
    ["NLD", 2022, null],
    ["NLD", 2023, null],
    ["NLD", 2024, 2024],
    ["NLD", 2030, 2024],
    ["AUT", 2020, 2023],
    ["DEU", 2023, null],
  ] as const)("of %s in %d was stated in %s", (country, year, stated) => {
    expect(disclosedIn(statements, country, year)).toBe(stated);
  });
});

describe("factors.grid", () => {
  const grid = (place: string, year: number, more: object = {}) => call("factors.grid", { place, year, ...more });

  test("gives every province and regional grid its factor by code and by both names", async () => {
    const averages = (await gridAverages(shipped, "CHN")).filter(({ country }) => country === "CHN");
    const latest = new Map<string, Record<string, unknown>>();
    for (const row of tableOf("grid_factors_china").toArray()) {
      const { place, name, name_zh, year, factor_kg_per_kwh: value } = row;
      for (const written of [place, name, name_zh]) {
        const found = nearestGrid(averages, { ...(await findGridPlace(written, shipped)), year })!;
        expect([found.factor.value, found.factor.year, found.fallbacks], written).toEqual([value, year, []]);
      }
      if (year > ((latest.get(place)?.year as number | undefined) ?? 0)) latest.set(place, row);
    }
    expect(latest.size).toBeGreaterThan(31);
    for (const { place, name_zh, year, factor_kg_per_kwh: value } of latest.values()) {
      const found = await grid(name_zh as string, year as number);
      expect([found.value, found.unit, found.year, found.fallbacks], place as string).toEqual([
        value,
        "kg CO2/kWh",
        year,
        [],
      ]);
    }
  });

  test("of Germany is of generation over the life cycle, and says so", async () => {
    const { dataset, notes, unit } = await grid("DEU", 2023);
    expect([dataset, unit]).toEqual(["electricity_intensity", "g CO2e/kWh"]);
    expect(notes[0]).toMatch(/^Of generation over the life cycle/);
  });

  test("gives the margins for any later year, and says of which they are", async () => {
    const shipped = tableOf("grid_margins")
      .toArray()
      .find((row) => row.iso3 === "IND")!;
    const operating = await grid("IND", 2025, { kind: "operating" });
    const firm = await grid("IND", 2025, { kind: "combined", project: "firm" });
    expect([operating.value, firm.value]).toEqual([shipped.operating_g_per_kwh, shipped.combined_firm_g_per_kwh]);
    expect(operating.fallbacks).toEqual(["It is of 2021: there is none of 2025."]);
    expect(operating.notes.at(-1)).toMatch(/not for inventories or footprints/);
    await expect(grid("IND", 2020, { kind: "operating" })).rejects.toThrow("There are those of 2021.");
  });

  test("has no residual mix of Austria, and names the countries that have one where there is none", async () => {
    await expect(grid("AUT", 2023, { kind: "residual" })).rejects.toThrow(/supplier’s own factor is required/);
    await expect(grid("USA", 2023, { kind: "residual" })).rejects.toThrow(/There are those of BEL, BGR, .*SWE\./);
  });

  test("names the years where all are too old, and what a place may be", async () => {
    await expect(grid("CN-SD", 2040)).rejects.toThrow(
      "no mean factor of CN-SD for the year 2040. There are those of 2000–2024.",
    );
    await expect(grid("Atlantis", 2023)).rejects.toThrow("“Atlantis” is not a known place");
    await expect(grid("QQQ", 2023)).rejects.toThrow("“QQQ” is not a known place");
  });

  test("of China in years whose national factor is known from memory only is not the ministry's", async () => {
    expect((await grid("CHN", 2022)).dataset).toBe("electricity_intensity");
    expect((await grid("CHN", 2024)).year).toBe(2023);
  });
});
