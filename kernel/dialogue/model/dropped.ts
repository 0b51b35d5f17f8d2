import type { Text } from "../../../lib/message/message.ts";
import { messages } from "../../../lib/message/message.ts";

/**
 * Why what a model said is not used. The sentences name nothing that the model wrote: a word of it would be shown as if this program
 * had said it.
 */
export const dropped = messages("agent.model", {
  empty: { en: "it said nothing", zh: "它没有给出内容" },
  tooLong: { en: "its answer did not end", zh: "它的回答过长" },
  tooSlow: { en: "it took too long", zh: "它用时过长" },
  failed: { en: "it could not be reached", zh: "无法访问该模型" },
  notJson: { en: "its answer is not one JSON object", zh: "它的回答不是一个 JSON 对象" },
  otherShape: {
    en: "its answer is neither a call of tools, nor a question back, nor a remark",
    zh: "它的回答既不是工具调用，也不是反问或说明",
  },
  notOffered: { en: "it named a tool that was not offered", zh: "它使用了未提供的工具" },
  otherDataset: { en: "it named a dataset that was not offered", zh: "它使用了未提供的数据集" },
  badArguments: { en: "the arguments do not fit the tool", zh: "参数不符合该工具的要求" },
  badSteps: {
    en: "its steps do not follow from each other: each may take results of earlier ones only, and all must be used",
    zh: "它的各步骤前后不相衔接：每一步只能引用此前步骤的结果，且各步骤都须用到",
  },
  ownLiteral: {
    en: "it put in a number that the question does not say",
    zh: "它使用了问题中没有的数字",
  },
  notForModel: {
    en: "it chose what only a person may choose",
    zh: "它代为选择了只能由用户决定的内容",
  },
  noOptions: {
    en: "it asked back without options that are known here",
    zh: "它的反问没有可识别的选项",
  },
  refused: { en: "the tool that it named has no answer to this", zh: "它使用的工具没有给出结果" },
  figuresInRemark: { en: "its remark has figures of its own", zh: "它的说明自带数值" },
});

/** Why an answer is dropped, as a text without a figure. */
export interface Dropped {
  readonly kind: "dropped";
  readonly because: Text;
  /** Whether the model may be asked once more: it was sloppy, not out of reach. */
  readonly again: boolean;
}

export function drop(reason: keyof typeof dropped, again = true): Dropped {
  return { kind: "dropped", because: dropped[reason]().texts, again };
}
