import { relative } from "node:path";

/**
 * Test files that need a process of their own: what they run opens a document in it, which cannot be closed again, changes its folder, or
 * alters what a library looks up once, when it is loaded. All other files of Node share processes, so that what they import is loaded once
 * a process; one that leaves something there which the next could find is failed by `seed.ts`. Of folders that have many of the former,
 * the others are left out here by name.
 */
const alone = [
  /^unit\/app\/(?:agents|ask\/kept-cells)\b/,
  /^unit\/agent\/(?:round-trip|answers-as-cells|graph\/notebook-log|agents\/notebooks)\./,
  /^unit\/(?:charts|notebooks)\//,
  /^unit\/cell\/(?!cell-summary\.)/,
  /^unit\/cli\/(?!(?:add|call|call-panorama|command-line|completion|content-encoding|convert|datasets|lesson|page-policy)\.)/,
  /^unit\/headless\/(?!(?:arrow-dates|database)\.)/,
  /^unit\/module\/(?!native\.)/,
  /^unit\/stdlib\/reader-language\./,
  /^unit\/values\/(?:cell-data|plain|value-difference)\./,
  /^unit\/document\/(?:exchange|exchange\/jupyter|exchange\/quarto)\./,
  /^unit\/frame\/later-modules\./,
  /^unit\/lesson\/replies\./,
  /^unit\/live\/reader-inputs\./,
  /^unit\/notebook\/view-values\./,
  /^unit\/runtime\/hidden\./,
  /^unit\/services\/small-query\./,
  /^reference\/(?:mass-balance|notebook-titles|readme)\./,
  // Small and long, it would be the last, with nothing beside it.
  /^unit\/datasets\/rebuild\./,
];

/** Whether a test file gets a process of its own. */
export function isAlone(file: string): boolean {
  const path = relative(import.meta.dirname, file).replaceAll("\\", "/");
  return alone.some((each) => each.test(path));
}
