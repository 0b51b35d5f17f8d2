import { messages } from "../../message/message.ts";
import type { FactorBook } from "./factor-book.ts";
import { type Activity, keyed, type LineOf, type NationalLine } from "./national-line.ts";

const texts = messages("inventory", {
  notIn2006: {
    en: 'The tables at hand do not have all factors of this line in the 2006 Guidelines, and factors of two editions are not mixed in a line. An account by the 2019 Refinement (edition: "2019") may have it.',
    zh: '现有因子表中没有该行在 2006 年指南中的全部因子，同一行不混用两个版本的因子。按 2019 修订版编制（edition: "2019"）时可能有该行。',
  },
  notInEither: {
    en: "The tables at hand do not have all factors of this line in one edition of the guidelines, and factors of two editions are not mixed in a line.",
    zh: "现有因子表中没有该行在同一版本指南中的全部因子，同一行不混用两个版本的因子。",
  },
});

/** A line whose factors do not all ship in one edition of the account. */
export function notInEdition(line: LineOf, { edition }: FactorBook, activity: Activity | null = null): NationalLine {
  return keyed({ ...line, notes: [edition === "2006" ? texts.notIn2006() : texts.notInEither()] }, "NE", activity);
}
