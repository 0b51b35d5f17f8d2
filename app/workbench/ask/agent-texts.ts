import type { AgentName } from "../../../lib/dialogue/agent-name.ts";
import { type Message, messages } from "../../../lib/message/message.ts";
import type { StationStatus } from "../../session/agent-rail.ts";

export const agentTexts = messages("workbench.agent", {
  title: { en: "Agents", zh: "智能体" },
  hint: {
    en: "An agent works in phases that leave cells in the notebook. It asks before it guesses, and stops at a gate that stays shut.",
    zh: "智能体分阶段工作，每个阶段在笔记本中留下单元格。它先问再做，条件不满足时停下。",
  },
  start: { en: "Start an agent", zh: "启动智能体" },
  work: { en: "Work in the notebook", zh: "在笔记本中进行" },
  workAbout: {
    en: "Does the same work phase by phase in cells at the end of the notebook",
    zh: "在笔记本末尾的单元格中分阶段完成同样的工作",
  },
  rail: { en: "Phases of {agent}", zh: "{agent}的各阶段" },
  report: { en: "Report", zh: "报告" },
  toCell: { en: "{phase}: go to its cells", zh: "{phase}：转到其单元格" },
  goOn: { en: "Go on", zh: "继续" },
  stop: { en: "Stop", zh: "停止" },
  goBack: { en: "Go back to here", zh: "返回此处" },
  goBackTo: { en: "Go back to {phase}", zh: "返回“{phase}”" },
  goBackAbout: {
    en: "Leaves a note in the notebook. The phases from here on are done again when you let the agent go on.",
    zh: "在笔记本中留下说明。让智能体继续后，从这里起的各阶段将重新进行。",
  },
  unloaded: { en: "The agents could not be loaded: {reason}", zh: "未能加载智能体：{reason}" },
});

/** How a phase stands, in words. */
export const stationTexts = messages("workbench.agent.phase", {
  stands: { en: "done", zh: "已完成" },
  shut: { en: "gate shut", zh: "条件不满足" },
  stale: { en: "to be done again", zh: "需重做" },
  next: { en: "next", zh: "下一步" },
  waits: { en: "later", zh: "待进行" },
  asks: { en: "waits for your answer", zh: "等待回答" },
  works: { en: "at work", zh: "进行中" },
  computes: { en: "its cells are running", zh: "单元格正在运行" },
}) satisfies Readonly<Record<StationStatus, () => Message>>;

/** What each agent does, for the list of those that can be started. */
export const aboutAgents = messages("workbench.agent.about", {
  industry: {
    en: "A plant at least cost under a cap on its emissions, with what each lever gives",
    zh: "排放上限下的最低成本工厂方案，以及各措施的效果",
  },
  lca: {
    en: "A product from goal and scope to interpretation, with every exchange that is not matched",
    zh: "产品从目的与范围到解释的生命周期评价，列出未匹配的交换",
  },
  nature: {
    en: "A country's land by models and as reported, within a global budget that closes",
    zh: "一国土地排放的模型值与报告值，并置于闭合的全球收支中",
  },
  trade: {
    en: "Who emits for whose consumption, a what-if, and other sources beside it",
    zh: "谁为谁的消费排放、情景假设，以及与其他来源的对照",
  },
  uncertainty: {
    en: "How sure a result is, which input that is due to, and what to measure next",
    zh: "结果有多确定、取决于哪个输入、下一步应测量什么",
  },
}) satisfies Readonly<Record<AgentName, () => Message>>;
