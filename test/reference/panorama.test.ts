import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { accounts } from "../../lib/mrio/accounts.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { avoidedEmissions } from "../../lib/panorama/avoided.ts";
import { panoramaAccounts } from "../../lib/panorama/tools/accounts.ts";
import { panoramaAnnounced } from "../../lib/panorama/tools/announced.ts";
import { revisionsOf } from "../../lib/panorama/tools/error-laws.ts";
import { panoramaLadder } from "../../lib/panorama/tools/ladder.ts";
import { callTool } from "../../lib/tool/call.ts";
import { hasWiod, wiodTable } from "./mrio/wiod.ts";

// The ladder on the datasets as they ship.
const read = readOnce(shippedDatasets());
const climb = (input: object) => callTool(panoramaLadder, input, uninterrupted, read);

async function percent(region: string, year: number, more: object = {}): Promise<number> {
  const { rows } = await climb({ regions: [region], year, ...more });
  const at = (step: string) => rows.find((row) => row.step === step && row.kind === "level")!.value;
  return 100 * (at("consumption") / at("territorial") - 1);
}

/** Published to a tenth of a per cent. */
const TENTH = 0.051;

describe("consumption against production CO2 as published", () => {
  test.each([
    ["GCB 2025", 2022, "CHN", -11.0],
    ["GCB 2025", 2022, "USA", 10.1],
    ["GCB 2025", 2022, "JPN", 16.7],
    ["GCB 2025", 2023, "CHN", -10.8],
    ["GCB 2025", 2023, "USA", 10.4],
    ["GCB 2025", 2023, "JPN", 15.7],
    ["GCB 2024", 2022, "CHN", -9.2],
    ["GCB 2024", 2022, "USA", 11.1],
    ["GCB 2024", 2022, "JPN", 15.9],
    ["GCB 2024", 2022, "EU27", 26.6],
    ["GCB 2024", 2022, "IND", -9.3],
    ["GCB 2024", 2022, "GBR", 55.7],
    ["GCB 2024", 2022, "ZAF", -30.3],
    ["GCB 2024", 2011, "CHN", -14.6],
    ["GCB 2024", 2011, "USA", 4.9],
    ["GCB 2024", 2011, "JPN", 20.7],
  ])("%s, %i: %s %f %%", async (edition, year, region, published) => {
    expect(Math.abs((await percent(region, year, { edition })) - published)).toBeLessThan(TENTH);
  });
});

test("the world's fossil CO2 of 2022 is the Global Carbon Budget's in both editions, and its consumption is its production", async () => {
  const { rows } = await climb({ regions: ["WORLD"], year: 2022, boundary: "fossil" });
  const territorial = rows.find(({ step }) => step === "territorial")!;
  expect(territorial.value).toBeCloseTo(37_527.8, 1);
  // CEDS has 36.23 Gt, the lowest of the three; it is published to a hundredth of a Gt.
  expect(Math.abs(territorial.lo! - 36_230)).toBeLessThan(5);
  expect(rows.find(({ step }) => step === "consumption")!.value).toBe(territorial.value);
});

test("the EU of 27 is the sum of its members and the source's own group", async () => {
  const group = (await read("carbon_budget_countries_2024")).texts("entity");
  const columns = await read("carbon_budget_countries_2024");
  const [year, produced] = [columns.numbers("year"), columns.numbers("production_mtco2")];
  const at = Array.from(group).findIndex((name, row) => name === "European Union (27)" && year[row] === 2022);
  const { rows } = await climb({ regions: ["EU27"], year: 2022, edition: "GCB 2024" });
  // The source rounds each country to seven digits.
  expect(Math.abs(rows[0]!.value - produced[at]!)).toBeLessThan(0.01);
});

test("land-use change of China in 2022 is the mean of three models that disagree in sign", async () => {
  const { rows } = await climb({ regions: ["CHN"], year: 2022 });
  const land = rows.find(({ step }) => step === "land-use change")!;
  // Published: 268, −33 and −26 Mt C, to a whole Mt C.
  expect(Math.abs(land.value / 3.664 - (268 - 33 - 26) / 3)).toBeLessThan(0.6);
  expect(Math.abs(land.lo! / 3.664 + 33)).toBeLessThan(0.6);
  expect(Math.abs(land.hi! / 3.664 - 268)).toBeLessThan(0.6);
});

describe("the boundary of managed land", () => {
  const landOf = async (region: string, year: number) => {
    const { rows, lacks } = await climb({ regions: [region], year, boundary: "managed land" });
    return { land: rows.filter((row) => row.kind === "change" && row.principle === "natural"), lacks };
  };
  const submission = (year: number) => `UNFCCC submission of ${year}, as compiled by Andrew (CICERO)`;
  const unstated = "UNFCCC submission of a year that is not stated, as compiled by Andrew (CICERO)";

  test.each([
    ["CHN", 2021, -1346.499, submission(2024)],
    ["USA", 2022, -973.902, unstated],
    ["JPN", 2022, -52.705, submission(2026)],
    ["BRA", 2022, 751.467, submission(2024)],
    ["DEU", 2022, 49.85, submission(2026)],
  ])(
    "adds up to what the inventory of %s in %i reports, named by its submission",
    async (region, year, net, source) => {
      const { land, lacks } = await landOf(region, year);
      expect(land.map(({ category }) => category)).toEqual(["land-use change", "managed land, indirect"]);
      expect(land.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(net, 9);
      expect(land[1]).toMatchObject({ source, method: "reported less land-use change (managed-land proxy)" });
      expect(lacks.filter((lack) => lack.includes("reported land"))).toEqual([]);
    },
  );

  test("sums the EU of 27 from its members to the row of the table", async () => {
    const table = await read("land_use_reported");
    const [entity, years, net] = [table.texts("entity"), table.numbers("year"), table.numbers("net_mtco2")];
    const row = Array.from({ length: table.rows }, (_, at) => at).find(
      (at) => entity[at] === "EU27" && years[at] === 2022,
    )!;
    const { land } = await landOf("EU27", 2022);
    expect(land.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(net[row]!, 9);
    expect(land[1]).toMatchObject({
      source: `${submission(2026)}; ${unstated}`,
      method: "reported less land-use change (managed-land proxy); reported is the sum of 27 national inventories",
    });
  });

  test.each([
    ["CHN", 2022, "No reported land flux of CHN in 2022 ships. It has 2005, 2020–2021."],
    ["CIV", 2022, "No reported land flux of CIV in 2022 ships."],
    ["WORLD", 2022, "No reported land flux of WORLD in 2022 ships."],
    ["BRICS", 2022, "No reported land flux of BRICS in 2022 ships: that of CHN is missing. It has 2020–2021."],
  ])("ends the ladder of %s in %i before land, and says which years there are", async (region, year, sentence) => {
    const { rows, lacks } = await climb({ regions: [region], year, boundary: "managed land" });
    expect(rows.at(-1)!.step).toBe("consumption");
    expect(lacks).toContain(sentence);
    const table = await callTool(
      panoramaAccounts,
      { regions: [region], year, boundary: "managed land" },
      uninterrupted,
      read,
    );
    expect(table.rows.filter(({ principle }) => principle === "natural")).toMatchObject([
      { category: "land-use change" },
    ]);
  });
});

test("the newest year has no land-use change, hence no panorama, and says so", async () => {
  const { rows, lacks } = await climb({ regions: ["CHN"], year: 2023 });
  expect(rows.map(({ step }) => step)).not.toContain("panorama");
  expect(lacks.join(" ")).toContain("no land-use change of CHN in 2023");
});

test("the accounts of every country carry source and method, and lo ≤ value ≤ hi", async () => {
  const { rows } = await callTool(
    panoramaAccounts,
    { regions: "all", year: 2022, metric: "AR6.GWP100" },
    uninterrupted,
    read,
  );
  expect(rows.length).toBeGreaterThan(800);
  for (const { value, lo, hi, source, method } of rows) {
    expect(source).not.toBe("");
    expect(method).not.toBe("");
    expect((lo ?? value) <= value && value <= (hi ?? value)).toBe(true);
  }
});

test("every check of every country and year holds", async () => {
  const { checks } = await climb({ regions: "all", year: [1995, 2005, 2015, 2022] });
  expect(checks.length).toBeGreaterThan(1000);
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);
});

test("the figures that were announced are not approached: public data stand two points and more from them", async () => {
  const { figures } = await callTool(panoramaAnnounced, { region: "all" }, uninterrupted, read);
  expect(figures).toHaveLength(3);
  for (const { region, percent: said } of figures)
    expect(Math.abs((await percent(region, 2022)) - said)).toBeGreaterThan(2);
});

test("avoided emissions of exported panels, as worked by hand", () => {
  const made = avoidedEmissions({
    capacity_MW: 1000,
    capacityFactor: 0.14,
    lifetime: 25,
    degradation: 0.005,
    grid_t_per_MWh: 0.6,
    gridDecline: 0.02,
    embodied_t_per_MW: 1200,
  });
  expect(made.generationFirstYear_MWh).toBeCloseTo(1_226_400, 6);
  expect(made.generation_MWh).toBeCloseTo(28_889_018.809518013, 5);
  expect(made.baseline_t).toBeCloseTo(13_818_756.025216317, 5);
  expect(made.staticBaseline_t).toBeCloseTo(17_333_411.285710808, 5);
  expect(made.avoided_t).toBeCloseTo(12_618_756.025216317, 5);
  expect(made.payback_years).toBeCloseTo(1.6307893020221784, 12);
});

describe.skipIf(!hasWiod)("the ladder of 2011 by the input–output table", () => {
  const ladder = async (regions: string[]) => {
    const table = wiodTable(2011);
    const { D_pba, D_cba, D_imp, D_exp } = await accounts(table);
    const row = (matrix: { data: ArrayLike<number> }) => Array.from(matrix.data).slice(0, table.regions.length);
    const trade = {
      year: 2011,
      source: "WIOD 2013 and JRC",
      unit: "kt",
      regions: [...table.regions],
      production: row(D_pba),
      consumption: row(D_cba),
      imports: row(D_imp),
      exports: row(D_exp),
    };
    return climb({ regions, year: 2011, trade: [trade] });
  };

  test("climbs from territory over residence to the published consumption", async () => {
    const { rows, checks } = await ladder(["CHN", "USA", "JPN"]);
    for (const [region, published] of [
      ["CHN", -16.74],
      ["USA", 15.61],
      ["JPN", 19.16],
    ] as const) {
      const at = (step: string) =>
        rows.find((each) => each.region === region && each.step === step && each.kind === "level")!;
      expect(Math.abs(100 * (at("consumption").value / at("residence").value - 1) - published)).toBeLessThan(0.01);
    }
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test("explains most of Denmark's 93 per cent between territory and residence by its ships", async () => {
    const { rows } = await ladder(["DNK"]);
    const at = (step: string) => rows.find((each) => each.step === step)!.value;
    expect(Math.abs(100 * (at("residence") / at("territorial") - 1) - 93)).toBeLessThan(0.5);
    expect(at("resident transport") / (at("residence") - at("territorial"))).toBeGreaterThan(0.7);
    expect(Math.abs(at("unexplained"))).toBeLessThan(0.3 * at("resident transport"));
  });
});

describe("the ladder in draws, on the datasets as they ship", () => {
  test("draws by the σ that the budget states, as one error of the vintage, and from no range of sources", async () => {
    const { rows, adjustments, notes, datasets } = await climb({
      regions: ["CHN", "USA", "WORLD"],
      year: 2022,
      uncertainty: { draws: 4096, seed: 1 },
    });
    const plain = await climb({ regions: ["CHN", "USA", "WORLD"], year: 2022 });
    expect(datasets).toContain("carbon_budget_sigma");
    const of = (region: string, step: string) => rows.find((each) => each.region === region && each.step === step)!;
    for (const [at, step] of plain.rows.entries()) {
      const drawn = rows[at]!;
      expect(drawn.value).toBe(step.value);
      expect(step.bounds).toBe(step.lo === null ? "none" : "range of sources");
      // The σ of the world, put on a country, holds fewer figures of CEDS than an interval of 95 % would.
      const interval = step.region === "WORLD" ? "95 % interval" : "range by error laws";
      expect(drawn.bounds).toBe(drawn.distribution ? interval : step.bounds);
      if (drawn.distribution) expect(drawn.coverage!.share >= 0.85, step.step).toBe(step.region === "WORLD");
      if (!drawn.distribution) expect([drawn.lo, drawn.hi]).toEqual([step.lo, step.hi]);
    }
    for (const region of ["CHN", "USA", "WORLD"]) {
      const { value, distribution } = of(region, "territorial");
      // 4096 draws give a standard deviation to about 1 %.
      expect(Math.abs(distribution!.sd / (0.05 * value) - 1)).toBeLessThan(0.05);
      // No half of the draws is the value, and the law is the symmetric one that was stated.
      expect(Math.abs(distribution!.skewness)).toBeLessThan(0.15);
      expect(distribution!.made).toMatch(/σ of 5 % stated by the Global Carbon Budget 2025, one error for the vintage/);
    }
    expect(of("CHN", "land-use change").distribution).toBe(undefined);
    expect(of("CHN", "panorama").interval).toMatch(
      /^2\.5 % and 97\.5 % quantile of 4096 draws, in which land-use change \(CO2\) did not move: a range by these laws and not an interval of 95 %, since \d+ of \d+ figures of CEDS are inside such bounds$/,
    );
    // 0.7 GtC a year, for the world alone.
    expect(Math.abs(of("WORLD", "land-use change").distribution!.sd / (0.7 * 3664) - 1)).toBeLessThan(0.05);
    expect(of("WORLD", "panorama").undrawn).toEqual([]);
    expect(notes).toContain(
      "The range of sources for land-use change (CO2) of CHN in 2022 is not a probability distribution: nothing was drawn from it.",
    );
    const consumption = adjustments.filter(({ to }) => to === "consumption");
    expect(consumption.map(({ value }) => value.toFixed(1)).slice(0, 2)).toEqual(["-11.0", "10.1"]);
    // Territory and transfer rest on the same statistics, whose error cancels between them; the revisions of the transfer stay.
    const revisions = await revisionsOf(read);
    for (const { region, sd, lo, hi, bounds, coverage } of consumption.slice(0, 2)) {
      // 4096 draws give a standard deviation to about 1 %; the ratio of two drawn figures adds less than 1 %.
      expect(Math.abs(sd / (100 * revisions.of(region)!.sd) - 1)).toBeLessThan(0.05);
      // The other edition's, −9.2 and 11.1, are inside.
      const other = region === "CHN" ? -9.2 : 11.1;
      expect(lo < other && other < hi, region).toBe(true);
      expect(bounds).toBe("range by error laws");
      expect(coverage!.against).toContain("WIOD");
    }
    expect(consumption[2]!.sd).toBeLessThan(1e-9);
  });

  test("keeps a row of one's own as the range that it is, unless it is said to be a 95 % interval", async () => {
    const mine = {
      region: "CHN",
      year: 2022,
      category: "total",
      gas: "CO2",
      principle: "territorial",
      value: 11_000,
      unit: "Mt CO2",
      metric: "",
      lo: 10_000,
      hi: 11_500,
      source: "mine",
      method: "counted",
    } as const;
    const of = async (rows: object[]) =>
      (await climb({ regions: ["CHN"], year: 2022, rows, uncertainty: { draws: 4096, seed: 1 } })).rows[0]!;
    expect(await of([mine])).toMatchObject({ lo: 10_000, hi: 11_500, bounds: "range of sources" });
    const drawn = await of([{ ...mine, bounds: "95 % interval" }]);
    expect(drawn.distribution!.made).toBe("stated 95 % interval, each side separately");
    expect(Math.abs(drawn.lo! - 10_000)).toBeLessThan(60);
  });

  test("takes errors of one's own, shares groups, and names what is not drawn", async () => {
    const { rows, notes } = await climb({
      regions: ["JPN"],
      year: 2011,
      edition: "GCB 2024",
      boundary: "managed land",
      uncertainty: {
        errors: [
          { principle: "territorial", factor: { type: "lognormal", mean: 1, geometricSd: 1.05 }, group: "energy" },
          {
            category: "net transfer",
            factor: { type: "normal", mean: 1, halfWidthPercent: 30 },
            group: "energy",
            r: 0.5,
          },
        ],
      },
    });
    expect(rows.find(({ step }) => step === "territorial")!.distribution!.made).toBe(
      "lognormal distribution, shared by energy",
    );
    expect(rows.at(-1)!.distribution!.made).toBe("follows from the steps before");
    expect(notes).toEqual([
      "The range of sources for land-use change (CO2) of JPN in 2011 is not a probability distribution: nothing was drawn from it.",
      "The range of sources for managed land, indirect (CO2) of JPN in 2011 is not a probability distribution: nothing was drawn from it.",
    ]);
  });

  test("refuses an impossible correlation and 0 draws in a sentence", async () => {
    const refused = (uncertainty: object) => expect(climb({ regions: ["CHN"], year: 2022, uncertainty })).rejects;
    await refused({ errors: [{ factor: { type: "normal", mean: 1, sd: 0.1 }, group: "a", r: 2 }] }).toThrow(
      "errors[0].r is 2; expected a correlation between 0 and 1.",
    );
    await refused({ draws: 0 }).toThrow("draws is 0; expected an integer ≥ 2.");
    await refused({ errors: [{ factor: { type: "normal", mean: 1, variance: -1 } }] }).toThrow("errors[0].factor: ");
  });
});

describe("the ladder of greenhouse gases of 2022", () => {
  const gases = { year: 2022, metric: "AR5.GWP100", boundary: "fossil" };

  // The shares that trade moves are those of the modelled table; CO2 is the Global Carbon Budget's. Half a tenth of a per cent.
  test.each([
    ["CHN", -8.6, -17.7],
    ["USA", 13.9, 15.2],
    ["JPN", 24.9, 7.2],
  ])("of %s has all gases moving in trade: %f %% beside the announced %f %%", async (region, expected, announced) => {
    expect(Math.abs((await percent(region, 2022, gases)) - expected)).toBeLessThan(TENTH);
    const { figures } = await callTool(panoramaAnnounced, { region }, uninterrupted, read);
    expect(figures[0]!.percent).toBe(announced);
  });

  test("gives each gas a step, its bounds the error of the model, and a law of it to the draws", async () => {
    const { rows, adjustments, lacks } = await climb({
      regions: ["CHN"],
      ...gases,
      uncertainty: { draws: 4096, seed: 1 },
    });
    const moved = rows.filter(({ kind, category }) => kind === "change" && category === "net transfer");
    expect(moved.map(({ gas }) => gas)).toEqual(["CO2", "CH4", "N2O", "F-gases"]);
    expect(moved.every(({ distribution }) => distribution !== undefined)).toBe(true);
    // With an error of the transfers the percentage moves, and the announced figure stays outside of its interval.
    const [of] = adjustments.filter(({ to }) => to === "consumption");
    expect(of!.lo).toBeLessThan(of!.value);
    expect(of!.hi).toBeGreaterThan(of!.value);
    expect(of!.lo).toBeGreaterThan(-17.7);
    expect(lacks).toEqual([]);
  });

  test("moves CO2 alone where no table reaches, and says so", async () => {
    const { rows, lacks } = await climb({ regions: ["CHN"], ...gases, year: 2005 });
    expect(rows.filter(({ kind, principle }) => kind === "change" && principle === "consumption")).toHaveLength(1);
    expect(lacks.join(" ")).toContain("Trade moves no CH4 of CHN in 2005 here");
  });

  test("moves no gas whose modelled transfer is smaller than the error of the model, and says so", async () => {
    const { rows, lacks } = await climb({ regions: ["IND"], ...gases });
    const moved = rows.filter(({ kind, category }) => kind === "change" && category === "net transfer");
    expect(moved.map(({ gas }) => gas)).toEqual(["CO2", "N2O"]);
    expect(lacks.filter((each) => each.includes("of IND in 2022 here"))).toHaveLength(2);
  });

  test("has N2O of China by EDGAR, which is that of the world's table in mass", async () => {
    const { rows } = await callTool(panoramaAccounts, { regions: ["CHN"], ...gases }, uninterrupted, read);
    const nitrous = rows.find(({ gas, principle }) => gas === "N2O" && principle === "territorial")!;
    expect(Math.abs(nitrous.value / 406.94542 - 1)).toBeLessThan(1e-9);
  });
});
