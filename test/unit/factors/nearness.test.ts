import { expect, test } from "vitest";
import { readFactors } from "../../../lib/factors/factor-table.ts";
import { selectFactor } from "../../../lib/factors/selection.ts";

const row = { category: "1.A.1.a", activity: "coal", unit: "kg CO2/TJ", source: "measured" };
const wanted = { category: "1.A.1.a", activity: "coal", region: "CHN", within: ["Eastern Asia", "Asia"] };

test("A factor of the country is taken before one of the region it lies in, and the nearer region before the wider", () => {
  const { factors } = readFactors([
    { ...row, region: "Asia", value: 90_000 },
    { ...row, region: "Eastern Asia", value: 91_000 },
    { ...row, region: "CHN", value: 92_000 },
  ]);
  const taken = (among: typeof factors) => selectFactor(wanted, among).factor.value;
  expect(taken(factors)).toBe(92_000);
  expect(taken([...factors].reverse())).toBe(92_000);
  expect(taken(factors.filter(({ region }) => region !== "CHN"))).toBe(91_000);
});
