import { html } from "htl";
import { decimalsOf, writeChange, writeQuantity } from "../../lib/charts/number-text.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { valueFor } from "../document/language-tag.ts";
import { sentenceIn } from "../services/compute/sentences.ts";
import type { FormHost } from "./form-host.ts";
import type { FormAsk, Forms, FormText, QuestionsForm } from "./form-options.ts";

const texts = messages("forms.questions", {
  place: { en: "Question {at} of {count}", zh: "第 {at} 个问题，共 {count} 个" },
  none: { en: "No question is open.", zh: "没有待答的问题。" },
  holds: { en: "in the figure", zh: "当前采用" },
  notAnswered: { en: "not answered", zh: "未回答" },
  back: { en: "Back", zh: "上一个" },
  confirm: { en: "Confirm", zh: "确认" },
  confirmNext: { en: "Confirm, next", zh: "确认，下一个" },
  moreAnswers: { en: "More ({count})", zh: "更多（{count}）" },
  more: { en: "All questions ({answered} of {count} answered)", zh: "全部问题（已回答 {answered}/{count}）" },
});

/** Answers that are shown at once. */
const SHOWN = 6;
/** The colour of what stands beside: of the frame, or of an older page. */
const MUTED = "var(--ink-muted, var(--muted))";

/** The largest change that an answer may make; 0 if none is known. */
function weightOf({ options }: FormAsk): number {
  return Math.max(0, ...options.map(({ change = 0 }) => Math.abs(change)));
}

/** A change as figures write it. One that does not show in three digits of a hundredth is none. */
function writeEffect(change: number, unit: string): string {
  const isNone = Math.abs(change) < 0.0005;
  return writeQuantity(isNone ? "±0" : writeChange(change, decimalsOf(change)), unit);
}

/**
 * A form that asks one question at a time, those first that may change the result most. Until a question is answered its default holds and
 * is preselected; each option has what it changes.
 */
export function questionsForm({ language }: FormHost): Forms["questions"] {
  const write = (text: FormText) =>
    typeof text === "string" ? sentenceIn(text, language) : (valueFor(text, language) ?? "");
  return (asks, { unit = "kg", answers: given = {} } = {}) => {
    const sorted = [...asks].sort((a, b) => weightOf(b) - weightOf(a));
    const form = html`<form class="questions" style="max-width: 46rem">` as QuestionsForm;
    const questions = new Questions(form, sorted, new Map(Object.entries(given)), { unit, language, write });
    form.addEventListener("submit", (event) => event.preventDefault());
    // Listeners of its own, because the frame's policy refuses attributes of events.
    form.addEventListener("input", (event) => questions.typed(event), true);
    form.addEventListener("change", ({ target }) => questions.entered(target as HTMLInputElement));
    form.addEventListener("click", ({ target }) => questions.pressed(target as HTMLElement));
    Object.defineProperty(form, "value", {
      get: () => questions.answers,
      set: (value: Readonly<Record<string, string>>) => questions.take(value),
    });
    questions.show();
    return form;
  };
}

interface Writing {
  readonly unit: string;
  readonly language: string;
  readonly write: (text: FormText) => string;
}

/** The questions in their form, of which one is shown. */
class Questions {
  readonly #form: HTMLFormElement;
  readonly #asks: readonly FormAsk[];
  readonly #answers: Map<string, string>;
  readonly #writing: Writing;
  #at = 0;

  constructor(form: HTMLFormElement, asks: readonly FormAsk[], answers: Map<string, string>, writing: Writing) {
    this.#form = form;
    this.#asks = asks;
    this.#answers = answers;
    this.#writing = writing;
  }

  get answers(): Record<string, string> {
    return Object.fromEntries(this.#answers);
  }

  take(answers: Readonly<Record<string, string>>): void {
    for (const [key, answer] of Object.entries(answers)) this.#answers.set(key, answer);
    this.show();
  }

  show(): void {
    const say = (message: Message) => writeMessage(message, { tag: this.#writing.language });
    const [asks, at] = [this.#asks, this.#at];
    const ask = asks[at];
    if (!ask) {
      this.#form.replaceChildren(say(texts.none()));
      return;
    }
    const { write } = this.#writing;
    const isLast = at === asks.length - 1;
    const answered = asks.filter(({ key }) => this.#answers.has(key)).length;
    const parts = [
      html`<p style="margin: 0; color: ${MUTED}">${say(texts.place({ at: at + 1, count: asks.length }))}</p>`,
      html`<fieldset style="border: 0; margin: 0; padding: 0; min-width: 0"><legend style="padding: 0; font-weight: 600">${write(ask.question)}</legend>${this.#fieldOf(ask, say)}</fieldset>`,
      html`<p style="display: flex; flex-wrap: wrap; gap: 0.5em; margin: 0.6em 0 0">
        <button type="button" data-go=${at - 1} disabled=${at === 0}>${say(texts.back())}</button>
        <button type="button" data-confirm>${say(isLast ? texts.confirm() : texts.confirmNext())}</button>
      </p>`,
      asks.length < 2
        ? ""
        : html`<details style="margin-top: 0.4em"><summary>${say(texts.more({ answered, count: asks.length }))}</summary>
        <ol style="margin: 0.2em 0 0">${asks.map((each, i) => html`<li><button type="button" aria-current=${i === at ? "true" : null} style="border: 0; padding: 0.2em 0; background: none; color: inherit; text-align: start; text-decoration: underline; cursor: pointer" data-go=${i}>${write(each.question)}</button>${this.#answers.has(each.key) ? " ✓" : ""}</li>`)}</ol></details>`,
    ];
    this.#form.replaceChildren(...parts.map((part) => part ?? ""));
  }

  #fieldOf(ask: FormAsk, say: (message: Message) => string): unknown {
    const { key, question, options, assumed = null } = ask;
    const { write, unit } = this.#writing;
    const chosen = this.#answers.get(key) ?? assumed ?? "";
    if (options.length === 0) {
      return html`<input type="text" value=${chosen} aria-label=${write(question)}>`;
    }
    const open: FormAsk["options"] = assumed === null ? [{ value: "", label: say(texts.notAnswered()) }] : [];
    const fields = [...open, ...options].map(({ value, label, change }) => {
      const effect = value === assumed ? say(texts.holds()) : change === undefined ? "" : writeEffect(change, unit);
      return {
        value,
        field: html`<label style="display: flex; gap: 0.5em; align-items: baseline; padding: 0.2em 0"><input type="radio" name="answer" value=${value} checked=${value === chosen}><span style="flex: 1; overflow-wrap: anywhere">${write(label)}</span><span style="color: ${MUTED}; white-space: nowrap; font-variant-numeric: tabular-nums">${effect}</span></label>`,
      };
    });
    const isShown = ({ value }: { readonly value: string }, i: number) => i < SHOWN || value === chosen;
    const rest = fields.filter((each, i) => !isShown(each, i));
    return [
      ...fields.filter(isShown).map(({ field }) => field),
      rest.length === 0
        ? ""
        : html`<details><summary>${say(texts.moreAnswers({ count: rest.length }))}</summary>${rest.map(({ field }) => field)}</details>`,
    ];
  }

  /** A choice tells the notebook by its own event, which goes on; letters do not, until the text is entered. */
  typed(event: Event): void {
    const { type, value } = event.target as HTMLInputElement;
    if (type === "text") event.stopPropagation();
    if (type === "radio") this.#choose(value);
  }

  entered({ type, value }: HTMLInputElement): void {
    if (type !== "text") return;
    this.#choose(value);
    this.#tell();
  }

  pressed(target: HTMLElement): void {
    const button = target.closest<HTMLButtonElement>("button[data-go], button[data-confirm]");
    if (!button) return;
    if (button.dataset.go === undefined) this.#confirm();
    else this.#go(Number(button.dataset.go));
  }

  /** The answer to the question that is shown; an empty one takes it back. */
  #choose(value: string): void {
    const { key } = this.#asks[this.#at]!;
    if (value === "") this.#answers.delete(key);
    else this.#answers.set(key, value);
  }

  #confirm(): void {
    const [first] = this.#form.querySelectorAll<HTMLInputElement>("input:checked, input[type=text]");
    this.#choose(first?.value ?? "");
    this.#tell();
    this.#go(this.#at + 1);
  }

  #go(to: number): void {
    this.#at = Math.min(this.#asks.length - 1, Math.max(0, to));
    this.show();
  }

  #tell(): void {
    this.#form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
