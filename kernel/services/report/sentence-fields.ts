/**
 * The fields of an account whose texts are the program's sentences; all others have what stands in the file. The shape of accounts says
 * the same, but it is of Zod, which programs of frames do without: a test holds this list against it.
 */
export const sentenceFields: ReadonlySet<string> = new Set([
  "headline",
  "label",
  "to",
  "source",
  "how",
  "missing",
  "question",
  "reason",
  "lacks",
  "notes",
  "notCovered",
  "method",
]);

/** Fields of an account that hold what a person stated: their texts are never sentences, whatever their names. */
export const statedFields: ReadonlySet<string> = new Set(["ownFactor"]);
