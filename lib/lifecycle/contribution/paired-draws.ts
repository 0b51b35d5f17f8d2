import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { notFinite } from "./break-even.ts";

const texts = messages("lifecycle.contribution", {
  unpaired: {
    en: "{field} has {count} {count:draw|draws}, but {first} has {wanted}. Alternatives are compared draw by draw: use the same draws of their common inputs for all.",
    zh: "{field} 有 {count} 次抽样，而 {first} 有 {wanted} 次。各备选方案按抽样逐次比较：请对其共同的输入使用同一组抽样。",
  },
  tooFew: {
    en: "{field} has {count} {count:draw|draws}; expected at least 2.",
    zh: "{field} 应至少有 2 次抽样，实际为 {count} 次。",
  },
});

/**
 * Draws that belong together: number k of each comes from the same draw of the inputs. Throws LifecycleError, naming the field,
 * if their numbers differ, if there are fewer than two, or if one is not finite.
 */
export function checkPaired(draws: Readonly<Record<string, ArrayLike<number>>>): void {
  const [first, ...others] = Object.entries(draws);
  if (!first) return;
  if (first[1].length < 2)
    throw new LifecycleError(first[0], texts.tooFew({ field: first[0], count: first[1].length }));
  for (const [field, { length }] of others)
    if (length !== first[1].length)
      throw new LifecycleError(
        field,
        texts.unpaired({ field, count: length, first: first[0], wanted: first[1].length }),
      );
  for (const [field, values] of Object.entries(draws))
    for (let k = 0; k < values.length; k++)
      if (!Number.isFinite(values[k])) throw notFinite(`${field}[${k}]`, values[k]!);
}
