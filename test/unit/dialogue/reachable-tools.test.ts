import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../cli/installation/root.ts";
import { withoutFraming } from "../../../lib/dialogue/framing.ts";
import { linkText } from "../../../lib/dialogue/link.ts";
import { plan } from "../../../lib/dialogue/planner.ts";
import { namespaces } from "../../../lib/tools.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";

const { lexicon } = await shippedDialogue;

/** Why words alone cannot call a tool. */
const reasons = {
  rows: "It takes rows, flows or a model of the reader's own, more than a sentence holds.",
  program: "It gives programs and agents their samples, matrices and lists, not figures to a person.",
  facts: "It takes facts of a herd, a field or a stand that no default gives.",
  others: "Words reach the same figures through another tool or dataset.",
} as const;

/** For each tool a sentence in both languages whose plan calls it, the agent that calls it, or why words cannot. */
const ways: Readonly<
  Record<string, readonly [en: string, zh: string] | { readonly agent: string } | keyof typeof reasons>
> = {
  "consumption.accounts": [
    "Production account of Japan for 2005 from the input-output table",
    "投入产出表里日本2005年的生产端排放",
  ],
  "consumption.multipliers": "rows",
  "consumption.sectorAccounts": "others",
  "consumption.eebt": "rows",
  "consumption.downstream": "rows",
  "consumption.responsibility": "rows",
  "consumption.paths": { agent: "trade" },
  "consumption.layers": "rows",
  "consumption.traceUpstream": "rows",
  "consumption.traceDownstream": "rows",
  "consumption.structuralDecomposition": "rows",
  "consumption.lmdi": "rows",
  "consumption.extraction": "rows",
  "consumption.linkages": "rows",
  "consumption.whatIf": { agent: "trade" },
  "consumption.aggregate": "rows",
  "consumption.split": "rows",
  "consumption.priceYear": "rows",
  "consumption.balance": "rows",
  "consumption.nowcast": "rows",
  "consumption.carried": "others",
  "consumption.checkTable": { agent: "trade" },
  "quantity.convert": ["40 t of CO2 contain how many tonnes of carbon?", "40吨CO2含多少吨碳？"],
  "quantity.add": ["composting 200 t of garden waste", "200吨园林垃圾堆肥的排放"],
  "quantity.multiply": ["CO2 of 100 t of ferrosilicon 65", "100吨65硅铁的过程排放"],
  "quantity.compare": ["Ratio of Hebei's grid factor in 2022 to 2021", "河北2022年与2021年电网因子之比"],
  "quantity.equivalent": ["Convert 3 kg of SF6 to CO2e with AR6 GWP100", "3千克SF6按AR6 GWP100折合多少CO2当量？"],
  "quantity.growth": [
    "At what average annual rate did China's CO2 grow from 2000 to 2020?",
    "2000到2020年中国CO2排放的年均增长率是多少？",
  ],
  "quantity.otherMetric": "rows",
  "classification.category": ["What is category 2.A.1?", "类别2.A.1是什么？"],
  "classification.members": ["Which countries are members of the G7?", "七国集团有哪些成员？"],
  "classification.country": "others",
  "classification.regroup": "rows",
  "factors.select": ["CO2 from using 20 t of limestone", "使用20吨石灰石排放多少CO2？"],
  "factors.grid": "others",
  "inventory.equation": ["CO2 of 20 t of urea applied to fields", "20吨尿素施于农田排放多少CO2？"],
  "inventory.equations": "program",
  "inventory.combustion": ["CO2 of burning 2 kt of diesel", "燃烧2千吨柴油的CO2"],
  "inventory.coalMine": [
    "methane of mining 1 Mt of coal in an underground mine",
    "井工煤矿开采100万吨煤炭排放多少甲烷？",
  ],
  "inventory.oilAndGas": "rows",
  "inventory.referenceApproach": "rows",
  "inventory.cement": [
    "process emissions of 3 Mt of cement with a clinker fraction of 0.7",
    "300万吨水泥、熟料系数0.7，过程排放多少？",
  ],
  "inventory.clinker": ["CO2 of 1 Mt of clinker", "100万吨熟料的过程排放"],
  "inventory.lime": ["CO2 of 100 t of quicklime", "100吨生石灰的过程排放"],
  "inventory.glass": ["CO2 of 500 t of glass with 40 % cullet", "500吨玻璃，碎玻璃占40%，过程排放多少CO2？"],
  "inventory.ammonia": { agent: "industry" },
  "inventory.acid": ["N2O from 30 kt of nitric acid made in a high pressure plant", "高压装置生产3万吨硝酸的N2O排放"],
  "inventory.steel": [
    "100 t of coke with 83 % carbon go in and 20 t of steel with 1 % carbon come out: how much CO2?",
    "碳平衡：投入100吨焦炭，产出20吨钢，排放多少CO2？",
  ],
  "inventory.ferroalloys": "rows",
  "inventory.aluminium": [
    "CF4 of 1000 t aluminium, CWPB, 0.5 anode effect minutes",
    "1000吨电解铝的全氟化碳，中心下料预焙槽，阳极效应时间0.5",
  ],
  "inventory.equipmentStock": "rows",
  "inventory.livestock": "others",
  "inventory.cattle": "facts",
  "inventory.sheep": "facts",
  "inventory.manureNitrogen": "facts",
  "inventory.managedSoils": [
    "N2O of 5 t of nitrogen fertiliser, 2019 refinement",
    "按IPCC 2019修订版，施用5吨氮肥排放多少N2O？",
  ],
  "inventory.rice": [
    "methane of 10 ha of continuously flooded rice over 120 days",
    "10公顷持续淹水稻田120天排放多少甲烷？",
  ],
  "inventory.landUse": "rows",
  "inventory.gainLoss": "facts",
  "inventory.landConversion": "facts",
  "inventory.soilCarbon": "facts",
  "inventory.fire": "facts",
  "inventory.wetlands": "facts",
  "inventory.woodProducts": "rows",
  "inventory.landfill": "rows",
  "inventory.incineration": ["CO2 of incinerating 100 t of plastic waste", "焚烧100吨废塑料排放多少CO2？"],
  "inventory.wastewater": "facts",
  "inventory.industrialWastewater": "facts",
  "inventory.biologicalTreatment": ["composting 200 t of garden waste", "200吨园林垃圾堆肥的排放"],
  "inventory.national": "others",
  "inventory.compile": "rows",
  "inventory.totals": "rows",
  "inventory.template": "program",
  "inventory.completeness": "rows",
  "inventory.keyCategories": "rows",
  "inventory.recalculation": "rows",
  "inventory.checkSeries": "rows",
  "inventory.compare": "rows",
  "inventory.company": "rows",
  "inventory.purchasedEnergy": [
    "Location-based scope 2 of 2 GWh bought in Germany in 2022",
    "2022年在德国外购2 GWh电力，按位置法计算范围二",
  ],
  "inventory.baseYear": "rows",
  "inventory.valueChainFactors": "others",
  "budget.carbon": { agent: "nature" },
  "budget.ensemble": { agent: "nature" },
  "budget.methane": "others",
  "budget.nitrousOxide": "others",
  "budget.managedLand": { agent: "nature" },
  "natural.airSeaFlux": "facts",
  "natural.oceanUptake": "rows",
  "natural.gridSums": "rows",
  "natural.bookkeeping": "facts",
  "natural.landUseSpread": { agent: "nature" },
  "natural.forestStand": "facts",
  "natural.wildfire": "facts",
  "natural.wetland": "facts",
  "natural.organicSoil": "facts",
  "natural.ranges": "others",
  "panorama.ladder": "others",
  "panorama.accounts": "others",
  "panorama.reconcile": "rows",
  "panorama.avoided": [
    "5 MW of solar at a capacity factor of 14 % replace grid power of 0.58 t/MWh: what is avoided a year?",
    "屋顶装5 MW光伏，容量因子14%，替代0.58 t/MWh的网电，一年能减排多少？",
  ],
  "panorama.announced": "others",
  "indicators.national": "others",
  "indicators.decoupling": "others",
  "indicators.convergence": "others",
  "indicators.gases": "others",
  "uncertainty.propagate": { agent: "uncertainty" },
  "uncertainty.distribution": "program",
  "uncertainty.sobol": { agent: "uncertainty" },
  "uncertainty.sobolSample": "program",
  "uncertainty.sobolIndices": "program",
  "uncertainty.morris": { agent: "uncertainty" },
  "uncertainty.fast": "program",
  "uncertainty.delta": "program",
  "uncertainty.regression": "program",
  "uncertainty.tornado": "program",
  "uncertainty.approachOne": [
    "Activity data good to ±2%, emission factor ±7%. Combined uncertainty of the product?",
    "合成10%和24%这两项不确定度，乘积的不确定度是多少？",
  ],
  "uncertainty.approachTwo": "rows",
  "uncertainty.keyCategories": "rows",
  "uncertainty.footprint": "rows",
  "uncertainty.ensemble": { agent: "trade" },
  "uncertainty.lifecycle": "rows",
  "uncertainty.inventory": "rows",
  "lifecycle.assess": { agent: "lca" },
  "lifecycle.bill": "program",
  "lifecycle.calculate": "rows",
  "lifecycle.find": "program",
  "lifecycle.score": "rows",
  "lifecycle.balance": "rows",
  "lifecycle.characterise": "rows",
  "lifecycle.climate": "rows",
  "lifecycle.footprint": "rows",
  "lifecycle.breakEven": "rows",
  "lifecycle.compare": "rows",
  "lifecycle.elasticity": "rows",
  "lifecycle.alternatives": "rows",
  "lifecycle.hotspots": "rows",
  "lifecycle.rules": "rows",
  "lifecycle.scenarios": "rows",
  "lifecycle.supply": "rows",
  "lifecycle.hybrid": "rows",
  "lifecycle.pathExchange": "rows",
  "lifecycle.spend": "others",
  "lifecycle.tiered": "rows",
  "lifecycle.allocate": "rows",
  "lifecycle.pact": "rows",
  "lifecycle.readPact": "rows",
  "lifecycle.write": "rows",
  "industry.activity": { agent: "lca" },
  "industry.calibrate": "rows",
  "industry.calibrateFlowsheet": "rows",
  "industry.companyRows": "rows",
  "industry.flowsheet": "rows",
  "industry.keyLinks": { agent: "industry" },
  "industry.operation": "rows",
  "industry.operations": "program",
  "industry.plant": ["CO2 from making 1000 t of ethylene", "生产1000吨乙烯排放多少CO2？"],
  "industry.plants": "program",
  "industry.powerPlant": ["CO2 of a coal power plant that generates 1 TWh", "燃煤电厂发电1太瓦时排放多少CO2？"],
  "industry.reconcile": "rows",
  "industry.scenarios": { agent: "industry" },
  "industry.simulate": "rows",
  "industry.abatement": "rows",
  "industry.dispatch": "rows",
  "industry.optimize": { agent: "industry" },
  "industry.pareto": "rows",
  "industry.programme": "rows",
  "industry.allocation": "rows",
  "cbam.embedded": "rows",
  "cbam.obligation": "rows",
  "cbam.years": "rows",
  "cbam.communication": "rows",
  "avoided.exports": "rows",
  "avoided.surface": "rows",
  "avoided.solar": "others",
  "avoided.wind": "others",
  "account.compare": "rows",
  "account.compute": "rows",
  "account.match": "rows",
  "account.read": "rows",
  "data.query": ["India CO2 2019", "印度 2019 CO2"],
};

/** Sources of the agents by their names. */
const folders: Readonly<Record<string, string>> = {
  industry: "industry",
  lca: "lifecycle",
  nature: "nature",
  trade: "trade",
  uncertainty: "uncertainty",
};

function sourceOf(agent: string): string {
  const folder = join(root, "lib/agents", folders[agent]!);
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

const tools = Object.values(namespaces).flatMap((tools) => Object.values(tools).map(({ name }) => name));

/** The tools of a question's plan; what it comes to instead, where it has none. */
function toolsOf(question: string): readonly string[] {
  const { outcome } = plan(withoutFraming(linkText(question, lexicon), question), lexicon);
  return outcome.kind === "draft" ? outcome.steps.map(({ tool }) => tool) : [outcome.kind];
}

describe("Every tool of the library", () => {
  it("has a way to it or a reason, and no other has", () => {
    expect([...new Set(tools)].sort()).toEqual(Object.keys(ways).sort());
  });

  it.each(Object.entries(ways).filter((each): each is [string, readonly [string, string]] => Array.isArray(each[1])))(
    "%s is reached by a sentence",
    (tool, sentences) => {
      for (const sentence of sentences) expect(toolsOf(sentence), sentence).toContain(tool);
    },
  );

  it.each(
    Object.entries(ways).flatMap(([tool, way]) =>
      typeof way === "object" && "agent" in way ? [[tool, way.agent] as const] : [],
    ),
  )("%s is called by the agent %s", (tool, agent) => {
    expect(sourceOf(agent)).toContain(`"${tool}"`);
  });
});
