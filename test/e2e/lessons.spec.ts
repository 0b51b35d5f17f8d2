import { readFileSync } from "node:fs";
import { LessonExercise } from "./lesson.ts";
import { type LessonReport, reportIn } from "./lesson-report.ts";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

// A lesson takes a person forty minutes; two cores that others use as well need some, too.
test.setTimeout(300_000);
test.use({ contextOptions: { reducedMotion: "reduce" } });

test("an exercise says what is missing, gives hints one by one, keeps its solution until an honest try, and reports to a teacher", async ({
  workbench,
  page,
}) => {
  await workbench.openWhole("lesson-leontief");
  const coefficients = new LessonExercise(workbench, "Input coefficients");
  await coefficients.check();
  await coefficients.expectReply(/There is no answer yet: A is empty/);
  await coefficients.answer("const A = [[0.15, 0.25], [0.2, 0.05];");
  await coefficients.expectReply(/does not run yet\. .*Unexpected|does not run yet\. .*Expected/);
  await coefficients.answer("const B = 1;");
  await coefficients.expectReply(/No cell declares A/);
  await coefficients.card.getByRole("button", { name: "Solution" }).press("Enter");
  await coefficients.expectReply(/opens after two different answers/);
  await coefficients.answer("const A = [[0.15, 0.2], [0.25, 0.05]];");
  await coefficients.expectReply(/Not yet\. Right numbers, the wrong way round/);
  await coefficients.card.getByRole("button", { name: "Solution" }).press("Enter");
  await coefficients.expectReply(/opens after two different answers/);

  // By keyboard: the hints, one after the other, and then the solution.
  const hint = coefficients.card.getByRole("button", { name: /^Hint/ });
  await expect(hint).toHaveText("Hint 1 of 2");
  await hint.focus();
  await page.keyboard.press("Enter");
  await expect(coefficients.card.getByRole("list", { name: "Hints" }).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(coefficients.card.getByRole("list", { name: "Hints" }).getByRole("listitem")).toHaveCount(2);
  await coefficients.card.getByRole("button", { name: "Solution" }).focus();
  await page.keyboard.press("Enter");
  await expect(coefficients.card.getByRole("group", { name: "Solution" })).toContainText("z / x[j]");
  await coefficients.card.getByRole("button", { name: "Put it into my cell" }).click();
  await coefficients.check();
  await coefficients.expectReply(/^\s*✔?\s*Right\./);
  await expect(coefficients.card.locator(".standing")).toContainText("Solved");
  await expect(coefficients.card).toContainText("1 of 6 solved");
  await coefficients.card.getByRole("button", { name: "Start over" }).click();
  await coefficients.expectReply(/Your cell has changed since this check/);
  expect(await violations(page)).toEqual([]);

  await page.reload({ waitUntil: "commit" });
  await workbench.expectWhole();
  await expect(coefficients.card.locator(".standing")).toContainText("Solved");
  await expect(coefficients.card.getByRole("list", { name: "Hints" }).getByRole("listitem")).toHaveCount(2);
  await coefficients.card.getByRole("button", { name: "Report for the teacher" }).click();
  const dialog = page.getByRole("dialog", { name: /Report on/ });
  await dialog.getByLabel("Your name").fill("Zhang <b>Wei");
  expect(await violations(page, { frame: false })).toEqual([]);
  const reports: LessonReport[] = [];
  for (const format of ["Save to read", "Save as data"]) {
    const downloading = page.waitForEvent("download");
    await dialog.getByRole("button", { name: format }).click();
    const file = await downloading;
    reports.push(reportIn(readFileSync((await file.path())!, "utf8")));
  }
  for (const { name, exercises } of reports) {
    expect(name).toBe("Zhang <b>Wei");
    expect(exercises).toHaveLength(6);
    const [first] = exercises;
    expect(first).toMatchObject({ id: "coefficients", hintsOpened: 2, hints: 2 });
    expect(first!.tries.map(({ right }) => right)).toEqual([false, true]);
    expect(first!.solutionOpened).not.toBeNull();
    expect(first!.hash).toMatch(/^[0-9a-f]{64}$/);
  }
  await dialog.getByRole("button", { name: "Forget my progress" }).click();
  await expect(coefficients.card.locator(".standing")).toContainText("Not solved yet");

  await page.goto("#/");
  const lessons = page.getByRole("region", { name: "Lessons" });
  await expect(lessons.getByRole("article")).toHaveCount(6);
  await expect(lessons).toContainText("Lesson, about 40 min · 0 of 6 exercises solved");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("region", { name: "课程" }).getByRole("link", { name: "这一吨算谁的？" })).toBeVisible();
});
