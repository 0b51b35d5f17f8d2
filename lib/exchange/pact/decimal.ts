import { type Message, messages } from "../../message/message.ts";
import { PactError } from "./pact-error.ts";

const texts = messages("exchange.pact", {
  notFinite: { en: "{field} is {value}; expected a finite number.", zh: "{field} 应为有限的数，实际为 {value}。" },
  decimal: {
    en: 'a decimal is a text of digits with a dot and no exponent, such as "1.5"',
    zh: "小数应为由数字组成的文本，用点号、不用指数，如“1.5”",
  },
  notNegative: {
    en: 'a decimal that is not below zero was expected, as a text such as "1.5"',
    zh: "应为不小于零的小数文本，如“1.5”",
  },
  notPositive: {
    en: 'a decimal that is not above zero was expected, as a text such as "-1.5"',
    zh: "应为不大于零的小数文本，如“-1.5”",
  },
  aboveZero: {
    en: 'a decimal above zero was expected, as a text such as "1.5"',
    zh: "应为大于零的小数文本，如“1.5”",
  },
  rating: {
    en: 'a rating from "1" to "5" was expected, as a decimal text',
    zh: "应为“1”到“5”的评分，写成小数文本",
  },
});

/** The forms of decimals in PACT documents, each with what was expected. Zero may have a sign. */
export const decimalForms = {
  any: { pattern: /^[+-]?\d+(\.\d+)?$/, expected: texts.decimal },
  notNegative: { pattern: /^(\+?\d+(\.\d+)?|-0+(\.0+)?)$/, expected: texts.notNegative },
  notPositive: { pattern: /^(-\d+(\.\d+)?|\+?0+(\.0+)?)$/, expected: texts.notPositive },
  positive: { pattern: /^\+?(?=[\d.]*[1-9])\d+(\.\d+)?$/, expected: texts.aboveZero },
  rating: { pattern: /^\+?0*([1-4](\.\d+)?|5(\.0+)?)$/, expected: texts.rating },
} as const satisfies Record<string, { readonly pattern: RegExp; readonly expected: () => Message }>;

export type DecimalForm = keyof typeof decimalForms;

/**
 * A number as a decimal text: a dot, no exponent, and the fewest digits that read back to the same number. `digits`
 * rounds to so many significant ones, once; `shift` moves the dot to the right without rounding, which makes per cent of a share.
 * Throws PactError, which names the field, if the number is not finite.
 */
export function decimalText(field: string, value: number, digits?: number, shift = 0): string {
  if (!Number.isFinite(value)) throw new PactError(field, texts.notFinite({ field, value }));
  const [, sign, whole, fraction = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(
    value.toExponential(digits === undefined ? undefined : digits - 1),
  )!;
  const figures = `${whole}${fraction}`.replace(/0+$/, "");
  if (figures === "") return "0";
  const point = Number(exponent) + 1 + shift;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${figures}`;
  if (point >= figures.length) return `${sign}${figures}${"0".repeat(point - figures.length)}`;
  return `${sign}${figures.slice(0, point)}.${figures.slice(point)}`;
}

/** The number of a decimal text that fits one of the forms. */
export function numberOfDecimal(text: string): number {
  const value = Number(text);
  return value === 0 ? 0 : value;
}

/** The share of a decimal text in per cent: its dot is moved, so that nothing is rounded twice. */
export function shareOfPercent(text: string): number {
  return numberOfDecimal(`${text}e-2`);
}

/** Half of the last digit of a decimal text: how far rounding may have moved it. A plain zero was not rounded. */
export function halfDigit(text: string): number {
  if (Number(text) === 0) return 0;
  const dot = text.indexOf(".");
  return 0.5 * 10 ** -(dot < 0 ? 0 : text.length - dot - 1);
}
