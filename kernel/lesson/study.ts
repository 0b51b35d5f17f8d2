/** One answer that was checked. */
export interface Try {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly answer: string;
  readonly right: boolean;
  /** The displayed reply. */
  readonly reply: string;
}

/** One reader's progress in one exercise. */
export interface ExerciseStudy {
  readonly title: string;
  /** Hash of the author's declaration, so that a report identifies the version that was solved. */
  readonly hash: string;
  /** The position of its cell in the notebook, from 1; 0 if it has not been seen yet. */
  readonly place: number;
  readonly tries: readonly Try[];
  /** The number of hints, and the number of opened hints. */
  readonly hints: number;
  readonly opened: number;
  /** When it was first solved, and when the solution was opened. */
  readonly solved: number | null;
  readonly solution: number | null;
}

/** One reader's progress in one notebook. */
export interface Study {
  /** When the reader first answered or opened something; null before. */
  readonly begun: number | null;
  readonly exercises: Readonly<Record<string, ExerciseStudy>>;
}

export type StudyEvent =
  | {
      readonly type: "meet";
      readonly id: string;
      readonly title: string;
      readonly hash: string;
      readonly hints: number;
    }
  | {
      readonly type: "try";
      readonly id: string;
      readonly answer: string;
      readonly right: boolean;
      readonly reply: string;
    }
  | { readonly type: "place"; readonly id: string; readonly place: number }
  | { readonly type: "hint"; readonly id: string }
  | { readonly type: "solution"; readonly id: string }
  | { readonly type: "forget" };

export const noStudy: Study = { begun: null, exercises: {} };

/** The maximum number of tries per exercise; older ones are dropped. */
const TRIES = 100;
const LONGEST = 500;

/** The study after an event. Pure; returns the same object if nothing changes. */
export function study(before: Study, event: StudyEvent, time: number): Study {
  if (event.type === "forget") return { begun: null, exercises: clear(before.exercises) };
  const old = before.exercises[event.id] ?? empty;
  const next = change(old, event, time);
  if (next === old) return before;
  // Encountering an exercise does not start the study: the list of notebooks also runs them to find a thumbnail.
  const begun = before.begun ?? (event.type === "meet" || event.type === "place" ? null : time);
  return { begun, exercises: { ...before.exercises, [event.id]: next } };
}

const empty: ExerciseStudy = {
  title: "",
  hash: "",
  place: 0,
  tries: [],
  hints: 0,
  opened: 0,
  solved: null,
  solution: null,
};

function change(old: ExerciseStudy, event: Exclude<StudyEvent, { type: "forget" }>, time: number): ExerciseStudy {
  switch (event.type) {
    case "meet": {
      const { title, hash, hints } = event;
      return old.title === title && old.hash === hash && old.hints === hints ? old : { ...old, title, hash, hints };
    }
    case "try": {
      const { right } = event;
      const made: Try = { time, answer: cut(event.answer), right, reply: cut(event.reply) };
      return { ...old, tries: [...old.tries, made].slice(-TRIES), solved: old.solved ?? (right ? time : null) };
    }
    case "place":
      return old.place === event.place ? old : { ...old, place: event.place };
    case "hint":
      return old.opened < old.hints ? { ...old, opened: old.opened + 1 } : old;
    case "solution":
      return old.solution === null ? { ...old, solution: time } : old;
  }
}

function clear(exercises: Study["exercises"]): Study["exercises"] {
  const cleared = ({ title, hash, place, hints }: ExerciseStudy): ExerciseStudy => ({
    ...empty,
    title,
    hash,
    place,
    hints,
  });
  return Object.fromEntries(Object.entries(exercises).map(([id, exercise]) => [id, cleared(exercise)]));
}

function cut(text: string): string {
  return text.slice(0, LONGEST);
}

/**
 * The exercises whose tries were there and are gone: the reader took them back. An exercise without a try before is none of them: its first may
 * still be on its way when another event is answered.
 */
export function takenBack(before: Study, now: Study): string[] {
  return Object.keys(now.exercises).filter(
    (id) => now.exercises[id]!.tries.length === 0 && (before.exercises[id]?.tries.length ?? 0) > 0,
  );
}

/** Whether the solution may be opened: after two different answers, or after one answer and all hints. */
export function mayOpen({ tries, hints, opened, solved, solution }: ExerciseStudy): boolean {
  if (solved !== null || solution !== null) return true;
  const different = new Set(tries.map(({ answer }) => answer)).size;
  return different >= 2 || (different === 1 && hints > 0 && opened >= hints);
}

/** The exercises in the order of the notebook, which may differ from the order in which the cells ran. */
export function inOrder({ exercises }: Study): [id: string, exercise: ExerciseStudy][] {
  return Object.entries(exercises).sort(([, a], [, b]) => a.place - b.place);
}

/** The number of solved exercises. The total must be counted in the notebook, because some may not have run yet. */
export function countSolved({ exercises }: Study): number {
  return Object.values(exercises).filter(({ solved }) => solved !== null).length;
}
