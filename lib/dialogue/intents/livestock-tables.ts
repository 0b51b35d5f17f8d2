import type { Text } from "../../message/message.ts";

/** How the tables of default factors call an animal, and by what their factors differ. */
export interface Animal {
  /** In the tables of digestion. */
  readonly enteric: string;
  /** By region of the world, or by development of the country. */
  readonly by: "region" | "development";
  /** In the tables of manure. */
  readonly manure: string;
}

/** Animals by the values of their words. */
export const animals: Readonly<Record<string, Animal>> = {
  "Dairy cattle": { enteric: "dairy cattle", by: "region", manure: "dairy cattle" },
  Cattle: { enteric: "other cattle", by: "region", manure: "other cattle" },
  Sheep: { enteric: "sheep", by: "development", manure: "sheep" },
  Goats: { enteric: "goats", by: "development", manure: "goat" },
  "Swine / pigs": { enteric: "swine", by: "development", manure: "swine" },
  Buffalo: { enteric: "buffalo", by: "development", manure: "buffalo" },
  Horses: { enteric: "horses", by: "development", manure: "horse" },
  Camels: { enteric: "camels", by: "development", manure: "camel" },
};

const named = (value: string, zh: string) => ({ value, label: { en: value, zh } });
type Named = { readonly value: string; readonly label: Text };

/** Regions of the tables of digestion. */
export const entericRegions: readonly Named[] = [
  named("North America", "北美"),
  named("Western Europe", "西欧"),
  named("Eastern Europe", "东欧"),
  named("Oceania", "大洋洲"),
  named("Latin America", "拉丁美洲"),
  named("Asia", "亚洲"),
  named("Africa and Middle East", "非洲和中东"),
  named("Indian Subcontinent", "印度次大陆"),
];

/** Regions of the tables of manure; of buffalo only some. */
export const manureRegions: readonly Named[] = [
  named("North America", "北美"),
  named("Western Europe", "西欧"),
  named("Eastern Europe", "东欧"),
  named("Oceania", "大洋洲"),
  named("Latin America", "拉丁美洲"),
  named("Africa", "非洲"),
  named("Middle east", "中东"),
  named("Asia", "亚洲"),
  named("Indian subcontinent", "印度次大陆"),
];
export const buffaloRegions: ReadonlySet<string> = new Set([
  "Western Europe",
  "Eastern Europe",
  "Latin America",
  "Middle east",
  "Asia",
  "Indian subcontinent",
]);
/** Regions whose factors of pigs are of market and of breeding swine apart. */
export const regionsOfTwoSwine: ReadonlySet<string> = new Set([
  "North America",
  "Western Europe",
  "Eastern Europe",
  "Oceania",
]);

export const developments: readonly Named[] = [
  named("developed countries", "发达国家"),
  named("developing countries", "发展中国家"),
];

/** Climates by the mean temperature of the year, and the degrees of the table that each covers. */
export const climates: readonly (Named & { readonly degrees: readonly [number, number] })[] = [
  { ...named("cool", "凉爽"), degrees: [10, 14] },
  { ...named("temperate", "温和"), degrees: [15, 25] },
  { ...named("warm", "温暖"), degrees: [26, 28] },
];
