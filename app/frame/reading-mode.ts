import { AnswerCode } from "./answer-code.ts";
import type { CodeMode } from "./code-mode.ts";
import type { CodeView } from "./code-view.ts";

/** Code as text, without editors and language help; only the answers of exercises can be typed. */
export const readingMode: CodeMode = ({ answers, publication }) => {
  const coloured = new Map(publication?.cells.map(({ id, code }) => [id, code]));
  return ({ id, source }, label, host) =>
    answers.has(id) ? new AnswerCode(source, label, host) : new ReadCode(source, label, coloured.get(id));
};

/** The text of a cell, which can be scrolled, selected and copied. */
class ReadCode implements CodeView {
  readonly element = document.createElement("pre");
  readonly cursor = 0;

  constructor(source: string, label: string, coloured: string | undefined) {
    this.element.className = "read-code";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "group");
    if (coloured === undefined) this.replace(source);
    else this.element.innerHTML = coloured;
    this.configure("", label);
  }

  replace(source: string): void {
    if (this.element.textContent !== source) this.element.textContent = source;
  }

  configure(_kind: string, label: string): void {
    this.element.setAttribute("aria-label", label);
  }

  focus(): void {
    this.element.focus();
  }

  goTo(): void {
    this.element.scrollIntoView({ block: "center" });
    this.focus();
  }

  ask(): void {}

  showMatches(): void {}

  destroy(): void {
    this.element.remove();
  }
}
