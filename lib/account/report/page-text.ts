import { writeFormulas } from "../../charts/number-text.ts";

/** A text of ours as markup, with chemical formulas as they are printed. */
export function prose(text: string): string {
  return broken(escaped(writeFormulas(text)));
}

/** Markup with the lines of a text kept apart. */
export function broken(markup: string): string {
  return markup.replaceAll("\n", "<br>");
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
