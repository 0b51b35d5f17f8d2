import { describe, expect, it } from "vitest";
import { lifecycleBreakEven } from "../../lib/lifecycle/tools/break-even.ts";
import { callTool } from "../../lib/tool/call.ts";

/** A battery car and a petrol car: illustrative inputs, grid factors of three Chinese provinces in 2022. */
const battery = 60 * 75;
const car = { fixed: 7500 + battery };
const petrol = { fixed: 9000, perUse: (6.5 / 100) * 2.9 };
const kWh = 0.17 * 1.1;

const provinces = {
  "CN-YN": { grid: 0.1073, perKm: 0.020065100000000006, km: 17811.035598916853 },
  "CN-BJ": { grid: 0.558, perKm: 0.10434600000000002, km: 35648.92934382205 },
  "CN-HE": { grid: 0.7252, perKm: 0.13561240000000002, km: 56724.071426950766 },
};

describe("The distance at which a battery car has repaid its production", () => {
  it.each(Object.entries(provinces))("is as in the reference case in %s", async (_, { grid, perKm, km }) => {
    const found = await callTool(lifecycleBreakEven, {
      candidate: { ...car, perUse: kWh * grid },
      reference: petrol,
      at: [km - 1, km + 1],
    });
    expect(kWh * grid).toBeCloseTo(perKm, 14);
    expect(found.when).toBe("from");
    // The relative tolerance of the case: a few products and one quotient in double precision.
    expect(Math.abs(found.x! / km - 1)).toBeLessThan(1e-9);
    expect(found.lower.map(({ share }) => share)).toEqual([0, 1]);
  });

  it("is never reached on a grid that emits more per km than petrol", async () => {
    const found = await callTool(lifecycleBreakEven, { candidate: { ...car, perUse: kWh * 1.1 }, reference: petrol });
    expect(found).toMatchObject({ when: "never", x: null });
  });
});
