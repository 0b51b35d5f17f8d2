import { type Message, messages } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import type { NotebookInfo } from "../../session/contract.ts";

const texts = messages("workbench.topics", {
  start: { en: "Start here", zh: "从这里开始" },
  production: { en: "Production inventories", zh: "生产端清单" },
  trade: { en: "Consumption and trade", zh: "消费与贸易" },
  nature: { en: "Natural sources and sinks", zh: "自然源与汇" },
  products: { en: "Products and plants", zh: "产品与工厂" },
  uncertainty: { en: "Uncertainty", zh: "不确定度" },
});

/** The topics that a notebook may name in `data-topic`, in the order of the library. */
const topics: ReadonlyMap<string, () => Message> = new Map(
  Object.entries(texts).filter(([topic]) => topic !== "other"),
);

/** The name of a topic in the page's language; an author's own topic is its own name. */
export function sayTopic(topic: string): string {
  const text = topics.get(topic);
  return text ? say(text()) : topic;
}

/** The topics of some notebooks: known topics in their order, then authors' own by name. */
export function topicsOf(notebooks: readonly NotebookInfo[]): string[] {
  const named = new Set(notebooks.flatMap(({ topic }) => topic ?? []));
  const own = [...named].filter((topic) => !topics.has(topic)).sort();
  return [...[...topics.keys()].filter((topic) => named.has(topic)), ...own];
}
