import type { Text } from "../../message/message.ts";
import type { StepResult } from "../host.ts";
import { type Intent, type Outcome, refuse } from "../intent.ts";
import type { Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Assumption, Json, Step, Want } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** An amount of the question with its ±; a number without a unit has none. */
interface UncertainAmount {
  readonly link: Link;
  readonly value: number;
  readonly unit: string | null;
  readonly percent: number;
}

/** The interval of 95 %, which is that of the guidelines. */
const LEVEL = 95;

const simulated: Assumption = {
  slot: "method",
  value: "normal",
  label: { en: "normal distributions, ± as half of the interval of 95 %", zh: "正态分布，±为95%区间的一半" },
  because: { en: "the guidelines state uncertainty so", zh: "指南如此表示不确定度" },
  rivals: [],
};

const independent: Assumption = {
  slot: "method",
  value: "independent",
  label: { en: "independent errors", zh: "误差相互独立" },
  because: { en: "no correlation is given", zh: "未给出相关性" },
  rivals: [],
};

/** A product or a sum of amounts that the question gives with their ±: by the equations of the guidelines, or by Monte Carlo. */
export const uncertainAmountsIntent: Intent = {
  id: "uncertain amounts",
  title: { en: "uncertainty of a product or a sum", zh: "乘积或总和的不确定度" },
  ofGivenAmounts: true,
  read(matter) {
    const found = amountsOf(matter);
    if (!found) return null;
    const { amounts, level } = found;
    if (level !== null && level !== LEVEL) return null;
    const said = new Set(matter.all("method").map(({ meaning }) => String(meaning.value)));
    const isSimulated = said.delete("Monte Carlo");
    const wantsBounds = matter.takes("bound", "confidence", "range", "min", "max");
    const isProduct = matter.takes("operation", "multiply") || amounts.some(({ link }) => isFactor(link));
    const isSum = matter.takes("operation", "cumulative");
    matter.takes("bound", "sd", "tolerance", "mean");
    matter.takes("operation", "propagate", "total", "factor", "mean", "convert", "what if");
    matter.takes("process", "plant", "sources");
    matter.emissions("CO2", "GHG");
    matter.takes("database", "IPCC");
    // “Try it by simulation”, “source A”
    matter.use(
      ...matter.links.filter(({ words }) => /^(?:source [a-z]|add|adding|sites?|plants?|家|个)$/i.test(words)),
    );
    // “Two sources: …”
    matter.use(
      ...matter.links.filter(({ number, words }) => number === amounts.length || isCount(words, amounts.length)),
    );
    const both = said.has("either") || said.size > 1;
    if (isProduct && !isSum)
      return amounts.length < 2 || both || said.has("correlated") ? null : product(amounts, isSimulated || wantsBounds);
    const copies = copiesOf(matter, amounts);
    if (!copies || isSimulated) return null;
    return sum(
      copies,
      both ? ["independent", "correlated"] : [said.has("correlated") ? "correlated" : "independent"],
      said.size === 0,
    );
  },
};

/** A unit with a line: t CO2/TJ. */
function isFactor({ quantity }: Link): boolean {
  return quantity?.per !== null && quantity?.per !== undefined;
}

/** Amounts, each with its ±, which follows it or stands before: “5 % on 1000 TJ”. Null if one of either lacks the other. */
function amountsOf(matter: Matter): { amounts: UncertainAmount[]; level: number | null } | null {
  const widths: { link: Link; at: number; percent: number }[] = [];
  const sizes: { link: Link; at: number; value: number; unit: string | null }[] = [];
  let level: number | null = null;
  const used: Link[] = [];
  for (const [at, link] of matter.links.entries()) {
    const { quantity, number } = link;
    if (quantity?.measured === "%" && quantity.per === null) {
      if (isLevel(link, matter.links[at + 1])) level = quantity.value;
      else widths.push({ link, at, percent: Math.abs(quantity.value) });
    } else if (quantity) sizes.push({ link, at, value: quantity.value, unit: quantity.unit });
    else if (number !== undefined && isUncertain(matter.links.slice(at + 1)))
      sizes.push({ link, at, value: number, unit: null });
    else continue;
    used.push(link);
  }
  const isBefore = sizes.every(({ at }, i) => at < (widths[i]?.at ?? 0) && at > (widths[i - 1]?.at ?? -1));
  const isAfter = sizes.every(({ at }, i) => at > (widths[i]?.at ?? at) && at < (widths[i + 1]?.at ?? at + 1));
  if (sizes.length === 0 || sizes.length !== widths.length || !(isBefore || isAfter)) return null;
  matter.use(...used);
  return { amounts: sizes.map((size, i) => ({ ...size, percent: widths[i]!.percent })), level };
}

/** Whether a share is the level of an interval: “95 % interval”, “95%置信”. */
export function isLevel(share: Link, next: Link | undefined): boolean {
  const isNext = next !== undefined && next.turn === share.turn && next.from - share.to <= 1;
  return (
    isNext && next.meanings.some(({ kind, value }) => kind === "bound" && (value === "confidence" || value === "range"))
  );
}

/** Whether a ± follows at once. */
function isUncertain([first, second]: readonly Link[]): boolean {
  const isMark =
    first?.meanings.some(({ kind, value }) => kind === "bound" && (value === "tolerance" || value === "sd")) ?? false;
  return isMark && second?.quantity?.measured === "%";
}

/** The amounts of a sum: “two sites, each 100 t” are two. */
function copiesOf(matter: Matter, amounts: readonly UncertainAmount[]): readonly UncertainAmount[] | null {
  if (amounts.length > 1) return amounts;
  const isEach = matter.links.some(({ words }) => /^(?:each|every|apiece|各|每家|每个|各自|分别)$/i.test(words));
  const [count, ...others] = matter.links.filter(({ words, number }) => number !== undefined || /^两/.test(words));
  const [amount] = amounts;
  if (!amount || !isEach || !count || others.length > 0) return null;
  matter.use(count);
  const times = count.number ?? 2;
  return Number.isInteger(times) && times >= 2 && times <= 50 ? Array.from({ length: times }, () => amount) : null;
}

const name = (i: number) => String.fromCharCode("a".charCodeAt(0) + i);

/** The uncertainty of a product: root of the sum of squares of relative uncertainties, two at a time. */
function product(amounts: readonly UncertainAmount[], isSimulated: boolean): Outcome {
  // A number without a unit leaves the product without one.
  const isPlain = amounts.some(({ unit }) => unit === null);
  const quantities = amounts.map(({ value, unit }) => ({ value, unit: isPlain ? "1" : unit! }));
  const steps: Step[] = [];
  let size: Json = quantities[0]!;
  let percent: Json = amounts[0]!.percent;
  for (const [i, right] of quantities.entries()) {
    if (i === 0) continue;
    const [times, root] = [`product${i}`, `combined${i}`];
    steps.push({ id: times, tool: "quantity.multiply", args: { left: size, right } });
    steps.push(squares(root, percent, amounts[i]!.percent));
    size = { value: { $from: times, path: "value" }, unit: { $from: times, path: "unit" } };
    percent = { $from: root, path: "rows.0.combined" };
  }
  const [result, root] = [`product${amounts.length - 1}`, `combined${amounts.length - 1}`];
  const relative = wanted(
    root,
    "rows.0.combined",
    "%",
    { en: "relative uncertainty", zh: "相对不确定度" },
    !isSimulated,
  );
  const whole = wanted(result, "value", { path: "unit" }, { en: "product", zh: "乘积" }, false);
  if (!isSimulated)
    return figureDraft({
      steps: [...steps, widthOf(result, root, "rows.0.combined")],
      assumed: [independent],
      wants: [
        relative,
        whole,
        wanted("halfWidth", "value", { path: "unit" }, { en: "plus or minus", zh: "正负" }, false),
      ],
      subject: { en: "Uncertainty of the product", zh: "乘积的不确定度" },
    });
  const draws: Step = {
    id: "draws",
    tool: "uncertainty.propagate",
    args: {
      model: amounts.map((_, i) => name(i)).join(" * "),
      variables: Object.fromEntries(
        amounts.map(({ value, percent: halfWidthPercent }, i) => [
          name(i),
          { type: "normal", mean: value, halfWidthPercent },
        ]),
      ),
    },
  };
  return figureDraft({
    steps: [...steps, draws],
    assumed: [simulated, independent],
    wants: (results) => [
      ...boundsOf(draws.id, (results.get(result) as StepResult).result as { unit: string }),
      whole,
      relative,
    ],
    subject: { en: "Range of the product's draws by Monte Carlo", zh: "蒙特卡洛所得乘积的抽样范围" },
  });
}

function boundsOf(step: string, { unit }: { readonly unit: string }): Want[] {
  return [
    wanted(step, "p2_5", unit, { en: "lower bound", zh: "下限" }),
    wanted(step, "p97_5", unit, { en: "upper bound", zh: "上限" }),
  ];
}

/** The uncertainty of a product of two, by the equation of the guidelines. */
export function squares(id: string, activity: Json, factor: Json): Step {
  return {
    id,
    tool: "uncertainty.approachOne",
    args: { sources: [{ category: "product", gas: "CO2", base: 1, year: 1, activity, factor }] },
  };
}

/** A share of an amount in the unit of the amount. */
function widthOf(amount: string, percent: string, path: string, id = "halfWidth"): Step {
  return {
    id,
    tool: "quantity.multiply",
    args: {
      left: { value: { $from: amount, path: "value" }, unit: { $from: amount, path: "unit" } },
      right: { value: { $from: percent, path }, unit: "%" },
      unit: { $from: amount, path: "unit" },
    },
  };
}

const dependence: Readonly<Record<string, Text>> = {
  independent: { en: "if independent", zh: "误差独立时" },
  correlated: { en: "if fully correlated", zh: "误差完全相关时" },
};

/** The uncertainty of a sum: root of the sum of squares of absolute uncertainties, or their sum where they move together. */
function sum(amounts: readonly UncertainAmount[], cases: readonly string[], isAssumed: boolean): Outcome {
  const unit = amounts[0]!.unit ?? "1";
  if (amounts.some((each) => (each.unit ?? "1") !== unit))
    return refuse("not understood", {
      en: "For the uncertainty of a sum, give all its amounts in one unit.",
      zh: "求总和的不确定度时，请以同一单位给出各个量。",
    });
  const total: Step = {
    id: "total",
    tool: "quantity.add",
    args: { quantities: amounts.map(({ value }) => ({ value, unit })) },
  };
  const steps = cases.flatMap((each): Step[] => [
    {
      id: each,
      tool: "uncertainty.approachOne",
      args: {
        sources: amounts.map(({ value, percent }, i) => ({
          category: `part ${i + 1}`,
          base: value,
          year: value,
          activity: 0,
          factor: percent,
          ...(each === "correlated" ? { factorGroup: "all" } : {}),
        })),
      },
    },
    widthOf(total.id, each, "level", `${each}Width`),
  ]);
  return figureDraft({
    steps: [total, ...steps],
    assumed: isAssumed ? [independent] : [],
    wants: [
      ...cases.map((each) => wanted(each, "level", "%", dependence[each]!)),
      ...cases.map((each) =>
        wanted(
          `${each}Width`,
          "value",
          { path: "unit" },
          { en: `plus or minus ${dependence[each]!.en}`, zh: `${dependence[each]!.zh}正负` },
          false,
        ),
      ),
      wanted(total.id, "value", { path: "unit" }, { en: "sum", zh: "总和" }, false),
    ],
    subject: { en: "Relative uncertainty of the sum", zh: "总和的相对不确定度" },
  });
}

const COUNTS = ["zero", "one", "two", "three", "four", "five", "six"];

function isCount(words: string, count: number): boolean {
  return words.toLowerCase() === COUNTS[count];
}
