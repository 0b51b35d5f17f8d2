import { messages } from "../../lib/message/message.ts";

/** Punctuation between texts that are not one sentence, such as a label and its value. */
export const punctuation = messages("language.punctuation", {
  colon: { en: ": ", zh: "：" },
  comma: { en: ", ", zh: "，" },
  labelled: { en: "{label}: {value}", zh: "{label}：{value}" },
  bracketed: { en: "({text})", zh: "（{text}）" },
});
