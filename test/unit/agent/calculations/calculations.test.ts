import { describe, expect, it } from "vitest";
import { openShippedDialogue } from "../../../../cli/ask/shipped-dialogue.ts";
import { writeReply } from "../../../../kernel/agent/write-reply.ts";

const dialogue = await openShippedDialogue();

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

  it("takes an answer to what it asks", async () => {
    const question = { text: "A flight of 2000 km in economy class", chosen: { region: "Short-haul, to/from UK" } };
    const reply = await dialogue.ask({ turns: [question], language: "en" });
    expect(reply.kind === "answer" && reply.values[0]!.value).toBeCloseTo(2000 * 0.12576, 6);
  });
});
