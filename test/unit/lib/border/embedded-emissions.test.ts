import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { embeddedEmissions } from "../../../../lib/border/cbam/embedded-emissions.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { call } from "../../inventory/company/calling.ts";

const none = { attributed_t: 10, activityLevel_t: 10 };

describe("Specific embedded emissions", () => {
  test("of goods that are precursors of each other solve both balances", async () => {
    const { specific, cycles, residual } = await embeddedEmissions(
      {
        a: { activityLevel_t: 2, attributed_t: 3, precursors: { b: 1 } },
        b: { activityLevel_t: 4, attributed_t: 1, precursors: { a: 1 } },
      },
      {},
      uninterrupted,
    );
    // 2a = 3 + b, 4b = 1 + a.
    expect(specific.get("a")!.direct).toBeCloseTo(13 / 7, 14);
    expect(specific.get("b")!.direct).toBeCloseTo(5 / 7, 14);
    expect(cycles).toEqual([["a", "b"]]);
    expect(residual).toBeLessThan(1e-15);
  });

  test("of goods without cycle sum to all that was attributed, once precursors are not counted again", async () => {
    const amount = fc.double({ min: 0.1, max: 1000, noNaN: true });
    const chain = fc.array(fc.record({ level: amount, attributed: amount, taken: amount }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(chain, async (links) => {
        const goods = Object.fromEntries(
          links.map(({ level, attributed, taken }, at) => [
            `g${at}`,
            {
              activityLevel_t: level,
              attributed_t: attributed,
              precursors: at > 0 ? { [`g${at - 1}`]: taken } : {},
            },
          ]),
        );
        const { specific } = await embeddedEmissions(goods, {}, uninterrupted);
        const own = links.reduce((sum, { level }, at) => {
          const passed = at > 0 ? links[at]!.taken * specific.get(`g${at - 1}`)!.direct : 0;
          return sum + level * specific.get(`g${at}`)!.direct - passed;
        }, 0);
        const attributed = links.reduce((sum, each) => sum + each.attributed, 0);
        const size = links.reduce((sum, { level }, at) => sum + level * specific.get(`g${at}`)!.direct, attributed);
        // Rounding grows with the sizes that cancel.
        expect(Math.abs(own - attributed)).toBeLessThan(1e-12 * size);
      }),
    );
  });

  test("name the goods of a cycle that takes in more than it gives", async () => {
    const goods = {
      a: { ...none, precursors: { b: 20 } },
      b: { ...none, precursors: { a: 10 } },
      c: { ...none, precursors: { a: 1 } },
    };
    await expect(call("cbam.embedded", { goods })).rejects.toThrow(/The goods a and b take each other as precursors/);
    const exactly = { a: { ...none, precursors: { b: 10 } }, b: { ...none, precursors: { a: 10 } } };
    await expect(call("cbam.embedded", { goods: exactly })).rejects.toThrow(/The goods a and b/);
    const itself = (mass: number) => ({ goods: { a: { ...none, precursors: { a: mass } } } });
    await expect(call("cbam.embedded", itself(10))).rejects.toThrow(/a takes so much of itself/);
    expect((await call("cbam.embedded", itself(2))).notes[0]).toContain("a is a precursor of itself");
  });

  test("ask for a precursor that nobody stated, but not for scrap", async () => {
    const goods = (precursor: string) => ({ goods: { steel: { ...none, precursors: { [precursor]: 4 } } } });
    await expect(call("cbam.embedded", goods("pig iron"))).rejects.toThrow(/goods\.steel\.precursors names pig iron/);
    for (const scrap of ["steel scrap", "scrap_heavy"])
      expect((await call("cbam.embedded", goods(scrap))).specific).toEqual({ steel: 1 });
  });

  test("ask for the factor of electricity, and for one place of a good", async () => {
    const { activityLevel_t, attributed_t } = none;
    await expect(
      call("cbam.embedded", { goods: { a: { activityLevel_t, attributed_t, electricity_MWh: 5 } } }),
    ).rejects.toThrow(/electricityFactor_t_MWh/);
    await expect(call("cbam.embedded", { goods: { a: none }, stated: { a: { direct: 1 } } })).rejects.toThrow(
      /a stands both in goods and in stated/,
    );
  });
});
