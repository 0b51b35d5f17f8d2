import { describe, expect, test } from "vitest";
import { writeMessage } from "../../../../lib/message/write.ts";
import { suspectNumbers } from "../../../../lib/tool/suspect-numbers.ts";
import { call } from "../../inventory/company/calling.ts";

function suspectsOf(input: unknown, sentence: string, atFault?: string): string {
  const found = suspectNumbers(input, sentence, atFault);
  return found ? writeMessage(found) : "";
}

describe("What a refusal that names no field is about", () => {
  test("is the number at fault, or what the sentence quotes", () => {
    expect(suspectsOf({ base: 1800, year: 2020 }, "The inventory has no year 1800.", "base")).toBe("Check base.");
    expect(suspectsOf({ fuels: [{ amount: -5 }, { amount: 3 }] }, "FC is -5 TJ.", "FC")).toBe("Check fuels[0].amount.");
  });

  test("is else what is below zero, or the largest and zeros", () => {
    expect(suspectsOf({ a: { value: -1, unit: "PJ" }, b: 0 }, "FC is -1000 TJ.", "FC")).toBe("Check a.value (-1).");
    expect(suspectsOf({ a: 0, b: 2e9, c: 5 }, "D is Infinity.", "D")).toBe("Check b (2000000000) and a (0).");
    expect(suspectsOf({ a: 3 }, "D is Infinity.", "D")).toBe("");
  });

  test("is not said of a field that is named, nor where the fault is a text", () => {
    expect(suspectsOf({ share: -2 }, "share is -2; expected 0 or more.", "share")).toBe("");
    expect(suspectsOf({ rows: [{ share: -2 }] }, "rows[0].share is -2.", "SW")).toBe("");
    expect(suspectsOf({ group: "ABC", change: -3 }, 'There is no group "ABC".', "group")).toBe("");
    expect(suspectsOf({ to: 2010, from: 2050 }, "It goes up to the end of 2010.", "to")).toBe("");
  });

  test("is said of equations and of results that are not finite", async () => {
    const fuel = { fuel: "gas", amount: { value: -1, unit: "PJ" }, factors: { CO2: 56100 } };
    await expect(call("inventory.combustion", { fuels: [fuel] })).rejects.toThrow("Check fuels[0].amount.value (-1).");
    await expect(
      call("panorama.avoided", {
        capacity_MW: 1,
        capacityFactor: 0,
        lifetime: 25,
        grid_t_per_MWh: 0.6,
        embodied_t_per_MW: 600,
      }),
    ).rejects.toThrow("Check capacityFactor (0).");
  });
});

describe("Numbers that nothing can have", () => {
  test("are refused: a part above its whole, more minutes than a day has, a date out of bounds", async () => {
    const herd = { digestible: 120, Ym: 6.5, head: 10, weight: 50, Cfi: 0.236, Ca: 0.0107, animal: "Mature sheep" };
    await expect(call("inventory.sheep", herd)).rejects.toThrow("is 120 %; more than 100 % is not possible.");
    await expect(
      call("inventory.aluminium", { aluminium: 1000, minutes: 1500, slope: 0.143, ratio: 0.121 }),
    ).rejects.toThrow("is 1500 min/d; more than 1440 min/d is not possible.");
  });

  test("are noted: more than the world's in an equation or a sheet, and members of a year to come", async () => {
    const burnt = { equation: "V2 Eq 2.1", inputs: { FC: 1e12, EF: 56100 } };
    expect((await call("inventory.equation", burnt)).notes.join()).toContain(
      "inputs.FC is 1000000000000 TJ NCV, more than",
    );
    const future = await call("classification.members", { group: "EU", year: 2050 });
    expect(future.note).toMatch(/^2050 is after \d{4}, the last year in which a group here changed/);
    expect((await call("classification.members", { group: "EU", year: 2024 })).note).not.toContain("2024 is after");
  });
});
