import { equalData } from "../../../kernel/values/equal.ts";
import { measureMenu, quotientMenu } from "../../../lib/dialogue/measures/neighbours.ts";
import type { Choice, Plan, Reading, Slot } from "../../../lib/dialogue/plan.ts";
import type { Text } from "../../../lib/message/message.ts";

/** How a part of a question was understood, with what it may mean instead. */
export interface Chip {
  readonly slot: Slot;
  readonly label: Text;
  /** Why it is not what the words say exactly. */
  readonly mark: "assumed" | "context" | "fuzzy" | "chosen" | "model" | null;
  /** What a reader may choose, the present meaning first; only that one if there is no other. */
  readonly choices: readonly Choice[];
  /** Whether it is the only value of its slot, so that any other may be chosen. */
  readonly isFree: boolean;
  /** Whether it says to what the figures are related: in total, per person. */
  readonly isQuotient?: true;
}

/** Slots that say what is done with the figures: shown only if they could mean something else, or a model filled them. */
const quiet: ReadonlySet<Slot> = new Set<Slot>(["operation", "count", "amount", "unit", "context"]);

/**
 * The chips of a plan: what the words were read as, in their order, then what was assumed.
 * @param choicesOf what a slot may be besides what the words could mean
 */
export function chipsOf(
  plan: Pick<Plan, "read" | "assumed">,
  choicesOf: (slot: Slot) => readonly Choice[] = () => [],
): Chip[] {
  const { read, assumed } = plan;
  const chips: Chip[] = [];
  const add = (slot: Slot, present: Choice, rivals: readonly Choice[], mark: Chip["mark"]) => {
    if (quiet.has(slot) && rivals.length === 0 && mark !== "model") return;
    if (chips.some((chip) => chip.slot === slot && equalData(chip.choices[0]!.value, present.value))) return;
    const others = rivals.filter(({ value }) => !equalData(value, present.value));
    chips.push({ slot, label: present.label, mark, choices: [present, ...others], isFree: true });
  };
  for (const reading of inOrder(read)) {
    const { slot, value, label, rivals } = reading;
    add(slot, { value, label }, rivals, markOf(reading));
  }
  for (const { slot, value, label, rivals } of assumed) add(slot, { value, label }, rivals, "assumed");
  const shown = withMenus(chips, plan);
  return shown.map((chip) => {
    // A choice replaces every value of its slot: of two places neither can be chosen alone.
    if (shown.some((other) => other !== chip && other.slot === chip.slot))
      return { ...chip, choices: [chip.choices[0]!], isFree: false };
    const known = chip.choices.map(({ label }) => label.en);
    const all = choicesOf(chip.slot);
    // A slot may hold something of another kind: a term of a budget among sources, a group of countries among places.
    const isOfThem = all.some(
      ({ value, label }) => equalData(value, chip.choices[0]!.value) || known.includes(label.en),
    );
    return isOfThem
      ? { ...chip, choices: [...chip.choices, ...all.filter(({ label }) => !known.includes(label.en))] }
      : chip;
  });
}

/** The measure as one chip that offers its neighbours, with a chip for what it is related to. */
function withMenus(chips: readonly Chip[], plan: Pick<Plan, "read" | "assumed">): Chip[] {
  const measures = measureMenu(plan);
  if (!measures) return [...chips];
  const quotients = quotientMenu(plan);
  const first = chips.find(({ slot }) => slot === "measure");
  return chips.flatMap((chip): Chip[] => {
    if (chip.slot === "operation" && quotients) return [];
    if (chip.slot !== "measure") return [chip];
    // “Consumption-based” and “emissions” are two words of one measure.
    if (chip !== first) return [];
    const measure = { ...chip, label: measures[0]!.label, choices: measures };
    if (!quotients) return [measure];
    const related = { label: quotients[0]!.label, choices: quotients, mark: markOfOperation(plan), isFree: true };
    return [measure, { slot: "operation", isQuotient: true, ...related }];
  });
}

function markOfOperation({ read }: Pick<Plan, "read">): Chip["mark"] {
  const said = read.find(({ slot }) => slot === "operation");
  return said ? markOf(said) : null;
}

function inOrder(read: readonly Reading[]): Reading[] {
  return read.toSorted((a, b) => b.span[0] - a.span[0] || a.span[1] - b.span[1]);
}

function markOf({ via }: Reading): Chip["mark"] {
  return via === "context" || via === "fuzzy" || via === "chosen" || via === "model" ? via : null;
}
