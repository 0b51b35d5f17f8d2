import { messages } from "../../message/message.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.linkParameter", {
  none: { en: "parameters is empty. Give at least one.", zh: "parameters 为空，请至少给出一个参数。" },
  crossed: {
    en: "The range of {name} has lo {lo} above hi {hi}. Exchange them, or correct one.",
    zh: "{name} 的范围下限 {lo} 大于上限 {hi}。请对调或更正。",
  },
  outside: {
    en: "{name} is {value}, outside its range from {lo} to {hi}.",
    zh: "{name} 为 {value}，不在其范围 {lo} 至 {hi} 之内。",
  },
});

/** A parameter of a plant. */
export interface LinkParameter {
  readonly name: string;
  readonly value: number;
  /** What is known of it: makes its share of the variance. */
  readonly distribution?: DistributionSpec | undefined;
  /** What the plant could set it to: makes its potential. A range is not an interval of uncertainty. */
  readonly range?: { readonly lo: number; readonly hi: number } | undefined;
  readonly unit?: string | undefined;
  /** How the value was confirmed, such as "recalled"; carried to the result. */
  readonly confirmation?: string | undefined;
}

/** Throws IndustryError, which names the parameter. */
export function checkParameters(parameters: readonly LinkParameter[]): void {
  if (parameters.length === 0) throw new IndustryError("parameters", texts.none());
  for (const { name, value, range } of parameters) {
    if (!range) continue;
    const field = `parameters.${name}.range`;
    if (range.lo > range.hi) throw new IndustryError(field, texts.crossed({ name, ...range }));
    if (value < range.lo || value > range.hi) throw new IndustryError(field, texts.outside({ name, value, ...range }));
  }
}

export function baseValues(parameters: readonly LinkParameter[]): Record<string, number> {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}

/** The distributions by name; empty if all values are known. */
export function distributionsOf(parameters: readonly LinkParameter[]): Record<string, DistributionSpec> {
  return Object.fromEntries(
    parameters.flatMap(({ name, distribution }) => (distribution ? [[name, distribution]] : [])),
  );
}
