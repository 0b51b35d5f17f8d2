import { Fault } from "../message/fault.ts";
import { messages, type Text } from "../message/message.ts";

const texts = messages("agent", {
  nakedNumber: {
    en: "The sentence “{sentence}” has a digit that no cell computes. A figure stands in an answer only as a reference to a cell.",
    zh: "句子“{sentence}”中有未经单元计算的数字。回答中的数字只能是对单元的引用。",
  },
  noSuchValue: {
    en: "The sentence refers to the figure {ref}, but the answer has {count:figure|figures}: {count}.",
    zh: "句子引用了第 {ref} 个数值，但回答只有 {count} 个数值。",
  },
});

/**
 * A part of a sentence: words without a digit; a figure by its position among the answer's values; a name that may have digits
 * (of a gas, a group, an edition), which must be one that the program knows; a source, which is written as a name of its own; a number that the plan itself was given, such as a
 * year, by its step and path; or a mark that leads to a cell.
 */
export type Part =
  | string
  | { readonly ref: number; readonly digits?: number }
  | { readonly name: string }
  | { readonly source: string }
  | { readonly given: readonly [step: string, path: string] }
  | { readonly cite: string }
  /** Words of the person, as they were written. */
  | { readonly quoted: string };

/** A sentence in both languages. It holds no figure, only references to figures. */
export interface Template {
  readonly en: readonly Part[];
  readonly zh: readonly Part[];
}

/** Thrown for a sentence whose figures are not all references. */
export class NakedNumberError extends Fault {
  override readonly name = "NakedNumberError";
}

/** Digits and numerals in any script; the small ones of a formula stand in names, CO₂. */
const DIGIT = /(?![₀-₉])\p{N}/u;

/**
 * Checks that a sentence has no figure of its own: strings have no digit, references exist, and names are known. Throws
 * NakedNumberError.
 */
export function checkTemplate(template: Template, values: readonly object[], isName: (name: string) => boolean): void {
  for (const parts of [template.en, template.zh]) {
    for (const part of parts) {
      if (typeof part === "string" || "name" in part || "source" in part) {
        const words = typeof part === "string" ? part : "name" in part ? part.name : part.source;
        if (DIGIT.test(words) && (typeof part === "string" || !isName(words)))
          throw new NakedNumberError(texts.nakedNumber({ sentence: words }));
      } else if ("ref" in part && !values[part.ref]) {
        throw new NakedNumberError(texts.noSuchValue({ ref: part.ref + 1, count: values.length }));
      }
    }
  }
}

/** A text without figures as a sentence. */
export function plainTemplate(words: Text): Template {
  return { en: [words.en], zh: [words.zh] };
}
