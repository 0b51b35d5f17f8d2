import { describe, expect, it } from "vitest";
import { writeReply } from "../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";

const opened = shippedDialogue;

async function last(...turns: string[]) {
  const language = /\p{Script=Han}/u.test(turns[0]!) ? "zh" : "en";
  const reply = await (await opened).ask({ turns: turns.map((text) => ({ text })), language });
  const written = writeReply(reply, language);
  return {
    ...written,
    figures: written.values.filter(({ primary }) => primary).map(({ value, unit }) => [value, unit]),
  };
}

/** The figures of one question, by which those of a conversation are held. */
async function figureOf(question: string): Promise<number> {
  return Number((await last(question)).figures[0]![0]);
}

describe("What is said beside a question", () => {
  it.each([
    "How much CO2 did China emit in 2021? glorphly",
    "How much CO2 did China emit in 2021? Only glorphly, please.",
    "How much CO2 did China emit in 2021? Only the Foshan part.",
    "How much CO2 did China emit in 2021? From glorphs.",
    "中国2021年排放了多少二氧化碳？仅限佛山市区。",
    "The director asked me for the glorph industry's CO2 in China in 2020. What was it?",
  ])("restricts it, and is not passed over: %s", async (question) => {
    expect((await last(question)).kind).toBe("refuse");
  });

  it("is a story where the question stands without it", async () => {
    const plain = await figureOf("Percentage change of Danish CO2 from 1990 to 2024");
    const told = "The minister says Denmark halved its emissions. Percentage change of Danish CO2 from 1990 to 2024?";
    expect(await figureOf(told)).toBe(plain);
  });

  it("is what is asked of where the question names nothing", async () => {
    const share = await figureOf("China's share of the world's CO2 of cement in 2024");
    const told =
      "The director asked me for China's weight in the world's CO2 from making cement in 2024. What share, please?";
    expect(await figureOf(told)).toBe(share);
  });

  it("may be an amount that somebody claims: the answer is the table's", async () => {
    const air = await figureOf("CO2 concentration in 1982");
    expect(await figureOf("My friend says the air had 340 ppm CO2 in 1982, is she right?")).toBe(air);
  });
});

describe("Years that are counted from others", () => {
  it.each([
    [["CO2 of Italy in 2015", "what about ten years earlier"], "CO2 of Italy in 2005"],
    [["意大利2015年的碳排放", "再往前推十年呢"], "CO2 of Italy in 2005"],
    [["CO2 of Italy in 2015", "and the year after that?"], "CO2 of Italy in 2016"],
    [["Sum of Irish CO2 from 1990 to 1999", "and the decade after that?"], "Sum of Irish CO2 from 2000 to 2009"],
  ])("are those: %j", async (turns, question) => {
    expect((await last(...turns)).figures).toEqual((await last(question)).figures);
  });

  it("have no year to be counted from in a question alone", async () => {
    expect((await last("CO2 of Italy ten years earlier")).kind).toBe("refuse");
  });
});

describe("The last two answers", () => {
  it("are compared and added, whatever they are of", async () => {
    const [ocean, land] = [await figureOf("2010年海洋碳汇"), await figureOf("2010年陆地碳汇")];
    const { figures } = await last("2010年海洋碳汇多大？", "同年陆地上的呢？", "两个合在一起？");
    expect(figures).toHaveLength(1);
    expect(figures[0]![0]).toBeCloseTo(ocean + land, 10);
  });

  it("are percentages whose difference is in points", async () => {
    const share = (year: number) => figureOf(`share of gas in the electricity of the Netherlands in ${year}`);
    const turns = ["What share of Dutch electricity came from gas in 2015?", "And by 2023?"];
    const { figures } = await last(...turns, "That is a drop of how many percentage points?");
    expect(figures).toEqual([[expect.closeTo((await share(2023)) - (await share(2015)), 10), "%"]]);
  });

  it("are not what “in total” means after three", async () => {
    const turns = ["CO2 of Spain in 2020", "Portugal?", "France?", "and in total?"];
    const reply = await last(...turns);
    const two = (await figureOf("CO2 of Portugal in 2020")) + (await figureOf("CO2 of France in 2020"));
    expect(reply.figures.map(([value]) => Math.round(Number(value)))).not.toContain(Math.round(two));
  });

  it("of a flow keep who emits when another's demand is named", async () => {
    const korea = await figureOf("2011年中国为韩国最终需求排放了多少CO2？");
    expect((await last("为了日本的消费，2011年中国境内排了多少CO2？", "换成韩国的消费呢？")).figures[0]![0]).toBe(
      korea,
    );
  });
});

describe("Areas that tables have rows of", () => {
  it.each([
    ["Fossil CO2 of Africa in 2024", "2024年非洲的化石CO2排放"],
    ["CO2 of international aviation in 2019", "2019年国际航空的CO2排放"],
  ])("have figures in both languages: %s", async (en, zh) => {
    const [first, second] = [await last(en), await last(zh)];
    expect(first.kind).toBe("answer");
    expect(second.figures).toEqual(first.figures);
  });

  it.each(["CO2 per head of Africa in 2020", "2020年非洲的人均CO2排放"])(
    "have no people in the table: %s",
    async (question) => {
      expect((await last(question)).kind).not.toBe("answer");
    },
  );
});

describe("A figure of several rows a year", () => {
  it("has a mean of the years, not of the rows", async () => {
    const sum = await figureOf("Sum of the CO2 of the EU27 from 2010 to 2019");
    expect(await figureOf("Mean CO2 of the EU27 during the 2010s?")).toBeCloseTo(sum / 10, 6);
  });

  it("is a range where the rows are models that are named together", async () => {
    const named = await last("What do BLUE, H&C2023 and OSCAR each say about Indonesia's land-use CO2 in 2015?");
    const all = await last("Land-use change CO2 of Indonesia in 2015, lowest and highest model");
    expect(named.values.slice(0, 2).map(({ value }) => value)).toEqual(
      all.values.slice(0, 2).map(({ value }) => value),
    );
  });
});

describe("What no table has a figure of", () => {
  it.each([
    "Imagine everyone in the world in 2022 emitted like a Frenchman did; what would the CO2 be?",
    "What fraction of all fossil CO2 since 1750 up to 2023 is Britain's doing?",
    "疫情那年(2020年)全世界的碳排放掉了多少个百分点啊",
    "就当印度人均提到世界平均,2023年,它得多排几亿吨",
  ])("is not answered beside it: %s", async (question) => {
    expect((await last(question)).kind).not.toBe("answer");
  });

  it.each(["煉一公噸鋁要排幾噸二氧化碳呢?", "How much CO2e is 260 t of nitrogen fertiliser by AR5 GWP100?"])(
    "is no conversion of the thing's own mass: %s",
    async (question) => {
      const { plan, kind } = await last(question);
      const tools = kind === "answer" ? plan?.map(({ tool }) => tool) : [];
      expect(tools).not.toContain("quantity.convert");
      expect(tools).not.toContain("quantity.equivalent");
    },
  );
});

describe("A turn after another", () => {
  it.each([
    [["How large was the ocean sink in 2023?", "And the land sink?"], "Land sink in 2023"],
    [["Germany's electricity in 2021, in g/kWh?", "France?"], "Carbon intensity of electricity of France in 2021"],
    [
      ["How large was Spain's CO2 in 2019?", "Take it as a share of the EU27."],
      "Spain's share of the CO2 of the EU27 in 2019",
    ],
    [
      ["France's cumulative CO2 from 1850 to 2000?", "Only from 1950, please."],
      "France's cumulative CO2 from 1950 to 2000",
    ],
    [["India's per capita CO2 in 2020?", "So what is the world average?"], "CO2 per head of the world in 2020"],
    [["日本2022年碳排放总量", "跟韩国加起来是多少?"], "Japan and South Korea together, CO2 in 2022"],
    [
      ["2023年德国电力碳强度", "比法国脏几倍？"],
      "How many times is Germany's carbon intensity of electricity that of France in 2023",
    ],
  ])("keeps what it does not say: %j", async (turns, question) => {
    expect(await figureOf(question)).toBeCloseTo(Number((await last(...turns)).figures[0]![0]), 9);
  });
});
