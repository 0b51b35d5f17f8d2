import { rememberMarks } from "./drawn-marks.ts";
import { keepLabelsApart } from "./legible-labels.ts";
import { writeTipsInWords } from "./tip-words.ts";

/**
 * Prepares Plot in this realm: marks are remembered for the tables behind figures, tips speak in words, labels stand apart. What
 * cells call and what they get stay Plot's own.
 */
export function observePlots(): void {
  rememberMarks();
  writeTipsInWords();
  keepLabelsApart();
}
