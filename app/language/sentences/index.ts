import type { Pairs } from "../../../lib/message/words.ts";
import { databaseZhCn } from "./database-zh-cn.ts";
import { enginePartsZhCn, engineZhCn } from "./engine-zh-cn.ts";
import { exchangeZhCn } from "./exchange-zh-cn.ts";
import { factorPartsZhCn, factorsZhCn } from "./factors-zh-cn.ts";
import { inventoryPartsZhCn, inventoryZhCn } from "./inventory-zh-cn.ts";
import { partsZhCn as commonPartsZhCn } from "./parts-zh-cn.ts";
import { syntaxZhCn } from "./syntax-zh-cn.ts";
import { typescriptZhCn } from "./typescript-zh-cn.ts";

/** What is put into words only where it stands in a sentence of the program's own. */
export const partsZhCn: Readonly<Record<string, string>> = {
  ...commonPartsZhCn,
  ...factorPartsZhCn,
  ...inventoryPartsZhCn,
};

export const foreignPartsZhCn: Readonly<Record<string, string>> = enginePartsZhCn;

/**
 * Sentences that are made by the program's own sources: a test holds that each is there, and none in vain. It prints what is
 * missing ready to be pasted into the table of its origin; name its holes as you like, and mark those that take only
 * numbers (`{rows#}`), which tells apart what else could be taken in several ways, and those that hold names (`{column!}`).
 */
export const ownSentencesZhCn: Readonly<Record<string, string>> = {
  ...exchangeZhCn,
  ...factorsZhCn,
  ...inventoryZhCn,
};

/** Frequent sentences of the programs we build on: the browser, the parser, the database, TypeScript. */
export const foreignSentencesZhCn: Readonly<Record<string, string>> = {
  ...engineZhCn,
  ...syntaxZhCn,
  ...databaseZhCn,
  ...typescriptZhCn,
};

/** Sentences of programs we build on, in Chinese, with what joins the items of a list. */
export const strangersZhCn: Pairs = {
  sentences: { ...foreignSentencesZhCn, ...ownSentencesZhCn },
  parts: { ...foreignPartsZhCn, ...partsZhCn },
  between: { ", ": "、", " and ": "和", " or ": "或", ": ": "：" },
};
