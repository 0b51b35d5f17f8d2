import { describe, expect, it } from "vitest";
import { writeReply } from "../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";
import { host } from "./shipped-host.ts";

const dialogue = await shippedDialogue;

async function ask(text: string) {
  const language = /\p{Script=Han}/u.test(text) ? "zh" : "en";
  return writeReply(await dialogue.ask({ turns: [{ text }], language }), language);
}

/** The years that an answer names. */
async function yearsIn(text: string) {
  const { kind, values, text: said } = await ask(text);
  expect(kind, said).toBe("answer");
  return values.flatMap(({ value, unit }) => (unit === "year" ? [value] : []));
}

async function emissions(dataset: string, iso3: string): Promise<[year: number, megatonnes: number][]> {
  const { result } = await host.call("data.query", {
    dataset,
    select: ["year", { column: "production_mtco2", as: "value" }],
    where: { iso3, production_mtco2: { not: null } },
    order: "year",
  });
  return (result as { rows: { year: number; value: number }[] }).rows.map(({ year, value }) => [year, value]);
}

/** Both editions of the budget: the one that reaches back furthest until the newest begins. */
async function history(iso3: string): Promise<[year: number, megatonnes: number][]> {
  const newest = await emissions("carbon_budget_countries", iso3);
  const older = await emissions("carbon_budget_countries_2024", iso3);
  return [...older.filter(([year]) => year < newest[0]![0]), ...newest];
}

async function crossings(iso3: string, isBeyond: (megatonnes: number) => boolean): Promise<number[]> {
  const all = await history(iso3);
  return all.flatMap(([year, value], i) => (i > 0 && isBeyond(value) && !isBeyond(all[i - 1]![1]) ? [year] : []));
}

describe("The year in which a limit is crossed", () => {
  it.each([
    ["When did China's CO2 emissions first exceed 5 Gt?", "CHN", 5000],
    ["In which year did India's emissions first pass 1 billion tonnes?", "IND", 1000],
    ["India: first year CO2 topped 2 Gt", "IND", 2000],
    ["中国哪一年二氧化碳排放首次超过100亿吨？", "CHN", 10_000],
    ["When did Japan's emissions first go above 500 Mt?", "JPN", 500],
  ] as const)("upwards is the first of all years that the editions have: %s", async (question, iso3, limit) => {
    const [first] = await crossings(iso3, (value) => value > limit);
    expect((await yearsIn(question))[0]).toBe(first);
  });

  it("downwards is the last, unless the first is asked for; the other is told beside it", async () => {
    const all = await crossings("GBR", (value) => value < 400);
    expect(all.length).toBeGreaterThan(1);
    const ends = [all[0], all.at(-1)];
    expect(await yearsIn("When did the UK's emissions fall below 400 Mt for the first time?")).toEqual(ends);
    expect(await yearsIn("When did the UK's emissions fall below 400 Mt?")).toEqual(ends.toReversed());
    expect(await yearsIn("英国哪年起排放低于4亿吨")).toEqual(ends.toReversed());
  });

  it.each([
    "When did China's emissions reach 50 Gt?",
    "When did China's emissions first exceed 5 GW?",
    "哪一年中国排放超过500亿吨？",
    "In which year did China's emissions peak at 11 Gt?",
  ])("is refused where there is none: %s", async (question) => {
    expect((await ask(question)).kind).toBe("refuse");
  });

  it("of a mole fraction is in its own unit", async () => {
    const { result } = await host.call("data.query", {
      dataset: "atmosphere_annual",
      select: [{ column: "year", as: "year", aggregate: "min" }],
      where: { gas: "CO2", mole_fraction: { from: 400 } },
    });
    const [{ year } = { year: 0 }] = (result as { rows: { year: number }[] }).rows;
    expect((await yearsIn("When did CO2 in the air first exceed 400 ppm?"))[0]).toBe(year);
    expect((await ask("When did CO2 in the air first exceed 400 ppb?")).kind).toBe("refuse");
  });
});

describe("Words that lead from one place to another", () => {
  it.each(["CO2 of China that goes to the US in 2011", "CO2 from China to Japan in 2011", "中国给日本的CO2，2011年"])(
    "ask for no figure of either: %s",
    async (question) => {
      expect((await ask(question)).kind).toBe("refuse");
    },
  );

  it.each(["What did France emit in 2010 and what did Spain emit?", "CO2 from France and from Spain in 2010"])(
    "are not those that put one beside the other: %s",
    async (question) => {
      const { kind, values } = await ask(question);
      expect([kind, values.filter(({ primary }) => primary).length]).toEqual(["answer", 2]);
    },
  );
});

describe("A word that is not known", () => {
  it.each(["Which suppliers emit most in China?", "CO2 of shipping in Greece in 2019"])(
    "is not taken for one that says nothing: %s",
    async (question) => {
      expect((await ask(question)).kind).toBe("refuse");
    },
  );
});

describe("What the ocean took up", () => {
  it.each([
    "What fraction of the 2018 emissions from fossil fuels and land-use change did the ocean sink absorb?",
    "求2018年海洋碳汇占当年CO2总排放（化石加土地利用变化）的比例。",
  ])("is a share of all emissions that are named: %s", async (question) => {
    const { result } = await host.call("data.query", {
      dataset: "carbon_budget_global",
      select: ["ocean_sink_gtc", "fossil_gtc", "land_use_change_gtc"],
      where: { year: 2018 },
    });
    const [row] = (result as { rows: Record<string, number>[] }).rows;
    const share = (100 * row!.ocean_sink_gtc!) / (row!.fossil_gtc! + row!.land_use_change_gtc!);
    const { values } = await ask(question);
    expect(values[0]).toMatchObject({ unit: "%", value: expect.closeTo(share, 9) });
  });
});
