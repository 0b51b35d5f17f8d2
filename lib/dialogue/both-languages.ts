import type { Sentence, Text } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";

/** A message written in both languages; the words of strangers are the same in both. */
export function bothLanguages(sentence: Sentence): Text {
  return { en: writeMessage(sentence), zh: writeMessage(sentence, { tag: "zh-CN" }) };
}
