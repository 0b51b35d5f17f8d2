import { html, type TemplateResult } from "lit";

/** Renders a sentence with code between backticks. */
export function showSentence(sentence: string): (string | TemplateResult)[] {
  return sentence.split(/`([^`]+)`/).map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
