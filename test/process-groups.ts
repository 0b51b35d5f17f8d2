import { relative } from "node:path";

/**
 * With whom a test file shares a process. What files of Node import is loaded once a process, which is half of their time:
 *
 * - `alone`: with nobody, because it changes what a library looks up once, when it is loaded, or is long and large by itself;
 * - `document`: with files that open a document, too. A process in which one is open cannot be brought back to what it was, and to others
 *   of them it is no change;
 * - `plain`: with all that leave the process as it was. One that leaves something there which the next could find is failed by `seed.ts`.
 */
export type ProcessGroup = "alone" | "document" | "plain";

const alone = [
  /^unit\/charts\//,
  /^unit\/cli\/(?:charts-program|package)\./,
  /^unit\/notebooks\/languages\./,
  /^unit\/live\/reader-inputs\./,
  /^unit\/runtime\/hidden\./,
  /^reference\/notebook-titles\./,
  // Small and long, it would be the last, with nothing beside it.
  /^unit\/datasets\/rebuild\./,
];

/** Of folders that have many of these, the others are left out here by name. */
const documents = [
  /^unit\/app\/(?:agents|ask\/kept-cells|chart\/)\b/,
  /^unit\/dialogue\/(?:round-trip|answers-as-cells|graph\/notebook-log|agents\/notebooks|model\/steps)\./,
  /^unit\/notebooks\//,
  /^unit\/cell\//,
  /^unit\/cli\/(?!(?:add|call|call-panorama|command-line|completion|content-encoding|convert|datasets|lesson|page-policy)\.)/,
  /^unit\/headless\/(?!(?:arrow-dates|database)\.)/,
  /^unit\/module\/(?!native\.)/,
  /^unit\/stdlib\/reader-language\./,
  /^unit\/values\/(?:plain|value-difference)\./,
  /^unit\/document\/(?:exchange|exchange\/jupyter|exchange\/quarto)\./,
  /^unit\/frame\/later-modules\./,
  /^unit\/lesson\/replies\./,
  /^unit\/notebook\/view-values\./,
  /^unit\/services\/(?:cell-data|small-query)\./,
  /^reference\/(?:mass-balance|readme)\./,
];

/** With whom a test file, given by its path, shares a process. */
export function processGroupOf(file: string): ProcessGroup {
  const path = relative(import.meta.dirname, file).replaceAll("\\", "/");
  const isIn = (list: readonly RegExp[]) => list.some((each) => each.test(path));
  return isIn(alone) ? "alone" : isIn(documents) ? "document" : "plain";
}
