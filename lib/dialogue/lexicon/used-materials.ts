import type { Forms } from "./entry.ts";

const material = (name: string, en: string, zh: string, forms = ""): Forms => ({
  value: name,
  label: { en, zh },
  forms: [en, zh, ...(forms === "" ? [] : [forms])].join("|"),
});

/** Materials by their words, and how the material use of the United Kingdom's conversion factors calls them. */
export const usedMaterials: readonly Forms[] = [
  material("Paper · Paper and board: paper", "paper", "纸", "office paper|printing paper|纸张|办公用纸|打印纸"),
  material("Paper · Paper and board: board", "board", "纸板", "cardboard|cartons|carton board|硬纸板|瓦楞纸板"),
  material("Paper · Paper and board: mixed", "paper and board", "纸与纸板", "mixed paper"),
  material("Plastic · Plastics: average plastics", "plastic", "塑料", "plastics|average plastics|average plastic"),
  material("Plastic · Plastics: average plastic film", "plastic film", "塑料薄膜", "plastic films"),
  material("Plastic · Plastics: HDPE (incl. forming)", "HDPE", "高密度聚乙烯", "high density polyethylene"),
  material(
    "Plastic · Plastics: PET (incl. forming)",
    "PET",
    "聚酯PET",
    "polyethylene terephthalate|聚对苯二甲酸乙二醇酯",
  ),
  material("Plastic · Plastics: PP (incl. forming)", "PP", "聚丙烯", "polypropylene"),
  material("Plastic · Plastics: PS (incl. forming)", "PS", "聚苯乙烯", "polystyrene"),
  material("Plastic · Plastics: PVC (incl. forming)", "PVC", "聚氯乙烯", "polyvinyl chloride"),
  material("Other · Glass", "glass", "玻璃"),
  material("Other · Clothing", "clothing", "服装", "clothes|textiles|衣服|衣物|纺织品"),
  material("Other · Food and drink", "food and drink", "食品饮料", "food|食品与饮料|食品和饮料"),
  material("Construction · Aggregates", "aggregates", "骨料", "aggregate|gravel|砂石"),
  material("Construction · Asphalt", "asphalt", "沥青"),
  material("Construction · Bricks", "bricks", "砖", "brick|砖块"),
  material("Construction · Concrete", "concrete", "混凝土"),
  material("Construction · Insulation", "insulation", "保温材料", "insulation material"),
  material("Construction · Plasterboard", "plasterboard", "石膏板"),
  material("Construction · Tyres", "tyres", "轮胎", "tires"),
  material("Construction · Wood", "wood", "木材", "timber|木料"),
  material(
    "Metal · Metal: aluminium cans and foil (excl. forming)",
    "aluminium cans",
    "铝罐",
    "aluminum cans|aluminium foil|铝箔",
  ),
  material("Metal · Metal: steel cans", "steel cans", "钢罐"),
  material("Electrical items · Electrical items - IT", "IT equipment", "信息设备", "computers|laptops|it|电脑|计算机"),
  material(
    "Electrical items · Batteries - Li ion",
    "lithium-ion batteries",
    "锂离子电池",
    "li ion batteries|lithium ion batteries|锂电池",
  ),
];
