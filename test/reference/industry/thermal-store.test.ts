import { expect, test } from "vitest";
import { storeHour } from "../../../lib/industry/dynamics/thermal-store.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";

/** SciPy 1.17, solve_ivp with LSODA, relative tolerance 1e-11, steps of at most a thousandth of an hour. */
const hours = [
  {
    of: { heatCapacity: 2, lossCoefficient: 0.01, ambient: 20, lowest: 50, highest: 90, band: 1 },
    start: 60,
    offered: 3,
    demand: 5,
    end: [58.80299500624379, 4.999999999999911, 0.39400998751249094, 0],
  },
  {
    of: { heatCapacity: 2, lossCoefficient: 0.01, ambient: 20, lowest: 50, highest: 90, band: 1 },
    start: 50.4,
    offered: 0,
    demand: 4,
    end: [49.98825140886852, 0.5221962937109065, 0.3013008885518979, 0],
  },
  {
    of: { heatCapacity: 0.5, lossCoefficient: 0.02, ambient: 10, lowest: 50, highest: 90, band: 0.05 },
    start: 89,
    offered: 3,
    demand: 0.5,
    end: [89.96501166277902, 0.5, 1.5942020874555813, 0.42329208115395905],
  },
  {
    of: { heatCapacity: 0.05, lossCoefficient: 0.002, ambient: 15, lowest: 60, highest: 95, band: 0.01 },
    start: 60.5,
    offered: 0,
    demand: 2,
    end: [58.25715813893635, 0.02386848811069262, 0.08827360494249117, 0],
  },
];

test.each(hours)("An hour of a store from $start °C, offered $offered MW, asked for $demand MW", async (hour) => {
  const { temperature, delivered, lost, rejected } = await storeHour(
    hour.of,
    hour.start,
    hour.offered,
    hour.demand,
    uninterrupted,
  );
  // The allowed error of a step is 1e-6 of a kelvin or of the value; corners and narrow bands cost some tens of steps.
  expect(Math.abs(temperature - hour.end[0]!)).toBeLessThan(1e-4);
  for (const [k, value] of [delivered, lost, rejected].entries())
    expect(Math.abs(value - hour.end[k + 1]!)).toBeLessThan(1e-4 * Math.max(1, hour.end[k + 1]!));
});
