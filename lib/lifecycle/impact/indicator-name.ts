import { type Message, messages, type Sentence } from "../../message/message.ts";
import type { IndicatorKind } from "./impact-method.ts";

const texts = messages("lifecycle.impact", {
  acidification: { en: "Acidification Potential", zh: "酸化潜势" },
  energy: { en: "Energy Use", zh: "能源使用量" },
  ecotoxicity: { en: "Freshwater Ecotoxicity Potential", zh: "淡水生态毒性潜势" },
  eutrophication: { en: "Eutrophication Potential", zh: "富营养化潜势" },
  greenhouseGases: { en: "Greenhouse Gases", zh: "温室气体" },
  gwp100Ar5: { en: "Global warming potential, 100 years, AR5", zh: "全球增温潜势，100 年，AR5" },
  gwp100Ar6: { en: "Global warming potential, 100 years, AR6", zh: "全球增温潜势，100 年，AR6" },
  gwp20Ar6: { en: "Global warming potential, 20 years, AR6", zh: "全球增温潜势，20 年，AR6" },
  cancer: { en: "Human Health - Cancer", zh: "人体健康：致癌" },
  noncancer: { en: "Human Health - Noncancer", zh: "人体健康：非致癌" },
  respiratory: { en: "Human Health - Respiratory Effects", zh: "人体健康：呼吸系统影响" },
  toxicity: { en: "Human Health Toxicity", zh: "人体健康毒性" },
  land: { en: "Land use", zh: "土地利用" },
  minerals: { en: "Minerals and Metals Use", zh: "矿物与金属使用量" },
  nonrenewable: { en: "Nonrenewable Energy Use", zh: "不可再生能源使用量" },
  ozone: { en: "Ozone Depletion", zh: "臭氧层破坏" },
  renewable: { en: "Renewable Energy Use", zh: "可再生能源使用量" },
  smog: { en: "Smog Formation Potential", zh: "光化学烟雾形成潜势" },
  water: { en: "Freshwater withdrawals", zh: "淡水取用量" },
});

const names = new Map<string, Message>(
  Object.values(texts).map((make) => {
    const name = make();
    return [name.texts.en, name];
  }),
);

/** The name of an indicator in every language, by the English one of the shipped table; that one if it is not known. */
export function indicatorName(english: string): Sentence {
  return names.get(english) ?? english;
}

/**
 * What the shipped table's indicators are. Its energy, land, water and mineral indicators sum what is taken from nature
 * ("FEDEFL inventory"): inventories, not impacts.
 */
export function indicatorKind(method: string): IndicatorKind {
  return method === "FEDEFL inventory" ? "inventory" : "impact";
}
