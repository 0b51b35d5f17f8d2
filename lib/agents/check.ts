import { bothLanguages } from "../dialogue/both-languages.ts";
import type { Message } from "../message/message.ts";
import type { Check } from "./agent.ts";

/** A condition that keeps the next phase closed until it holds. */
export function mustHold(name: string, passed: boolean, yes: Message, no: Message): Check {
  return { name, passed, sentence: bothLanguages(passed ? yes : no), blocks: true };
}

/** A condition for whoever reviews the result. */
export function shouldHold(name: string, passed: boolean, yes: Message, no: Message): Check {
  return { ...mustHold(name, passed, yes, no), blocks: false };
}
