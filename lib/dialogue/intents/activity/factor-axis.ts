import type { Text } from "../../../message/message.ts";
import type { MeaningKind } from "../../lexicon/entry.ts";
import type { Matter } from "../../matter.ts";
import type { Slot } from "../../plan.ts";

/** One way in which the factors of an activity differ, such as the class of a flight. */
export interface FactorAxis {
  /** What a question back about it, or a chip, fills. */
  readonly slot: Slot;
  /** The part of the factor's name that the words say, marked as explained; undefined if they do not say it. */
  said(matter: Matter): string | undefined;
  /** What a reader may choose: values, and the kind of words that say them. */
  readonly choices: { readonly kind: MeaningKind; readonly values: readonly string[] };
  /** What a reader is asked where the words do not say it; or what is taken, and why. */
  readonly otherwise: { readonly ask: Text } | { readonly value: string; readonly label: Text; readonly because: Text };
}

/** An axis whose values words of a kind say. */
export function axisOf(
  kind: MeaningKind,
  slot: Slot,
  values: readonly string[],
  otherwise: FactorAxis["otherwise"],
): FactorAxis {
  return {
    slot,
    choices: { kind, values },
    otherwise,
    said(matter) {
      const found = matter.find(kind).filter(({ meaning }) => values.includes(String(meaning.value)));
      for (const { link } of found) matter.use(link);
      const [first] = found.slice(-1);
      return first === undefined ? undefined : String(first.meaning.value);
    },
  };
}
