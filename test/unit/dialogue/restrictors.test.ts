import { describe, expect, it } from "vitest";
import { normalForm } from "../../../lib/dialogue/language/normal-text.ts";
import { plainForms } from "../../../lib/dialogue/lexicon/plain-words.ts";
import { restrictorEntries } from "../../../lib/dialogue/lexicon/restrictors.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";

const opened = shippedDialogue;

async function ask(text: string) {
  const language = /\p{Script=Han}/u.test(text) ? "zh" : "en";
  return (await opened).ask({ turns: [{ text }], language });
}

describe("A word that restricts", () => {
  it.each([
    "中国2022年上半年的碳排放",
    "emissions of farms in France",
    "emissions of homes in France in 2019",
    "emissions of teachers in France in 2019",
    "What were France's emissions in winter 2019?",
    "What were the emissions of state-owned firms in China in 2019?",
    "emissions of data centres in Ireland in 2020",
    "What were the direct emissions of Germany in 2020?",
    "business emissions of Germany in 2020",
    "What were Germany's emissions with carbon capture in 2020?",
    "What were most of China's emissions in 2019?",
    "emissions per shop in France in 2019",
    "emissions of France in H1 2019",
    "2022年第三季度中国碳排放",
    "中国春节期间的碳排放",
    "中国国有企业2019年的碳排放",
    "法国老师2019年的碳排放",
    "中国数据中心2019年的碳排放",
    "发达地区2019年的碳排放",
    "I am interested in the farms. What did France emit in 2019?",
  ])("is not passed over: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });

  it.each([
    "How much CO2 comes from burning 100 t of decarbonised natural gas?",
    "Convert 5 kt of abated CO2 to GtC",
    "把100吨未燃尽的天然气燃烧排放多少CO2？",
    "CO2 of burning 120 kt of lignite using heat pumps",
    "Which CBAM default value, total before mark-up, applies to grey clinker from Egypt for each passenger?",
    "活动数据不确定度5%，卡车排放因子不确定度12%，相乘之后合成不确定度是多少？",
    "Looking only at teachers, need the carbon intensity of grid electricity for Norway, 2021.",
  ])("is not passed over beside an amount: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });

  it.each([
    // “Summer” is no misspelt “summed”, nor “prisons” “persons”.
    "Germany's emissions in summer, 2010 to 2019",
    "emissions of prisons in France in 2019",
    "French emissions in 2019, pleased teachers",
  ])("is not read as a misspelt word of the sentence: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });

  it("is no word of the sentence alone", () => {
    const plain = new Set(plainForms().map(normalForm));
    const both = restrictorEntries.map(({ form }) => form).filter((form) => plain.has(normalForm(form)));
    expect(both).toEqual([]);
  });
});

describe("A word of the sentence that restricts where it stands", () => {
  it.each([
    "Some emissions of Norway in 2016",
    "Official emissions of Norway in 2016",
    "2016年挪威一些的碳排放",
    "2016年挪威官方的碳排放",
    "What should Norway's CO2 emissions in 2016 be?",
    "What might Norway's CO2 emissions in 2016 have been?",
    "2016年挪威应该的碳排放",
    "What would the CO2 emissions of Norway in 2016 be if all oil were gas?",
    "CO2 emissions of Norway since May 2011",
    "Pandemic emissions of Norway in 2020",
    "2020年疫情下挪威的碳排放",
    "Emissions of Norway in Sweden in 2016",
    "Emissions of Norway in 2016 due to Sweden",
    "2016年挪威因瑞典的碳排放",
    "2016年挪威和瑞典之间的碳排放是多少？",
    "CO2 emissions of Norway in a typical average year",
    "2016年挪威平均的碳排放",
    "At least how much CO2 did Norway emit in 2016?",
    "Emissions from gas flaring in Norway in 2016",
    "CO2 emissions of the former Norway in 2016",
    "2016年挪威工厂的碳排放",
    "Emissions of the island in 2016",
    "Emissions of gas boilers in Norway in 2016",
    "2016年挪威的碳排放强度",
    "Name the five countries with the highest fossil CO2 emissions in 2023 without the islands.",
    "What were Norway's CO2 emissions in 2016, year of the storm at night?",
    "欧盟27国2023年消费端CO2比境内海上的排放多出百分之几？",
  ])("is not passed over: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });

  it.each([
    "Could you give me some figures: what were Norway's CO2 emissions in 2016?",
    "If possible, what were Norway's CO2 emissions in 2016?",
    "Norway's CO2 emissions since the Paris agreement of 2015",
    "Out of curiosity, what were Norway's CO2 emissions in 2016? No rush, thanks a lot.",
    "不好意思，顺便问一下，挪威2016年的碳排放，不急，谢谢啦",
    "What were the CO2 emissions of Norway and Sweden in 2016?",
    "CO2 emissions in Norway in 2016 and in Sweden",
  ])("says nothing elsewhere: %s", async (question) => {
    expect((await ask(question)).kind).toBe("answer");
  });
});

describe("A second value of a kind", () => {
  it.each([
    "We bought 250 MWh of electricity and 30 t of coal in Spain in 2022. Location-based scope 2?",
    "We bought 250 MWh of electricity in Spain in 2022 and 2019. Location-based scope 2?",
    "CH4 of 250 MWh of electricity bought in Spain in 2022, location-based",
    "What is the CO2 of making 30 kt of clinker and lime?",
    "What is the population of making 30 kt of clinker?",
    "What is the consumption-based CO2 of making 30 kt of clinker?",
    "Convert 40 Gt CO2 to Gt C and SF6",
  ])("is not passed over beside the first: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });
});

describe("The footprint of what is made", () => {
  it.each([
    "footprint of 1 t of steel from the blast furnace",
    "carbon footprint of 1 kg of glass",
    "carbon footprint of 1 t of cement with 75 % clinker",
    "生产1吨高炉转炉钢的碳足迹",
  ])("is what making it emits, and no account of a country: %s", async (question) => {
    expect((await ask(question)).kind).toBe("answer");
  });
});

describe("A misspelt name", () => {
  it.each(["What were the emisions of Germany in 2019?", "What were the emissions of Germnay in 2019?"])(
    "is still read: %s",
    async (question) => {
      expect((await ask(question)).kind).toBe("answer");
    },
  );
});

describe("Who holds an amount", () => {
  it.each([
    "Our office in Spain bought 250 MWh in 2022. Location-based scope 2?",
    "我们在希腊的办公室2023年用了250 MWh电，按基于位置的方法，范围二是多少？",
  ])("changes nothing: %s", async (question) => {
    expect((await ask(question)).kind).toBe("answer");
  });
});

describe("A comparison that is denied", () => {
  it.each([
    ["How many countries emitted more than 500 Mt in 2022?", 11],
    ["How many countries didn't emit more than 500 Mt in 2022?", 203],
    ["How many countries did not emit less than 500 Mt in 2022?", 11],
    ["Which countries didn't emit more than 500 Mt in 2022?", 203],
    ["2022年有多少个国家的排放没有超过500 Mt？", 203],
  ])("has the bound on its other side: %s", async (question, count) => {
    const reply = await ask(question);
    expect(reply.kind === "answer" && reply.values[0]?.value).toBe(count);
  });
});

describe("A peak", () => {
  it.each([
    ["In which year did UK emissions peak?", 1971, 1750],
    ["英国碳排放哪一年达峰？", 1971, 1750],
    // The newest edition has the year that the longer one lacks.
    ["In which year did China's emissions peak?", 2024, 1907],
    ["When did Japan's CO2 hit its highest point, counting from 1990 on?", 2013, 1990],
  ])("is sought in the longest series, whose first year is said: %s", async (question, peak, from) => {
    const reply = await ask(question);
    const years = reply.kind === "answer" ? reply.values.filter(({ unit }) => unit === "year") : [];
    expect(years.map(({ value }) => value)).toEqual([peak, from]);
  });
});

describe("A restriction behind a courtesy", () => {
  it.each([
    "What were Norway's CO2 emissions in 2016, sorry by data centres?",
    "What were Norway's CO2 emissions in 2016, if you would be so kind of teachers?",
    "What were Norway's CO2 emissions in 2016, sorry of students?",
    "What were Norway's CO2 emissions in 2016, sorry while schools were closed?",
    "What were Norway's CO2 emissions in 2016, if you would be so kind along the coast?",
    "What were Norway's CO2 emissions in 2016, thanks a lot from children?",
    "According to CEDS, how much methane did Colombia emit in 2017, if you would be so kind while schools were closed?",
  ])("is not passed over: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });

  it("is not passed over in a later turn", async () => {
    const turns = ["What were Norway's CO2 emissions in 2016?", "in 2010, sorry by data centres"];
    const reply = await (await opened).ask({ turns: turns.map((text) => ({ text })), language: "en" });
    expect(reply.kind).not.toBe("answer");
  });
});

describe("What those who ask own", () => {
  it.each([
    "我们单位的2016年碳排放是多少？",
    "挪威我们单位2016年的碳排放是多少？",
    "2016年挪威我们公司的碳排放是多少？",
    "挪威2016年我家的碳排放是多少？",
    "挪威2016年本公司的碳排放是多少？",
    "挪威2016年咱们厂的碳排放是多少？",
    "挪威2016年我们学校的碳排放是多少？",
    "挪威2016年我司的碳排放是多少？",
    "挪威2016年贵公司的碳排放是多少？",
    "我们单位的，挪威2016年的碳排放是多少？",
    "我们单位挪威2016年的碳排放是多少？",
    "本单位在挪威2016年的碳排放是多少？",
    "我们公司在挪威2016年的碳排放是多少？",
    "我们家在挪威2016年的碳排放是多少？",
    "我们集团挪威2016年的碳排放是多少？",
    "What were the CO2 emissions of our company in Norway in 2016?",
    "What were our company's CO2 emissions in Norway in 2016?",
    "What were Norway's CO2 emissions in 2016 of our company?",
    "What were Norway's CO2 emissions in 2016 of my firm?",
    "What were Norway's CO2 emissions in 2016 by our organisation?",
    "What were our CO2 emissions in Norway in 2016?",
    "What were my CO2 emissions in Norway in 2016?",
    "What were my family's CO2 emissions in Norway in 2016?",
    "What were the CO2 emissions of my household in Norway in 2016?",
    "As a landlord, what were Norway's CO2 emissions in 2016?",
    "As a company, what were Norway's CO2 emissions in 2016?",
    "As a tenant, what were Norway's CO2 emissions in 2016?",
    "What were Norway's CO2 emissions in 2016 for our office?",
    "What were Norway's CO2 emissions in 2016 at our plant?",
    "What were Norway's CO2 emissions in 2016 from our fleet?",
    "What were Norway's CO2 emissions in 2016 of our department?",
    "What were your CO2 emissions in Norway in 2016?",
    "What were Norway's CO2 emissions in 2016 in our team?",
    "What were Norway's CO2 emissions in 2016 of my university?",
    "Our company: what were Norway's CO2 emissions in 2016?",
    "For our company, what were Norway's CO2 emissions in 2016?",
  ])("is not passed over: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });
});
