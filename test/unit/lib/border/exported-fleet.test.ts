import { describe, expect, test } from "vitest";
import { call } from "../../inventory/company/calling.ts";

interface Fleet {
  readonly capacity_MW: number;
  readonly left_MW: number;
  readonly baseline_t: number;
  readonly embodied_t: number;
  readonly avoided_t: number;
  readonly firstYear_t: number;
  readonly gridFactor_t_MWh: number;
  readonly byDestination: readonly { readonly iso3: string; readonly baseline_t: number; readonly gridYear: number }[];
  readonly byMonth: readonly {
    readonly baseline_t: number;
    readonly embodied_t: number;
    readonly capacity_MW: number;
  }[];
  readonly assumptions: readonly { readonly name: string; readonly illustrative: boolean; readonly from: string }[];
  readonly announced: { readonly making_t: number; readonly avoided_t: number };
  readonly notes: readonly string[];
}

const solar = (more: object): Promise<Fleet> => call("avoided.solar", { year: 2024, embodied_t_MW: 1200, ...more });
/** Of 2024 with the defaults, which several tests compare with. */
let once: Promise<Fleet> | undefined;
const plain = () => (once ??= solar({}));
const sum = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((total, item) => total + of(item), 0);

describe("Exported panels", () => {
  test("sum over destinations as over months, and leave out only what has no grid factor", async () => {
    const fleet = await plain();
    // Thousands of summands in another order.
    for (const parts of [fleet.byDestination, fleet.byMonth])
      expect(sum(parts as readonly { baseline_t: number }[], (each) => each.baseline_t) / fleet.baseline_t).toBeCloseTo(
        1,
        12,
      );
    expect(sum(fleet.byMonth, ({ capacity_MW }) => capacity_MW)).toBeCloseTo(fleet.capacity_MW, 6);
    // Panels of 2024 as counted when the dataset is built.
    expect(Math.abs(fleet.capacity_MW + fleet.left_MW - 237_236)).toBeLessThan(1);
    expect(fleet.avoided_t).toBeCloseTo(fleet.baseline_t - fleet.embodied_t, 3);
  });

  test("displace more by the operating margin than by the combined one, which weights it with new plants", async () => {
    const [operating, combined] = [await solar({ grid: "operating margin" }), await plain()];
    expect(operating.firstYear_t).toBeGreaterThan(combined.firstYear_t);
    const average = await solar({ grid: "average" });
    expect(average.byDestination.every(({ gridYear }) => gridYear <= 2024)).toBe(true);
    expect(average.notes.join(" ")).toContain("of an earlier year than 2024");
  });

  test("say which assumptions have no source, and put the announced figures beside", async () => {
    const fleet = await solar({ capacityFactor: 0.16 });
    const givenLosses = await solar({ losses: 0 });
    expect(givenLosses.assumptions.find(({ name }) => name === "losses")).toMatchObject({ illustrative: false });
    const open = fleet.assumptions.filter(({ illustrative }) => illustrative).map(({ name }) => name);
    expect(open).toEqual(["lifetime_yr", "degradation", "decline", "losses"]);
    expect(fleet.announced).toMatchObject({ making_t: 2e6, avoided_t: 350e6 });
    expect(fleet.notes[0]).toContain("never netted");
  });

  test("take a capacity factor of their destination, and refuse one of a place that got none", async () => {
    const [dull, sunny] = [await plain(), await solar({ capacityFactors: { SAU: 0.28 } })];
    const of = (fleet: Fleet, wanted: string) => fleet.byDestination.find(({ iso3 }) => iso3 === wanted)!.baseline_t;
    expect(of(sunny, "SAU")).toBeCloseTo(2 * of(dull, "SAU"), 3);
    expect(of(sunny, "BRA")).toBe(of(dull, "BRA"));
    await expect(solar({ capacityFactors: { XXX: 0.2 } })).rejects.toThrow(/capacityFactors names XXX/);
    expect((await solar({ year: 2025 })).notes.join(" ")).toMatch(/2025 has exports of \d+ months only/);
    await expect(solar({ year: 2004 })).rejects.toThrow(/no exports of 2004: the table has 2017/);
    await expect(call("avoided.solar", { year: 2024 })).rejects.toThrow(/Give embodied_t_MW.*or area_m2_kW/);
  });
});

describe("Emissions of making", () => {
  test("of panels are those of the inventory of a square metre, and say what is cut off", async () => {
    const fleet = await solar({ embodied_t_MW: undefined, area_m2_kW: 5 });
    // Neither grams nor tonnes per kilowatt: the unit is right.
    expect(fleet.embodied_t / fleet.capacity_MW).toBeGreaterThan(200);
    expect(fleet.embodied_t / fleet.capacity_MW).toBeLessThan(2000);
    expect(fleet.notes.join(" ")).toMatch(/modelled.*cut off/);
    expect(fleet.assumptions.find(({ name }) => name === "embodied_t_MW")!.from).toBe(
      "computed from a shipped inventory",
    );
  });

  test("of turbines are of one that ships, by its name", async () => {
    const fleet = await call("avoided.wind", { year: 2024 });
    // More than the steel alone of the smallest turbine could be, and less than ten times that: the unit is right.
    expect(fleet.embodied_t / fleet.capacity_MW).toBeGreaterThan(50);
    expect(fleet.embodied_t / fleet.capacity_MW).toBeLessThan(1000);
    await expect(call("avoided.wind", { year: 2024, turbine: "9MW" })).rejects.toThrow(/turbine is 9MW.*4\.5MW_h_110/);
    await expect(call("avoided.wind", { year: 2023 })).rejects.toThrow(/no exports of 2023: the table has 2024/);
  });
});
