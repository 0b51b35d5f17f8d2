import { describe, expect, test } from "vitest";
import { host } from "../shipped-host.ts";
import { answerOf, askOf, refusalOf } from "./replies.ts";

const figuresOf = ({ values }: Awaited<ReturnType<typeof answerOf>>) => values.map(({ value }) => value as number);

describe("Emissions in the trade of a region", () => {
  test("are accounted for in the newest table, by origin, in a what-if and beside other sources", async () => {
    const answer = await answerOf("trade", { place: "DEU" }, host);
    expect(answer.phases).toEqual(["table", "accounts", "flows", "what-if", "sources", "spread"]);
    const [consumption, production, imports, exports, , changed, least, most] = figuresOf(answer);
    // The accounts that ship, computed by another program (mrio_accounts), in Mt.
    const shipped = await host.call("data.query", {
      dataset: "mrio_accounts",
      select: ["consumption_mtco2", "production_mtco2"],
      where: { region: "DEU", year: 2011 },
    });
    const [row] = (shipped.result as { rows: { consumption_mtco2: number; production_mtco2: number }[] }).rows;
    expect(consumption! / 1000 / row!.consumption_mtco2).toBeCloseTo(1, 4);
    expect(production! / 1000 / row!.production_mtco2).toBeCloseTo(1, 4);
    expect(production! - exports! + imports!).toBeCloseTo(consumption!, 3);
    expect(answer.values.at(-1)!.value).toBe("CHN");
    expect(changed).toBeLessThan(consumption!);
    expect(least).toBeLessThan(most!);
    expect(answer.properties!.balance).toBeLessThan(1e-3);
    expect(answer.plan.assumed.map(({ slot }) => slot)).toEqual(["year", "gas", "amount", "source"]);
  });

  test("change in the what-if by what is asked", async () => {
    const whole = figuresOf(await answerOf("trade", { place: "DEU", amount: 1 }, host));
    expect(whole[5]).toBeCloseTo(whole[0]!, 3);
    const none = figuresOf(await answerOf("trade", { place: "DEU", amount: 0 }, host));
    expect(none[0]! - none[5]!).toBeCloseTo(none[4]!, 3);
  });

  test("are asked about where there is no published table, or no region", async () => {
    expect((await askOf("trade", {}, host)).slot).toBe("place");
    expect((await askOf("trade", { place: "DEU", year: 2020 }, host)).slot).toBe("edition");
    const published = await answerOf("trade", { place: "DEU", year: 2020, edition: "published" }, host);
    expect(published.plan.steps[0]).toMatchObject({ args: { year: 2011 } });
    const carried = await answerOf("trade", { place: "DEU", year: 2020, edition: "carried" }, host);
    expect(carried.plan.steps[0]).toMatchObject({ args: { year: 2020, modelled: true } });
  });

  test("are refused for a region or a year that no table has", async () => {
    expect(JSON.stringify((await refusalOf("trade", { place: "NOR" }, host)).sentence.en)).toContain("no region NOR");
    expect(JSON.stringify((await refusalOf("trade", { place: "DEU", year: 1970 }, host)).sentence.zh)).toContain(
      "1970",
    );
  });
});
