import { describe, expect, test } from "vitest";
import { writeReportPage } from "../../../app/lesson/report-page.ts";
import { readReport, reportOn, sawSolution } from "../../../kernel/lesson/report.ts";
import {
  countSolved,
  mayOpen,
  noStudy,
  type Study,
  type StudyEvent,
  study,
  takenBack,
} from "../../../kernel/lesson/study.ts";

const meet: StudyEvent = { type: "meet", id: "a", title: "A <b>", hash: "f00d".repeat(16), hints: 2 };
const wrong = (answer: string): StudyEvent => ({ type: "try", id: "a", answer, right: false, reply: "No </script>" });
const right: StudyEvent = { type: "try", id: "a", answer: "3", right: true, reply: "Yes" };
const hint: StudyEvent = { type: "hint", id: "a" };

/** Events one minute apart. */
const after = (...events: StudyEvent[]): Study =>
  [meet, ...events].reduce((state, event, i) => study(state, event, 60_000 * i), noStudy);
const of = (...events: StudyEvent[]) => after(...events).exercises.a!;

describe("A solution", () => {
  test("opens after two different answers, or one and every hint, or the right one", () => {
    expect(mayOpen(of())).toBe(false);
    expect(mayOpen(of(hint, hint))).toBe(false);
    expect(mayOpen(of(wrong("1"), wrong("1"), hint))).toBe(false);
    expect(mayOpen(of(wrong("1"), wrong("2")))).toBe(true);
    expect(mayOpen(of(wrong("1"), hint, hint))).toBe(true);
    expect(mayOpen(of(right))).toBe(true);
  });
});

describe("A study", () => {
  test("begins with the first answer or hint, not when the exercise is met", () => {
    expect(after().begun).toBeNull();
    expect(after(hint, wrong("1")).begun).toBe(60_000);
  });

  test("says whose tries were taken back; an event that is answered before the first try takes none", () => {
    expect(takenBack(after(wrong("1")), after(wrong("1"), { type: "forget" }))).toEqual(["a"]);
    expect(takenBack(noStudy, after())).toEqual([]);
    expect(takenBack(after(), after(hint))).toEqual([]);
    expect(takenBack(after(wrong("1")), after(wrong("1"), hint))).toEqual([]);
  });

  test("counts no more hints than there are, and keeps the first time it was solved", () => {
    expect(of(hint, hint, hint).opened).toBe(2);
    expect(of(right, wrong("1"), right).solved).toBe(60_000);
    expect(countSolved(after(right))).toBe(1);
  });

  test("does not change when an exercise is met again, and keeps its tries when the exercise was rewritten", () => {
    const state = after(right);
    expect(study(state, meet, 9)).toBe(state);
    expect(study(state, { ...meet, hash: "0" } as StudyEvent, 9).exercises.a).toMatchObject({
      hash: "0",
      solved: 60_000,
    });
  });

  test("is reported in the order of the notebook, whatever order its exercises were met in", () => {
    const events: StudyEvent[] = [
      { ...meet, id: "b" } as StudyEvent,
      { type: "place", id: "b", place: 9 },
      meet,
      { type: "place", id: "a", place: 4 },
    ];
    const state = events.reduce((before, event) => study(before, event, 1), noStudy);
    const { exercises } = reportOn(state, { notebook: "n", title: "N", name: "", asked: 2 }, 2);
    expect(exercises.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(state.begun).toBeNull();
  });

  test("forgets tries, hints and solutions, not the exercises", () => {
    const state = study(after(right, hint), { type: "forget" }, 9);
    expect(state.exercises.a).toMatchObject({ title: "A <b>", tries: [], opened: 0, solved: null });
  });
});

describe("A report", () => {
  const state = after(wrong("1"), hint, { type: "solution", id: "a" }, right);
  const report = reportOn(state, { notebook: "l", title: "Lesson", name: "Zhang 张", asked: 3 }, 0);

  test("tells tries, hints, times, the exercise's hash, and that the solution was seen first", () => {
    expect(report.exercises[0]).toMatchObject({ hintsOpened: 1, hints: 2, minutes: 3, hash: "f00d".repeat(16) });
    expect(report.exercises[0]!.tries.map(({ answer }) => answer)).toEqual(["1", "3"]);
    expect(sawSolution(report.exercises[0]!)).toBe(true);
  });

  test("says how many exercises it does not list, since their cells had not run", () => {
    expect(writeReportPage(report)).toContain("2 more exercises have not run yet.");
    expect(writeReportPage({ ...report, asked: 1 })).not.toContain("have not run");
  });

  test("is read back from its data and from its page, in which nobody's text is markup", () => {
    expect(readReport(JSON.stringify(report))).toEqual(report);
    const page = writeReportPage(report);
    expect(readReport(page)).toEqual(report);
    expect(page).toContain("A &lt;b&gt;");
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(readReport("<html>nothing</html>")).toBeNull();
  });
});
