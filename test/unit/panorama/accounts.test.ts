import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import { type AccountRow, readAccounts } from "../../../lib/panorama/account.ts";
import { avoidedEmissions } from "../../../lib/panorama/avoided.ts";
import { readEdition } from "../../../lib/panorama/edition.ts";
import { fossilAccounts } from "../../../lib/panorama/fossil-accounts.ts";
import { readMasses } from "../../../lib/panorama/gas-accounts.ts";
import { landAccounts } from "../../../lib/panorama/land-accounts.ts";
import { countriesOf, NationalSeries } from "../../../lib/panorama/national-series.ts";
import { reconcile, residenceRows } from "../../../lib/panorama/reconciliation.ts";
import { ReportedLand } from "../../../lib/panorama/reported-land.ts";
import { tradeAccounts } from "../../../lib/panorama/trade-accounts.ts";

const value = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const good: AccountRow = {
  region: "CHN",
  year: 2022,
  category: "total",
  gas: "CO2",
  principle: "territorial",
  value: 1,
  unit: "Mt CO2",
  metric: "",
  lo: null,
  hi: null,
  bounds: "none",
  source: "inventory",
  method: "given",
};

describe("rows of one's own", () => {
  test.each([
    [{ value: Number.NaN }, "value is NaN; expected a finite number."],
    [{ unit: "kt CO2" }, 'unit is "kt CO2"; expected Mt CO2 or Mt CO2e.'],
    [{ unit: "Mt CO2e" }, "metric is empty"],
    [{ gas: "CH4" }, "unit is Mt CO2, but the gas is CH4"],
    [{ source: " " }, "source is empty"],
    [{ lo: 2 }, "value 1 is outside lo 2"],
    [{ lo: 0.5, bounds: "range of sources" as const }, "lo and hi belong together: set both or neither."],
    [{ lo: 0.5, hi: 2 }, 'bounds is "none", but lo and hi are given'],
    [{ bounds: "95 % interval" as const }, 'bounds is "95 % interval", but lo and hi are missing.'],
  ])("%o is left out by a sentence that names the row, and the others go on", (fault, sentence) => {
    const { rows, problems } = readAccounts([good, { ...good, region: "USA", ...fault }]);
    expect(rows).toEqual([good]);
    expect(inEnglish(problems)).toEqual([expect.stringContaining(`Row 2 (USA 2022, total): ${sentence}`)]);
  });

  test("the same account twice is said once for the second", () => {
    expect(inEnglish(readAccounts([good, { ...good, value: 3 }]).problems[0])).toContain("row 1 is the same account");
  });
});

test("a reconciliation closes whatever its effects are, and the rest is a row of its own", () => {
  fc.assert(
    fc.property(value, value, fc.array(value, { maxLength: 6 }), (from, to, effects) => {
      const named = effects.map((each, i) => ({ effect: `${i}`, value: each, source: "s", method: "m" }));
      const { unexplained } = reconcile(from, to, named);
      const closed = from + effects.reduce((sum, each) => sum + each, 0) + unexplained;
      expect(Math.abs(closed - to)).toBeLessThan(1e-8);
    }),
  );
});

test("territory, the ships of residents and the rest make residence", () => {
  fc.assert(
    fc.property(value, value, fc.double({ min: 0, max: 100, noNaN: true }), (territorial, residence, transport) => {
      const terms = {
        region: "DNK",
        year: 2011,
        territorial,
        residence,
        transport,
        worldTransport: 1000,
        bunkers: 900,
      };
      const [ships, rest] = residenceRows(terms, "JRC");
      expect(ships!.value).toBeCloseTo(transport * 0.9, 9);
      expect(territorial + ships!.value + rest!.value).toBeCloseTo(residence, 7);
    }),
  );
});

describe("an edition", () => {
  const columns = {
    rows: 4,
    iso3: ["FRA", "DEU", null, null],
    type: ["country", "country", "world", "group"],
    year: [2000, 2000, 2000, 2000],
    production: [10, 20, 35, 99],
    consumption: [14, null, null, 99],
  };
  const edition = readEdition("E", columns);

  test("has consumption = territorial + net transfer, and names the members without one", () => {
    const { rows, lacks } = fossilAccounts("EU15", 2000, { edition, otherEditions: [], otherProduction: [] });
    expect(rows.map(({ value: each }) => each)).toEqual([30, 4, 34]);
    expect(String(inEnglish(lacks))).toMatch(/no production of AUT, .*SWE/);
    expect(String(inEnglish(lacks))).toMatch(/no consumption of .*DEU/);
  });

  test("gives the world a consumption equal to its production, and takes groups from their members alone", () => {
    const { rows } = fossilAccounts("WORLD", 2000, { edition, otherEditions: [], otherProduction: [] });
    expect(rows.map(({ value: each }) => each)).toEqual([35, 0, 35]);
  });

  test("leaves a source that misses a member out of the range", () => {
    const other = new NationalSeries("other");
    other.add("FRA", 2000, 12);
    const ask = (region: string) =>
      fossilAccounts(region, 2000, { edition, otherEditions: [], otherProduction: [other] }).rows[0]!;
    expect(inEnglish(ask("FRA"))).toMatchObject({
      lo: 10,
      hi: 12,
      bounds: "range of sources",
      method: expect.stringContaining("other"),
    });
    expect(ask("EU15")).toMatchObject({ lo: null, hi: null, bounds: "none" });
  });

  test("says that a region is none", () => {
    expect(() => countriesOf("Atlantis", 2000)).toThrow(/no region "Atlantis".*EU27/);
  });
});

test("masses are weighed by substance, gases of the Montreal Protocol left out", () => {
  const columns = {
    rows: 3,
    iso3: ["JPN", "JPN", null],
    gas: ["SF6", "HCFC-141b", "SF6"],
    year: [2000, 2000, 2000],
    mass: [2, 5, 1],
  };
  const series = readMasses("F", columns, "AR5.GWP100", 1e-6);
  expect(series.at("JPN", 2000)).toBeCloseTo(2 * 23_500e-6, 12);
  expect(series.at("WORLD", 2000)).toBeCloseTo(3 * 23_500e-6, 12);
});

describe("land", () => {
  const model = (name: string, flux: number) => {
    const series = new NationalSeries(name);
    series.add("BRA", 2010, flux);
    return series;
  };
  const sources = {
    edition: "E",
    models: [model("a", 100), model("b", 400)],
    reported: new ReportedLand([{ region: "BRA", year: 2010, value: -50, source: "report", status: "memory" }]),
  };

  test("is the mean of the models within their range", () => {
    expect(landAccounts("BRA", 2010, "land-use change", sources).rows).toMatchObject([
      { value: 250, lo: 100, hi: 400 },
    ]);
  });

  test("by the managed-land proxy adds up to what the inventory reports, and is marked unverified", () => {
    const { rows } = landAccounts("BRA", 2010, "managed land", sources);
    expect(rows.reduce((sum, each) => sum + each.value, 0)).toBe(-50);
    expect(inEnglish(rows[1]!.method)).toContain("unverified");
  });

  test.each(["source", "transcription"] as const)(
    "by the managed-land proxy is not called unverified from a %s",
    (status) => {
      const reported = new ReportedLand([{ region: "BRA", year: 2010, value: -50, source: "report", status }]);
      expect(inEnglish(landAccounts("BRA", 2010, "managed land", { ...sources, reported }).rows[1])).toMatchObject({
        value: -300,
        source: "report",
        method: "reported less land-use change (managed-land proxy)",
      });
    },
  );

  test("says which years are reported where the one asked for is not, and takes none of them in its place", () => {
    const models = [model("a", 100)];
    models[0]!.add("BRA", 2011, 1);
    const years = [2005, 2008, 2009, 2010, 2012];
    const flux = { region: "BRA", value: -50, source: "report", status: "transcription" } as const;
    const reported = new ReportedLand(years.map((year) => ({ ...flux, year })));
    const { rows, lacks } = landAccounts("BRA", 2011, "managed land", { ...sources, models, reported });
    expect(rows.map(({ category }) => category)).toEqual(["land-use change"]);
    expect(inEnglish(lacks)).toEqual(["No reported land flux of BRA in 2011 ships. It has 2005, 2008–2010, 2012."]);
  });
});

describe("reported land of a group", () => {
  const members = countriesOf("G7", 2010);
  const fluxes = members.flatMap((region, at) =>
    [2009, 2010].map((year) => ({ region, year, value: at, source: `s${at % 2}`, status: "transcription" as const })),
  );
  const models = [new NationalSeries("a")];
  for (const member of members) models[0]!.add(member, 2010, 1);
  const ask = (reported: ReportedLand) => landAccounts("g7", 2010, "managed land", { edition: "E", models, reported });

  test("is the sum of what its members report, with the sources of all", () => {
    const { rows, lacks } = ask(new ReportedLand(fluxes));
    expect(lacks).toEqual([]);
    expect(rows.reduce((sum, each) => sum + each.value, 0)).toBe(21);
    expect(inEnglish(rows[1])).toMatchObject({
      source: "s0; s1",
      method: "reported less land-use change (managed-land proxy); reported is the sum of 7 national inventories",
    });
  });

  test("rests on the weakest of them", () => {
    const [first, ...others] = fluxes;
    const reported = new ReportedLand([...others, { ...first!, year: 2010, status: "memory" }]);
    expect(inEnglish(ask(reported).rows[1]!.method)).toContain("unverified");
  });

  test("is not given where one of them reports nothing, who is named with the years that are whole", () => {
    const reported = new ReportedLand(fluxes.filter(({ region, year }) => region !== "JPN" || year === 2009));
    expect(inEnglish(ask(reported))).toMatchObject({
      rows: [{ category: "land-use change" }],
      lacks: ["No reported land flux of g7 in 2010 ships: that of JPN is missing. It has 2009."],
    });
  });
});

test("a group of the table sums its members and names those in the rest of the world", () => {
  const trade = {
    year: 2011,
    source: "T",
    regions: ["AAA", "BBB", "ROW"],
    production: [1, 2, 3],
    consumption: [2, 2, 2],
    imports: [2, 1, 1],
    exports: [1, 1, 2],
  };
  const { rows, lacks } = tradeAccounts("G", ["AAA", "BBB", "CCC"], trade);
  expect(rows.map(({ value: each }) => each)).toEqual([3, 3, 2, 4]);
  expect(inEnglish(lacks[0])).toContain("CCC");
});

describe("avoided emissions", () => {
  const goods = {
    capacity_MW: 1000,
    capacityFactor: 0.14,
    lifetime: 25,
    degradation: 0.005,
    grid_t_per_MWh: 0.6,
    gridDecline: 0.02,
    embodied_t_per_MW: 1200,
  };

  test("are never more against a grid that gets cleaner than against one that stays", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.2, noNaN: true }), (gridDecline) => {
        const { baseline_t, staticBaseline_t } = avoidedEmissions({ ...goods, gridDecline });
        expect(baseline_t).toBeLessThanOrEqual(staticBaseline_t * (1 + 1e-12));
      }),
    );
  });

  test.each([
    [{ lifetime: 0 }, /lifetime is 0; expected a whole number/],
    [{ capacityFactor: 1.2 }, /capacityFactor is 1.2; expected a number ≤ 1/],
    [{ capacity_MW: -1 }, /capacity_MW is -1; expected a number ≥ 0/],
  ])("refuse %o by name", (fault, sentence) => {
    expect(() => avoidedEmissions({ ...goods, ...fault })).toThrow(sentence);
  });
});
