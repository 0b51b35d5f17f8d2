import type { Pairs } from "../../../lib/message/words.ts";
import { databaseZhCn } from "./database-zh-cn.ts";
import { enginePartsZhCn, engineZhCn } from "./engine-zh-cn.ts";
import { syntaxZhCn } from "./syntax-zh-cn.ts";
import { typescriptZhCn } from "./typescript-zh-cn.ts";

export const foreignPartsZhCn: Readonly<Record<string, string>> = enginePartsZhCn;

/** Frequent sentences of the programs we build on: the browser, the parser, the database, TypeScript. */
export const foreignSentencesZhCn: Readonly<Record<string, string>> = {
  ...engineZhCn,
  ...syntaxZhCn,
  ...databaseZhCn,
  ...typescriptZhCn,
};

/** Sentences of programs we build on, in Chinese, with what joins the items of a list. */
export const strangersZhCn: Pairs = {
  sentences: foreignSentencesZhCn,
  parts: foreignPartsZhCn,
  between: { ", ": "、", " and ": "和", " or ": "或", ": ": "：" },
};
