import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Assumption } from "../../dialogue/plan.ts";
import { labelOfMaterial, type MakingPlant, plantsMaking, withTechnology } from "../../industry/plant/making-plants.ts";
import { messages } from "../../message/message.ts";
import type { Phase, PhaseWork, Question } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold } from "../check.ts";
import type { LifecycleRequest } from "./request.ts";
import { goalShape } from "./shapes.ts";

const texts = messages("agent.lifecycle", {
  goal: { en: "Goal and scope", zh: "目标与范围" },
  askMaterial: { en: "Of which product?", zh: "评价哪种产品？" },
  askUnit: { en: "For how much of the product is the result?", zh: "结果对应多少产品？" },
  askTechnology: { en: "By which route is it made?", zh: "采用哪种生产路线？" },
  askBill: { en: "What is it made of? No plant of the library makes it.", zh: "它由什么制成？库中没有生产它的工厂。" },
  askBoundary: {
    en: "Within which boundary? Use and end of life have no data here.",
    zh: "系统边界为何？使用与废弃阶段在此没有数据。",
  },
  fromCradle: { en: "from cradle to gate", zh: "从摇篮到大门" },
  fromGate: { en: "from gate to gate", zh: "从大门到大门" },
  tonne: { en: "one tonne", zh: "一吨" },
  kilogram: { en: "one kilogram", zh: "一千克" },
  item: { en: "one item", zh: "一件" },
  asBackground: { en: "take the product itself from the background data", zh: "直接采用背景数据中的该产品" },
  ownBill: { en: "a bill of one line, to be completed", zh: "先列一行物料清单，之后补全" },
  boundary: { en: "boundary cradle to gate", zh: "系统边界为从摇篮到大门" },
  boundaryBecause: {
    en: "It was not stated; use and end of life have no data here.",
    zh: "未说明；使用与废弃阶段在此没有数据。",
  },
  purpose: { en: "for learning within the organisation, not compared in public", zh: "用于组织内部了解，不作公开对比" },
  purposeBecause: {
    en: "Neither application nor audience was stated; a comparison for the public would need a panel of reviewers.",
    zh: "未说明应用意图与受众；公开对比须经评审组评审。",
  },
  typical: { en: "a plant with the typical parameters of {plant}", zh: "采用 {plant} 的典型参数" },
  typicalBecause: {
    en: "No data of a real plant were given; several parameters are recalled from their source, not confirmed.",
    zh: "未给出实际工厂数据；部分参数凭印象取自来源，未核实。",
  },
  allocation: { en: "all burdens with the product, scrap without burdens", zh: "负荷全部归产品，废料不带负荷" },
  allocationBecause: {
    en: "By-products are neither credited nor allocated to, and what was waste left its burdens behind (cut-off).",
    zh: "副产品不抵扣、不分配；废料的负荷留在其前一生命周期（截断法）。",
  },
  metric: { en: "GWP100 of AR6", zh: "AR6 的 GWP100" },
  metricBecause: {
    en: "No metric was stated; the assessment has its indicators by it.",
    zh: "未说明指标；评价按此给出结果。",
  },
  complete: {
    en: "Function, functional unit, reference flow and boundary are stated.",
    zh: "功能、功能单位、基准流与系统边界均已给出。",
  },
  incomplete: {
    en: "Function, functional unit, reference flow or boundary is missing.",
    zh: "功能、功能单位、基准流或系统边界缺失。",
  },
});

/** Goal and scope. ISO 14044:2006, 4.2. */
export const goalPhase: Phase<LifecycleRequest> = {
  name: "goal",
  title: bothLanguages(texts.goal()),
  asks: ["material", "functional_unit", "technology", "bom", "boundary"],
  work({ request }) {
    const { material, bom, technology, boundary } = request;
    if (material === undefined && !Array.isArray(bom)) return askMaterial();
    if (boundary !== undefined && !boundaries.includes(boundary)) return askBoundary();
    const functionalUnit = functionalUnitOf(request);
    if (!functionalUnit) return askUnit();
    const made = material === undefined || bom !== undefined ? [] : plantsMaking(material);
    const plants = technology === undefined ? made : withTechnology(made, technology);
    if (plants.length !== 1 && made.length > 0) return askTechnology(made);
    const [plant] = plants;
    if (!plant && bom === undefined) return askBill(material!, functionalUnit);
    return scopeOf(request, functionalUnit, plant, boundary ?? "cradle-to-gate");
  },
  gate: (state) => [
    mustHold(
      "scope",
      goalShape.safeParse(state.results.get("goal")?.result).success,
      texts.complete(),
      texts.incomplete(),
    ),
  ],
};

type Unit = NonNullable<LifecycleRequest["functional_unit"]>;

function functionalUnitOf({ functional_unit, amount, unit }: LifecycleRequest): Unit | undefined {
  if (functional_unit) return functional_unit;
  return amount !== undefined && unit !== undefined ? { amount, unit } : undefined;
}

function scopeOf(
  { material, technology, boundary: stated }: LifecycleRequest,
  functionalUnit: Unit,
  plant: MakingPlant | undefined,
  boundary: string,
): PhaseWork {
  const product = material ?? "product";
  const route = plant?.label.en ?? technology;
  const goal = {
    product,
    function: route === undefined ? product : `${product}, ${route}`,
    functionalUnit: { ...functionalUnit },
    referenceFlow: plant?.plant ?? "bill",
    boundary,
  };
  const args = { plant: plant?.plant ?? "" };
  return {
    values: { goal },
    steps: plant
      ? [
          { id: "plant", tool: "industry.plant", args },
          { id: "operation", tool: "industry.activity", args },
        ]
      : [],
    assumed: assumptionsOf(stated, boundary, plant),
  };
}

function assumptionsOf(stated: string | undefined, boundary: string, plant: MakingPlant | undefined): Assumption[] {
  return [
    ...(stated === undefined ? [assumption("boundary", boundary, texts.boundary(), texts.boundaryBecause())] : []),
    assumption("context", "learning", texts.purpose(), texts.purposeBecause()),
    ...(plant
      ? [assumption("technology", plant.plant, texts.typical({ plant: plant.plant }), texts.typicalBecause())]
      : []),
    assumption("method", "cut-off", texts.allocation(), texts.allocationBecause()),
    assumption("metric", "AR6.GWP100", texts.metric(), texts.metricBecause()),
  ];
}

function askMaterial(): Question {
  const options = ["steel", "cement", "aluminium"].map((material) => ({
    value: material,
    label: labelOfMaterial(material),
  }));
  return { ask: "material", question: bothLanguages(texts.askMaterial()), options };
}

/** Boundaries for which there are data. */
const boundaries: readonly string[] = ["cradle-to-gate", "gate-to-gate"];

function askBoundary(): Question {
  const labels = [texts.fromCradle(), texts.fromGate()];
  return {
    ask: "boundary",
    question: bothLanguages(texts.askBoundary()),
    options: boundaries.map((value, i) => ({ value, label: bothLanguages(labels[i]!) })),
  };
}

function askUnit(): Question {
  return {
    ask: "functional_unit",
    question: bothLanguages(texts.askUnit()),
    options: [
      { value: { amount: 1, unit: "t" }, label: bothLanguages(texts.tonne()) },
      { value: { amount: 1, unit: "kg" }, label: bothLanguages(texts.kilogram()) },
      { value: { amount: 1, unit: "item" }, label: bothLanguages(texts.item()) },
    ],
  };
}

function askTechnology(plants: readonly MakingPlant[]): Question {
  return {
    ask: "technology",
    question: bothLanguages(texts.askTechnology()),
    options: plants.map(({ plant, label }) => ({ value: plant, label })),
  };
}

function askBill(material: string, { amount, unit }: Unit): Question {
  return {
    ask: "bom",
    question: bothLanguages(texts.askBill()),
    options: [
      { value: "background", label: bothLanguages(texts.asBackground()) },
      { value: [{ name: material, amount, unit }], label: bothLanguages(texts.ownBill()) },
    ],
  };
}
