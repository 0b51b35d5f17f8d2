import type { Forms } from "./entry.ts";

/** Products of the open life-cycle inventory: the value is what its processes are searched for. */
export const inventoryProducts: readonly Forms[] = [
  ["portland cement", "硅酸盐水泥|波特兰水泥|普通硅酸盐水泥"],
  ["polyethylene", "聚乙烯|pe resin"],
  ["polyethylene high density", "high density polyethylene|hdpe|高密度聚乙烯"],
  ["polyethylene low-density", "low density polyethylene|ldpe|低密度聚乙烯"],
  ["polypropylene", "聚丙烯"],
  ["polystyrene", "聚苯乙烯"],
  ["polyvinyl chloride", "pvc|聚氯乙烯"],
  ["polyethylene terephthalate", "pet resin|聚对苯二甲酸乙二醇酯"],
  ["polyurethane", "聚氨酯"],
  ["nylon", "尼龙"],
  ["gypsum", "石膏"],
  ["plywood", "胶合板"],
  ["particleboard", "刨花板"],
  ["corrugated", "corrugated board|corrugated cardboard|瓦楞纸板|瓦楞纸"],
  ["sodium chloride", "salt|食盐|氯化钠"],
  ["chlorine", "氯气"],
  ["sodium hydroxide", "caustic soda|烧碱|氢氧化钠"],
  ["sulfuric acid", "sulphuric acid|硫酸"],
].map(([text, forms]) => ({ value: text!, label: { en: text!, zh: text! }, forms: `${text}|${forms}` }));
