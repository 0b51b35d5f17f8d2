import { openExercise } from "../lesson/open.ts";

type Markdown = (strings: TemplateStringsArray, ...values: unknown[]) => HTMLElement;

/**
 * `exercise` where nobody answers: what it asks, without what is right; a form, since it waits for a hand. Throws
 * ExerciseError where the declaration is none, so that a damaged lesson does not pass.
 */
export function exerciseOf(md: Markdown): (declared: unknown) => HTMLElement {
  return (declared) => {
    const { title, prompt } = openExercise(declared).exercise;
    const card = document.createElement("yuheng-exercise");
    const form = document.createElement("form");
    form.setAttribute("aria-label", title);
    const head = document.createElement("p");
    head.className = "head";
    head.append(Object.assign(document.createElement("strong"), { textContent: title }));
    form.append(head);
    if (prompt) form.append(md(Object.assign([prompt], { raw: [prompt] })));
    card.append(form);
    return card;
  };
}
