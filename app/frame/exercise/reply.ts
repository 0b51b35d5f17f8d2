import type { AnswerKind } from "../../../kernel/exercise/figures.ts";
import type { Fault, Finding } from "../../../kernel/exercise/finding.ts";
import type { Ratio, Slip } from "../../../kernel/exercise/ratio.ts";
import { writeNumber } from "../../language/figures.ts";
import type { PlainKey } from "../../language/message.ts";
import { saySentence } from "../../language/sentence.ts";
import { say, speech } from "../../language/speech.ts";

/** What is said to an answer, as Markdown. */
export function replyOf(finding: Finding, name: string): string {
  if (finding.right) return sentences(say("exercise.right"), finding.praise ?? "");
  return sentences(say("exercise.wrong"), faultOf(finding, name));
}

/** One sentence after the other; in Chinese nothing stands between them. */
function sentences(first: string, second: string): string {
  return `${first}${speech.language === "en" ? " " : ""}${second}`.trim();
}

function faultOf(fault: Fault, name: string): string {
  switch (fault.kind) {
    case "said":
      return fault.reply;
    case "nothing":
      return say("fault.nothing", { name });
    case "not-finite":
      return say("fault.notFinite");
    case "type":
      return fault.got === "text" && fault.wanted === "number"
        ? say("fault.textNumber")
        : say("fault.type", { wanted: say(kinds[fault.wanted]), got: say(kinds[fault.got]) });
    case "unit":
      return say("fault.unit", { got: fault.got, wanted: fault.wanted, why: saySentence(fault.why) });
    case "shape":
      return say("fault.shape", { wanted: fault.wanted, got: fault.got });
    case "names":
      return say("fault.names", { name: fault.missing });
    case "ratio":
      return ratioOf(fault);
    case "close":
      return say("fault.close", { off: `${writeNumber(100 * fault.off, { maximumSignificantDigits: 2 })} %` });
    case "far":
      return Number.isNaN(fault.times)
        ? say("fault.opposite")
        : say(fault.above ? "fault.above" : "fault.below", {
            times: writeNumber(fault.times, { maximumSignificantDigits: 2 }),
          });
    case "entry": {
      const got = writeNumber(fault.got, { maximumSignificantDigits: 6 });
      return say("fault.entry", { wrong: fault.wrong, of: fault.of, at: fault.at, got });
    }
    case "case":
      return say("fault.case", { call: fault.call, got: `\`${fault.got}\``, reply: faultOf(fault.fault, name) });
    case "threw":
      return say("fault.threw", { call: fault.call, message: saySentence(fault.message) });
    default:
      return say(`fault.${fault.kind}`);
  }
}

const kinds: Record<AnswerKind, PlainKey> = {
  nothing: "kind.nothing",
  number: "kind.number",
  amount: "kind.amount",
  text: "kind.text",
  boolean: "kind.boolean",
  list: "kind.list",
  matrix: "kind.matrix",
  record: "kind.record",
  function: "kind.function",
  other: "kind.other",
};

const sided = { prefix: "prefix", percent: "percent", ten: "ten" } as const;

function ratioOf({ slip, above, power }: Ratio): string {
  const factor = writeNumber(10 ** Math.abs(power), {});
  if (slip in sided) {
    const side = above ? "Above" : "Below";
    return say(`fault.${sided[slip as keyof typeof sided]}${side}`, { factor });
  }
  const words = say(slips[slip as Exclude<Slip, keyof typeof sided>][above ? 0 : 1]);
  return power === 0 ? words : sentences(words, say("fault.besides", { factor }));
}

const slips: Record<Exclude<Slip, keyof typeof sided>, readonly [above: PlainKey, below: PlainKey]> = {
  carbon: ["fault.carbonAbove", "fault.carbonBelow"],
  nitrogen: ["fault.nitrogenAbove", "fault.nitrogenBelow"],
  "methane-carbon": ["fault.methaneAbove", "fault.methaneBelow"],
  "kilowatt-hour": ["fault.kilowattHour", "fault.kilowattHour"],
  calorie: ["fault.calorie", "fault.calorie"],
  "coal-equivalent": ["fault.coal", "fault.coal"],
  twice: ["fault.twiceAbove", "fault.twiceBelow"],
};
