import type { Ghost } from "../../kernel/sandbox/protocol.ts";
import { writeFormulas } from "../../lib/charts/number-text.ts";
import type { Answer, Value } from "../../lib/dialogue/reply.ts";
import { writeRanged } from "../../lib/dialogue/write-range.ts";
import { writeAssumptions, writeTemplate } from "../../lib/dialogue/write-reply.ts";
import type { Text } from "../../lib/message/message.ts";
import { type Proposal, textId } from "./dialogue-proposal.ts";

/**
 * The cells of a reply as ghosts below a cell, with the figures that their run on the reply's plan gave.
 * @param chosen the ids of those that would be kept
 */
export function ghostsOfReply(
  answer: Pick<Answer, "text" | "values" | "plan">,
  { cells }: Proposal,
  after: number | null,
  chosen: ReadonlySet<string>,
  language: keyof Text,
): Ghost[] {
  return cells.map(({ planned, source }): Ghost => {
    const isSentence = planned === textId;
    const own = answer.values.filter(({ cell }) => cell === planned);
    return {
      change: "insert",
      cell: after,
      kind: isSentence ? "md" : "js",
      source: typeof source === "string" ? source : source[language],
      results: isSentence ? [sentenceOf(answer, language)] : own.map((value) => figureOf(value, language)),
      chosen: chosen.has(planned),
    };
  });
}

function sentenceOf(answer: Pick<Answer, "text" | "values" | "plan">, language: keyof Text): string {
  const written = [writeTemplate(answer.text, answer, language), ...writeAssumptions(answer.plan.assumed, language)];
  return writeFormulas(written.join(language === "zh" ? "" : " ").replaceAll("`", ""));
}

function figureOf(value: Value, language: keyof Text): string {
  const written = writeRanged(value, language);
  return writeFormulas(language === "zh" ? `${value.name.zh}：${written}` : `${value.name.en}: ${written}`);
}
