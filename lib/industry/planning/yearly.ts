import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.yearly", {
  missing: {
    en: "{field} has no value for {year}. Give one for each of the years, or one number for all.",
    zh: "{field} 缺少 {year} 年的值。请逐年给出，或给出一个适用于各年的数。",
  },
  length: {
    en: "{field} has {count} values for {years} years. Give as many, or one number for all.",
    zh: "{field} 有 {count} 个值，而年份有 {years} 个。请给出同样多的值，或给出一个适用于各年的数。",
  },
  unknownYear: {
    en: "{field} has a value for {year}, which is not one of the years {years}.",
    zh: "{field} 给出了 {year} 年的值，但该年不在年份 {years} 之中。",
  },
  withoutYears: {
    en: "{field} has values by year, but years is not given. Give years.",
    zh: "{field} 按年给出，但未给出 years。请给出 years。",
  },
});

/** One number for all years, or one for each: a list in their order, or a record by year. */
export type Yearly = number | readonly number[] | Readonly<Record<string, number>>;

/** The values of each year. Throws IndustryError, which names field and year. */
export function valuesByYear(field: string, given: Yearly, years: readonly number[] | null): Float64Array {
  const count = years?.length ?? 1;
  if (typeof given === "number") return new Float64Array(count).fill(given);
  if (!years) throw new IndustryError(field, texts.withoutYears({ field }));
  if (Array.isArray(given)) {
    if (given.length !== count)
      throw new IndustryError(field, texts.length({ field, count: given.length, years: count }));
    return Float64Array.from(given);
  }
  const byYear = given as Readonly<Record<string, number>>;
  const strange = Object.keys(byYear).find((year) => !years.map(String).includes(year));
  if (strange !== undefined)
    throw new IndustryError(
      `${field}.${strange}`,
      texts.unknownYear({ field, year: strange, years: years.map(String) }),
    );
  return Float64Array.from(years, (year) => {
    if (!Object.hasOwn(byYear, year)) throw new IndustryError(field, texts.missing({ field, year: String(year) }));
    return byYear[year]!;
  });
}
