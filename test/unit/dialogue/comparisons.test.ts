import { describe, expect, it } from "vitest";
import { writeReply } from "../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";
import { host } from "./shipped-host.ts";

const opened = shippedDialogue;

async function ask(...turns: string[]) {
  const language = /\p{Script=Han}/u.test(turns[0]!) ? "zh" : "en";
  const reply = await (await opened).ask({ turns: turns.map((text) => ({ text })), language });
  const written = writeReply(reply, language);
  const primary = written.values.filter((value) => value.primary);
  return { ...written, figures: primary.map(({ value, unit }) => [value, unit]) };
}

/** The first figure that is asked for. */
async function figure(...turns: string[]): Promise<number | string> {
  const { kind, text, figures } = await ask(...turns);
  expect(kind, text).toBe("answer");
  return figures[0]![0] as number | string;
}

async function amount(...turns: string[]): Promise<number> {
  return Number(await figure(...turns));
}

async function rows(query: Parameters<typeof host.call>[1]): Promise<Record<string, string | number | null>[]> {
  return ((await host.call("data.query", query)).result as { rows: Record<string, string | number | null>[] }).rows;
}

/** The newest year in which there are emissions and people. */
async function newestWithPeople(): Promise<number> {
  const [found] = await rows({
    dataset: "carbon_budget_countries",
    select: [{ column: "year", as: "year", aggregate: "max" }],
    join: [{ dataset: "population", where: { entity_type: "country" }, unmatched: "drop" }],
  });
  return found!.year as number;
}

describe("The newest year of figures per head", () => {
  it.each([
    ["CO2 per head of Poland", (year: number) => `CO2 per head of Poland in ${year}`],
    ["波兰人均排放", (year: number) => `CO2 per head of Poland in ${year}`],
    [
      "Which country has the highest CO2 per head?",
      (year: number) => `Which country has the highest CO2 per head in ${year}?`,
    ],
    ["哪个国家人均排放最高？", (year: number) => `Which country has the highest CO2 per head in ${year}?`],
    [
      "Who emits more CO2 per head, Poland or Germany?",
      (year: number) => `Who emitted more CO2 per head in ${year}, Poland or Germany?`,
    ],
  ])("has emissions and people: %s", async (question, dated) => {
    expect(await figure(question)).toBe(await figure(dated(await newestWithPeople())));
  });
});

describe("A span without an end", () => {
  it.each([
    ["How much have UK emissions fallen since 1990?", "How much did UK emissions fall from 1990 to"],
    ["英国1990年以来排放下降了多少？", "How much did UK emissions fall from 1990 to"],
    ["By what percentage did Polish CO2 change since 2010?", "By what percentage did Polish CO2 change from 2010 to"],
    ["Average annual growth rate of Indian CO2 since 2000", "Average annual growth rate of Indian CO2 from 2000 to"],
  ])("ends with the newest year: %s", async (question, dated) => {
    const [{ year } = {}] = await rows({
      dataset: "carbon_budget_countries",
      select: [{ column: "year", as: "year", aggregate: "max" }],
    });
    expect(await amount(question)).toBe(await amount(`${dated} ${year}`));
  });
});

describe("Changes of several countries", () => {
  it.each([
    "Which grew faster between 2000 and 2020, India's emissions or China's?",
    "2000年至2020年，印度和中国谁的排放增长更快？",
  ])("are compared in per cent where speed is asked for: %s", async (question) => {
    const [india, china] = [
      await amount("By what percentage did India's CO2 change from 2000 to 2020?"),
      await amount("By what percentage did China's CO2 change from 2000 to 2020?"),
    ];
    expect(await figure(question)).toBe(india > china ? "IND" : "CHN");
  });

  it.each([
    ["Which country cut its emissions most from 2005 to 2022?", true],
    ["Which country's emissions grew the most between 2005 and 2022?", false],
  ])("rank all countries by what they changed: %s", async (question, falls) => {
    const all = await rows({
      dataset: "carbon_budget_countries",
      select: ["iso3", "year", "production_mtco2"],
      where: { entity_type: "country", year: [2005, 2022] },
    });
    const of = (iso3: unknown, year: number) =>
      all.find((row) => row.iso3 === iso3 && row.year === year)?.production_mtco2 as number | null | undefined;
    const changes = [...new Set(all.map(({ iso3 }) => iso3))].flatMap((iso3) => {
      const [then, now] = [of(iso3, 2005), of(iso3, 2022)];
      return typeof then === "number" && typeof now === "number" && then !== 0 ? [{ iso3, change: now - then }] : [];
    });
    const [first] = changes.toSorted((a, b) => (falls ? a.change - b.change : b.change - a.change));
    expect(await figure(question)).toBe(first!.iso3);
  });
});

describe("Countries of a part of the world", () => {
  it.each([
    ["Which African country emits the most CO2?", "Africa"],
    ["非洲排放最多的国家是哪个？", "Africa"],
  ])("are ranked among each other: %s", async (question, part) => {
    const [first] = await rows({
      dataset: "carbon_budget_countries",
      select: ["iso3", "production_mtco2", "country_un_region"],
      where: { year: 2024, entity_type: "country", production_mtco2: { not: null } },
      join: [{ dataset: "countries", on: ["iso3"], prefix: "country_", unmatched: "drop" }],
      having: { country_un_region: { contains: part } },
      order: "-production_mtco2",
    });
    expect(await figure(question)).toBe(first!.iso3);
  });

  it("counts a place among them, too", async () => {
    const among = await amount("Where does Mexico rank in Latin America by CO2 in 2016?");
    const emitted = await amount("CO2 of Mexico in 2016");
    const brazil = await amount("CO2 of Brazil in 2016");
    expect(among).toBe(brazil > emitted ? 2 : 1);
  });
});

describe("The mean of the world's people", () => {
  it.each([
    "How many times the world average is Canada's per capita CO2 in 2019?",
    "加拿大2019年人均碳排放是世界平均水平的几倍",
  ])("is the world's figure per head: %s", async (question) => {
    const [canada, world] = [
      await amount("CO2 per head of Canada in 2019"),
      await amount("CO2 per head of the world in 2019"),
    ];
    expect([canada / world, world / canada]).toContainEqual(expect.closeTo(await amount(question), 9));
  });

  it("is what a country exceeds, whichever is named first", async () => {
    const question = "How much higher than the world average was Qatar's per capita CO2 in 2020?";
    const [qatar, world] = [
      await amount("CO2 per head of Qatar in 2020"),
      await amount("CO2 per head of the world in 2020"),
    ];
    expect(await amount(question)).toBeCloseTo(qatar - world, 9);
  });
});

describe("Fuels side by side", () => {
  it.each([
    ["Compare India's CO2 from coal and oil in 2020", ["coal", "oil"]],
    ["荷兰2015年天然气、石油和煤炭的CO2各多少", ["gas", "oil", "coal"]],
  ])("are those that are named: %s", async (question, fuels) => {
    const [iso3, year] = /India/.test(question) ? ["IND", 2020] : ["NLD", 2015];
    const expected = await Promise.all(
      fuels.map(async (source) => {
        const [found] = await rows({
          dataset: "fossil_co2_by_fuel",
          select: [{ column: "emissions_mtco2", as: "value" }],
          where: { iso3: iso3!, year: year!, source },
        });
        return [found!.value, "Mt CO2"];
      }),
    );
    expect((await ask(question)).figures).toEqual(expected);
  });

  it.each([
    "2023年中国出口到印度的光伏电池片（不是组件）有多少MW？",
    "Solar cells, not panels, exported from China to India in 2023 in MW?",
  ])("leave out what is denied: %s", async (question) => {
    expect((await ask(question)).figures).toEqual(
      (await ask("Solar cells exported from China to India in 2023 in MW")).figures,
    );
  });
});

describe("Trade in embodied carbon", () => {
  it.each([
    "Emissions embodied in goods China sold to the US, 2007",
    "美国2007年从中国进口的隐含碳有多少",
    "中国2007年替美国排了多少CO2",
  ])("is read in its direction: %s", async (question) => {
    expect(await amount(question)).toBe(
      await amount("CO2 emitted in China for final demand in the United States in 2007"),
    );
  });

  it.each([
    "Ratio of CO2 embodied in China's exports to Japan to that in Japan's exports to China in 2011",
    "2011年中国出口到日本的隐含碳是日本出口到中国的几倍？",
  ])("is held against the other way: %s", async (question) => {
    const [there, back] = [
      await amount("CO2 emitted in China for final demand in Japan in 2011"),
      await amount("CO2 emitted in Japan for final demand in China in 2011"),
    ];
    expect(await amount(question)).toBeCloseTo(there / back, 9);
  });

  it.each([
    "China's net exports of embodied CO2 to the US in 2011",
    "2011年中美之间，中国对美国的贸易隐含CO2净出口是多少？",
  ])("is net of the other way: %s", async (question) => {
    const [there, back] = [
      await amount("CO2 emitted in China for final demand in the United States in 2011"),
      await amount("CO2 emitted in the United States for final demand in China in 2011"),
    ];
    // The difference is taken in exact multiples of the unit.
    expect(await amount(question)).toBeCloseTo(there - back, 6);
  });

  it.each(["How much CO2 was embodied in France's exports in 2009?", "法国2009年出口隐含碳是多少"])(
    "is of all exports where no other country is named: %s",
    async (question) => {
      const [found] = await rows({
        dataset: "mrio_accounts",
        select: ["exports_mtco2"],
        where: { region: "FRA", year: 2009 },
      });
      expect(await amount(question)).toBe(found!.exports_mtco2);
    },
  );

  it("has the account that is named as its whole", async () => {
    const [found] = await rows({ dataset: "mrio_accounts", where: { region: "DEU", year: 2008 } });
    const share = await amount("What share of Germany's production emissions was embodied in its exports in 2008?");
    expect(share).toBeCloseTo((100 * Number(found!.exports_mtco2)) / Number(found!.production_mtco2), 9);
  });
});

describe("A sink as a share of emissions", () => {
  it.each([
    ["What is the airborne fraction in 2022?", "atmospheric_growth_gtc", true],
    ["2022年的空中滞留比例是多少？", "atmospheric_growth_gtc", true],
    ["What share of fossil emissions did the ocean absorb in 2022?", "ocean_sink_gtc", false],
    ["陆地2022年吸收了人类排放的百分之几", "land_sink_gtc", true],
  ])("says of which emissions: %s", async (question, column, withLand) => {
    const [found] = await rows({ dataset: "carbon_budget_global", where: { year: 2022 } });
    const whole = Number(found!.fossil_gtc) + (withLand ? Number(found!.land_use_change_gtc) : 0);
    expect(await amount(question)).toBeCloseTo((100 * Number(found![column])) / whole, 9);
    const { plan } = await ask(question);
    expect(plan.length).toBeGreaterThan(0);
  });
});

describe("A question that leaves out only the measure", () => {
  it.each([
    "Who is worse, India or China?",
    "per head, Qatar vs Kuwait, 2017",
    "When did China overtake the United States?",
    "哈萨克斯坦1992年和2012年差多少",
    "阿根廷与智利的人均差距，2018年",
  ])("is asked of which: %s", async (question) => {
    const { kind, ask: back } = await ask(question);
    expect([kind, back?.slot]).toEqual(["ask", "measure"]);
  });

  it("is refused where a word is not understood", async () => {
    expect((await ask("Which is worse, the glorph of India or China?")).kind).toBe("refuse");
  });
});

describe("A later turn", () => {
  it.each([
    [
      ["What was France's consumption footprint in 2021?", "And the territorial figure?"],
      "Territorial CO2 of France in 2021",
    ],
    [["Top 3 per-capita emitters 2020", "and the bottom three?"], "The three lowest emitters per head in 2020"],
  ])("keeps what it does not replace: %j", async (turns, question) => {
    expect((await ask(...turns)).figures).toEqual((await ask(question)).figures);
  });

  it.each([
    [["Denmark's footprint 2011", "how much of it comes from China?"]],
    [["丹麦2011年消费侧", "来自中国的部分是多少"]],
  ])("about the part from another country is of what that country emits for it: %j", async (turns) => {
    expect(await amount(...turns)).toBe(await amount("CO2 emitted in China for final demand in Denmark in 2011"));
  });

  it("converts carbon to the gas that is named", async () => {
    expect(await amount("全球海洋碳汇2012", "换成二氧化碳是多少亿吨")).toBe(
      await amount("Ocean sink in 2012 in Mt CO2"),
    );
  });

  it("has both of two places that are compared", async () => {
    const { figures } = await ask("Consumption-based emissions of the Netherlands in 2016", "Compare with Belgium.");
    expect(figures.map(([value]) => value).toSorted()).toEqual(
      [
        await amount("Consumption-based CO2 of the Netherlands in 2016"),
        await amount("Consumption-based CO2 of Belgium in 2016"),
      ].toSorted(),
    );
  });

  it.each([
    [["Germany's imports of embodied carbon in 2008", "from which country mostly?"]],
    [["Population of Brazil 2000", "emissions the same year", "divide them"]],
  ])("that asks for nothing new is not answered by the same again: %j", async (turns) => {
    expect((await ask(...turns)).kind).toBe("refuse");
  });
});

describe("Words of more than one meaning", () => {
  it.each(["carbon intensity of Poland in 2020", "中国的碳强度2005到2020降了多少个百分点"])(
    "are asked about: %s",
    async (question) => {
      const { kind, ask: back } = await ask(question);
      expect([kind, back?.slot]).toEqual(["ask", "measure"]);
    },
  );

  it.each([
    ["朝鲜还是韩国来着，反正是2005年那个，排了多少"],
    ["尼日尔还是尼日利亚我记混了，就是那个国家，2018年的排放给我一下。"],
  ])("of countries that are mixed up are asked about: %s", async (question) => {
    expect((await ask(question)).ask?.slot).toBe("place");
  });
});

describe("What is not asked of all", () => {
  it.each([
    "加拿大家庭消费引起的排放，2011年",
    "Share of electricity generation in Australia's production emissions, 2008",
    "Had the US kept its 2005 emissions per head, what total would 2019 show?",
  ])("is not answered by all: %s", async (question) => {
    expect((await ask(question)).kind).toBe("refuse");
  });

  it("has its members in order, where those of a group are put in order", async () => {
    const { figures } = await ask("东盟各国2019年人均从高到低排一下");
    const places = figures.map(([value]) => value);
    expect(places).toHaveLength(10);
    const values = await Promise.all(places.map((iso3) => amount(`CO2 per head of ${iso3} in 2019`)));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });
});

describe("An answer to a question back", () => {
  it.each([
    [["What did the Congo emit in 2018?", "Sorry, I meant the Democratic Republic, Kinshasa."]],
    [["刚果2018年排了多少CO2？", "刚果民主共和国，金沙萨那个。"]],
  ])("may name the option in its own words: %j", async (turns) => {
    expect(await amount(...turns)).toBe(await amount("CO2 of the Democratic Republic of the Congo in 2018"));
  });

  it("holds the second answer against the first where both are named", async () => {
    const [made, used] = [await amount("PBA of Italy in 2012"), await amount("CBA of Italy in 2012")];
    const { figures } = await ask(
      "PBA Italy 2012.",
      "CBA, same year.",
      "By what percentage is the second above the first?",
    );
    expect(figures[0]![1]).toBe("%");
    expect(Number(figures[0]![0])).toBeCloseTo((100 * (used - made)) / made, 9);
  });
});

describe("Codes of two letters", () => {
  it.each([
    ["CO2 of PL vs CZ in 2020", ["POL", "CZE"]],
    ["CO2 of ES, IT and PT in 2020", ["ESP", "ITA", "PRT"]],
    ["DE emissions in 2020", ["DEU"]],
  ] as const)("are countries, words among them beside another: %s", async (question, codes) => {
    const expected = await Promise.all(codes.map((iso3) => amount(`CO2 of ${iso3} in 2020`)));
    expect((await ask(question)).figures.map(([value]) => value)).toEqual(expected);
  });

  it.each(["CN 7601 CO2 in 2020", "Is IT responsible for CO2 in 2020?", "SA CO2 in 2020", "CA CO2 in 2020"])(
    "are no countries elsewhere: %s",
    async (question) => {
      expect((await ask(question)).kind).not.toBe("answer");
    },
  );
});

describe("One measure by two databases", () => {
  it.each([
    ["How much lies between Germany's CO2 of 2019 by the Global Carbon Budget 2025 and by CEDS?"],
    ["德国2019年的CO2，全球碳预算2025版比CEDS高多少？"],
  ])("is compared: %s", async (question) => {
    const budget = await amount("CO2 of Germany in 2019 by the Global Carbon Budget 2025");
    const [ceds] = await rows({
      dataset: "ceds_countries",
      select: [{ column: "emissions_kt", as: "value", aggregate: "sum" }],
      where: { iso3: "DEU", gas: "CO2", year: 2019 },
    });
    expect(await amount(question)).toBeCloseTo(budget - Number(ceds!.value) / 1000, 6);
  });

  it("of two gases is not", async () => {
    expect((await ask("Difference between CEDS methane and GCB CO2 of Germany in 2019")).kind).not.toBe("answer");
  });
});

describe("A turn after a comparison", () => {
  it.each([
    [["China's CO2 per head in 2023?", "And the United States?", "How many times China's figure is that?"]],
    [["2023年中国人均CO2是多少？", "美国呢？", "那是中国的几倍？"]],
  ])("has the country that it names below the line: %s", async (turns) => {
    const [china, states] = [
      await amount("CO2 per head of China in 2023"),
      await amount("CO2 per head of the United States in 2023"),
    ];
    expect(await amount(...turns)).toBeCloseTo(states / china, 9);
  });

  it("counts again in another year", async () => {
    const counted = await amount("How many countries emitted more than 1 Gt of fossil CO2 in 2010?");
    expect(await amount("How many countries emitted more than 1 Gt of fossil CO2 in 2022?", "And in 2010?")).toBe(
      counted,
    );
  });
});

describe("A list of countries", () => {
  it.each([
    "India, Pakistan, Bangladesh, Sri Lanka, Nepal: rank them by per capita CO2 in 2023, top three only.",
    "印度、巴基斯坦、孟加拉国、斯里兰卡、尼泊尔这五国，2023年人均CO2从高到低，前三名是谁？",
  ])("is told to the place that is asked for: %s", async (question) => {
    const { figures } = await ask(question);
    expect(figures.filter(([, unit]) => unit === "iso3").map(([value]) => value)).toEqual(["IND", "LKA", "PAK"]);
  });
});

describe("A country's part of what the world has of one source", () => {
  it.each(["China's share of the world's CO2 from cement in 2023", "2023年，水泥工艺CO2：中国占全球百分之几？"])(
    "is not the source's part of the country's: %s",
    async (question) => {
      const [china, world] = [
        await amount("CO2 from cement in China in 2023"),
        await amount("CO2 from cement in the world in 2023"),
      ];
      expect(await amount(question)).toBeCloseTo((100 * china) / world, 6);
    },
  );
});
