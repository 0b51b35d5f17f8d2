import { html, type TemplateResult } from "lit";

/** A sentence in which code stands between backticks. */
export function showSentence(sentence: string): (string | TemplateResult)[] {
  return sentence.split(/`([^`]+)`/).map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
