import type { Intent, Outcome } from "../intent.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { isLevel } from "./uncertain-amounts.ts";

/** The interval that the guidelines, and a coverage factor of two, state. */
const LEVEL = 95;
/** What the width is a share of, in per cent. */
const WHOLE = 100;

/** One standard deviation from half of the interval of 95 %, or the other way, of a normal distribution. */
export const standardUncertaintyIntent: Intent = {
  id: "standard uncertainty",
  title: { en: "one standard deviation and the interval of 95 %", zh: "一个标准差与95%区间" },
  read(matter) {
    const given = matter.quantities();
    const widths = given.filter((link) => !isLevel(link, matter.links[matter.links.indexOf(link) + 1]));
    const [width, ...others] = widths;
    const levels = given.filter((link) => !widths.includes(link));
    if (!width || others.length > 0 || width.quantity.measured !== "%" || levels.length > 1) return null;
    if (levels.some(({ quantity }) => quantity.value !== LEVEL)) return null;
    const sigma = matter.links.find(
      ({ words, meanings }) =>
        meanings.some(({ value }) => value === "sd") && /sigma|σ|西格玛|standard|标准|sd|std/i.test(words),
    );
    const isInterval = matter.takes("bound", "confidence", "range") || levels.length > 0;
    if (!sigma || !isInterval) return null;
    matter.takes("bound", "sd", "tolerance");
    matter.takes("operation", "convert", "propagate", "what if");
    matter.use(...matter.links.filter(({ number }) => number === 1));
    const between = matter.links.filter(({ from }) => from > sigma.from && from < width.from);
    const isGiven =
      sigma.from < width.from && between.every(({ meanings }) => meanings.some(({ kind }) => kind === "plain"));
    return isGiven ? interval(Math.abs(width.quantity.value)) : deviation(Math.abs(width.quantity.value));
  },
};

const normal = {
  slot: "method",
  value: "normal",
  label: { en: "a normal distribution", zh: "正态分布" },
  because: { en: "no other is given", zh: "未给出其他分布" },
  rivals: [],
} as const;

function deviation(halfWidthPercent: number): Outcome {
  const law: Step = {
    id: "law",
    tool: "uncertainty.distribution",
    args: { distribution: { type: "normal", mean: WHOLE, halfWidthPercent } },
  };
  return figureDraft({
    steps: [law],
    assumed: [normal],
    wants: [wanted(law.id, "sd", "%", { en: "one standard deviation", zh: "一个标准差" })],
    subject: { en: "One standard deviation", zh: "一个标准差" },
  });
}

function interval(sd: number): Outcome {
  const law: Step = {
    id: "law",
    tool: "uncertainty.distribution",
    args: { distribution: { type: "normal", mean: WHOLE, sd } },
  };
  const half: Step = {
    id: "half",
    tool: "quantity.add",
    args: {
      quantities: [
        { value: { $from: law.id, path: "p97_5" }, unit: "%" },
        { value: -WHOLE, unit: "%" },
      ],
    },
  };
  return figureDraft({
    steps: [law, half],
    assumed: [normal],
    wants: [wanted(half.id, "value", "%", { en: "plus or minus", zh: "正负" })],
    subject: { en: "Half of the confidence interval", zh: "置信区间的一半" },
  });
}
