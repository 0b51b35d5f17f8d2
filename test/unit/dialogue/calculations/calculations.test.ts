import { describe, expect, it } from "vitest";
import { writeReply } from "../../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "../shipped-dialogue.ts";

const dialogue = await shippedDialogue;

async function replyTo(question: string) {
  const language = /\p{Script=Han}/u.test(question) ? "zh" : "en";
  return writeReply(await dialogue.ask({ turns: [{ text: question }], language }), language);
}

/** What a published factor or equation gives, by hand: IPCC 2006 Guidelines, 2019 Refinement, and the UK's conversion factors of 2025. */
const cases: readonly (readonly [en: string, zh: string, value: number, unit: string])[] = [
  // V4 Eq 11.1, 11.9, 11.10: 0.01 + 0.1 × 0.01 + 0.3 × 0.0075 of the nitrogen, as N2O.
  [
    "N2O of 100 kg of nitrogen fertilizer per hectare on 50 ha, IPCC 2006 guidelines",
    "按IPCC 2006指南，每公顷施氮100千克，50公顷农田排放多少氧化亚氮？",
    (5000 * 0.01325 * 44) / 28,
    "kg N2O",
  ],
  // 2019 Refinement: 0.01 + 0.11 × 0.01 + 0.24 × 0.011.
  [
    "N2O of 5 t of nitrogen fertiliser, 2019 refinement",
    "按IPCC 2019修订版，施用5吨氮肥排放多少N2O？",
    (5000 * 0.01374 * 44) / 28,
    "kg N2O",
  ],
  // CO(NH2)2 has 28.014 of 60.056 kg nitrogen.
  [
    "N2O of 2 t of urea applied to fields, IPCC 2006",
    "农田施用2吨尿素的N2O，IPCC 2006指南",
    ((2000 * 28.014) / 60.056) * 0.01325 * (44 / 28),
    "kg N2O",
  ],
  // On flooded rice 0.003 of the nitrogen directly.
  [
    "N2O of 100 kg N/ha on 50 ha of rice fields, IPCC 2006",
    "50公顷稻田每公顷施氮100千克，按IPCC 2006指南排放多少N2O？",
    (5000 * (0.003 + 0.00325) * 44) / 28,
    "kg N2O",
  ],
  // V4 Eq 5.1 and 5.2, Tables 5.11 to 5.13.
  [
    "methane of 10 ha of continuously flooded rice over 120 days",
    "10公顷持续淹水稻田120天排放多少甲烷？",
    (10 * 120 * 1.3 * 1.22) / 1000,
    "t CH4",
  ],
  // V4 Eq 11.13, 11.12.
  ["CO2 of 20 t of urea applied to fields", "20吨尿素施于农田排放多少CO2？", (20 * 0.2 * 44) / 12, "t CO2"],
  ["CO2 of 20 t of dolomite applied to fields", "农田施用20吨白云石的CO2排放", (20 * 0.13 * 44) / 12, "t CO2"],
  // V3 Table 2.1.
  ["CO2 from using 20 t of limestone", "使用20吨石灰石排放多少CO2？", 20 * 0.43971, "t CO2"],
  ["CO2 from 10 t of soda ash used", "使用纯碱10吨的CO2排放", 10 * 0.41492, "t CO2"],
  // V3 Table 4.5 and 3.8.
  ["CO2 of 100 t of ferrosilicon 65", "100吨65硅铁的过程排放", 360, "t CO2"],
  ["CO2 of 100 t calcium carbide", "100吨电石的过程排放", 109, "t CO2"],
  // V3 Eq 2.10.
  ["CO2 of 500 t of glass with 40 % cullet", "500吨玻璃，碎玻璃占40%，过程排放多少CO2？", 500 * 0.2 * 0.6, "t CO2"],
  // V3 Eq 4.26 and Table 4.16.
  [
    "CF4 of 1000 t aluminium, CWPB, 0.5 anode effect minutes",
    "1000吨电解铝的全氟化碳，中心下料预焙槽，阳极效应时间0.5",
    1000 * 0.143 * 0.5,
    "kg CF4",
  ],
  ["PFC of 1000 t aluminium in side worked prebake cells", "1000吨电解铝的全氟化碳，侧插下料预焙槽", 1600, "kg CF4"],
  // V3 Eq 4.9.
  [
    "100 t of coke with 83 % carbon go in and 20 t of steel with 1 % carbon come out: how much CO2?",
    "碳平衡：投入100吨焦炭，产出20吨钢，排放多少CO2？",
    ((83 - 0.2) * 44) / 12,
    "t CO2",
  ],
  // V2 Eq 4.1.3 to 4.1.8.
  [
    "methane of mining 1 Mt of coal in an underground mine",
    "井工煤矿开采100万吨煤炭排放多少甲烷？",
    1e6 * 20.5 * 0.67,
    "kg CH4",
  ],
  // V4 Tables 10.10 and 10.11.
  ["methane of 1000 sheep in a developing country", "发展中国家1000头绵羊的肠道甲烷", 5000, "kg CH4/yr"],
  ["methane of 1000 cattle in Western Europe", "Western Europe 1000头牛的肠道甲烷", 57000, "kg CH4/yr"],
  // V5 Table 4.1, wet.
  ["composting 200 t of garden waste", "200吨园林垃圾堆肥的排放", 0.8, "t CH4"],
  // V5 Eq 5.2 and Table 2.4: 100 % dry, 75 % carbon, all of it fossil.
  ["CO2 of incinerating 100 t of plastic waste", "焚烧100吨废塑料排放多少CO2？", (75 * 44) / 12, "t CO2"],
  // V2 Table 1.2 and 1.4.
  [
    "CO2 of 1000 litres of diesel at 0.84 kg per litre",
    "燃烧1000升柴油，密度0.84千克/升，排放多少CO2？",
    0.84 * 43 * 0.0741,
    "t CO2",
  ],
  [
    "petrol car, 12000 km at 7 litres per 100 km, density 0.745 kg/litre",
    "汽油车行驶12000公里，百公里油耗7升，密度0.745kg/升",
    12000 * 0.07 * 0.745e-3 * 44.3 * 0.0693,
    "t CO2",
  ],
  // DESNZ 2025.
  ["10 nights in a hotel in Germany", "在德国住10晚酒店排放多少？", 132, "kg CO2e AR5.GWP100"],
  [
    "long-haul flight of 9000 km in business class",
    "乘坐商务舱长途航班飞行9000公里，排放多少？",
    9000 * 0.3394,
    "kg CO2e AR5.GWP100",
  ],
  [
    "I drive a petrol car 12000 km. How much CO2?",
    "我开汽油车跑了12000公里，排放多少CO2？",
    12000 * 0.16272,
    "kg CO2e AR5.GWP100",
  ],
  ["train journey of 500 km", "坐火车500公里的排放", 500 * 0.03546, "kg CO2e AR5.GWP100"],
  [
    "moving 20 t of goods 500 km by truck",
    "用卡车运输20吨货物500公里，排放多少？",
    10000 * 0.10163,
    "kg CO2e AR5.GWP100",
  ],
  ["500 tonne kilometres by rail freight", "铁路货运500吨公里的排放", 500 * 0.02779, "kg CO2e AR5.GWP100"],
  ["10 t landfilled food waste", "填埋10吨厨余垃圾排放多少？", 10 * 700.30886, "kg CO2e AR5.GWP100"],
  ["water supply 1000 m3", "供水1000立方米的排放", 191.3, "kg CO2e AR5.GWP100"],
  // Ministry of Ecology and Environment of China.
  [
    "How did the grid factor of Guangdong change from 2021 to 2022?",
    "广东电网因子2021到2022年变化多少？",
    0.4403 - 0.4715,
    "kg CO2/kWh",
  ],
  ["Ratio of Hebei's grid factor in 2022 to 2021", "河北2022年与2021年电网因子之比", 0.7252 / 0.7901, "1"],
  // V1 Ch3 Eq 3.1 and 3.2.
  ["Activity data ±7 %, factor ±20 %. Total?", "活动数据±7%，因子±20%，合成不确定度？", Math.hypot(7, 20), "%"],
  ["Combine 20%, 30% and 5% in quadrature", "20%、30%和5%三个误差平方和开方", Math.hypot(20, 30, 5), "%"],
  ["Root sum of squares for errors of 4, 6 and 10 percent", "4、6和10%的误差平方和开方", Math.hypot(4, 6, 10), "%"],
  [
    "I multiply 250 t (+/- 2%) by 3.1 t/t (plus or minus 6%); what is the relative uncertainty?",
    "250吨±2%乘以3.1吨/吨±6%，相对不确定度？",
    Math.hypot(2, 6),
    "%",
  ],
  [
    "Uncertainty of 5 % on 1000 TJ and of 3 % on 56.1 t CO2/TJ: uncertainty of the product?",
    "1000 TJ（±5%）乘以56.1 t CO2/TJ（±3%）的不确定度",
    Math.hypot(5, 3),
    "%",
  ],
  [
    "300 t ±5% plus 500 t ±10%, what is the uncertainty of the sum?",
    "300吨±5%加上500吨±10%，总和的不确定度是多少",
    (100 * Math.hypot(15, 50)) / 800,
    "%",
  ],
  [
    "Add 100 t ±5% and 50 t ±20%, fully correlated errors",
    "100吨±5%加上50吨±20%，误差完全相关，总和的不确定度",
    (100 * (5 + 10)) / 150,
    "%",
  ],
  [
    "Three sites emit 200 t each, ±6%, independent: uncertainty of the sum?",
    "三家工厂各排200吨±6%，误差相互独立，合计的不确定度？",
    6 / Math.sqrt(3),
    "%",
  ],
  // Half of the interval of 95 % of a normal distribution is 1.959964 of its standard deviations.
  ["±10 % at 95 % confidence: what is that as one sigma?", "±10%（95%置信）折合一个标准差是多少", 10 / 1.959964, "%"],
  ["One sigma is 5 %; how wide is the 95 % interval?", "一个标准差是5%，95%置信区间多宽？", 5 * 1.959964, "%"],
  // Global Carbon Budget 2025, Table of uncertainties.
  ["How sure are we about the land sink?", "我们对陆地碳汇有多大把握？", 0.5, "Gt C/yr"],
  ["How certain are we about the ocean sink in the carbon budget?", "海洋碳汇的误差有多大？", 0.4, "Gt C/yr"],
  // The dataset national_co2_by_source.
  [
    "How far apart are the data sources for India's 2014 production CO2?",
    "印度2014年生产端CO2各数据源相差多少？",
    2195.3073 - 2148.049,
    "Mt CO2",
  ],
  // Mass × embedded × price.
  [
    "What would an importer pay under CBAM for 600 t of Indian steel, 2.4 t/t, at EUR 70, no free allowances?",
    "印度钢材600吨进口到欧洲，2.4吨/吨、70欧元、不给免费配额，要付多少",
    600 * 2.4 * 70,
    "EUR",
  ],
  // (d (1 + k) − f b) m × price of the tables of February 2026: 2.53, 10 %, 0.975, 1.21.
  [
    "CBAM cost of 1000 t of pig iron from India in 2026 at 80 EUR",
    "按默认值，1000吨印度生铁2026年碳价80欧元的CBAM成本",
    (2.53 * 1.1 - 0.975 * 1.21) * 1000 * 80,
    "EUR",
  ],
  ["What is the CBAM mark-up for cement in 2027?", "2027年水泥的CBAM加成是多少", 20, "%"],
  [
    "What share of the free allocation remains under CBAM in 2031?",
    "CBAM因子2031年是多少，还剩多少免费配额",
    0.39,
    "1",
  ],
  ["CBAM default for unwrought aluminium from China?", "中国未锻轧铝的CBAM默认值", 3, "t CO2e/t"],
  // A country without a value of its own has that of the other countries.
  ["CBAM default value for grey clinker from Turkey", "土耳其灰熟料的CBAM默认值", 1.41, "t CO2e/t"],
  [
    "Run 300 MW of hydro at a 50% capacity factor against a grid of 0.8 t/MWh - tonnes avoided in a year?",
    "300兆瓦水电、容量系数50%，顶替0.8吨/兆瓦时的电网，一年减多少",
    300 * 0.5 * 8760 * 0.8,
    "t CO2",
  ],
  [
    "200 MW of wind running 2200 full-load hours replaces coal power of 0.85 t/MWh. Avoided per year?",
    "200兆瓦风电、年利用2200小时，顶替0.85吨/兆瓦时的煤电，一年减多少",
    200 * 2200 * 0.85,
    "t CO2",
  ],
  // Global Carbon Budget 2025 and the population of the same year.
  [
    "If India had the world average emissions per head in 2021, what would it emit?",
    "假如印度人均达到全球平均，2021年总排放会变成多少",
    ((36866.86e6 / 7954448327) * 1414203840) / 1e9,
    "Gt CO2",
  ],
  [
    "With twice the population but the same emissions each, what would Rwanda have emitted in 2019?",
    "若卢旺达2019年人口翻倍而人均不变，总排放多少",
    2 * 1.411,
    "Mt CO2",
  ],
  // V3 Table 2.1: 0.52 t of CO2 a tonne of clinker.
  [
    "Our works council asks: drop clinker from 0.8 to 0.5 in 1.5 Mt of cement, what's gained?",
    "把150万吨水泥中的熟料从80%降到50%，少排多少",
    1.5e6 * 0.3 * 0.52,
    "t CO2",
  ],
  // V2 Table 1.4, V3 Table 3.3.
  [
    "Lower and upper bounds of the IPCC default factor for lignite",
    "IPCC缺省因子里褐煤的上下限各是多少",
    90900,
    "kg CO2/TJ NCV",
  ],
  ["What is the IPCC default CO2 factor for natural gas?", "天然气的缺省排放因子", 56100, "kg CO2/TJ NCV"],
  ["IPCC default N2O factor for a high-pressure nitric acid plant", "高压法硝酸的缺省排放因子", 9, "kg N2O/t HNO3"],
  // The plants of the library.
  ["How much electricity does 1 tonne of prebake aluminium need?", "预焙槽炼1吨铝要多少电", 14.2, "MWh"],
  ["Green hydrogen for 200 kt ammonia: how many MWh would I need?", "绿氢合成20万吨氨需要多少电", 2005822.14, "MWh"],
];

describe("A calculation in words", () => {
  it.each(cases.flatMap(([en, zh, value, unit]) => [en, zh].map((question) => [question, value, unit] as const)))(
    "%s",
    async (question, value, unit) => {
      const reply = await replyTo(question);
      expect(reply.kind, reply.text).toBe("answer");
      const [first] = reply.values;
      expect(first!.unit).toBe(unit);
      expect(first!.value as number).toBeCloseTo(value, Math.abs(value) < 10 ? 4 : 2);
    },
  );
});

describe("A calculation that lacks a word", () => {
  it.each([
    ["N2O of 100 kg of nitrogen fertilizer per hectare on 50 ha", "edition"],
    ["N2O of 10 t of fertiliser by the 2006 guidelines", "material"],
    ["emissions of 20 t urea applied to soil", "gas"],
    ["CO2 from 10 t of soda ash", "material"],
    ["100吨硅铁的过程排放", "material"],
    ["PFC of 1000 t aluminium", "technology"],
    ["methane of mining 1 Mt of coal", "technology"],
    ["methane of 1000 pigs", "technology"],
    ["methane of rice on 10 ha for 120 days", "technology"],
    ["burn 100 t of municipal waste in an incinerator", "material"],
    ["5 hotel nights", "place"],
    ["A flight of 2000 km in economy class", "region"],
    ["我开车跑了12000公里，排放多少CO2？", "technology"],
    ["CO2 from making 1000 t of methanol", "technology"],
    ["CO2 of 500 t of urea", "context"],
    ["burn 100 litres of diesel", "basis"],
    // The amount is of the ammonia and not of the gas.
    ["Ammonia plant, natural gas route, 250 kt a year: CO2?", "technology"],
    ["Give me the emission factor for cement", "material"],
    ["CBAM default value for cement clinker from Turkey", "material"],
    ["Footprint of a T-shirt", "functional_unit"],
    ["做一件衬衫的碳足迹", "functional_unit"],
    ["What is the footprint of ChatGPT per question?", "functional_unit"],
    ["A litre of milk, how much CO2?", "bom"],
    ["一千克牛肉多少碳", "bom"],
    ["USLCI里硅酸盐水泥从摇篮到大门", "functional_unit"],
    ["1 kg of polyethylene, cradle to gate, in USLCI", "material"],
  ])("%s: asks for the %s", async (question, slot) => {
    const reply = await replyTo(question);
    expect(reply.kind, reply.text).toBe("ask");
    expect(reply.ask!.slot).toBe(slot);
  });

  it.each([
    ["10 nights in a hotel in Peru", "no hotels of Peru"],
    ["I drive a petrol car 12000 km in China", "A table of such factors of China would be needed"],
    ["burn 100 litres of crude oil", "Give the density"],
    ["methane of 10 ha of rice", "Give the days"],
    ["How did the grid factor of Guangdong change from 2010 to 2022?", "for both of these years"],
  ])("%s: says what is missing", async (question, words) => {
    const reply = await replyTo(question);
    expect(reply.kind).toBe("refuse");
    expect(reply.text).toContain(words);
  });

  it.each([
    "How sure are we about China's emissions?",
    "What is the ± of China's emissions in 2020?",
    "中国排放的不确定度有多大",
    // A sum whose parts have no size, and a sum with half of a correlation.
    "Two sites of 100 t ±10% and 5 MWh ±2%: uncertainty of the sum?",
    // By the day, and for some days.
    "回转窑3200 t/d熟料，年运转310天，IPCC缺省，过程CO2一年多少？",
    "A kiln makes 3,200 t of clinker a day and runs 310 days. Process emissions by the IPCC default?",
    "Our furnace makes 500 t of glass in 3 runs: process CO2?",
    // Whose demand it is decides.
    "What if demand for Chinese steel falls by 10% in 2010?",
    "If steel demand falls in China, what happens?",
  ])("%s: is not answered beside the question", async (question) => {
    const reply = await replyTo(question);
    expect(reply.kind, reply.text).toBe("refuse");
  });

  it.each([
    ["Convert 5 kg to km", /^"kg" does not convert/],
    ["把10吨CO2换算成千瓦时", /^“t CO2”不能换算/],
    ["Members of the G20 in 1950", /has no members in that year/],
  ])("%s: is refused by a sentence for people", async (question, sentence) => {
    const reply = await replyTo(question);
    expect(reply.kind).toBe("refuse");
    expect(reply.text).toMatch(sentence);
  });

  it("completes what was asked by the words of the answer, though they could stand alone", async () => {
    const whole = await replyTo("山东厂区外购电6200万kWh，算范围二，按位置法，用山东2022年的省级因子。");
    const turns = ["山东厂区外购电6200万kWh，算范围二。", "按位置法，用山东2022年的省级因子。"].map((text) => ({
      text,
    }));
    const reply = await dialogue.ask({ turns, language: "zh" });
    expect(whole.values[0]).toMatchObject({ unit: "t CO2", value: expect.any(Number) });
    expect(reply.kind === "answer" && reply.values[0]).toMatchObject({ unit: "t CO2", value: whole.values[0]!.value });
  });

  it("takes an answer to what it asks", async () => {
    const question = { text: "A flight of 2000 km in economy class", chosen: { region: "Short-haul, to/from UK" } };
    const reply = await dialogue.ask({ turns: [question], language: "en" });
    expect(reply.kind === "answer" && reply.values[0]!.value).toBeCloseTo(2000 * 0.12576, 6);
  });
});
