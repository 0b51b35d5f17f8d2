import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Electrolyser, hydrogenAt, powerFor } from "../../../../../lib/industry/dynamics/electrolyser.ts";
import type { HourlyPlant } from "../../../../../lib/industry/dynamics/hourly-plant.ts";
import { roomFor, tankHour } from "../../../../../lib/industry/dynamics/hydrogen-tank.ts";
import { simulate } from "../../../../../lib/industry/dynamics/simulate.ts";
import { uninterrupted } from "../../../../../lib/numeric/work.ts";

const electrolyser = (over: Partial<Electrolyser> = {}): Electrolyser => ({
  capacity: 10,
  partLoad: [
    { load: 0.2, consumption: 50 },
    { load: 1, consumption: 54 },
  ],
  minimumLoad: 0,
  ramp: 1,
  startUp: 0,
  startUpPower: 0,
  standby: 0,
  standbyPower: 0,
  heatRecovery: 0,
  ...over,
});

const plant = (supply: readonly number[], over: Partial<HourlyPlant> = {}): HourlyPlant => ({
  supply,
  load: supply.map(() => 0),
  importMost: Number.POSITIVE_INFINITY,
  electrolyser: electrolyser(),
  tank: { capacity: 1e6, loss: 0, start: 0 },
  hydrogenDemand: supply.map(() => 0),
  heatDemand: supply.map(() => 0),
  heatingValue: 33.33,
  ...over,
});

describe("the electrolyser", () => {
  test("makes hydrogen by its curve, and finds the power for it", () => {
    expect(hydrogenAt(electrolyser(), 10)).toBeCloseTo(10_000 / 54, 10);
    expect(hydrogenAt(electrolyser(), 6)).toBeCloseTo(6000 / 52, 10);
    expect(hydrogenAt(electrolyser(), 1)).toBeCloseTo(1000 / 50, 10);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (power) => {
        expect(powerFor(electrolyser(), hydrogenAt(electrolyser(), power))).toBeCloseTo(power, 10);
      }),
    );
  });

  test("follows what is offered, within its ramp", async () => {
    const { columns } = await simulate(plant([0, 10, 10, 4, 0, 0], { electrolyser: electrolyser({ ramp: 0.4 }) }));
    expect([...columns.electrolyser]).toEqual([0, 4, 8, 4, 0, 0]);
    expect([...columns.curtailed]).toEqual([0, 6, 2, 0, 0, 0]);
    const down = await simulate(plant([4, 8, 10, 1, 0, 0], { electrolyser: electrolyser({ ramp: 0.4 }) }));
    // It comes down by 4 MW an hour: the grid gives what the sun no longer does.
    expect([...down.columns.electrolyser]).toEqual([4, 8, 10, 6, 2, 0]);
    expect([...down.columns.imported]).toEqual([0, 0, 0, 5, 2, 0]);
  });

  test("starts, is kept warm and is switched off by the hour", async () => {
    const cell = electrolyser({ minimumLoad: 0.3, startUp: 2, startUpPower: 0.5, standby: 2, standbyPower: 0.1 });
    const { modes, columns, starts } = await simulate(plant([2, 5, 5, 5, 5, 2, 5, 0, 0, 0, 0], { electrolyser: cell }));
    expect(modes).toEqual([
      "off",
      "starting",
      "starting",
      "running",
      "running",
      "standby",
      "running",
      "standby",
      "standby",
      "off",
      "off",
    ]);
    expect([...columns.electrolyser]).toEqual([0, 0.5, 0.5, 5, 5, 0.1, 5, 0.1, 0.1, 0, 0]);
    expect(columns.made.filter((kg) => kg > 0)).toHaveLength(3);
    expect(starts).toBe(1);
  });

  test.each([
    [
      {
        partLoad: [
          { load: 0.5, consumption: 50 },
          { load: 0.4, consumption: 50 },
        ],
      },
      /loads that ascend.*entry 1 has load 0\.4/,
    ],
    [
      {
        partLoad: [
          { load: 0.5, consumption: 40 },
          { load: 1, consumption: 90 },
        ],
      },
      /between loads 0\.5 and 1 more power would make less/,
    ],
    [{ partLoad: [{ load: 1, consumption: 30 }] }, /more energy than it gets: 30 kWh\/kg/],
    [{ heatRecovery: 0.4 }, /more energy than it gets/],
  ])("is refused if it is none", async (over, sentence) => {
    await expect(simulate(plant([1], { electrolyser: electrolyser(over) }))).rejects.toThrow(sentence);
  });
});

describe("the tank", () => {
  const amount = fc.double({ min: 0, max: 100, noNaN: true });
  test("balances, stays within its bounds and delivers what it can", () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.double({ min: 0, max: 0.5, noNaN: true }), (level, made, demand, loss) => {
        const tank = { capacity: 100, loss };
        const hour = tankHour(tank, level, made, demand);
        expect(hour.level).toBeGreaterThanOrEqual(0);
        expect(hour.level).toBeLessThanOrEqual(100);
        expect(hour.delivered).toBeLessThanOrEqual(demand);
        expect(Math.min(hour.vented, hour.delivered, hour.lost)).toBeGreaterThanOrEqual(-1e-12);
        const out = hour.level + hour.delivered + hour.vented + hour.lost;
        expect(Math.abs(level + made - out)).toBeLessThan(1e-10);
        if (hour.delivered < demand * (1 - 1e-9)) expect(hour.level).toBeCloseTo(0, 8);
        if (hour.vented > 1e-9) expect(hour.level).toBe(100);
        // What fits is not vented, and a little more is.
        const room = roomFor(tank, level, hour.delivered);
        expect(tankHour(tank, level, room, hour.delivered).vented).toBeLessThan(1e-9);
      }),
    );
  });

  test("loses by the exponential law", () => {
    const { level, lost } = tankHour({ capacity: 100, loss: 0.01 }, 50, 0, 0);
    expect(level).toBeCloseTo(49.5, 12);
    expect(lost).toBeCloseTo(0.5, 12);
  });
});

describe("the plant", () => {
  const powers = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 24, maxLength: 24 });
  test("balances electricity, hydrogen and heat in every hour, and energy over all", async () => {
    await fc.assert(
      fc.asyncProperty(powers, powers, fc.double({ min: 0.05, max: 1, noNaN: true }), async (supply, load, ramp) => {
        const cell = electrolyser({
          ramp,
          minimumLoad: 0.2,
          startUp: 1,
          startUpPower: 0.3,
          standby: 3,
          standbyPower: 0.1,
          heatRecovery: 0.2,
        });
        const { residuals, columns, modes } = await simulate(
          plant(supply, {
            load,
            importMost: 8,
            electrolyser: cell,
            tank: { capacity: 400, loss: 0.001, start: 100 },
            hydrogenDemand: supply.map(() => 60),
            store: {
              heatCapacity: 0.2,
              lossCoefficient: 0.002,
              ambient: 15,
              lowest: 50,
              highest: 90,
              band: 0.5,
              start: 60,
              heater: 3,
            },
            heatDemand: supply.map((_, t) => (t % 3 === 0 ? 2 : 0.5)),
          }),
        );
        expect(residuals.electricity).toBeLessThan(1e-14);
        expect(residuals.hydrogen).toBeLessThan(1e-13);
        // The integration keeps the linear invariant of the store; the temperature is its heat and back.
        expect(residuals.heat).toBeLessThan(1e-12);
        expect(residuals.energy).toBeLessThan(1e-12);
        let before = 0;
        for (let t = 0; t < 24; t++) {
          const power = columns.electrolyser[t]!;
          if (modes[t] === "running") {
            expect(power).toBeGreaterThanOrEqual(2 - 1e-9);
            // From rest it begins at its minimum load if the ramp is smaller.
            if (modes[t - 1] === "running") expect(Math.abs(power - before)).toBeLessThanOrEqual(10 * ramp + 1e-9);
          }
          before = power;
          expect(columns.imported[t]).toBeLessThanOrEqual(8);
          expect(columns.temperature[t]).toBeLessThan(90.001);
          expect(Math.min(columns.curtailed[t]!, columns.imported[t]!)).toBe(0);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("makes no more than fits into the tank", async () => {
    const { columns } = await simulate(
      plant([10, 10, 10, 10], { tank: { capacity: 300, loss: 0, start: 0 }, hydrogenDemand: [0, 0, 50, 50] }),
    );
    expect(columns.vented.every((kg) => kg === 0)).toBe(true);
    expect(columns.level[1]).toBeCloseTo(300, 8);
    expect(columns.made[2]).toBeCloseTo(50, 8);
  });

  test("can be cancelled between days, and reports its progress", async () => {
    let pauses = 0;
    const seen: number[] = [];
    const stopping = {
      ...uninterrupted,
      progress: (done: number) => seen.push(done),
      pause: () => {
        if (++pauses > 3) throw new Error("cancelled");
      },
    };
    await expect(simulate(plant(new Array(480).fill(5)), stopping)).rejects.toThrow("cancelled");
    expect(seen).toEqual([0, 0.05, 0.1, 0.15]);
  });
});
