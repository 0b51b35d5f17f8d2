import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { ageOf } from "../../../kernel/services/edition.ts";
import type { Message } from "../../../lib/message/message.ts";
import { dataTexts } from "./data-texts.ts";

/** How old the edition of a dataset is on a day, and what the age counts from. */
export function datasetAge(entry: Pick<DatasetEntry, "vintage" | "years">, today: Date): Message {
  const age = ageOf(entry, today);
  if (!age) return dataTexts.ageUnknown();
  const { from, since, precision, months } = age;
  const years = Math.floor(months / 12);
  if (from === "data") return dataTexts.dataYears({ count: years, since });
  if (precision === "year" || months >= 24) return dataTexts.editionYears({ count: years, since });
  return dataTexts.editionMonths({ count: months, since });
}
