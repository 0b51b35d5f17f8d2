import { describe, expect, it } from "vitest";
import { writeReply } from "../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";

const opened = shippedDialogue;

async function ask(...turns: string[]) {
  const language = /\p{Script=Han}/u.test(turns.join("")) ? "zh" : "en";
  return writeReply(await (await opened).ask({ turns: turns.map((text) => ({ text })), language }), language);
}

const rivals = [
  "CHN",
  "USA",
  "JPN",
  "DEU",
  "RUS",
  "IND",
  "KOR",
  "CAN",
  "MEX",
  "GBR",
  "FRA",
  "POL",
  "NLD",
  "TWN",
  "BRA",
  "AUS",
];

/** What one country emits for the final demand of another, in kt. */
async function flow(from: string, to: string, year: number): Promise<number> {
  const reply = await ask(`CO2 emitted in ${from} for final demand in ${to} in ${year}`);
  expect(reply.kind, reply.text).toBe("answer");
  return reply.values[0]!.value as number;
}

/** Large economies by what they emit for one, or by what one emits for them, most first. */
async function ordered(year: number, iso3: string, way: "origins" | "destinations"): Promise<string[]> {
  const others = rivals.filter((each) => each !== iso3);
  const flows = await Promise.all(
    others.map(async (other) => ({
      other,
      kt: await (way === "origins" ? flow(other, iso3, year) : flow(iso3, other, year)),
    })),
  );
  return flows.toSorted((a, b) => b.kt - a.kt).map(({ other }) => other);
}

describe("Partners of emissions in trade", () => {
  it.each([
    ["Which country supplies most of Germany's imported emissions?", 2011, "DEU", "origins", 1],
    ["德国进口隐含碳主要来自哪个国家？", 2011, "DEU", "origins", 1],
    ["Which countries do Japan's consumption emissions come from?", 2011, "JPN", "origins", 5],
    ["top 3 destinations of China's embodied exports in 2008", 2008, "CHN", "destinations", 3],
    ["中国出口隐含碳的前五大目的地", 2011, "CHN", "destinations", 5],
    ["Which nation absorbs most embodied carbon from China?", 2011, "CHN", "destinations", 1],
    ["谁是中国隐含碳出口的最大接收国", 2011, "CHN", "destinations", 1],
  ] as const)("are in the order of the table's flows: %s", async (question, year, iso3, way, count) => {
    const reply = await ask(question);
    const told = reply.values.filter(({ primary }) => primary).map(({ value }) => value);
    expect(told, reply.text).toEqual((await ordered(year, iso3, way)).slice(0, count));
  });

  it.each([
    "Which country is behind most of Italy's territorial emissions?",
    "美国的属地排放最多的是哪个国家的？",
    "Where do the emissions of China in 2020 end up?",
    "Where do Germany's emissions come from?",
    "中国2020年的排放流向哪里",
    "德国的排放来自哪里",
    "Main destination of Chinese CO2 in 2020",
  ])("are not answered by the account of the country that is named: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });
});

describe("Carbon prices", () => {
  it.each([
    ["carbon price in China in 2025", 62.36, "CNY/t CO2"],
    ["2025年中国碳价是多少？", 62.36, "CNY/t CO2"],
    ["CBAM certificate price in 2026", 75.36, "EUR/t CO2e"],
  ])("are those of the two markets in the table: %s", async (question, value, unit) => {
    const [first] = (await ask(question)).values;
    expect([first?.value, first?.unit]).toEqual([value, unit]);
  });

  it.each(["What was the carbon price of the EU ETS in 2025?", "carbon price of South Africa", "2023年中国碳价"])(
    "of others are refused, and are no emissions: %s",
    async (question) => {
      const reply = await ask(question);
      expect(reply.kind).toBe("refuse");
      expect(reply.text).toMatch(/carbon prices|碳价/);
    },
  );
});

describe("What people tell of their work before they ask", () => {
  it.each([
    ["I'm comparing production and consumption accounts. How big was Poland's consumption-based footprint in 2017?"],
    ["老师好，我在对比生产侧与消费侧核算，请问波兰2017年的消费侧（足迹）CO2排放是多少？"],
    [
      "I'm working on a piece about what Poles buy rather than what Polish chimneys emit. Poland's carbon footprint, consumption-wise, in 2017?",
    ],
  ])("is not asked: %s", async (question) => {
    const plain = await ask("consumption-based CO2 of Poland in 2017");
    const reply = await ask(question);
    expect(reply.values.map(({ value }) => value)).toEqual(plain.values.map(({ value }) => value));
  });

  it.each([
    "I only want consumption. What were Poland's emissions in 2017?",
    "I need it without cement. CO2 of Poland in 2017?",
  ])("counts where it restricts: %s", async (question) => {
    const plain = await ask("CO2 of Poland in 2017");
    const reply = await ask(question);
    if (reply.kind === "answer") expect(reply.values[0]!.value).not.toBe(plain.values[0]!.value);
  });
});

it.each([
  ["how much CO2 did Tanzania emit per person in 2019? Best, Amina"],
  ["Tanzania's CO2 per head in 2019, please? Kind regards, Amina Njoroge"],
  ["CO2 per head of Tanzania in 2019, year of the flood"],
])("A name below a letter, and what a year is remembered for, are not asked: %s", async (question) => {
  const plain = await ask("CO2 per head of Tanzania in 2019");
  const reply = await ask(question);
  expect(reply.values[0]?.value, reply.text).toBe(plain.values[0]!.value);
});

it("Land use that is not wanted is left out", async () => {
  const plain = await ask("CO2 of Brazil in 2020");
  const reply = await ask("I don't want land use. CO2 of Brazil in 2020?");
  expect(reply.values.map(({ value }) => value)).toEqual(plain.values.map(({ value }) => value));
});

it.each([
  "CO2 of producing 3 kt of coke",
  "Our refinery produces 2 Mt of diesel a year: CO2?",
  "生产3千吨柴油排放多少CO2",
])("What is made is not burned: %s", async (question) => {
  const { kind, text } = await ask(question);
  expect([kind, text]).not.toEqual(["answer", expect.stringMatching(/burning|燃烧/)]);
});

it("What a denied account is not is left out, and the table's account of exports is no account of production", async () => {
  const plain = await ask("2008年中国出口隐含CO2");
  const denied = await ask("我想引用投入产出表：2008年中国出口中隐含的CO2一共有多少？（不是净出口）");
  expect(plain.kind).toBe("answer");
  expect(denied.values[0]?.value).toBe(plain.values[0]!.value);
});
