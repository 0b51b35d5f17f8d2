import type { Draft } from "./intent.ts";
import { figureDraft, wanted } from "./intents/one-figure.ts";
import { saysPercent } from "./intents/series/implied.ts";
import { isUnknown, type Link } from "./link.ts";
import type { Json, Step, Want } from "./plan.ts";
import type { Answer } from "./reply.ts";
import { does, saysTwo } from "./turn-links.ts";

const OF_TWO = ["difference", "ratio", "change", "moved", "compare", "total", "cumulative", "percent", "share", "mean"];

/** Kinds of meanings that leave the two answers what they are. */
const beside = new Set(["plain", "before", "operation", "bound", "ordinal"]);

/**
 * What lies between the last two answers, their ratio, or their sum, where a turn asks for that and names nothing new: “and the
 * difference?” after any two figures of one unit. Null where the words or the answers are not of that kind.
 */
export function combineAnswers(words: readonly Link[], answers: readonly Answer[]): Draft | null {
  const [first, second] = answers.slice(-2);
  if (!first || !second || !(words.some((link) => does(link, OF_TWO)) || saysWhichIsMore(words))) return null;
  if (words.some((link) => isUnknown(link) || link.years || link.quantity || (link.number ?? 2) !== 2)) return null;
  const isNew = words.some(
    ({ meanings, unit }) =>
      unit === undefined && meanings.length > 0 && meanings.every(({ kind }) => !beside.has(kind)),
  );
  const wants = [onlyFigure(first), onlyFigure(second)];
  if (isNew || !wants[0] || !wants[1] || unitOf(first) !== unitOf(second)) return null;
  const one = renamed(first, "first");
  const two = renamed(second, "second");
  const quantity = (of: typeof one, want: Want): { [key: string]: Json } => ({
    value: { $from: of.idOf(want.step), path: want.path },
    unit: BARE.test(unitOf(first))
      ? "1"
      : typeof want.unit === "string"
        ? want.unit
        : { $from: of.idOf(want.step), path: want.unit.path },
  });
  // “How much is the first above the second?”
  const ordinals = words.flatMap((link) =>
    link.meanings.filter(({ kind }) => kind === "ordinal").map(({ value }) => value),
  );
  const isTurned = ordinals.length === 2 && ordinals[0] === 1;
  const sideOf = [quantity(one, wants[0]), quantity(two, wants[1])] as const;
  const [earlier, later] = isTurned ? [sideOf[1], sideOf[0]] : sideOf;
  const adds = words.some((link) => does(link, ["total", "cumulative"]));
  // What lies between two percentages is told in points.
  const inPercent = unitOf(first) !== "%" && words.some((link) => does(link, ["percent"]) || saysPercent(link.words));
  const isRatio = words.some((link) => does(link, ["ratio"]));
  // Of three answers “in total” would be of all of them.
  if (adds && answers.length > 2 && !saysTwo(words)) return null;
  if (words.some((link) => does(link, ["mean"]))) return null;
  const last: Step = adds
    ? { id: "together", tool: "quantity.add", args: { quantities: [earlier, later] } }
    : { id: "comparison", tool: "quantity.compare", args: { left: later, right: earlier } };
  const bare = BARE.test(unitOf(first)) ? unitOf(first) : null;
  const figures = adds
    ? [wanted(last.id, "value", bare ?? { path: "unit" }, { en: "together", zh: "合计" })]
    : [
        wanted(
          last.id,
          "difference.value",
          bare ?? { path: "difference.unit" },
          { en: "difference", zh: "差值" },
          !isRatio && !inPercent,
        ),
        wanted(last.id, "change", "%", { en: "in per cent of the first", zh: "相对前者的百分比" }, inPercent),
        wanted(last.id, "ratio", "1", { en: "ratio", zh: "比值" }, isRatio),
      ];
  const names = [
    { en: "the former", zh: "前者" },
    { en: "the latter", zh: "后者" },
  ];
  const sides = [one, two].map(({ idOf }, i): Want => {
    const { path, unit, step } = wants[i]!;
    return { step: idOf(step), path, unit, name: names[i]! };
  });
  return figureDraft({
    steps: [...one.steps, ...two.steps, last],
    assumed: [...first.plan.assumed, ...second.plan.assumed].filter(
      (each, i, all) => all.findIndex(({ slot, value }) => slot === each.slot && value === each.value) === i,
    ),
    wants: [...figures, ...sides],
    subject: adds
      ? { en: "The last two answers together", zh: "前两次结果合计" }
      : { en: "The last answer against the one before it", zh: "后一次结果与前一次结果相比" },
  });
}

/** “By how many GtC is the second larger?” */
function saysWhichIsMore(words: readonly Link[]): boolean {
  return (
    words.some((link) => does(link, ["which is larger", "rank"])) &&
    words.some(({ meanings }) => meanings.some(({ kind }) => kind === "ordinal"))
  );
}

/** Units that are no quantities to be compared by kind. */
const BARE = /^(?:pp[mbt]|%|.*CO2e\/kWh)$/;

/** The one figure that was asked for; undefined where there are several or it is no number. */
function onlyFigure({ plan, values }: Answer): Want | undefined {
  const primary = plan.wants.filter((want) => want.primary === true);
  const value = values.filter((each) => each.primary);
  const isNumber = value.length === 1 && typeof value[0]!.value === "number";
  return primary.length === 1 && isNumber && !["year", "iso3", "text"].includes(value[0]!.unit)
    ? primary[0]
    : undefined;
}

function unitOf({ values }: Answer): string {
  return values.find(({ primary }) => primary)?.unit ?? "";
}

/** The steps of an answer under names of their own. */
function renamed({ plan }: Answer, prefix: string) {
  const idOf = (id: string) => `${prefix}_${id}`;
  const within = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        key === "$from" && typeof each === "string" ? idOf(each) : within(each),
      ]),
    );
  };
  const steps = plan.steps.map(
    (step): Step => ({ ...step, id: idOf(step.id), args: within(step.args) as Step["args"] }),
  );
  return { steps, idOf };
}
