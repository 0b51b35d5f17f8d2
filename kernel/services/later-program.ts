/**
 * Programs that a frame needs only for some notebooks and readers, and gets from the page when they are first needed: of the workers of
 * draws, when ± is first used; of the charts by name, when a cell names `charts`; Graphviz, when a cell draws a graph; SQLite, when a
 * cell opens a database; the dialogue, when a cell asks a question; the search in lists, when a long one is shown; the forms, when a cell
 * names `forms`; the reader of workbooks, when a file is chosen for a sheet of activity data.
 */
export const laterPrograms = [
  "draws",
  "charts",
  "graphviz",
  "sqlite",
  "dialogue",
  "search",
  "forms",
  "sheets",
] as const;

export type LaterProgram = (typeof laterPrograms)[number];

/** Something of each such program. */
export type EachLater<T> = Readonly<Record<LaterProgram, T>>;

/** What `of` gives for each of them. */
export function eachLater<T>(of: (program: LaterProgram) => T): EachLater<T> {
  return Object.fromEntries(laterPrograms.map((program) => [program, of(program)])) as EachLater<T>;
}
