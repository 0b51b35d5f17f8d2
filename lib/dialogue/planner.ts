import { type AskDraft, type Outcome, type RefusalDraft, refuse } from "./intent.ts";
import { nearestTo } from "./intents/absent.ts";
import { intents } from "./intents/intents.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { Link } from "./link.ts";
import { Matter } from "./matter.ts";
import type { Part } from "./template.ts";

/** What a question comes to, with the intent that read it. */
export interface Planned {
  readonly outcome: Outcome;
  readonly intent: string | null;
  readonly links: readonly Link[];
}

/**
 * Reads the words of a question by every intent. The first that explains all of them counts; asking back and refusing need not
 * explain every word, because they state no figure.
 */
export function plan(links: readonly Link[], lexicon: Lexicon): Planned {
  let back: { outcome: AskDraft | RefusalDraft; intent: string; rest: number } | null = null;
  let leftOver: readonly Link[] | null = null;
  for (const intent of intents) {
    const matter = new Matter(links, lexicon);
    const outcome = intent.read(matter);
    if (!outcome) continue;
    const all = matter.unexplained();
    const states = outcome.kind === "draft" || outcome.kind === "agent";
    // A question back states no figure that whose amount it is could change.
    const rest = all.filter((link) => !((intent.ofGivenAmounts || !states) && matter.holdsAmount(link)));
    if (rest.length === 0 && (states || outcome.kind === "ask" || intent.id === "absent"))
      return { outcome, intent: intent.id, links };
    if (states) {
      if (leftOver === null || rest.length < leftOver.length) leftOver = rest;
    } else if (asksPlaceOf(outcome, rest)) {
      // An unknown word may be the place: it is not replaced by another.
    } else if (back === null || rest.length < back.rest) back = { outcome, intent: intent.id, rest: rest.length };
  }
  // A question back or a refusal states no figure, so it may stand if it explains more of the words than any answer does.
  if (back && (leftOver === null ? back.outcome.kind === "refuse" || back.rest <= 2 : back.rest < leftOver.length))
    return { outcome: back.outcome, intent: back.intent, links };
  return { outcome: notUnderstood(links, lexicon, leftOver), intent: null, links };
}

function asksPlaceOf(outcome: AskDraft | RefusalDraft, rest: readonly Link[]): boolean {
  return outcome.kind === "ask" && outcome.slot === "place" && rest.some(({ meanings }) => meanings.length === 0);
}

/** Words on which an answer could depend and that nothing explains. */
function notUnderstood(links: readonly Link[], lexicon: Lexicon, leftOver: readonly Link[] | null): RefusalDraft {
  const matter = new Matter(links, lexicon);
  const rest = leftOver ?? matter.unexplained().filter(({ meanings }) => meanings.length === 0);
  // A year or a place alone is not what is not understood.
  const blamed = rest.filter(({ years, meanings }) => !years && meanings.every(({ kind }) => kind !== "place"));
  const words = blamed.flatMap((link, i): Part[] => [...(i === 0 ? [] : [", "]), { quoted: `“${link.words}”` }]);
  return refuse(
    "not understood",
    words.length > 0
      ? {
          en: [
            "What ",
            ...words,
            " asks for is not understood together with the rest, so nothing is answered in its place.",
          ],
          zh: ["无法理解", ...words, "与问题其余部分的关系，因此不作替代回答。"],
        }
      : rest.length > 0
        ? {
            en: "The words are known here, but not what they ask for together.",
            zh: "问题中的词语可以识别，但不清楚合在一起问的是什么。",
          }
        : { en: "The question names no measure that is known here.", zh: "问题中没有可识别的指标。" },
    nearestTo(matter),
  );
}
