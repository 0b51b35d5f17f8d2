import type { Fault, Finding } from "../../../kernel/lesson/finding.ts";
import type { Ratio, Slip } from "../../../kernel/lesson/ratio.ts";
import { writeNumber } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { exerciseTexts } from "../../lesson/exercise-texts.ts";
import { answerKindTexts, faultTexts, replyTexts } from "./reply-texts.ts";

/** The reply to an answer, as Markdown. */
export function replyOf(finding: Finding, name: string): string {
  if (finding.right) return sentences(say(exerciseTexts.right()), finding.praise ?? "");
  return sentences(say(exerciseTexts.wrong()), faultOf(finding, name));
}

function sentences(first: string, second: string): string {
  return second === "" ? first : say(replyTexts.sentences({ first, second }));
}

function faultOf(fault: Fault, name: string): string {
  switch (fault.kind) {
    case "said":
      return fault.reply;
    case "nothing":
      return say(faultTexts.nothing({ name }));
    case "not-finite":
      return say(faultTexts.notFinite());
    case "type":
      return fault.got === "text" && fault.wanted === "number"
        ? say(faultTexts.textNumber())
        : say(faultTexts.type({ wanted: answerKindTexts[fault.wanted](), got: answerKindTexts[fault.got]() }));
    case "unit":
      return say(faultTexts.unit({ got: fault.got, wanted: fault.wanted, why: fault.why }));
    case "shape":
      return say(faultTexts.shape({ wanted: fault.wanted, got: fault.got }));
    case "names":
      return say(faultTexts.names({ name: fault.missing }));
    case "ratio":
      return ratioOf(fault);
    case "close":
      return say(faultTexts.close({ off: `${writeNumber(100 * fault.off, { maximumSignificantDigits: 2 })} %` }));
    case "far":
      return Number.isNaN(fault.times)
        ? say(faultTexts.opposite())
        : say(
            (fault.above ? faultTexts.above : faultTexts.below)({
              times: writeNumber(fault.times, { maximumSignificantDigits: 2 }),
            }),
          );
    case "entry": {
      const got = writeNumber(fault.got, { maximumSignificantDigits: 6 });
      return say(faultTexts.entry({ wrong: fault.wrong, of: fault.of, at: fault.at, got }));
    }
    case "case":
      return say(faultTexts.case({ call: fault.call, got: `\`${fault.got}\``, reply: faultOf(fault.fault, name) }));
    case "threw":
      return say(faultTexts.threw({ call: fault.call, message: fault.message }));
    default:
      return say(faultTexts[fault.kind]());
  }
}

/** Replies to an answer that is too large, and to one that is too small, by a power of ten. */
const powers = {
  prefix: [faultTexts.prefixAbove, faultTexts.prefixBelow],
  percent: [faultTexts.percentAbove, faultTexts.percentBelow],
  ten: [faultTexts.tenAbove, faultTexts.tenBelow],
} as const;

function ratioOf({ slip, above, power }: Ratio): string {
  const factor = writeNumber(10 ** Math.abs(power), {});
  const side = above ? 0 : 1;
  if (slip in powers) return say(powers[slip as keyof typeof powers][side]({ factor }));
  const words = say(slips[slip as keyof typeof slips][side]());
  return power === 0 ? words : sentences(words, say(faultTexts.besides({ factor })));
}

const slips = {
  carbon: [faultTexts.carbonAbove, faultTexts.carbonBelow],
  nitrogen: [faultTexts.nitrogenAbove, faultTexts.nitrogenBelow],
  "methane-carbon": [faultTexts.methaneAbove, faultTexts.methaneBelow],
  "kilowatt-hour": [faultTexts.kilowattHour, faultTexts.kilowattHour],
  calorie: [faultTexts.calorie, faultTexts.calorie],
  "coal-equivalent": [faultTexts.coal, faultTexts.coal],
  twice: [faultTexts.twiceAbove, faultTexts.twiceBelow],
} as const satisfies Record<Exclude<Slip, keyof typeof powers>, unknown>;
