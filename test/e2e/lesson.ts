import { expect, type Locator, type Page } from "@playwright/test";
import type { Workbench } from "./workbench.ts";

type LessonLanguage = "en" | "zh";

/** An exercise of a lesson as its author wrote it. */
export interface WrittenExercise {
  readonly title: string;
  readonly solution: string;
  readonly hints?: readonly string[];
}

/** What a card says, as a reader of each language reads it. */
const texts = {
  en: {
    label: "Exercise: ",
    check: "Check",
    hint: (next: number, all: number) => `Hint ${next} of ${all}`,
    solution: "Solution",
    right: "Right.",
    solved: "Solved",
  },
  zh: {
    label: "练习：",
    check: "检查",
    hint: (next: number, all: number) => `提示 ${next}/${all}`,
    solution: "解答",
    right: "正确。",
    solved: "已完成",
  },
};

/** One exercise of a lesson, as a reader meets it. */
export class LessonExercise {
  readonly card: Locator;
  readonly #page: Page;
  readonly #answer: Locator;
  readonly #texts: (typeof texts)[LessonLanguage];

  constructor({ frame, page }: Workbench, title: string, language: LessonLanguage = "en") {
    this.#page = page;
    this.#texts = texts[language];
    this.card = frame.getByRole("region", { name: this.#texts.label + title, exact: true });
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
    const check = this.card.getByRole("button", { name: this.#texts.check, exact: true });
    await check.click();
    await expect(check).toBeVisible();
  }

  /** Opens all hints and, after an honest try, the solution. */
  async openAll(hints: number): Promise<void> {
    for (let next = 1; next <= hints; next++)
      await this.card.getByRole("button", { name: this.#texts.hint(next, hints) }).click();
    const name = this.#texts.solution;
    await this.card.getByRole("button", { name }).click();
    await expect(this.card.getByRole("group", { name })).toBeVisible();
  }

  async expectRight(): Promise<void> {
    await this.expectReply(this.#texts.right);
    await expect(this.card.locator(".standing")).toContainText(this.#texts.solved);
  }

  async expectReply(reply: RegExp | string): Promise<void> {
    // What is checked may rest on thousands of draws, which a busy machine makes slowly.
    await expect(this.said).toContainText(reply, { timeout: 60_000 });
  }
}

/** Puts the solution into every cell of an open lesson that awaits an answer, has it checked, and opens all that its cards can open. */
export async function solveLesson(
  workbench: Workbench,
  exercises: readonly WrittenExercise[],
  language: LessonLanguage,
): Promise<void> {
  for (const { title, solution, hints = [] } of exercises) {
    const exercise = new LessonExercise(workbench, title, language);
    await exercise.answer(solution);
    await exercise.expectRight();
    await exercise.openAll(hints.length);
  }
  await workbench.expectWhole();
}
