/**
 * The rooms of the accounting library that a cell may name: `panorama.ladder(…)` runs the tool `panorama.ladder`. These are
 * common words: a notebook that declares one of them means its own.
 */
export const rooms = [
  "consumption",
  "panorama",
  "natural",
  "budget",
  "emissions",
  "classification",
  "factors",
  "inventory",
  "quantity",
  "lifecycle",
  "uncertainty",
] as const;

export type Room = (typeof rooms)[number];
