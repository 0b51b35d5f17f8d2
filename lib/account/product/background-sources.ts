import { type Message, messages } from "../../message/message.ts";

const texts = messages("account.backgroundSource", {
  uslci: {
    en: "NREL (2021), U.S. Life Cycle Inventory Database, FY21 Q3",
    zh: "NREL（2021），美国生命周期清单数据库（USLCI），FY21 Q3",
  },
  premise: {
    en: "premise inventories (Sacchi et al. 2022) and their authors",
    zh: "premise 清单（Sacchi 等，2022）及其作者",
  },
  materials: {
    en: "DESNZ (2025), Greenhouse gas reporting: conversion factors 2025, material use",
    zh: "英国 DESNZ（2025），温室气体报告换算因子 2025，材料使用",
  },
  ember: {
    en: "Ember (2025), carbon intensity of electricity by country",
    zh: "Ember（2025），各国电力碳强度",
  },
  china: {
    en: "MEE and NBS of China, CO2 emission factors of electricity",
    zh: "生态环境部、国家统计局，电力二氧化碳排放因子",
  },
  own: { en: "Activity {id} of the background", zh: "背景数据库中的活动 {id}" },
});

/** Publishers of the data of the background by the beginning of what an activity is called by. */
const publishers: readonly (readonly [beginning: string, source: Message])[] = [
  ["uslci:", texts.uslci()],
  ["premise:", texts.premise()],
  ["factors_value_chain_uk", texts.materials()],
  ["electricity_intensity", texts.ember()],
  ["grid_factors_china", texts.china()],
];

/** Who published the data that an activity of the background rests on. */
export function backgroundSource(id: string): Message {
  return publishers.find(([beginning]) => id.startsWith(beginning))?.[1] ?? texts.own({ id });
}
