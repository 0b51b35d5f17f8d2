import { describe, expect, test } from "vitest";
import { host } from "../shipped-host.ts";
import { answerOf, askOf, refusalOf } from "./replies.ts";

const figureOf = ({ values }: Awaited<ReturnType<typeof answerOf>>, path: string) =>
  values.find((each) => each.path === path)?.value as number;

describe("A country's land and the carbon cycle", () => {
  test("stand side by side by models and as reported, in a budget that closes", async () => {
    const answer = await answerOf("nature", { place: "BRA", year: 2022 }, host);
    expect(answer.phases).toEqual(["sources", "land", "managed land", "closure", "range"]);
    const [land] = answer.values;
    // BLUE, H&C2023 and OSCAR of the Global Carbon Budget 2023: 303.764, 118.871 and 372.147 Mt C, by 44/12.
    expect(land!.value).toBeCloseTo(((303.764 + 118.871 + 372.147) / 3) * (44 / 12), 6);
    expect(land!.lo).toBeCloseTo(118.871 * (44 / 12), 6);
    expect(land!.hi).toBeCloseTo(372.147 * (44 / 12), 6);
    const reported = figureOf(answer, "rows.0.net_mtco2");
    expect(figureOf(answer, "indirectSink.value")).toBeCloseTo((land!.value as number) - reported, 9);
    expect(answer.properties!.closure).toBeLessThan(1e-9);
    // Changes of the imbalance by every combination, not the imbalance: single models lie on both sides of their means.
    expect(figureOf(answer, "combinations.min")).toBeLessThan(0);
    expect(figureOf(answer, "combinations.max")).toBeGreaterThan(0);
    expect(JSON.stringify(answer.text.en)).toContain("single models in place of their means would change it by");
  });

  test("say so where the inventory reports nothing", async () => {
    const answer = await answerOf("nature", { place: "IRQ", year: 1990 }, host);
    expect(figureOf(answer, "rows.0.net_mtco2")).toBeUndefined();
    expect(JSON.stringify(answer.text.en)).toContain("reports nothing");
  });

  test("are asked about, assumed to be of the newest year, and refused where there are no data", async () => {
    expect((await askOf("nature", {}, host)).slot).toBe("place");
    const { plan } = await answerOf("nature", { place: "CHN" }, host);
    expect(plan.assumed.map(({ slot, value }) => [slot, value])).toContainEqual(["year", 2022]);
    expect(JSON.stringify(await refusalOf("nature", { place: "XXX" }, host))).toContain("lack the country");
    expect(JSON.stringify(await refusalOf("nature", { place: "CHN", year: 2030 }, host))).toContain("2030");
  });
});
