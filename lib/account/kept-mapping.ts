import { Fault } from "../message/fault.ts";
import { type Message, messages } from "../message/message.ts";
import { type GivenMapping, givenMapping } from "./given-mapping.ts";
import { mappingNameOf } from "./mapping-name.ts";
import { mappingShape } from "./mapping-shape.ts";

const texts = messages("account.mapping", {
  ofOwn: {
    en: "Lines were matched as in {file}, the mapping beside the data.",
    zh: "各行按数据旁的对应表 {file} 匹配。",
  },
  ofOther: {
    en: "Lines were matched as in {file}, the mapping of another year's file. Questions that were answered there are asked again.",
    zh: "各行按另一年份文件的对应表 {file} 匹配。其中回答过的问题会重新提出。",
  },
});

/** A mapping that was found beside the data. */
export interface KeptMapping extends GivenMapping {
  /** Whether it is that of the file itself, not of another year's. */
  readonly isOwn: boolean;
  /** Where it comes from; nothing if it could not be used. */
  readonly notes: readonly Message[];
}

/**
 * Reads the mapping that was found beside a file. What was asked of another year's file is asked again. What is not a mapping is said,
 * and takes nothing down.
 */
export function keptMapping(file: string, found: string, text: string): KeptMapping {
  const isOwn = found === mappingNameOf(file);
  try {
    const { mapping, problems } = givenMapping(found, text);
    if (isOwn) return { mapping, problems, isOwn, notes: [texts.ofOwn({ file: found })] };
    return { mapping: { ...mapping, answers: {} }, problems, isOwn, notes: [texts.ofOther({ file: found })] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { mapping: mappingShape.parse({}), problems: [error.said], isOwn, notes: [] };
  }
}
