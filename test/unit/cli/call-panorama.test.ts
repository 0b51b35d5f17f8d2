import { expect, test } from "vitest";
import { yuheng } from "./yuheng.ts";

const ladder = (input: object) => yuheng(["call", "panorama.ladder"], JSON.stringify(input));

test("yuheng call climbs the ladder on the datasets that ship: each step with its source", async () => {
  const { code, out, err } = await ladder({ regions: ["CHN"], year: 2022, gas: "CO2" });
  expect([code, err]).toEqual([0, ""]);
  const { rows, datasets } = JSON.parse(out);
  expect(rows.map(({ step }: { step: string }) => step)).toEqual([
    "territorial",
    "net transfer",
    "consumption",
    "land-use change",
    "panorama",
  ]);
  for (const { source } of rows) expect(source).toContain("Global Carbon Budget");
  expect(datasets).toContain("carbon_budget_countries");
});

test("yuheng call refuses a region that is none, by its field, with exit code 2", async () => {
  const { code, err } = await ladder({ regions: ["Atlantis"], year: 2022 });
  expect(code).toBe(2);
  expect(err).toMatch(/panorama\.ladder: There is no region "Atlantis"/);
});
