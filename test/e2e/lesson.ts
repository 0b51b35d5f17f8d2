import { expect, type Locator, type Page } from "@playwright/test";
import type { Workbench } from "./workbench.ts";

/** One exercise of a lesson, as a reader meets it. */
export class LessonExercise {
  readonly card: Locator;
  readonly #page: Page;
  readonly #answer: Locator;

  constructor({ frame, page }: Workbench, title: string) {
    this.#page = page;
    this.card = frame.getByRole("region", { name: `Exercise: ${title}`, exact: true });
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
    await this.card.getByRole("button", { name: "Check" }).click();
    await expect(this.card.getByRole("button", { name: "Check", exact: true })).toBeVisible();
  }

  async expectReply(reply: RegExp): Promise<void> {
    // What is checked may rest on thousands of draws, which a busy machine makes slowly.
    await expect(this.said).toContainText(reply, { timeout: 60_000 });
  }
}
