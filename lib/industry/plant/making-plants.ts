import type { Text } from "../../message/message.ts";

/** A plant of the library that makes a material. */
export interface MakingPlant {
  /** Its name in `industry.plant`. */
  readonly plant: string;
  readonly label: Text;
}

interface MadeMaterial {
  readonly label: Text;
  /** Other names of it, in lower case. */
  readonly names: readonly string[];
  readonly plants: readonly MakingPlant[];
}

const made: readonly MadeMaterial[] = [
  {
    label: { en: "steel", zh: "钢" },
    names: ["crude steel", "钢铁", "粗钢"],
    plants: [
      { plant: "steel BF-BOF", label: { en: "blast furnace and basic oxygen furnace", zh: "高炉—转炉" } },
      { plant: "steel scrap-EAF", label: { en: "scrap and electric arc furnace", zh: "废钢—电弧炉" } },
      {
        plant: "steel DRI-EAF, gas",
        label: { en: "direct reduction with natural gas and electric arc furnace", zh: "天然气直接还原—电弧炉" },
      },
      {
        plant: "steel DRI-EAF, hydrogen",
        label: { en: "direct reduction with hydrogen and electric arc furnace", zh: "氢气直接还原—电弧炉" },
      },
    ],
  },
  {
    label: { en: "cement", zh: "水泥" },
    names: [],
    plants: [
      { plant: "cement", label: { en: "dry kiln with precalciner", zh: "新型干法窑" } },
      { plant: "cement, oxyfuel", label: { en: "oxyfuel kiln with capture", zh: "富氧窑加捕集" } },
    ],
  },
  {
    label: { en: "aluminium", zh: "铝" },
    names: ["aluminum", "电解铝"],
    plants: [
      { plant: "aluminium, prebake", label: { en: "prebaked anodes", zh: "预焙阳极" } },
      { plant: "aluminium, Söderberg", label: { en: "Söderberg anodes", zh: "自焙阳极" } },
    ],
  },
  {
    label: { en: "ammonia", zh: "氨" },
    names: ["合成氨"],
    plants: [
      { plant: "ammonia, gas", label: { en: "natural gas", zh: "天然气" } },
      { plant: "ammonia, electrolysis", label: { en: "electrolysis", zh: "电解水制氢" } },
    ],
  },
  {
    label: { en: "methanol", zh: "甲醇" },
    names: [],
    plants: [
      { plant: "methanol, gas", label: { en: "natural gas", zh: "天然气" } },
      { plant: "methanol, CO2 and hydrogen", label: { en: "captured CO₂ and hydrogen", zh: "捕集的 CO₂ 与氢" } },
    ],
  },
  {
    label: { en: "glass", zh: "玻璃" },
    names: [],
    plants: [
      { plant: "glass, flat", label: { en: "flat glass", zh: "平板玻璃" } },
      { plant: "glass, container", label: { en: "container glass", zh: "容器玻璃" } },
    ],
  },
  {
    label: { en: "urea", zh: "尿素" },
    names: [],
    plants: [{ plant: "urea, gas", label: { en: "natural gas", zh: "天然气" } }],
  },
  {
    label: { en: "ethylene", zh: "乙烯" },
    names: [],
    plants: [{ plant: "ethylene, ethane", label: { en: "ethane", zh: "乙烷" } }],
  },
  {
    label: { en: "paper", zh: "纸" },
    names: [],
    plants: [{ plant: "paper, kraft", label: { en: "kraft pulp", zh: "硫酸盐浆" } }],
  },
];

/** The plants that make a material by its name in English or Chinese; none if there is no such plant. */
export function plantsMaking(material: string): readonly MakingPlant[] {
  return madeMaterial(material)?.plants ?? [];
}

/** The name of a material in both languages, as far as it is known. */
export function labelOfMaterial(material: string): Text {
  return madeMaterial(material)?.label ?? { en: material, zh: material };
}

function madeMaterial(material: string): MadeMaterial | undefined {
  const name = material.trim().toLowerCase();
  return made.find(({ label, names }) => [label.en, label.zh, ...names].includes(name));
}

/** Of these plants those that a technology names: by a plant's whole name, or a part of it. */
export function withTechnology(plants: readonly MakingPlant[], technology: string): readonly MakingPlant[] {
  const wanted = technology.trim().toLowerCase();
  const exact = plants.filter(({ plant }) => plant.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  return plants.filter(({ plant, label }) =>
    [plant, label.en, label.zh].some((name) => name.toLowerCase().includes(wanted)),
  );
}
