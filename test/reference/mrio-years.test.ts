import { describe, expect, test } from "vitest";
import { accounts } from "../../lib/mrio/accounts.ts";
import { hasWiod, wiodTable } from "./mrio/wiod.ts";

// WIOD 2013 and the JRC accounts, every year from the shipped datasets. 2000–2011 are the years that both cover.
describe.skipIf(!hasWiod)("the trade balance of China's emissions, 2000–2011", () => {
  test.each([
    [2000, -13.8],
    [2005, -22.6],
    [2007, -24.6],
    [2009, -16.7],
    [2011, -16.7],
  ])("moves consumption against production in %i by %s percent", async (year, published) => {
    const table = wiodTable(year);
    const { D_pba, D_cba, residual } = await accounts(table);
    const china = table.regions.indexOf("CHN");
    expect(Math.abs(100 * (D_cba.data[china]! / D_pba.data[china]! - 1) - published)).toBeLessThan(0.2);
    expect(residual).toBeLessThan(1e-10);
  });
});
