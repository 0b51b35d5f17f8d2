import type { Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { foreignPartsZhCn, foreignSentencesZhCn, ownSentencesZhCn, partsZhCn } from "./sentences/index.ts";
import { speech } from "./speech.ts";
import { Translation } from "./translation.ts";
import { zhCn } from "./zh-cn.ts";

let chinese: Translation | undefined;

/** The sentences of the program and of what it builds on, in Chinese. */
export function inChinese(): Translation {
  chinese ??= new Translation({
    sentences: { ...foreignSentencesZhCn, ...ownSentencesZhCn },
    parts: { ...foreignPartsZhCn, ...partsZhCn },
    between: { ", ": zhCn["list.comma"], " and ": "和", " or ": "或", ": ": "：" },
  });
  return chinese;
}

/** The language of the page, as messages are written in it. */
function writing() {
  return { tag: speech.language, stranger: sayPhrase };
}

/**
 * A sentence that the kernel, a service, the library or the server made, in the language of the page. They speak English
 * and know nothing of the page; what the author of a notebook wrote is in no table and stays as it is.
 */
export function saySentence(sentence: Sentence): string {
  if (typeof sentence !== "string") return writeMessage(sentence, writing());
  return speech.language === "en" ? sentence : inChinese().translate(sentence);
}

/** The step that a run is at, a service, a size: what is a part of a sentence, in the language of the page. */
export function sayPart(part: Sentence): string {
  if (typeof part !== "string") return writeMessage(part, writing());
  return speech.language === "en" ? part : inChinese().translatePart(part);
}

/** Words that came into a hole of a message. One word alone is a name; several may be a phrase of ours. */
function sayPhrase(words: string): string {
  return words.includes(" ") ? sayPart(words) : words;
}

/** The kind of an error where it is a word (`duplicate`); the names of classes stay. */
export function sayErrorKind(name: string): string {
  return speech.language === "en" ? name : (kinds[name] ?? name);
}

const kinds: Readonly<Record<string, string>> = {
  duplicate: "重复定义",
  cycle: "循环依赖",
  "unknown name": "未知名称",
  stopped: "已停止",
  thrown: "抛出的值",
};
