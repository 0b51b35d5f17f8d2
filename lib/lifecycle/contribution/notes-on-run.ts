import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { AssessedSystem, SolvedSystem } from "../assessed-system.ts";
import { carbonDioxideFlows } from "../balance/combustion-overlap.ts";
import { type FallbackRule, fallbackRules } from "../graph/allocation.ts";
import { contributionsOf } from "./contributions.ts";

const texts = messages("lifecycle.run", {
  free: {
    en: "{count} {count:activity that runs has|activities that run have} co-products free of burdens, which other products bear: {names}.",
    zh: "所运行的活动中有 {count} 个的副产品不计负荷，由其他产品承担：{names}。",
  },
  allocated: {
    en: "The burdens of {count} {count:activity that runs is|activities that run are} divided among their products by {rule}: {names}.",
    zh: "所运行的活动中有 {count} 个按 {rule} 在其产品之间分配负荷：{names}。",
  },
  allocatedInstead: {
    en: "The burdens of {count} {count:activity that runs is|activities that run are} divided among their products by {rule}, because a product lacks what the rules before it need: {names}.",
    zh: "所运行的活动中有 {count} 个按 {rule} 在其产品之间分配负荷，因为其产品缺少前面各规则所需的属性：{names}。",
  },
  unallocated: {
    en: "{count} {count:activity that runs has|activities that run have} products with no common measure (mass, energy or price); their reference products bear all burdens, which no rule has divided: {names:and}.",
    zh: "所运行的活动中有 {count} 个的产品没有共同的计量（质量、能量或价格）；其负荷未按任何规则分配，全部由参考产品承担：{names:and}。",
  },
  twice: {
    en: "{count} {count:activity that runs seems|activities that run seem} to count the combustion of {count:its|their} fuels twice: {count:it emits|they emit} about the CO2 {count:itself|themselves} that the linked processes of combustion emit again ({names}). Up to {amount} kg of the {total} kg CO2 of this demand may be counted twice; it is no exact figure.",
    zh: "所运行的活动中有 {count} 个似乎重复计算了燃料燃烧：其自身排放的 CO2 与所链接的燃烧过程排放的 CO2 相近（{names}）。该需求的 {total} kg CO2 中最多有 {amount} kg 可能被重复计算，因此不是精确值。",
  },
  mass: { en: "mass", zh: "质量" },
  energy: { en: "energy", zh: "能量" },
  price: { en: "price", zh: "价格" },
  share: { en: "stated shares", zh: "给定份额" },
  hosted: {
    en: "{product}, which this demand takes, is a by-product of a waste treatment that is merged into {count} activities; consumers were linked to one each by place.",
    zh: "该需求取用的 {product} 是废物处理的副产品，该处理已并入 {count} 个活动；各消费者按地点各连接到其中一个。",
  },
});

export const ruleNames: Readonly<Record<FallbackRule, () => Message>> = {
  mass: texts.mass,
  energy: texts.energy,
  price: texts.price,
  share: texts.share,
};

/** Share of the CO2 from which it is said that it may be counted twice: less is within the rounding of inventories. */
const LEAST_TWICE = 0.01;

/** The names of those activities that run, those with the largest share of a score first. */
type RunningNames = (which: readonly number[]) => string[];

const runsIn =
  ({ nodesOf }: AssessedSystem["solved"]["system"], scaling: Float64Array) =>
  (activity: number): boolean =>
    nodesOf[activity]!.some((node) => scaling[node] !== 0);

function runningNames(assessed: AssessedSystem, scaling: Float64Array): RunningNames {
  const { system } = assessed.solved;
  const { graph, nodesOf } = system;
  const { byNode, scores } = contributionsOf(assessed, scaling);
  const weight = (node: number) =>
    byNode.reduce((most, own, m) => Math.max(most, Math.abs(own[node]! / (scores[m] || 1))), 0);
  const weightOf = (activity: number) => nodesOf[activity]!.reduce((sum, node) => sum + weight(node), 0);
  return (which) => {
    const running = which.filter(runsIn(system, scaling)).sort((a, b) => weightOf(b) - weightOf(a));
    return running.map((activity) => graph.activities[activity]!.name);
  };
}

const unallocatedOf = ({ solved: { system } }: AssessedSystem): number[] =>
  system.allocations.filter(({ state }) => state === "unallocated").map(({ activity }) => activity);

/** The activities that run for a demand and whose burdens no rule divides: all of them are named, since its score rests on them. */
export function undividedOnRun(assessed: AssessedSystem, scaling: Float64Array): Message[] {
  return undivided(unallocatedOf(assessed), runningNames(assessed, scaling));
}

function undivided(unallocated: readonly number[], running: RunningNames): Message[] {
  const names = running(unallocated);
  return names.length === 0 ? [] : [texts.unallocated({ count: names.length, names })];
}

/**
 * What a reader of a solved demand must know of how its system was made, of the activities that run for it alone.
 *
 * @param scaling s, P
 */
export function notesOnRun(assessed: AssessedSystem, scaling: Float64Array): Message[] {
  const { solved } = assessed;
  const { graph, free, hosted, allocations } = solved.system;
  const runs = runsIn(solved.system, scaling);
  const running = runningNames(assessed, scaling);
  const notes: Message[] = [];
  const unallocated = unallocatedOf(assessed);
  for (const state of ["chosen", "fallback"] as const)
    for (const rule of fallbackRules) {
      const divided = allocations.filter((each) => each.state === state && each.rule === rule);
      const names = running(divided.map(({ activity }) => activity));
      const text = state === "chosen" ? texts.allocated : texts.allocatedInstead;
      if (names.length > 0) notes.push(text({ ...counted(names), rule: ruleNames[rule]() }));
    }
  notes.push(...undivided(unallocated, running));
  const burdenless = running(free.filter((activity) => !unallocated.includes(activity)));
  if (burdenless.length > 0) notes.push(texts.free(counted(burdenless)));
  const twice = countedTwice(solved, scaling);
  if (twice.amount > LEAST_TWICE * Math.abs(twice.total))
    notes.push(
      texts.twice({
        ...counted(running(twice.activities)),
        amount: Number(twice.amount.toPrecision(3)),
        total: Number(twice.total.toPrecision(3)),
      }),
    );
  for (const { product, hosts, consumers } of hosted)
    if ([...consumers].some(runs)) notes.push(texts.hosted({ product: graph.products[product]!.name, count: hosts }));
  return notes;
}

const counted = (names: readonly string[]) => ({ count: names.length, names: someOf(names) });

/** The CO2 of a demand, and what activities that count a combustion twice may add to it, in kg. */
function countedTwice({ system, combustionOverlaps }: SolvedSystem, scaling: Float64Array) {
  const { graph, biosphereCells: cells } = system;
  const { exchanges } = graph;
  const kilograms = carbonDioxideFlows(graph);
  const byActivity = new Map<number, number>();
  let total = 0;
  for (let at = 0; at < cells.exchange.length; at++) {
    const exchange = cells.exchange[at]!;
    const perUnit = kilograms[exchanges.flow[exchange]!];
    if (perUnit === null || perUnit === undefined) continue;
    const emitted = cells.factor[at]! * exchanges.amount[exchange]! * perUnit * scaling[cells.column[at]!]!;
    total += emitted;
    const activity = exchanges.activity[exchange]!;
    const overlap = combustionOverlaps.get(activity);
    if (overlap === undefined) continue;
    const twice = (overlap.twice / overlap.direct) * Math.abs(emitted);
    byActivity.set(activity, (byActivity.get(activity) ?? 0) + twice);
  }
  return {
    total,
    amount: [...byActivity.values()].reduce((sum, each) => sum + each, 0),
    activities: [...byActivity.keys()],
  };
}
