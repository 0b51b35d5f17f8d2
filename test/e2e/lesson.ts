import { expect, type Locator, type Page } from "@playwright/test";
import { exerciseTexts } from "../../app/lesson/exercise-texts.ts";
import type { Message } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { exercisesOf, lessonText } from "../unit/lesson/shipped-lessons.ts";
import type { Workbench } from "./workbench.ts";

type LessonLanguage = "en" | "zh";

/** One exercise of a lesson, as a reader meets it. */
export class LessonExercise {
  readonly card: Locator;
  readonly #page: Page;
  readonly #answer: Locator;
  readonly #say: (text: Message) => string;

  constructor({ frame, page }: Workbench, title: string, language: LessonLanguage = "en") {
    this.#page = page;
    this.#say = (text) => writeMessage(text, { tag: language === "zh" ? "zh-CN" : "en" });
    this.card = frame.getByRole("region", { name: this.#say(exerciseTexts.label({ title })), exact: true });
    // The reader's cell stands right before.
    this.#answer = this.card.locator(
      "xpath=ancestor::section[contains(@class, 'cell')]/preceding::section[contains(@class, 'cell')][1]",
    );
  }

  get said(): Locator {
    return this.card.getByRole("status");
  }

  /** Writes the reader's cell and has it checked; Check runs it. */
  async answer(source: string): Promise<void> {
    await this.card.scrollIntoViewIfNeeded();
    await this.#answer.locator(".cm-content").click();
    await this.#page.keyboard.press("Control+A");
    await this.#page.keyboard.insertText(source);
    await this.check();
  }

  async check(): Promise<void> {
    const check = this.card.getByRole("button", { name: this.#say(exerciseTexts.check()), exact: true });
    await check.click();
    await expect(check).toBeVisible();
  }

  /** Opens all hints and, after an honest try, the solution. */
  async openAll(hints: number): Promise<void> {
    for (let next = 1; next <= hints; next++)
      await this.card.getByRole("button", { name: this.#say(exerciseTexts.hint({ next, all: hints })) }).click();
    const name = this.#say(exerciseTexts.solution());
    await this.card.getByRole("button", { name }).click();
    await expect(this.card.getByRole("group", { name })).toBeVisible();
  }

  async expectRight(): Promise<void> {
    await this.expectReply(new RegExp(this.#say(exerciseTexts.right()).replace(".", "\\.")));
    await expect(this.card.locator(".standing")).toContainText(this.#say(exerciseTexts.solved()));
  }

  async expectReply(reply: RegExp): Promise<void> {
    // What is checked may rest on thousands of draws, which a busy machine makes slowly.
    await expect(this.said).toContainText(reply, { timeout: 60_000 });
  }
}

/** Puts the solution into every cell of an open lesson that awaits an answer, has it checked, and opens all that its cards can open. */
export async function solveLesson(workbench: Workbench, lesson: string, language: LessonLanguage): Promise<void> {
  for (const { title, solution, hints = [] } of exercisesOf(lessonText(lesson), language)) {
    const exercise = new LessonExercise(workbench, title, language);
    await exercise.answer(solution);
    await exercise.expectRight();
    await exercise.openAll(hints.length);
  }
  await workbench.expectWhole();
}

/** Has every answer of a solved lesson checked once more, in another language than the one it was solved in. */
export async function checkLesson(workbench: Workbench, lesson: string, language: LessonLanguage): Promise<void> {
  for (const { title } of exercisesOf(lessonText(lesson), language)) {
    const exercise = new LessonExercise(workbench, title, language);
    await exercise.check();
    await exercise.expectRight();
  }
}
