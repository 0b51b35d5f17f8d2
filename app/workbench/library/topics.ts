import { type Message, messages } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import type { NotebookInfo } from "../../session/contract.ts";

const said = messages("workbench.topics", {
  start: { en: "Start here", zh: "从这里开始" },
  production: { en: "Production inventories", zh: "生产端清单" },
  trade: { en: "Consumption and trade", zh: "消费与贸易" },
  nature: { en: "Natural sources and sinks", zh: "自然源与汇" },
  products: { en: "Products and plants", zh: "产品与工厂" },
  uncertainty: { en: "Uncertainty", zh: "不确定度" },
  other: { en: "More notebooks", zh: "其他笔记本" },
});

/** The topics that a notebook may name in `data-topic`, in the order of the library. */
const topics: ReadonlyMap<string, () => Message> = new Map(Object.entries(said).filter(([topic]) => topic !== "other"));

/** Notebooks of one topic. */
export interface TopicGroup {
  /** The `data-topic` of its notebooks; null for those without one. */
  readonly topic: string | null;
  /** Its heading, in the page's language. */
  readonly heading: string;
  readonly notebooks: readonly NotebookInfo[];
}

/** Notebooks by topic: known topics in their order, then an author's own by name, then notebooks without a topic. */
export function groupByTopic(notebooks: readonly NotebookInfo[]): TopicGroup[] {
  const own = new Set(notebooks.flatMap(({ topic }) => (topic === null || topics.has(topic) ? [] : [topic])));
  return [...topics.keys(), ...[...own].sort(), null].flatMap((topic) => {
    const group = notebooks.filter((notebook) => notebook.topic === topic);
    if (group.length === 0) return [];
    const text = topic === null ? said.other : topics.get(topic);
    return [{ topic, heading: text ? say(text()) : topic!, notebooks: group }];
  });
}
