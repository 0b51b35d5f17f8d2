import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { methodOut, notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { SolvedSystem } from "../assessed-system.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { linkedSystem } from "../graph/linked-system.ts";
import { withParameters } from "../graph/parameter-values.ts";
import { chosenMethods } from "../impact/chosen-methods.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type ComparedCase, comparedOut, comparedRows } from "./compared-scores.ts";
import { type Demand, demandIn, referenceOut } from "./demand-schema.ts";
import { methodsIn } from "./indicator-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";
import { solvedScores } from "./solved-scores.ts";

const texts = messages("lifecycle.scenarios", {
  base: { en: "base", zh: "基准" },
  inScenario: { en: "Scenario {name}: {problem}", zh: "情景“{name}”：{problem}" },
  noParameters: {
    en: "The inventory has no parameters that hold everywhere, so that no scenario can change one. Declare parameters, and write amounts as formulas of them.",
    zh: "清单没有全局参数，因此情景无可更改。请声明参数，并以其公式书写数量。",
  },
  twice: {
    en: "scenarios has {name} twice. Give each a name of its own.",
    zh: "scenarios 中 {name} 出现两次，请分别命名。",
  },
  none: { en: "scenarios is empty; give at least one.", zh: "scenarios 为空，请至少给出一个。" },
  unused: {
    en: "Scenario {name} changes {parameters:and}, but no score: nothing that runs depends on it.",
    zh: "情景“{name}”更改了 {parameters:and}，但结果未变：所运行的活动均不依赖于此。",
  },
});

const named = z.strictObject({
  name: z.string().min(1),
  values: z.record(z.string(), z.number()).describe("Parameter → value, in the unit of the parameter"),
});

type Scenario = z.output<typeof named>;

export const lifecycleScenarios = defineInventoryTool({
  name: "lifecycle.scenarios",
  title: { en: "Scenarios of a product system", zh: "产品系统的情景" },
  summary: {
    en: "Scores of a demand under other values of the inventory's parameters, with everything that follows from them by formulas, and the differences from the inventory as it is.",
    zh: "在清单参数取其他值时重新计算需求的评价结果（由公式得出的一切随之更新），并给出与原清单的差值。",
  },
  options: {
    demand: demandIn,
    methods: methodsIn,
    scenarios: z.array(named).max(1000),
  },
  output: z.object({
    reference: referenceOut,
    scores: comparedOut("scenario", sentenceOut.describe("Name of the scenario; the inventory as it is comes first")),
    residual: residualOut.describe("The largest of all scenarios"),
    method: methodOut.describe("Of the base"),
    notes: notesOut,
  }),
  formula: "h = C B(p) A(p)⁻¹ f",
  assumptions: [
    "A scenario changes the parameters that it names alone; one with a formula becomes the number given.",
    "Each scenario is linked anew by the same rules: a change of sign may change who provides.",
  ],
  references: ["ISO 14044:2006, sensitivity check."],
  over: (inventory, { demand, methods, scenarios }, work) => compared(inventory, demand, methods, scenarios, work),
});

async function compared(
  { graph, rules, methods: all, solved }: OpenedInventory,
  demand: Demand,
  names: readonly string[] | undefined,
  scenarios: readonly Scenario[],
  work: Work,
) {
  checkNames(scenarios, graph);
  const methods = chosenMethods(all, names);
  const base = await solvedScores(solved, methods, demand, work);
  const cases: ComparedCase[] = [{ name: texts.base(), scores: base.scores }];
  const notes: Message[] = [...base.notes];
  let { residual } = base;
  for (const { name, values } of scenarios) {
    const found = await within(name, () =>
      solvedScores(new SolvedSystem(linkedSystem(withParameters(graph, values), rules)), methods, demand, work),
    );
    cases.push({ name, scores: found.scores });
    residual = Math.max(residual, found.residual);
    if (found.scores.every((score, m) => score === base.scores[m]))
      notes.push(texts.unused({ name, parameters: Object.keys(values) }));
    else notes.push(...found.notes.map((problem) => texts.inScenario({ name, problem })));
  }
  return {
    reference: base.reference,
    scores: comparedRows("scenario", base.assessed.characteriser.indicators, cases),
    residual,
    method: base.method,
    notes,
  };
}

function checkNames(scenarios: readonly Scenario[], { parameters }: ExchangeGraph): void {
  if (scenarios.length === 0) throw new LifecycleError("scenarios", texts.none());
  const names = scenarios.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new LifecycleError("scenarios", texts.twice({ name: again }));
  if (!parameters.some(({ activity }) => activity === undefined))
    throw new LifecycleError("scenarios", texts.noParameters());
}

/** What goes wrong in a scenario is said with its name. */
async function within<Result>(name: string, solve: () => Promise<Result>): Promise<Result> {
  try {
    return await solve();
  } catch (error) {
    if (!(error instanceof LifecycleError)) throw error;
    throw new LifecycleError("scenarios", texts.inScenario({ name, problem: error.said }));
  }
}
