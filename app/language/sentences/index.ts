import type { Pairs } from "../../../lib/message/words.ts";
import { databaseZhCn } from "./database-zh-cn.ts";
import { enginePartsZhCn, engineZhCn } from "./engine-zh-cn.ts";
import { syntaxZhCn } from "./syntax-zh-cn.ts";
import { typescriptZhCn } from "./typescript-zh-cn.ts";

export const foreignPartsZhCn: Readonly<Record<string, string>> = enginePartsZhCn;

/** Frequent messages of the programs that the notebook uses: the browser, the parser, the database, TypeScript. */
export const foreignSentencesZhCn: Readonly<Record<string, string>> = {
  ...engineZhCn,
  ...syntaxZhCn,
  ...databaseZhCn,
  ...typescriptZhCn,
};

/** Messages of other programs in Chinese, with the separators of lists. */
export const strangersZhCn: Pairs = {
  sentences: foreignSentencesZhCn,
  parts: foreignPartsZhCn,
  between: { ", ": "、", " and ": "和", " or ": "或", ": ": "：" },
};
