import type { Given } from "../../../kernel/lesson/declaration.ts";
import { judge } from "../../../kernel/lesson/judge.ts";
import { type OpenExercise, openExercise } from "../../../kernel/lesson/open.ts";
import { noStudy, type Study, type StudyEvent } from "../../../kernel/lesson/study.ts";
import { writeAnswer } from "../../../kernel/lesson/writing.ts";
import type { PageApi } from "../../../kernel/sandbox/protocol.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { say } from "../../language/speech.ts";
import { exerciseTexts } from "../../lesson/exercise-texts.ts";
import { cellIn } from "../cell-view.ts";
import type { DocumentCopy } from "../document-copy.ts";
import type { Answer, AnswerCells } from "./answer-cells.ts";
import { type CardHost, ExerciseCard, type Said } from "./card.ts";
import { replyOf } from "./reply.ts";

/** What exercises tell the page. */
interface ExercisePage {
  readonly exercise: PageApi["exercise"];
  readonly reader: Pick<PageApi["reader"], "action">;
}

/** The exercises of a notebook. What is said outlives the cards: a card is made anew whenever what it is given changes. */
export class ExerciseController implements CardHost {
  readonly #copy: Pick<DocumentCopy, "placeOf">;
  readonly #page: ExercisePage;
  /** Where they are answered. */
  readonly #answers: AnswerCells;
  readonly #cards = new Map<string, ExerciseCard>();
  readonly #said = new Map<string, Said>();
  #study: Study = noStudy;

  constructor(copy: Pick<DocumentCopy, "placeOf">, answers: AnswerCells, page: ExercisePage) {
    this.#copy = copy;
    this.#answers = answers;
    this.#page = page;
  }

  get study(): Study {
    return this.#study;
  }

  get asked(): number {
    return this.#answers.asked;
  }

  saidTo(id: string): Said | undefined {
    return this.#said.get(id);
  }

  /** `exercise({…}, given)` of a cell: the card. Throws a sentence where the declaration is none. */
  readonly exercise = async (declared: unknown, given: Given = {}): Promise<ExerciseCard> => {
    const opened = openExercise(declared);
    const { id, title, hints = [] } = opened.exercise;
    const card = new ExerciseCard(this, opened, given);
    this.#cards.set(id, card);
    await this.tell({ type: "meet", id, title, hash: opened.hash, hints: hints.length });
    return card;
  };

  placed(card: ExerciseCard): void {
    const place = this.#copy.placeOf(cellIn(card) ?? 0);
    if (place > 0) void this.tell({ type: "place", id: card.opened.exercise.id, place });
  }

  /** Tells the page, which keeps it. */
  async tell(event: StudyEvent): Promise<void> {
    this.studied(await this.#page.exercise.note(event));
  }

  /** Takes what the reader did, here or in the page. */
  studied(study: Study): void {
    this.#study = study;
    for (const [id] of this.#said) if (study.exercises[id]?.tries.length === 0) this.#said.delete(id);
    for (const card of this.#cards.values()) card.refresh();
  }

  /** A name has another value: what was said of it is of yesterday. */
  changed(name: string): void {
    for (const [id, card] of this.#cards) {
      const said = this.#said.get(id);
      if (card.opened.exercise.answer !== name || !said || said.changed) continue;
      this.#said.set(id, { ...said, changed: true });
      card.refresh();
    }
  }

  async check({ exercise }: OpenExercise, given: Given): Promise<void> {
    const { id, answer: name } = exercise;
    const answer = await this.#answers.answerOf(name);
    if (answer.status !== "value") return this.#say(id, false, refusalOf(answer, name));
    // The cell as it was given, and an empty one, are no tries.
    if (answer.value !== null && answer.source.trim() === exercise.starter?.trim())
      return this.#say(id, false, say(exerciseTexts.untouched()));
    try {
      const finding = await judge(exercise, answer.value, given);
      const text = replyOf(finding, name);
      this.#say(id, finding.right, text);
      if (!finding.right && finding.kind === "nothing") return;
      await this.tell({ type: "try", id, answer: writeAnswer(answer.value), right: finding.right, reply: text });
    } catch (error) {
      this.#say(id, false, say(exerciseTexts.failed({ reason: messageOf(error) })));
    }
  }

  put({ exercise }: OpenExercise, source: string, card: Element): void {
    this.#answers.write(exercise.answer, source, card);
  }

  report(): void {
    this.#page.reader.action("lesson-report");
  }

  #say(id: string, right: boolean, text: string): void {
    this.#said.set(id, { right, text, changed: false });
    this.#cards.get(id)?.refresh();
  }
}

function refusalOf(answer: Exclude<Answer, { status: "value" }>, name: string): string {
  if (answer.status === "failed") return say(exerciseTexts.broken({ reason: answer.message }));
  return answer.status === "missing" ? say(exerciseTexts.missing({ name })) : say(exerciseTexts.waits());
}
