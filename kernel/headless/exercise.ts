import { openExercise } from "../lesson/open.ts";

type Markdown = (strings: TemplateStringsArray, ...values: unknown[]) => HTMLElement;

/**
 * `exercise` without a reader: shows the question without the solution, in a form, which marks it as interactive. Throws
 * ExerciseError for an invalid declaration, so that a damaged lesson does not pass.
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
