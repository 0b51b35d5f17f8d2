import { describe, expect, it } from "vitest";
import { writeReply } from "../../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "../shipped-dialogue.ts";

const dialogue = await shippedDialogue;

async function replyTo(...turns: readonly string[]) {
  const language = /\p{Script=Han}/u.test(turns.join("")) ? "zh" : "en";
  return writeReply(await dialogue.ask({ turns: turns.map((text) => ({ text })), language }), language);
}

/** The first figure of an answer, by hand from the factors and units beside it. */
const cases: readonly (readonly [en: string, zh: string, value: number, unit: string])[] = [
  // International pound, Btu and mile; the mu is a fifteenth of a hectare.
  ["How many kilograms is 2.3 short tons?", "2.3短吨等于多少公斤", 2.3 * 907.18474, "kg"],
  ["25,000 therms to MWh", "25000撒姆换算成MWh", (25000 * 105.5056) / 3600, "MWh"],
  ["therms to MWh: 25,000", "把25000撒姆换算为兆瓦时", (25000 * 105.5056) / 3600, "MWh"],
  ["Turn 4.2 MMBtu into gigajoules", "4.2百万英热单位换算成GJ", 4.2 * 1.055056, "GJ"],
  ["500 barrels in litres", "500桶换算成升", 500 * 158.987294928, "L"],
  ["10000l in m3", "10000升换算成立方米", 10, "m3"],
  ["10 acres in hectares", "10英亩换算成公顷", 4.0468564224, "ha"],
  ["100 t CO2 in short tons", "100吨CO2换算成短吨", 100 / 0.90718474, "ton_short CO2"],
  // Ballantyne et al. 2012: 2.124 Gt C a ppm.
  ["convert 3 ppm of CO2 to GtC", "3 ppm CO2等于多少GtC", 3 * 2.124, "Gt C"],
  ["25 GtC in ppm", "25 GtC等于多少ppm", 25 / 2.124, "ppm"],
  // AR5: methane 28, nitrous oxide 265. AR6: fossil methane 29.8, biogenic 27.
  [
    "5 t CH4 and 200 kg N2O in CO2e, AR5 GWP100",
    "5吨甲烷和200千克氧化亚氮一共折合多少二氧化碳当量，AR5 GWP100",
    5 * 28 + 0.2 * 265,
    "t CO2e AR5.GWP100",
  ],
  ["2 t of fossil methane in CO2e by AR6 GWP100", "2吨化石甲烷按AR6 GWP100折算CO2当量", 59.6, "t CO2e AR6.GWP100"],
  ["AR6 GWP100 of biogenic methane", "AR6生物源甲烷的GWP100", 27, "kg CO2e/kg"],
  ["Difference between AR5 and AR6 GWP100 for methane", "甲烷的GWP100，AR5和AR6差多少", -0.1, "kg CO2e/kg"],
  ["GWP100 of methane in AR4, AR5 and AR6", "AR4、AR5、AR6的甲烷GWP100分别是多少", 25, "kg CO2e/kg"],
  ["GTP100 of SF6", "六氟化硫的GTP100", 30600, "kg CO2e/kg"],
  // Half HFC-32, half HFC-125.
  ["AR5 GWP100 of R-410A", "R410A的AR5 GWP100", (677 + 3170) / 2, "kg CO2e/kg"],
  // V3 Table 4.1 and 4.5: what ovens and furnaces make is not burned.
  [
    "Our coke ovens make 900 kt coke a year; CO2 with the IPCC default factor for coke production?",
    "焦化厂年产焦炭90万吨，按IPCC缺省因子CO2排放多少？",
    900e3 * 0.56,
    "t CO2",
  ],
  ["IPCC default emission factor for coke production", "炼焦的IPCC缺省排放因子", 0.56, "t CO2/t"],
  ["burning 5 kt of coke emits how much CO2", "燃烧5千吨焦炭排放多少CO2", 5e6 * 28.2e-6 * 107000, "kg CO2"],
  ["12 kt of ferrosilicon, 75% Si. CO2 by IPCC Tier 1?", "75%硅铁12 kt，IPCC方法1，CO2？", 48e3, "t CO2"],
  [
    "Boiler burns 30 kt of bituminous coal, IPCC default heat value and factor: CO2?",
    "锅炉烧其他烟煤3万t，IPCC缺省热值和因子，CO2？",
    30e6 * 25.8e-6 * 94600,
    "kg CO2",
  ],
  // United Kingdom, 2025: kg CO2e a tonne of material used.
  [
    "Our newsroom bought 20 t of paper made from primary material. With the 2025 UK factors for material use, how much CO2e is that?",
    "英国2025年因子，材料使用：纸（原生材料生产）20 t，CO2e？",
    20 * 1345.0779,
    "kg CO2e AR5.GWP100",
  ],
  ["UK material use: 5 t of recycled plastic film", "材料使用：再生塑料薄膜5吨", 5 * 1103.56537, "kg CO2e AR5.GWP100"],
  // 5² + 12² = 13²; how sure both are is no third.
  [
    "AD uncertainty 5%, EF uncertainty 12% (both 95% CI). Combined, error propagation?",
    "活动数据不确定度5%，因子不确定度12%（均为95%置信区间），合成不确定度？",
    13,
    "%",
  ],
  // V2 Table 1.2 and 1.4.
  [
    "Lower and upper bounds of the IPCC default factor for lignite",
    "IPCC缺省因子里褐煤的上下限各是多少",
    90900,
    "kg CO2/TJ NCV",
  ],
  ["emission factor of natural gas", "天然气的排放因子", 56100, "kg CO2/TJ NCV"],
  ["what is the default N2O factor for lignite", "褐煤的N2O缺省排放因子", 1.5, "kg N2O/TJ NCV"],
  ["calorific value of diesel", "柴油的低位热值", 43, "TJ NCV/Gg"],
  ["burn 100 short tons of anthracite: CO2?", "燃烧100短吨无烟煤的CO2", 90718.474 * 26.7e-6 * 98300, "kg CO2"],
  // Ministry of Ecology and Environment, 2022.
  ["Which Chinese province has the dirtiest grid?", "全国哪个省的电网因子最高", 0.7252, "kg CO2/kWh"],
  ["cleanest provincial grid in China", "哪个省的电网因子最低", 0.1073, "kg CO2/kWh"],
  ["ratio of the grid factors of Hebei and Yunnan", "河北和云南的电网因子相差多少", 0.7252 / 0.1073, "1"],
  // V4 Tables 10.10, 10.11, 10.14 and 10.15.
  ["methane from 2000 goats", "2000只山羊一年排多少甲烷", 10000, "kg CH4/yr"],
  [
    "Manure methane of 1,200 fattening pigs in Western Europe at 15 degrees",
    "西欧1200头育肥猪的粪便甲烷，年均15摄氏度",
    1200 * 9,
    "kg CH4/yr",
  ],
  [
    "manure methane of 500 sheep in a developed country, cool climate",
    "发达国家500只绵羊的粪便甲烷，凉爽气候",
    500 * 0.19,
    "kg CH4/yr",
  ],
  // V4 Eq 11.1: 0.01 of the nitrogen, directly. NH4NO3 has 28.014 of 80.043, CO(NH2)2 28.014 of 60.056.
  [
    "2 t of ammonium nitrate on wheat, direct N2O",
    "2吨硝酸铵施到旱地，直接N2O",
    ((2000 * 28.014) / 80.043) * 0.01 * (44 / 28),
    "kg N2O",
  ],
  [
    "30 t of urea on fields, direct N2O and CO2",
    "农田施用30吨尿素，直接N2O和CO2各多少",
    ((30000 * 28.014) / 60.056) * 0.01 * (44 / 28),
    "kg N2O",
  ],
  // V5 Eq 3.2 and 3.3: 15 % carbon, half of it decomposes, half of the gas is methane.
  [
    "methane of 1000 t of food waste in a managed landfill",
    "1000吨厨余垃圾在厌氧管理填埋场的甲烷",
    (1000 * 0.15 * 0.5 * 0.5 * 16) / 12,
    "t CH4",
  ],
  // V5 Table 6.2 and 6.8: 0.25 kg CH4 for a kg of COD, 0.8 of it in a reactor.
  [
    "methane of wastewater with 100 t of COD in an anaerobic reactor",
    "废水含100吨COD，厌氧反应器，甲烷多少",
    100000 * 0.25 * 0.8,
    "kg CH4",
  ],
  // DESNZ 2025, by kilometre.
  ["drive a petrol car 200 miles", "开汽油车200英里", 200 * 1.609344 * 0.16272, "kg CO2e AR5.GWP100"],
  ["100 miles by train", "坐火车100英里", 100 * 1.609344 * 0.03546, "kg CO2e AR5.GWP100"],
  // V3 Table 2.1.
  ["CO2 of 40 kt of glass, assuming no cullet", "生产玻璃4万吨，不掺碎玻璃，过程CO2排放", 8000, "t CO2"],
  // V2 Table 1.2 and 1.4: diesel 43.0 TJ/Gg and 74.1, petrol 44.3 and 69.3, natural gas 56.1 t/TJ.
  [
    "Total CO2 of burning 3 t of diesel and 2 t of gasoline",
    "燃烧3吨柴油和2吨汽油，CO2一共多少",
    3 * 43 * 74.1 + 2 * 44.3 * 69.3,
    "kg CO2",
  ],
  [
    "Our boilers burned 120 t of diesel and 8,500 GJ (net calorific value) of natural gas. Combined CO2?",
    "锅炉烧了120吨柴油和8500 GJ天然气（低位热值），CO2合计多少",
    120 * 43 * 74.1 + 8500 * 56.1,
    "kg CO2",
  ],
  // US EPA, 2022 dollars, without margins.
  [
    "With the US EPA factors, cradle to gate: 400,000 USD (2022) spent on environmental consulting",
    "按US EPA因子，摇篮到大门，2022年花了400000美元的环境咨询，排放多少",
    400_000 * 0.09,
    "kg CO2e AR5.GWP100",
  ],
  // A certificate for each tonne of CO2e.
  [
    "CBAM: 500 t of steel into the EU, 1.9 t CO2e per t, 75.36 EUR per t CO2e, no free allocation. Cost?",
    "出口500吨钢材到欧盟，每吨隐含1.9 tCO2e，证书价75.36欧/tCO2e，没有免费配额，CBAM要交多少钱",
    500 * 1.9 * 75.36,
    "EUR",
  ],
  [
    "Express a flux of 0.35 Pg C per year in Mt CO2 per year",
    "0.35 Pg C/年换算成Mt CO2/年",
    (350 * 44) / 12,
    "Mt CO2/yr",
  ],
  ["Glass furnace, 45,000 t of container glass: process CO2?", "容器玻璃窑炉，4.5万吨玻璃的过程CO2", 9000, "t CO2"],
];

describe("An amount or a factor in words", () => {
  it.each(cases.flatMap(([en, zh, value, unit]) => [[en, value, unit] as const, [zh, value, unit] as const]))(
    "%s",
    async (question, value, unit) => {
      const reply = await replyTo(question);
      expect(reply.kind, reply.text).toBe("answer");
      const found = reply.values.find((each) => each.primary);
      expect(found?.unit).toBe(unit);
      // Molar masses and products are rounded in the last digits.
      expect(Number(found?.value) / value).toBeCloseTo(1, 4);
    },
  );

  it.each([
    ["Please convert 300 kg N2O", "metric", "AR6.GWP100"],
    ["GWP of N2O over 20 years", "metric", "AR4.GWP20"],
    ["氧化亚氮20年GWP", "metric", "TAR.GWP20"],
    ["What is the factor for gas?", "material", "natural gas"],
    ["Give me the emission factor for cement", "material", "clinker"],
    ["煤的排放因子", "material", "褐煤"],
    ["emissions from 600 cattle per year", "region", "Western Europe"],
    ["methane of 100 cows", "product", "dairy cattle"],
    ["两百只羊一年肠道甲烷有多少公斤", "product", "山羊"],
    ["Emissions of my farm with 80 animals", "product", "sheep"],
    ["1200头育肥猪的粪便管理甲烷", "region", "西欧"],
    ["landfill methane from 5000 tonnes of waste", "material", "food waste"],
    ["填埋1500吨厨余会产生多少甲烷", "technology", "未分类填埋场"],
    ["methane of 100 t of BOD of sewage", "technology", "septic system"],
    ["My factory used 12,000 MWh last year. What's my footprint?", "place", "Germany"],
    ["我厂去年用了800万度电，碳排放？", "place", "中国"],
    ["10000 l diesel in kg CO2", "basis", "the density behind the factors of the United Kingdom"],
    ["烧10万立方米天然气排放几吨CO2", "basis", "英国因子所用的密度"],
    // The gas of which ammonia is made is not burnt: 250 kt are of ammonia.
    ["Ammonia plant, natural gas route, 250 kt a year: CO2?", "technology", "partial oxidation"],
    ["1 ton of coal burned", "material", "lignite"],
    ["US$2 million of cement purchases: what emissions?", "material", "Cement Manufacturing"],
  ])("%s: asks for the %s", async (question, slot, label) => {
    const reply = await replyTo(question);
    expect(reply.kind, reply.text).toBe("ask");
    expect(reply.ask!.slot).toBe(slot);
    expect(reply.ask!.options.map((option) => option.label)).toContain(label);
  });

  it.each([
    ["manure N2O of 100 dairy cows", "nitrogen that the animals excrete"],
    ["wastewater methane from a treatment plant for 10,000 people", "organic load"],
    ["A barrel of crude, burned, comes to how many kg?", "Give the density"],
    ["GWP20 of SF6 in AR5", "has no value of SF6"],
    ["上海2020年省级电网因子", "上海"],
    // The intensity of a province's economy is no factor of its grid.
    ["全国各省碳强度最低的是谁，2022", "省"],
    // Only kilowatt hours of nothing else are of electricity.
    ["1 MWh of heat", "heat"],
  ])("%s: says what is missing", async (question, words) => {
    const reply = await replyTo(question);
    expect(reply.kind, reply.text).toBe("refuse");
    expect(reply.text).toContain(words);
  });

  it("takes what a later turn adds or replaces", async () => {
    expect((await replyTo("GWP100 of fossil methane in AR6", "and biogenic")).values[0]!.value).toBe(27);
    expect((await replyTo("what is the grid factor of Hebei?", "and Sichuan?")).values[0]!.value).toBe(0.1404);
    expect((await replyTo("300头奶牛肠道发酵一年甲烷", "西欧")).values[0]!.value).toBe(300 * 117);
  });

  it("takes the density of the United Kingdom where it is chosen", async () => {
    const text = "10000 l diesel in kg CO2";
    const reply = await dialogue.ask({
      turns: [{ text, chosen: { basis: "density of the United Kingdom" } }],
      language: "en",
    });
    // 0.62409 kg CO2e a litre and 752.0276 a tonne are of one fuel; V2 Table 1.2 and 1.4.
    const tonnes = ((10000 * 0.62409) / 752.0276) * 43 * 0.0741;
    expect(reply.kind === "answer" && Number(reply.values[0]!.value) / tonnes).toBeCloseTo(1, 9);
  });

  it("does not take a year for a number of animals where none are named", async () => {
    const reply = await replyTo("Methane from Australia in 2000");
    expect(reply.values[0]!.unit).toBe("kt CH4");
  });
});
