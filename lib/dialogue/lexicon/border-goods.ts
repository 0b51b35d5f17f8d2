import type { Forms } from "./entry.ts";

const good = (code: string, description: string, en: string, zh: string, forms: string): Forms => ({
  value: { code, description },
  label: { en, zh },
  forms: `${en}|${zh}|${forms}`,
});

/**
 * Goods of the border adjustment by their words: the code, and what the description in the table contains, without the first letter
 * where that may be a capital. A word for several goods has no code.
 */
export const borderGoods: readonly Forms[] = [
  good(
    "7601",
    "Unwrought aluminium",
    "unwrought aluminium",
    "未锻轧铝",
    "unwrought aluminum|aluminium ingots|aluminum ingots|aluminium ingot|铝锭|未锻造铝",
  ),
  good("7605", "Aluminium wire", "aluminium wire", "铝丝", "aluminum wire|铝线"),
  good("7607", "Aluminium foil", "aluminium foil", "铝箔", "aluminum foil"),
  good(
    "7606",
    "Aluminium plates",
    "aluminium plates",
    "铝板",
    "aluminium sheet|aluminium sheets|aluminum plates|aluminum sheet|铝板带",
  ),
  good("", "luminium", "aluminium", "铝", "aluminum|primary aluminium|primary aluminum|电解铝|原铝"),
  good(
    "2523100090",
    "Grey clinker",
    "grey clinker",
    "灰熟料",
    "gray clinker|grey cement clinker|gray cement clinker|灰色熟料|灰水泥熟料",
  ),
  good("2523100010", "White clinker", "white clinker", "白熟料", "white cement clinker|白色熟料|白水泥熟料"),
  good("", "clinker", "clinker", "熟料", "cement clinker|水泥熟料|clinkers|cement clinkers"),
  good("", "Grey Portland cement", "grey Portland cement", "灰色硅酸盐水泥", "gray portland cement|灰硅酸盐水泥"),
  good("", "White Portland cement", "white Portland cement", "白色硅酸盐水泥", "白硅酸盐水泥|白水泥"),
  good("", "Portland cement", "Portland cement", "硅酸盐水泥", "普通硅酸盐水泥"),
  good("25233000", "luminous cement", "aluminous cement", "铝酸盐水泥", "高铝水泥"),
  good("", "ement", "cement", "水泥", "cements"),
  good("28080000", "Nitric acid", "nitric acid", "硝酸", ""),
  good("28141000", "Anhydrous ammonia", "anhydrous ammonia", "无水氨", "液氨|liquid ammonia"),
  good("", "mmonia", "ammonia", "氨", "合成氨"),
  good("", "Urea", "urea", "尿素", ""),
  good("28041000", "Hydrogen", "hydrogen", "氢", "氢气"),
  good("7201", "Pig iron", "pig iron", "生铁", ""),
  good("", "direct reduction", "direct reduced iron", "直接还原铁", "dri|sponge iron|海绵铁"),
  good(
    "",
    "Agglomerated iron ores",
    "agglomerated iron ore",
    "烧结铁矿",
    "iron ore pellets|sinter|sintered ore|球团矿|烧结矿",
  ),
  good("", "Ferro-nickel", "ferro-nickel", "镍铁", "ferronickel"),
  good("", "Calcined clay", "calcined clay", "煅烧黏土", "煅烧粘土"),
];
