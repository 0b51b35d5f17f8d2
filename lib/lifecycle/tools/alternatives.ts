import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { methodOut, notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { chosenMethods } from "../impact/chosen-methods.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { comparedOut, comparedRows } from "./compared-scores.ts";
import { demandFields, referenceOut } from "./demand-schema.ts";
import { methodsIn } from "./indicator-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";
import { solvedScores } from "./solved-scores.ts";

const texts = messages("lifecycle.alternatives", {
  few: {
    en: "alternatives has {count}; expected at least 2 to compare.",
    zh: "alternatives 应至少有 2 个方案才能比较，实际为 {count} 个。",
  },
  twice: {
    en: "alternatives has {name} twice. Give each a name of its own.",
    zh: "alternatives 中 {name} 出现两次，请分别命名。",
  },
  units: {
    en: "{first} is {amount} {unit} of {product}, and {name} is {otherAmount} {otherUnit} of {otherProduct}. Alternatives are compared for the same function: state it in `function`, with the amount of each that fulfils it.",
    zh: "{first} 为 {amount} {unit} {product}，而 {name} 为 {otherAmount} {otherUnit} {otherProduct}。备选方案须就同一功能比较：请在 function 中写明该功能，并给出各方案实现它所需的数量。",
  },
  inAlternative: { en: "Alternative {name}: {problem}", zh: "方案“{name}”：{problem}" },
  sameAmounts: {
    en: "No function is stated: equal amounts of the products are compared, which is fair only if they serve equally.",
    zh: "未说明功能：所比较的是等量的产品，仅当其效用相同时才公平。",
  },
});

const alternativeIn = z.strictObject({ name: z.string().min(1), ...demandFields });

type Alternative = z.output<typeof alternativeIn>;

export const lifecycleAlternatives = defineInventoryTool({
  name: "lifecycle.alternatives",
  title: { en: "Alternatives side by side", zh: "备选方案并列比较" },
  summary: {
    en: "Scores of several demands on one inventory side by side, with the differences of each from the first. Alternatives in different units or amounts are refused unless the function that they fulfil is stated.",
    zh: "同一清单上多个需求的评价结果并列，并给出各方案与首个方案的差值。单位或数量不同而未说明共同功能的方案不予比较。",
  },
  options: {
    alternatives: z.array(alternativeIn).max(1000).describe("The first is the one that others are compared with"),
    function: z
      .string()
      .min(1)
      .optional()
      .describe("The function that each fulfils in its amount, such as 1 km driven; needed if units or amounts differ"),
    methods: methodsIn,
  },
  output: z.object({
    function: z.string().nullable(),
    references: z.array(referenceOut.extend({ alternative: z.string() })),
    scores: comparedOut("alternative", sentenceOut.describe("Name of the alternative")),
    residual: residualOut.describe("The largest of all"),
    method: methodOut.describe("Of the first"),
    notes: notesOut,
  }),
  formula: "h = C B A⁻¹ f for each f; relative difference (h − h₁) / |h₁|",
  assumptions: [
    "All alternatives are supplied by the same inventory under the same rules of linking and allocation.",
    "Differences are of point values: whether they are discernible is for draws to say (lifecycle.compare).",
  ],
  references: ["ISO 14044:2006: comparisons between systems, by the same functional unit."],
  over: (inventory, options, work) => compared(inventory, options, work),
});

async function compared(
  { methods: all, solved }: OpenedInventory,
  options: {
    readonly alternatives: readonly Alternative[];
    readonly function?: string | undefined;
    readonly methods?: readonly string[] | undefined;
  },
  work: Work,
) {
  const { alternatives } = options;
  const names = alternatives.map(({ name }) => name);
  if (names.length < 2) throw new LifecycleError("alternatives", texts.few({ count: names.length }));
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new LifecycleError("alternatives", texts.twice({ name: again }));
  const methods = chosenMethods(all, options.methods);
  const found: (Awaited<ReturnType<typeof solvedScores>> & { readonly name: string })[] = [];
  for (const { name, ...demand } of alternatives)
    try {
      found.push({ name, ...(await solvedScores(solved, methods, demand, work)) });
    } catch (error) {
      if (!(error instanceof LifecycleError)) throw error;
      throw new LifecycleError("alternatives", texts.inAlternative({ name, problem: error.said }));
    }
  const [first] = found;
  if (options.function === undefined) for (const other of found) checkSame(first!, other);
  const notes: Message[] = found.flatMap((each) =>
    each.notes.map((problem) => texts.inAlternative({ name: each.name, problem })),
  );
  return {
    function: options.function ?? null,
    references: found.map(({ name, reference }) => ({ alternative: name, ...reference })),
    scores: comparedRows("alternative", first!.assessed.characteriser.indicators, found),
    residual: Math.max(...found.map(({ residual }) => residual)),
    method: first!.method,
    notes: [...notes, ...(options.function === undefined ? [texts.sameAmounts()] : [])],
  };
}

interface Named {
  readonly name: string;
  readonly reference: { readonly amount: number; readonly unit: string; readonly product: string };
}

/** Amounts that are written in different units may differ by a rounding of their conversion. */
const ROUNDING = 1e-9;

function checkSame(first: Named, other: Named): void {
  const { amount, unit, product } = first.reference;
  const { amount: otherAmount, unit: otherUnit, product: otherProduct } = other.reference;
  const factor = factorBetween(otherUnit, unit);
  if (factor !== null && Math.abs(otherAmount * factor - amount) <= ROUNDING * Math.abs(amount)) return;
  throw new LifecycleError(
    "function",
    texts.units({ first: first.name, amount, unit, product, name: other.name, otherAmount, otherUnit, otherProduct }),
  );
}
