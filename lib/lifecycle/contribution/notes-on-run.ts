import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";

const said = messages("lifecycle.run", {
  free: {
    en: "{count} {count:activity that runs has|activities that run have} co-products free of burdens, which other products bear: {names}.",
    zh: "所运行的活动中有 {count} 个的副产品不计负荷，由其他产品承担：{names}。",
  },
  hosted: {
    en: "{product}, which this demand takes, is a by-product of a waste treatment that is merged into {count} activities; consumers were linked to one each by place.",
    zh: "该需求取用的 {product} 是废物处理的副产品，该处理已并入 {count} 个活动；各消费者按地点各连接到其中一个。",
  },
});

/**
 * What a reader of a solved demand must know of how its system was made, of the activities that run for it alone.
 *
 * @param scaling s, P
 * @param weight by node: activities with the largest are named first
 */
export function notesOnRun(
  { graph, nodesOf, free, hosted }: LinkedSystem,
  scaling: Float64Array,
  weight: (node: number) => number,
): Message[] {
  const runs = (activity: number) => nodesOf[activity]!.some((node) => scaling[node] !== 0);
  const weightOf = (activity: number) => nodesOf[activity]!.reduce((sum, node) => sum + weight(node), 0);
  const names = free
    .filter(runs)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map((activity) => graph.activities[activity]!.name);
  const notes: Message[] = [];
  if (names.length > 0) notes.push(said.free({ count: names.length, names: someOf(names) }));
  for (const { product, hosts, consumers } of hosted)
    if ([...consumers].some(runs)) notes.push(said.hosted({ product: graph.products[product]!.name, count: hosts }));
  return notes;
}
