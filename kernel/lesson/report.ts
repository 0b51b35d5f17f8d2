import { type ExerciseStudy, inOrder, type Study } from "./study.ts";

/** The report that a reader submits: plain data, as in the file. */
export interface LessonReport {
  readonly format: typeof reportFormat;
  /** File name of the notebook, without extension. */
  readonly notebook: string;
  readonly title: string;
  /** The reader's name as entered; may be empty. */
  readonly name: string;
  /** ISO 8601. */
  readonly made: string;
  readonly begun: string | null;
  /** The number of exercises in the notebook; larger than the list if some have not run yet. */
  readonly asked: number;
  readonly exercises: readonly ReportedExercise[];
}

export interface ReportedExercise {
  readonly id: string;
  readonly title: string;
  /** SHA-256 of the exercise as its author wrote it. */
  readonly hash: string;
  readonly solved: string | null;
  readonly solutionOpened: string | null;
  readonly hintsOpened: number;
  readonly hints: number;
  /** From the first answer to the right one; null if it is not solved. */
  readonly minutes: number | null;
  readonly tries: readonly {
    readonly time: string;
    readonly answer: string;
    readonly right: boolean;
    readonly reply: string;
  }[];
}

export const reportFormat = "yuheng-lesson-report/1";

/** The report on a study, as of a time in milliseconds since 1970. */
export function reportOn(
  study: Study,
  of: Pick<LessonReport, "notebook" | "title" | "name" | "asked">,
  time: number,
): LessonReport {
  const { begun } = study;
  return {
    format: reportFormat,
    ...of,
    made: momentOf(time),
    begun: begun === null ? null : momentOf(begun),
    exercises: inOrder(study).map(([id, exercise]) => reported(id, exercise)),
  };
}

function reported(
  id: string,
  { title, hash, tries, hints, opened, solved, solution }: ExerciseStudy,
): ReportedExercise {
  const first = tries[0]?.time;
  return {
    id,
    title,
    hash,
    solved: solved === null ? null : momentOf(solved),
    solutionOpened: solution === null ? null : momentOf(solution),
    hintsOpened: opened,
    hints,
    minutes: solved === null || first === undefined ? null : Math.round((solved - first) / 6000) / 10,
    tries: tries.map(({ time, answer, right, reply }) => ({ time: momentOf(time), answer, right, reply })),
  };
}

function momentOf(time: number): string {
  return new Date(time).toISOString();
}

/** Reads the report in the text of a file, either JSON or a page that contains it; null if there is none. */
export function readReport(text: string): LessonReport | null {
  const json = /<script type="application\/json">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? text;
  try {
    const report: unknown = JSON.parse(json);
    return isReport(report) ? report : null;
  } catch {
    return null;
  }
}

function isReport(value: unknown): value is LessonReport {
  return (
    isRecord(value) &&
    value.format === reportFormat &&
    areTexts(value.notebook, value.title, value.name, value.made) &&
    isTextOrNull(value.begun) &&
    isCount(value.asked) &&
    Array.isArray(value.exercises) &&
    value.exercises.every(isExercise)
  );
}

function isExercise(value: unknown): value is ReportedExercise {
  return (
    isRecord(value) &&
    areTexts(value.id, value.title, value.hash) &&
    isTextOrNull(value.solved) &&
    isTextOrNull(value.solutionOpened) &&
    isCount(value.hintsOpened) &&
    isCount(value.hints) &&
    (value.minutes === null || Number.isFinite(value.minutes)) &&
    Array.isArray(value.tries) &&
    value.tries.every(
      (each: unknown) =>
        isRecord(each) && areTexts(each.time, each.answer, each.reply) && typeof each.right === "boolean",
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

/** Whether the solution was open before the exercise was solved. */
export function sawSolution({ solved, solutionOpened }: ReportedExercise): boolean {
  return solutionOpened !== null && (solved === null || solutionOpened < solved);
}
