import { html, nothing, render } from "lit";
import type { Given } from "../../../kernel/lesson/declaration.ts";
import type { OpenExercise } from "../../../kernel/lesson/open.ts";
import { countSolved, type ExerciseStudy, mayOpen, type Study, type StudyEvent } from "../../../kernel/lesson/study.ts";
import { md } from "../../../kernel/stdlib/markdown.ts";
import { stateShape } from "../../design/state-shape.ts";
import { say, speech } from "../../language/speech.ts";
import { exerciseTexts } from "../../lesson/exercise-texts.ts";

/** The last reply to an answer, and whether the answer has changed since. */
export interface Reply {
  readonly right: boolean;
  readonly text: string;
  readonly changed: boolean;
}

/** What a card needs of the notebook's exercises. */
export interface CardHost {
  readonly study: Study;
  /** The number of exercises in the notebook. */
  readonly exerciseCount: number;
  replyTo(id: string): Reply | undefined;
  /** A card was attached to its cell. */
  placed(card: ExerciseCard): void;
  /** Records an action of the reader. */
  record(event: StudyEvent): Promise<void>;
  check(opened: OpenExercise, given: Given): Promise<void>;
  /** Puts a source into the reader's cell. */
  put(opened: OpenExercise, source: string, card: Element): void;
  report(): void;
}

/** An exercise for the reader: prompt, Check, hints, reply to the answer, solution. */
export class ExerciseCard extends HTMLElement {
  readonly opened: OpenExercise;
  readonly #controller: CardHost;
  readonly #given: Given;
  #busy = false;
  #shown = false;
  /** Whether the solution was requested too early. */
  #early = false;
  readonly #markdown = new Map<string, HTMLElement>();

  constructor(controller: CardHost, opened: OpenExercise, given: Given) {
    super();
    this.#controller = controller;
    this.opened = opened;
    this.#given = given;
  }

  connectedCallback(): void {
    this.#controller.placed(this);
    speech.addEventListener("change", this.refresh);
    this.refresh();
  }

  disconnectedCallback(): void {
    speech.removeEventListener("change", this.refresh);
  }

  get #study(): ExerciseStudy | undefined {
    return this.#controller.study.exercises[this.opened.exercise.id];
  }

  readonly refresh = (): void => {
    const { title, prompt } = this.opened.exercise;
    const study = this.#study;
    const solved = study?.solved != null;
    const standing = solved
      ? exerciseTexts.solved()
      : study?.solution != null
        ? exerciseTexts.shown()
        : exerciseTexts.open();
    const progress = { solved: countSolved(this.#controller.study), all: this.#controller.exerciseCount };
    render(
      html`<section aria-label=${say(exerciseTexts.label({ title }))} data-solved=${solved ? "" : nothing}>
        <p class="head">
          <strong>${title}</strong>
          <span class="standing">${solved ? "✔" : "○"} ${say(standing)}</span>
        </p>
        ${prompt ? this.#prose(prompt) : nothing} ${this.#renderActions(study)}
        <div class="said" role="status">${this.#renderReply()}</div>
        ${this.#renderHints(study)} ${this.#shown ? this.#renderSolution() : nothing}
        <p class="foot">
          <span>${say(exerciseTexts.progress(progress))}</span>
          <button type="button" class="link" @click=${() => this.#controller.report()}>${say(exerciseTexts.report())}</button>
        </p>
      </section>`,
      this,
    );
  };

  #renderActions(study: ExerciseStudy | undefined) {
    const { hints = [], starter } = this.opened.exercise;
    const next = (study?.opened ?? 0) + 1;
    const ready = study !== undefined && mayOpen(study);
    return html`<div class="deeds">
      <button type="button" class="primary" aria-disabled=${this.#busy ? "true" : nothing} @click=${this.#check}>
        ${say(this.#busy ? exerciseTexts.checking() : exerciseTexts.check())}
      </button>
      ${
        hints.length === 0
          ? nothing
          : html`<button
              type="button"
              aria-disabled=${next > hints.length ? "true" : nothing}
              @click=${() => next <= hints.length && this.#record("hint")}
            >
              ${next > hints.length ? say(exerciseTexts.noHints()) : say(exerciseTexts.hint({ next, all: hints.length }))}
            </button>`
      }
      <button
        type="button"
        aria-disabled=${ready ? nothing : "true"}
        aria-expanded=${this.#shown ? "true" : "false"}
        @click=${() => this.#toggleSolution(ready)}
      >
        ${say(exerciseTexts.solution())}
      </button>
      ${
        starter === undefined
          ? nothing
          : html`<button type="button" class="link" @click=${() => this.#controller.put(this.opened, starter, this)}>
              ${say(exerciseTexts.again())}
            </button>`
      }
    </div>`;
  }

  #renderReply() {
    const reply = this.#controller.replyTo(this.opened.exercise.id);
    if (this.#early) return html`<p class="early">${say(exerciseTexts.notYet())}</p>`;
    if (!reply) return nothing;
    return html`<div class=${reply.right ? "right" : "wrong"}>
      <span class="sign" aria-hidden="true">${reply.right ? "✔" : stateShape("failed")}</span>${this.#prose(reply.text)}
      ${reply.changed ? html`<p class="changed">${say(exerciseTexts.changed())}</p>` : nothing}
    </div>`;
  }

  #renderHints(study: ExerciseStudy | undefined) {
    const open = (this.opened.exercise.hints ?? []).slice(0, study?.opened ?? 0);
    if (open.length === 0) return nothing;
    return html`<ol class="hints" aria-label=${say(exerciseTexts.hints())} aria-live="polite">
      ${open.map((hint) => html`<li>${this.#prose(hint)}</li>`)}
    </ol>`;
  }

  #renderSolution() {
    const { solution, why } = this.opened.exercise;
    return html`<div class="solution" role="group" aria-label=${say(exerciseTexts.solution())}>
      <pre tabindex="0"><code>${solution.trim()}</code></pre>
      ${why ? this.#prose(why) : nothing}
      <button type="button" @click=${() => this.#controller.put(this.opened, solution.trim(), this)}>
        ${say(exerciseTexts.put())}
      </button>
    </div>`;
  }

  /** One element per text, so that unchanged texts keep their element. */
  #prose(text: string): HTMLElement {
    const known = this.#markdown.get(text);
    if (known) return known;
    const element = md(Object.assign([text], { raw: [text] }));
    this.#markdown.set(text, element);
    return element;
  }

  #check = async () => {
    if (this.#busy) return;
    this.#busy = true;
    this.#early = false;
    this.refresh();
    try {
      await this.#controller.check(this.opened, this.#given);
    } finally {
      this.#busy = false;
      this.refresh();
    }
  };

  #record(type: "hint" | "solution"): void {
    this.#early = false;
    void this.#controller.record({ type, id: this.opened.exercise.id });
  }

  #toggleSolution(ready: boolean): void {
    this.#early = !ready;
    this.#shown = ready && !this.#shown;
    if (this.#shown) this.#record("solution");
    this.refresh();
  }
}

customElements.define("yuheng-exercise", ExerciseCard);
