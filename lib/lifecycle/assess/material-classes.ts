import { type Message, messages } from "../../message/message.ts";

const texts = messages("lifecycle.material", {
  water: { en: "water", zh: "水" },
  aggregate: { en: "sand, gravel and stone", zh: "砂石" },
  cement: { en: "cement", zh: "水泥" },
  concrete: { en: "concrete", zh: "混凝土" },
  brick: { en: "brick", zh: "砖" },
  bitumen: { en: "bitumen", zh: "沥青胶结料" },
  asphalt: { en: "asphalt", zh: "沥青" },
  plasterboard: { en: "plasterboard", zh: "石膏板" },
  insulation: { en: "insulation", zh: "保温材料" },
  glass: { en: "glass", zh: "玻璃" },
  stainless: { en: "stainless steel", zh: "不锈钢" },
  steel: { en: "steel", zh: "钢" },
  aluminium: { en: "aluminium", zh: "铝" },
  zinc: { en: "zinc", zh: "锌" },
  pet: { en: "PET", zh: "PET" },
  hdpe: { en: "high-density polyethylene", zh: "高密度聚乙烯" },
  ldpe: { en: "low-density polyethylene", zh: "低密度聚乙烯" },
  polyethylene: { en: "polyethylene", zh: "聚乙烯" },
  polypropylene: { en: "polypropylene", zh: "聚丙烯" },
  pvc: { en: "polyvinyl chloride", zh: "聚氯乙烯" },
  polystyrene: { en: "polystyrene", zh: "聚苯乙烯" },
  plastic: { en: "plastic", zh: "塑料" },
  rubber: { en: "rubber", zh: "橡胶" },
  board: { en: "cardboard", zh: "纸板" },
  paper: { en: "paper", zh: "纸" },
  wood: { en: "sawn wood", zh: "木材" },
  clothing: { en: "clothing", zh: "服装" },
  cell: { en: "battery cells", zh: "电池电芯" },
  battery: { en: "lithium-ion batteries", zh: "锂离子电池" },
  anyBattery: { en: "batteries", zh: "电池" },
  computer: { en: "computers", zh: "计算机" },
  wheat: { en: "wheat", zh: "小麦" },
  maize: { en: "maize", zh: "玉米" },
  vegetableOil: { en: "vegetable oils", zh: "植物油" },
  ammonia: { en: "ammonia", zh: "氨" },
  graphite: { en: "graphite", zh: "石墨" },
  waterDensity: {
    en: "measured for water at 16 °C and 0.101325 MPa (Metrologia)",
    zh: "水在 16 °C、0.101325 MPa 下的实测值（Metrologia）",
  },
  concreteDensity: {
    en: "what an activity of premise (Hydrogen refuelling station) takes of concrete by volume and gives as its waste by mass; others of premise: {lo} to {hi}",
    zh: "premise 中一个活动（Hydrogen refuelling station）按体积取用的混凝土与按质量产生的混凝土废物之比；premise 的其他活动为 {lo} 至 {hi}",
  },
});

/** A class of materials, and which data are of it. Words as `billWords` and `meaningfulWords` give them; `nmc*` is any word with that beginning. */
export interface MaterialClass {
  readonly name: Message;
  /** A line is of the class if it has all words of one of these. */
  readonly called: readonly (readonly string[])[];
  /** The only other words that a line may have: for materials whose names stand in names of other things (water pump, sand casting). */
  readonly only?: readonly string[];
  /** Words of lines and data that are something else. */
  readonly not?: readonly string[];
  /** Words of data that are something else, or that lack what the material itself takes. */
  readonly notData?: readonly string[];
  /** A product of the background is of the class if it has all words of one of these. */
  readonly products: readonly (readonly string[])[];
  /** Items of the table of factors. */
  readonly factors: readonly string[];
  /** For data by mass of a line by volume, and the other way round. */
  readonly density?: Density;
}

/** Kilograms of a cubic metre, and from where; the range is that of what else ships. */
export interface Density {
  readonly kilograms: number;
  readonly lo: number;
  readonly hi: number;
  readonly source: Message;
}

/**
 * Concrete, and the waste of it, in inventories of premise: 87.5 m³ and 210,000 kg of a refuelling station; 94,100 m³ and 207,020,000 kg of a
 * concentrating solar power plant; 2.3 m³ and 5,600 kg of an electrolyser (PEM).
 */
const concreteDensity: Density = {
  kilograms: 210_000 / 87.5,
  lo: 207_020_000 / 94_100,
  hi: 5600 / 2.3,
  source: texts.concreteDensity({ lo: 2200, hi: 2435 }),
};

/** What is done to a material, or with it, and is no material. */
const work = [
  "casting",
  "coating",
  "combusted",
  "construction",
  "cultivation",
  "fuel",
  "heat",
  "recycling",
  "treatment",
];

/** What is made of grain, or grows with it, and what is done for it. */
const notGrain = [
  "bran",
  "bread",
  "decomposition",
  "ethanol",
  "fertilizer",
  "flake",
  "flour",
  "harvest",
  "lime",
  "oil",
  "pesticide",
  "starch",
  "stover",
  "straw",
  "syrup",
  "tillage",
];

const plastic = (name: string) => `Material use · Plastic · Plastics: ${name} · Primary material production`;
const building = (name: string) => `Material use · Construction · ${name} · Primary material production`;
const other = (group: string, name: string) => `Material use · ${group} · ${name} · Primary material production`;

/**
 * Materials by class: a line of a class has the span of the class for its range, and if nothing is called like it, the middle of the class
 * stands for it. The first class that fits is taken. Only names; every figure is of the shipped datasets.
 */
export const materialClasses: readonly MaterialClass[] = [
  {
    name: texts.water(),
    called: [["water"]],
    only: ["tap", "drinking", "mains", "fresh", "potable", "process", "mixing", "municipal", "still"],
    products: [],
    factors: ["Water supply"],
    // Determination of the absolute density of water at 16 °C and 0.101325 MPa, Metrologia.
    density: { kilograms: 998.9468, lo: 998.9468, hi: 998.9468, source: texts.waterDensity() },
  },
  {
    name: texts.aggregate(),
    called: [["sand"], ["gravel"], ["aggregate"], ["stone"], ["limestone"], ["ballast"]],
    only: ["fine", "coarse", "washed", "natural", "crushed", "river", "quarry", "building", "construction", "filler"],
    products: [["limestone"]],
    factors: [building("Aggregates")],
  },
  {
    name: texts.bitumen(),
    called: [["bitumen"], ["binder", "asphalt"]],
    products: [["asphalt", "binder"]],
    factors: [],
  },
  {
    name: texts.asphalt(),
    called: [["asphalt"]],
    not: ["shingle"],
    // A mixture holds little binder: data of the binder alone are no data of it.
    products: [],
    factors: [building("Asphalt")],
  },
  {
    name: texts.concrete(),
    called: [["concrete"]],
    not: ["mixer", "pump", "admixture", "plasticizer", "steel", "rebar"],
    products: [["concrete"]],
    factors: [building("Concrete")],
    density: concreteDensity,
  },
  {
    name: texts.cement(),
    called: [["cement"]],
    not: ["fiber", "board", "factory"],
    products: [["cement", "portland"]],
    factors: [],
  },
  { name: texts.brick(), called: [["brick"]], products: [["brick"]], factors: [building("Bricks")] },
  {
    name: texts.plasterboard(),
    called: [["plasterboard"], ["gypsum", "wallboard"], ["drywall"]],
    products: [["gypsum", "wallboard"]],
    factors: [building("Plasterboard")],
  },
  {
    name: texts.insulation(),
    called: [["insulation"], ["mineral", "wool"], ["rock", "wool"], ["stone", "wool"], ["glass", "wool"]],
    products: [["insulation", "board"]],
    factors: [building("Insulation")],
  },
  {
    name: texts.glass(),
    called: [["glass"]],
    not: ["e-glass", "fiber", "fibre", "reinforced", "ceramic", "flake", "paint", "tempering"],
    products: [["glass"]],
    factors: [other("Other", "Glass")],
  },
  {
    name: texts.stainless(),
    called: [
      ["steel", "stainless"],
      ["steel", "chromium"],
    ],
    not: work,
    products: [["steel", "stainless"]],
    factors: [],
  },
  {
    name: texts.steel(),
    called: [["steel"]],
    not: [...work, "stainless", "chromium", "rolling", "drawing", "liner"],
    notData: ["captured", "vanadium"],
    products: [["steel"]],
    factors: [other("Metal", "Metal: steel cans")],
  },
  {
    name: texts.aluminium(),
    called: [["aluminum"]],
    not: [...work, "oxide", "hydroxide", "chloride", "liner"],
    notData: ["recovery", "sheet"],
    products: [["aluminum"]],
    factors: [other("Metal", "Metal: aluminium cans and foil (excl. forming)")],
  },
  {
    name: texts.zinc(),
    called: [["zinc"]],
    not: ["oxide", "sulfate", "coat", "chloride", "coating"],
    products: [["zinc"]],
    factors: [],
  },
  {
    name: texts.pet(),
    called: [["terephthalate", "polyethylene"]],
    products: [["pet"]],
    factors: [plastic("PET (incl. forming)")],
  },
  {
    name: texts.hdpe(),
    called: [["hdpe"]],
    notData: ["tank"],
    products: [["hdpe"]],
    factors: [plastic("HDPE (incl. forming)")],
  },
  {
    name: texts.ldpe(),
    called: [["ldpe"], ["lldpe"]],
    products: [["ldpe"], ["lldpe"]],
    factors: [plastic("LDPE and LLDPE (incl. forming)")],
  },
  {
    name: texts.polyethylene(),
    called: [["polyethylene"]],
    not: ["terephthalate", "teraphthalate"],
    products: [["polyethylene"]],
    factors: [plastic("HDPE (incl. forming)"), plastic("LDPE and LLDPE (incl. forming)")],
  },
  {
    name: texts.polypropylene(),
    called: [["polypropylene"]],
    products: [["polypropylene"]],
    factors: [plastic("PP (incl. forming)")],
  },
  {
    name: texts.pvc(),
    called: [["polyvinyl"], ["pvc"]],
    not: ["membrane"],
    products: [["pvc"]],
    factors: [plastic("PVC (incl. forming)")],
  },
  {
    name: texts.polystyrene(),
    called: [["polystyrene"], ["ep"], ["xp"]],
    products: [["polystyrene"]],
    factors: [plastic("PS (incl. forming)")],
  },
  {
    name: texts.plastic(),
    called: [["plastic"]],
    not: ["wood", "glass", "fiber"],
    products: [["virgin", "resin"], ["polystyrene"], ["pvc", "resin"], ["abs"]],
    factors: [plastic("average plastics"), plastic("average plastic film"), plastic("average plastic rigid")],
  },
  { name: texts.rubber(), called: [["rubber"]], products: [["rubber"]], factors: [building("Tyres")] },
  {
    name: texts.board(),
    called: [["corrugated"], ["containerboard"], ["paperboard"], ["carton"], ["board", "paper"]],
    not: work,
    products: [["corrugated"], ["containerboard"], ["paperboard"]],
    factors: [other("Paper", "Paper and board: board")],
  },
  {
    name: texts.paper(),
    called: [["paper"], ["newsprint"]],
    not: [...work, "burned"],
    products: [["paper"], ["newsprint"]],
    factors: [other("Paper", "Paper and board: paper")],
  },
  {
    name: texts.wood(),
    called: [["lumber"], ["oak"], ["beech"], ["pine"], ["spruce"], ["birch"], ["hardwood"], ["softwood"]],
    not: [
      ...work,
      "fuel",
      "boiler",
      "chip",
      "pellet",
      "log",
      "residue",
      "panel",
      "bark",
      "ash",
      "floor",
      "flooring",
      "pole",
      "post",
      "pulpwood",
      "tie",
      "veneer",
      "particleboard",
      "plywood",
    ],
    products: [["lumber", "sawn"]],
    factors: [building("Wood")],
  },
  {
    name: texts.clothing(),
    called: [["clothing"], ["garment"], ["t-shirt"], ["shirt"], ["trouser"], ["jacket"]],
    products: [],
    factors: [other("Other", "Clothing")],
  },
  {
    name: texts.cell(),
    called: [
      ["cell", "battery"],
      ["cell", "li-ion"],
      ["cell", "nmc*"],
      ["cell", "nca"],
      ["cell", "lfp"],
      ["cell", "lto"],
    ],
    not: ["photovoltaic", "fuel", "sib", "pouch", "container", "deactivation", "module"],
    notData: ["li-o2", "stationary"],
    products: [
      ["battery", "cell", "li-ion"],
      ["battery", "capacity", "li-ion"],
    ],
    factors: [],
  },
  {
    name: texts.battery(),
    called: [
      ["battery", "li-ion"],
      ["battery", "nmc*"],
      ["battery", "nca"],
      ["battery", "lfp"],
      ["battery", "lto"],
    ],
    notData: ["li-o2", "stationary"],
    not: [
      "cell",
      "management",
      "packaging",
      "foil",
      "anode",
      "cathode",
      "electrolyte",
      "voltage",
      "separator",
      "container",
      "module",
    ],
    products: [["battery", "li-ion"]],
    factors: [other("Electrical items", "Batteries - Li ion")],
  },
  {
    name: texts.anyBattery(),
    called: [["battery"]],
    only: ["pack", "rechargeable", "backup"],
    products: [],
    factors: [
      other("Electrical items", "Batteries - Li ion"),
      other("Electrical items", "Batteries - NiMh"),
      other("Electrical items", "Batteries - Alkaline"),
    ],
  },
  {
    name: texts.computer(),
    called: [["laptop"], ["notebook", "computer"], ["computer"], ["smartphone"], ["server"]],
    only: ["desktop", "personal", "notebook"],
    products: [],
    factors: [other("Electrical items", "Electrical items - IT")],
  },
  {
    name: texts.wheat(),
    called: [["wheat"]],
    not: [...notGrain, "gluten"],
    products: [["wheat", "grain"]],
    factors: [],
  },
  {
    name: texts.maize(),
    called: [["corn"]],
    not: [...notGrain, "steep", "wet", "dry"],
    products: [
      ["corn", "grain"],
      ["corn", "field"],
      ["corn", "harvested"],
    ],
    factors: [],
  },
  {
    name: texts.vegetableOil(),
    called: [
      ["oil", "vegetable"],
      ["oil", "palm"],
      ["oil", "soybean"],
      ["oil", "soy"],
      ["oil", "rapeseed"],
      ["oil", "sunflower"],
      ["oil", "canola"],
    ],
    not: ["biodiesel", "cooking", "cake"],
    products: [
      ["oil", "crude", "palm"],
      ["oil", "vegetable", "palm"],
      ["oil", "palm", "processed"],
      ["oil", "soybean", "crude"],
      ["oil", "soybean", "refined"],
      ["oil", "vegetable", "rapeseed"],
    ],
    factors: [],
  },
  {
    name: texts.ammonia(),
    called: [["ammonia"]],
    not: ["catalyst", "catalysts", "urea", "nitrate", "sulfate"],
    products: [["ammonia", "liquid"]],
    factors: [],
  },
  {
    name: texts.graphite(),
    called: [["graphite"]],
    not: ["anode", "electrode", "ore", "battery", "paper"],
    products: [
      ["graphite", "coated"],
      ["graphite", "purified"],
      ["graphite", "spherical"],
      ["graphite", "synthetic"],
    ],
    factors: [],
  },
];
