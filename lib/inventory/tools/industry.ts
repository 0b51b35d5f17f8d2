import { z } from "zod";
import { gasIn } from "../../tool/gas.ts";
import { defineTool } from "../../tool/tool.ts";
import { integerIn, numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { aluminiumPfc, steelBalance } from "../ippu/metals.ts";
import { cement, lime } from "../ippu/minerals.ts";
import { equipmentStock } from "../ippu/products.ts";
import { acidN2o, ammonia, ferroalloys, glass } from "../ippu/tiers.ts";
import { given, sourceOf, sourceOut, tierOf, yearsOut } from "./tier-schema.ts";
import { yearsTable } from "./years-table.ts";

const VOLUME3 = "IPCC 2006 Guidelines, Volume 3: Industrial Processes and Product Use";

const cementAssumption = "CO2 of the kiln's fuel is in 1.A.2.f, not here.";

export const inventoryCement = defineTool({
  name: "inventory.cement",
  title: { en: "CO2 of cement by its clinker, Tier 1", zh: "水泥生产过程二氧化碳排放（方法1）" },
  summary: {
    en: "From cement, its clinker fraction, and the clinker that is traded.",
    zh: "由水泥产量、熟料比例和熟料进出口计算。",
  },
  input: z.object({
    cement: given("t"),
    clinkerFraction: given("1", "Fraction"),
    imports: given("t", "Clinker").optional(),
    exports: given("t", "Clinker").optional(),
    factor: given("t CO2/t", "Of clinker; 0.52 if left out").optional(),
  }),
  output: sourceOut,
  formula: "CO2 = (M × C_cl − imports + exports) × EF_cl.",
  assumptions: [cementAssumption, "The default factor is for 65 % CaO and 2 % dust."],
  references: [`${VOLUME3}, Ch 2: Eq 2.1, 2.4.`],
  run: (works) => sourceOf(cement({ tier: 1, ...works }), works),
});

export const inventoryClinker = defineTool({
  name: "inventory.clinker",
  title: { en: "CO2 of clinker, Tier 2", zh: "水泥熟料二氧化碳排放（方法2）" },
  summary: {
    en: "From clinker, its lime, and the dust that leaves the kiln.",
    zh: "由熟料产量、氧化钙含量和窑灰计算。",
  },
  input: z.object({
    clinker: given("t"),
    limeContent: given("1", "CaO from carbonates, 0.65 if left out").optional(),
    dust: z
      .object({ mass: given("t"), carbonate: given("1", "Fraction"), calcination: given("1", "Fraction") })
      .optional()
      .describe("Dust that leaves the kiln; without it the correction is 1.02"),
  }),
  output: sourceOut,
  formula: "CO2 = M_cl × EF_cl × CF_ckd; EF_cl = CaO × 44.01/56.08.",
  assumptions: [cementAssumption, "All CaO is from carbonates."],
  references: [`${VOLUME3}, Ch 2: Eq 2.2, 2.4, 2.5.`],
  run: (works) => sourceOf(cement({ tier: 2, ...works }), works),
});

const materials = z.array(z.object({ material: z.string(), mass: given("t"), carbon: given("t C/t") }));

export const inventorySteel = defineTool({
  name: "inventory.steel",
  title: { en: "CO2 of iron and steel from the carbon balance", zh: "钢铁碳平衡法二氧化碳排放" },
  summary: { en: "Carbon that goes in less carbon that goes out, Tier 2.", zh: "方法2：投入碳减去产出碳。" },
  input: z.object({ goesIn: materials, goesOut: materials }),
  output: sourceOut,
  formula: "CO2 = (Σ C_in − Σ C_out) × 44/12.",
  assumptions: ["Fuel and reductant counted here must not be counted in 1.A.2.a too."],
  references: [`${VOLUME3}, Ch 4: Eq 4.9.`],
  run: ({ goesIn, goesOut }) => sourceOf(steelBalance(goesIn, goesOut), { goesIn, goesOut }),
});

export const inventoryAluminium = defineTool({
  name: "inventory.aluminium",
  title: { en: "PFC of aluminium by anode effects", zh: "电解铝阳极效应全氟化碳排放" },
  summary: { en: "CF4 and C2F6 by the slope method.", zh: "斜率法计算 CF4，并按比例计算 C2F6。" },
  input: z.object({
    aluminium: given("t"),
    minutes: given("min/d", "Anode effect minutes a cell-day"),
    slope: given("kg CF4·d/t Al/min"),
    ratio: given("kg/kg", "C2F6 over CF4"),
  }),
  output: sourceOut,
  formula: "E_CF4 = S × AEM × MP; E_C2F6 = E_CF4 × F.",
  assumptions: ["The slope is that of the cell technology, or the smelter's own."],
  references: [`${VOLUME3}, Ch 4: Eq 4.26.`],
  run: (smelter) => sourceOf(aluminiumPfc(smelter), smelter),
});

export const inventoryLime = defineTool({
  name: "inventory.lime",
  title: { en: "CO2 of lime by type", zh: "石灰生产二氧化碳排放" },
  summary: {
    en: "Mass, stoichiometric ratio and content of each type, Tier 2.",
    zh: "方法2：各类石灰的产量、化学计量比和含量。",
  },
  input: z.object({
    types: z.array(
      z.object({
        type: z.string(),
        mass: given("t"),
        stoichiometry: given("t CO2/t", "0.785 CaO, 0.913 CaO·MgO"),
        content: given("1", "Fraction"),
        dust: ratio.optional().describe("Correction for kiln dust, 1.02 if left out"),
        hydrated: ratio.optional().describe("Correction for hydrated lime, 1 if left out"),
      }),
    ),
  }),
  output: sourceOut,
  formula: "CO2 = Σ M × SR × C × CF_lkd × C_h.",
  assumptions: ["Lime that is made and used in one works, as in sugar, is counted where CO2 stays out of the product."],
  references: [`${VOLUME3}, Ch 2: Eq 2.6, 2.9.`],
  run: ({ types }) => sourceOf(lime(types), { types }),
});

export const inventoryGlass = defineTool({
  name: "inventory.glass",
  title: { en: "CO2 of glass", zh: "玻璃生产二氧化碳排放" },
  summary: { en: "Mass, factor and cullet ratio by type, Tier 1.", zh: "方法1：按类型的产量、因子和碎玻璃比例。" },
  input: z.object({
    types: z.array(
      z.object({
        type: z.string(),
        mass: given("t"),
        factor: given("t CO2/t", "Of glass"),
        cullet: given("1", "Fraction"),
      }),
    ),
  }),
  output: sourceOut,
  formula: "CO2 = Σ M × EF × (1 − CR).",
  assumptions: ["Cullet gives no CO2."],
  references: [`${VOLUME3}, Ch 2: Eq 2.10.`],
  run: ({ types }) => sourceOf(glass(types), { types }),
});

export const inventoryAmmonia = defineTool({
  name: "inventory.ammonia",
  title: { en: "CO2 of ammonia", zh: "合成氨二氧化碳排放" },
  summary: {
    en: "Production, fuel, its carbon, and the CO2 that is recovered for urea.",
    zh: "由产量、燃料、含碳量及用于尿素的回收量计算。",
  },
  input: z.object({
    plants: z.array(
      z.object({
        plant: z.string(),
        produced: given("t"),
        fuel: given("GJ NCV/t"),
        carbon: given("kg C/GJ NCV"),
        oxidised: given("1", "Fraction, 1 if left out").optional(),
        recovered: given("t CO2").optional(),
      }),
    ),
  }),
  output: sourceOut,
  formula: "CO2 = Σ AP × FR × CCF × COF × 44/12 − R.",
  assumptions: ["Fuel and feed are counted here and not in 1.A.2.c.", "CO2 in urea comes out where it is used."],
  references: [`${VOLUME3}, Ch 3: Eq 3.1.`],
  run: ({ plants }) => sourceOf(ammonia(plants), { plants }),
});

export const inventoryAcid = defineTool({
  name: "inventory.acid",
  title: { en: "N2O of nitric acid, adipic acid or caprolactam", zh: "硝酸、己二酸或己内酰胺氧化亚氮排放" },
  summary: {
    en: "By plant, with what abatement destroys and how long it runs.",
    zh: "按工厂计算，考虑减排装置的去除率和运行率。",
  },
  input: z.object({
    product: z.enum(["nitric acid", "adipic acid", "caprolactam"]),
    plants: z.array(
      z.object({
        plant: z.string(),
        produced: given("t"),
        factor: given("kg N2O/t", "Without abatement"),
        destroyed: given("1", "Fraction").optional(),
        running: given("1", "Fraction of time").optional(),
      }),
    ),
  }),
  output: sourceOut,
  formula: "N2O = Σ P × EF × (1 − DF × ASUF).",
  assumptions: ["Without abatement it is Tier 1."],
  references: [`${VOLUME3}, Ch 3: Eq 3.5 to 3.8, 3.10.`],
  run: ({ product, plants }) => sourceOf(acidN2o(product, plants), { product, plants }),
});

export const inventoryFerroalloys = defineTool({
  name: "inventory.ferroalloys",
  title: { en: "CO2 of ferroalloys", zh: "铁合金生产二氧化碳排放" },
  summary: {
    en: "Reducing agents by their factors, and the carbon of ore, slag and products, Tier 2.",
    zh: "方法2：还原剂按因子，矿石、渣料和产品按含碳量。",
  },
  input: z.object({
    agents: z.array(z.object({ agent: z.string(), mass: given("t"), factor: given("t CO2/t") })),
    goesIn: materials.optional(),
    goesOut: materials.optional(),
  }),
  output: sourceOut,
  formula: "CO2 = Σ M × EF + (Σ C_in − Σ C_out) × 44/12.",
  assumptions: ["Reducing agents counted here must not be counted in 1.A.2.a too."],
  references: [`${VOLUME3}, Ch 4: Eq 4.16.`],
  run: (works) => sourceOf(ferroalloys(works), works),
});

const share = ratio.min(0).max(1);

export const inventoryEquipmentStock = defineTool({
  name: "inventory.equipmentStock",
  title: { en: "Fluorinated gases of equipment by its stock", zh: "设备存量法含氟气体排放" },
  summary: {
    en: "Losses at charging, a year and at the end of life, year by year, with the bank.",
    zh: "逐年计算充注、使用和报废阶段的泄漏，并给出存量。",
  },
  input: z.object({
    gas: gasIn,
    firstYear: yearIn,
    charged: z.array(numberIn("t").min(0)).describe("Of the gas, one a year"),
    chargingLoss: share,
    annualLoss: share,
    lifetime: integerIn("yr").min(1).max(1000),
    recovery: share.describe("Share recovered of what is left at the end"),
    refilled: z.boolean().default(false),
  }),
  output: yearsOut("t"),
  tablesOut: { byGas: yearsTable },
  formula: "E_t = M_t k + B_t x + M_{t−d} p (1 − η).",
  assumptions: ["All equipment of a year retires after the same lifetime."],
  references: [`${VOLUME3}, Ch 7: Eq 7.10, 7.12 to 7.14.`],
  run: (stock) => ({
    years: equipmentStock(stock).map(({ year, bank, result }) => ({ year, stock: bank, ...tierOf(result) })),
  }),
});
