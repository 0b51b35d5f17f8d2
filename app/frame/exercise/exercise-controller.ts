import type { Given } from "../../../kernel/lesson/declaration.ts";
import { judge } from "../../../kernel/lesson/judge.ts";
import { type OpenExercise, openExercise } from "../../../kernel/lesson/open.ts";
import { noStudy, type Study, type StudyEvent, takenBack } from "../../../kernel/lesson/study.ts";
import { writeAnswer } from "../../../kernel/lesson/writing.ts";
import type { PageApi } from "../../../kernel/sandbox/protocol.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { say } from "../../language/speech.ts";
import { exerciseTexts } from "../../lesson/exercise-texts.ts";
import { cellIn } from "../cell-view.ts";
import type { DocumentCopy } from "../document-copy.ts";
import type { Answer, AnswerCells } from "./answer-cells.ts";
import { type CardHost, ExerciseCard, type Reply } from "./card.ts";
import { replyOf } from "./reply.ts";

/** The page's methods that exercises call. */
interface ExercisePage {
  readonly exercise: PageApi["exercise"];
  readonly reader: Pick<PageApi["reader"], "action">;
}

/** The exercises of a notebook. Replies outlive the cards: a card is created again whenever its given values change. */
export class ExerciseController implements CardHost {
  readonly #copy: Pick<DocumentCopy, "placeOf">;
  readonly #page: ExercisePage;
  /** The cells with the answers. */
  readonly #answers: AnswerCells;
  readonly #cards = new Map<string, ExerciseCard>();
  readonly #replies = new Map<string, Reply>();
  #study: Study = noStudy;

  constructor(copy: Pick<DocumentCopy, "placeOf">, answers: AnswerCells, page: ExercisePage) {
    this.#copy = copy;
    this.#answers = answers;
    this.#page = page;
  }

  get study(): Study {
    return this.#study;
  }

  get exerciseCount(): number {
    return this.#answers.exerciseCount;
  }

  replyTo(id: string): Reply | undefined {
    return this.#replies.get(id);
  }

  /** `exercise({…}, given)` of a cell: the card. Throws a Fault if the declaration is invalid. */
  readonly exercise = async (declared: unknown, given: Given = {}): Promise<ExerciseCard> => {
    const opened = openExercise(declared);
    const { id, title, hints = [] } = opened.exercise;
    const card = new ExerciseCard(this, opened, given);
    this.#cards.set(id, card);
    await this.record({ type: "meet", id, title, hash: opened.hash, hints: hints.length });
    return card;
  };

  placed(card: ExerciseCard): void {
    const place = this.#copy.placeOf(cellIn(card) ?? 0);
    if (place > 0) void this.record({ type: "place", id: card.opened.exercise.id, place });
  }

  /** Sends an event to the page, which stores it. */
  async record(event: StudyEvent): Promise<void> {
    this.studied(await this.#page.exercise.note(event));
  }

  /** Updates the record of the reader's work, which may also change in the page. */
  studied(study: Study): void {
    for (const id of takenBack(this.#study, study)) this.#replies.delete(id);
    this.#study = study;
    for (const card of this.#cards.values()) card.refresh();
  }

  /** The value of a name changed: the reply to it is marked as out of date. */
  changed(name: string): void {
    for (const [id, card] of this.#cards) {
      const reply = this.#replies.get(id);
      if (card.opened.exercise.answer !== name || !reply || reply.changed) continue;
      this.#replies.set(id, { ...reply, changed: true });
      card.refresh();
    }
  }

  async check({ exercise }: OpenExercise, given: Given): Promise<void> {
    const { id, answer: name } = exercise;
    const answer = await this.#answers.answerOf(name);
    if (answer.status !== "value") return this.#reply(id, false, refusalOf(answer, name));
    // The starter unchanged, or an empty cell, does not count as an attempt.
    if (answer.value !== null && answer.source.trim() === exercise.starter?.trim())
      return this.#reply(id, false, say(exerciseTexts.untouched()));
    try {
      const finding = await judge(exercise, answer.value, given);
      const text = replyOf(finding, name);
      this.#reply(id, finding.right, text);
      if (!finding.right && finding.kind === "nothing") return;
      await this.record({ type: "try", id, answer: writeAnswer(answer.value), right: finding.right, reply: text });
    } catch (error) {
      this.#reply(id, false, say(exerciseTexts.failed({ reason: messageOf(error) })));
    }
  }

  put({ exercise }: OpenExercise, source: string, card: Element): void {
    this.#answers.write(exercise.answer, source, card);
  }

  report(): void {
    this.#page.reader.action("lesson-report");
  }

  #reply(id: string, right: boolean, text: string): void {
    this.#replies.set(id, { right, text, changed: false });
    this.#cards.get(id)?.refresh();
  }
}

function refusalOf(answer: Exclude<Answer, { status: "value" }>, name: string): string {
  if (answer.status === "failed") return say(exerciseTexts.broken({ reason: answer.message }));
  return answer.status === "missing" ? say(exerciseTexts.missing({ name })) : say(exerciseTexts.waits());
}
