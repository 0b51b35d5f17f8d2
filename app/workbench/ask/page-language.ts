import { isSameLanguage } from "../../../kernel/document/language-tag.ts";
import type { Language } from "../../../lib/dialogue/conversation.ts";
import { speech } from "../../language/speech.ts";

/** The language of the texts of replies: one of the two that the dialogue has, the nearest to that of the page. */
export function pageLanguage(): Language {
  return isSameLanguage(speech.language, "zh-CN") ? "zh" : "en";
}
