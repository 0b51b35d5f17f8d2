import { z } from "zod";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { Work } from "../../numeric/work.ts";
import { notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { SolvedSystem } from "../assessed-system.ts";
import { functionsOf, PRODUCTION } from "../graph/activity-functions.ts";
import {
  type Allocation,
  type AllocationChoice,
  allocationOver,
  allocationRules,
  partitionRules,
} from "../graph/allocation.ts";
import { type AllocatedCase, type AllocationCase, compareAllocations } from "../graph/compare-allocations.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { systemModels } from "../graph/unit-processes.ts";
import { chosenMethods } from "../impact/chosen-methods.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { rulesIn } from "../resource/request-schema.ts";
import { comparedOut, comparedRows } from "./compared-scores.ts";
import { type Demand, demanded, demandIn, referenceOut } from "./demand-schema.ts";
import { methodsIn } from "./indicator-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";
import { solvedScores } from "./solved-scores.ts";

const texts = messages("lifecycle.rules", {
  none: {
    en: "None of the rules can be applied. {reasons:lines}",
    zh: "没有一条规则可用。{reasons:lines}",
  },
  reason: { en: "{rule}: {reason}", zh: "{rule}：{reason}" },
  noCases: {
    en: "cases is empty; give at least one, or leave it out.",
    zh: "cases 为空，请至少给出一条，或省略该字段。",
  },
  twice: { en: "cases has {name} twice. Give each a name of its own.", zh: "cases 中 {name} 出现两次，请分别命名。" },
  unknownActivity: {
    en: "appliedTo names {id}, which is not an activity of the inventory.",
    zh: "appliedTo 中的 {id} 不是清单中的活动。",
  },
  nothing: {
    en: "No activity that runs has several products: the rules have nothing to allocate.",
    zh: "所运行的活动均只有一种产品：没有可供分配的对象。",
  },
  applied: {
    en: "No activity that runs has what the rule needs: all would be divided by the rules that stand in for it.",
    zh: "所运行的活动均不具备该规则所需的属性：全部将按其后备规则分配。",
  },
  instead: {
    en: "Under {rule}: the burdens of {count} {count:activity that runs is|activities that run are} divided by another rule, or by none, because a product lacks what it needs: {names}.",
    zh: "{rule} 规则下：所运行的活动中有 {count} 个因产品缺少所需属性而按其他规则分配，或未分配：{names}。",
  },
  noCredit: {
    en: "Under {rule}: {names:and} of activities that run replace nothing, since no activity of the inventory provides them; no credit is given. Say in avoided what they replace.",
    zh: "{rule} 规则下：所运行活动的 {names:and} 没有替代任何产品（清单中没有活动提供它们），因此不计抵扣。请在 avoided 中写明其所替代的产品。",
  },
  under: { en: "Under {rule}: {note}", zh: "{rule} 规则下：{note}" },
});

const caseIn = z.strictObject({
  name: z.string().min(1).optional().describe("Default: the rule, with the model"),
  rule: z.enum(allocationRules),
  rest: z.enum(partitionRules).optional().describe("With subdivision: for what belongs to no single product"),
  model: z.enum(systemModels).optional(),
  avoided: rulesIn.shape.avoided,
});

type RuleCase = z.output<typeof caseIn>;

/** Subdivision is not among them: it needs a rule for the rest. */
const byDefault: readonly RuleCase[] = [...partitionRules, "substitution" as const].map((rule) => ({ rule }));

export const lifecycleRules = defineInventoryTool({
  name: "lifecycle.rules",
  title: { en: "A product under several allocation rules", zh: "不同分配规则下的同一产品" },
  summary: {
    en: "Scores of one demand under several allocation rules and system models side by side; a rule that cannot be applied says why and does not hide the others.",
    zh: "同一需求在多种分配规则与系统模型下的评价结果并列；不可用的规则说明原因，且不影响其他规则。",
  },
  options: {
    demand: demandIn,
    methods: methodsIn,
    cases: z.array(caseIn).max(100).optional().describe("Default: none, mass, energy, price, share and substitution"),
    appliedTo: z
      .union([z.literal("running"), z.array(z.string())])
      .optional()
      .describe(
        "Ids of the activities that the rules allocate, or running: those with several products that run for the demand under the inventory's own rules. Others keep these rules. Default: all",
      ),
  },
  output: z.object({
    reference: referenceOut,
    appliedTo: z.array(z.string()).nullable().describe("Ids of the activities that the rules allocate; null: all"),
    cases: z.array(
      z.object({
        rule: z.string(),
        refused: sentenceOut.nullable().describe("Why the rule cannot be applied; null if it can"),
      }),
    ),
    scores: comparedOut("rule", sentenceOut.describe("Name of the case; the first is the first that can be applied")),
    residual: residualOut.describe("The largest of all rules"),
    notes: notesOut,
  }),
  formula: "h = C B A⁻¹ f, with A and B by each rule",
  assumptions: [
    "No rule is right by itself: ISO 14044 asks to avoid allocation, then for physical relationships, then for others such as prices.",
    "Without appliedTo a rule is refused if any activity of the inventory lacks what it needs, whether it runs or not.",
  ],
  references: [
    "ISO 14044:2006, allocation.",
    "Heijungs, Suh (2002), ch. 3, doi:10.1007/978-94-015-9900-9.",
    "Wernet et al. (2016), doi:10.1007/s11367-016-1087-8: system models.",
  ],
  over: (inventory, { demand, methods, cases, appliedTo }, work) =>
    compared(inventory, demand, methods, cases ?? byDefault, appliedTo, work),
});

async function compared(
  inventory: OpenedInventory,
  demand: Demand,
  names: readonly string[] | undefined,
  given: readonly RuleCase[],
  wantedTo: readonly string[] | "running" | undefined,
  work: Work,
) {
  const { graph, rules, methods: all } = inventory;
  const appliedTo = wantedTo === "running" ? await runningIn(inventory, demand, work) : wantedTo;
  const cases = casesOf(given, rules.allocation, appliedTo);
  const stranger = appliedTo?.find((id) => !graph.activities.some((activity) => activity.id === id));
  if (stranger !== undefined) throw new LifecycleError("appliedTo", texts.unknownActivity({ id: stranger }));
  const methods = chosenMethods(all, names);
  const solve = (system: LinkedSystem) => solvedScores(new SolvedSystem(system), methods, demand, work);
  const wanted = { id: demand.of, amount: demand.amount, unit: demand.unit };
  const tried = await compareAllocations(graph, wanted, cases, solve, rules);
  const found = tried.map((each) => (isByNone(each) ? { name: each.name, refused: texts.applied() } : each));
  const applied = found.flatMap(({ name, result }) => (result ? [{ name, ...result }] : []));
  const [first] = applied;
  if (!first) {
    const reasons = found.map(({ name, refused }) => texts.reason({ rule: name, reason: refused! }));
    throw new LifecycleError("cases", texts.none({ reasons }));
  }
  const { of } = functionsOf(graph);
  const allocates = applied.some(({ assessed, scaling }) =>
    assessed.solved.system.nodes.some(({ activity, index }) => scaling[index] !== 0 && of[activity]!.length > 1),
  );
  const notes: Message[] = applied.flatMap(({ name, notes: own, assessed, scaling }) => {
    const free = withoutCredit(assessed.solved.system, scaling);
    const others = runningAllocations(assessed.solved.system, scaling).filter(({ state }) => state !== "chosen");
    const names = someOf(others.map(({ activity }) => graph.activities[activity]!.name));
    return [
      ...(others.length > 0 ? [texts.instead({ rule: name, count: others.length, names })] : []),
      ...own.map((note) => texts.under({ rule: name, note })),
      ...(free.length > 0 ? [texts.noCredit({ rule: name, names: someOf(free) })] : []),
    ];
  });
  return {
    reference: first.reference,
    appliedTo: appliedTo === undefined ? null : [...appliedTo],
    cases: found.map(({ name, refused }) => ({ rule: name, refused: (refused ?? null) as Sentence })),
    scores: comparedRows("rule", first.assessed.characteriser.indicators, applied),
    residual: Math.max(...applied.map(({ residual }) => residual)),
    notes: [...notes, ...(allocates ? [] : [texts.nothing()])],
  };
}

/** Whether a rule divides nothing that runs, because other rules stand in for it everywhere. */
function isByNone({ result }: AllocatedCase<Awaited<ReturnType<typeof solvedScores>>>): boolean {
  if (!result) return false;
  const running = runningAllocations(result.assessed.solved.system, result.scaling);
  return running.length > 0 && running.every(({ state }) => state !== "chosen");
}

function runningAllocations({ allocations, nodesOf }: LinkedSystem, scaling: Float64Array) {
  return allocations.filter(({ activity }) => nodesOf[activity]!.some((node) => scaling[node] !== 0));
}

/** Ids of the activities with several products that run for a demand. */
async function runningIn({ graph, solved }: OpenedInventory, demand: Demand, work: Work): Promise<string[]> {
  const { scaling } = await solved.solve(demanded(solved.system, demand).f, work);
  const { of } = functionsOf(graph);
  const { nodesOf } = solved.system;
  return graph.activities
    .filter((_, a) => of[a]!.length > 1 && nodesOf[a]!.some((node) => scaling[node] !== 0))
    .map(({ id }) => id);
}

/** Co-products of activities that run whose credit is cut off, since nobody makes what they could replace. */
function withoutCredit({ graph, nodesOf, cutOffs }: LinkedSystem, scaling: Float64Array): string[] {
  const { exchanges, products } = graph;
  const names = cutOffs
    .filter(({ activity, exchange }) => {
      const isCoproduct = exchanges.type[exchange] === PRODUCTION && !products[exchanges.flow[exchange]!]!.waste;
      return isCoproduct && nodesOf[activity]!.some((node) => scaling[node] !== 0);
    })
    .map(({ exchange }) => products[exchanges.flow[exchange]!]!.name);
  return [...new Set(names)];
}

function casesOf(
  given: readonly RuleCase[],
  own: Allocation | undefined,
  appliedTo: readonly string[] | undefined,
): AllocationCase[] {
  if (given.length === 0) throw new LifecycleError("cases", texts.noCases());
  const cases = given.map(({ name, rule, rest, model, avoided }): AllocationCase => {
    const choice: AllocationChoice = { rule, rest };
    const allocation: Allocation =
      appliedTo === undefined
        ? allocationOver(own, choice)
        : { ...own, byActivity: { ...own?.byActivity, ...Object.fromEntries(appliedTo.map((id) => [id, choice])) } };
    return {
      name: name ?? (model === undefined ? rule : `${rule}, ${model}`),
      allocation,
      ...(model && { model }),
      ...(avoided && { avoided }),
    };
  });
  const names = cases.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new LifecycleError("cases", texts.twice({ name: again }));
  return cases;
}
