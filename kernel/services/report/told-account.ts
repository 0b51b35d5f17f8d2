import type { Account } from "../../../lib/account/account-shapes.ts";
import { isMessage } from "../../../lib/message/message.ts";
import { sentenceIn } from "../compute/sentences.ts";
import { sentenceFields, statedFields } from "./sentence-fields.ts";

/** An account as pages and cells have it, whose results have English sentences, with its sentences in a language; file texts are unchanged. */
export function toldAccount(account: Account, language: string): Account {
  return toldIn(account, false, language) as Account;
}

function toldIn(value: unknown, isSentence: boolean, language: string): unknown {
  if (typeof value === "string") return isSentence ? sentenceIn(value, language) : value;
  if (Array.isArray(value)) return value.map((each) => toldIn(each, isSentence, language));
  if (typeof value !== "object" || value === null) return value;
  // A message is written in the language of the report by the report itself.
  if (isMessage(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      statedFields.has(key) ? each : toldIn(each, sentenceFields.has(key), language),
    ]),
  );
}
