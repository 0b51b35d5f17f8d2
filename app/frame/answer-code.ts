import type { CodeHost, CodeView } from "./code-view.ts";

/** The editor of an exercise's answer in a published page: a plain text area. */
export class AnswerCode implements CodeView {
  readonly element = document.createElement("textarea");

  constructor(source: string, label: string, host: CodeHost) {
    this.element.className = "answer-code";
    this.element.spellcheck = false;
    this.element.autocapitalize = "off";
    this.element.addEventListener("input", () => {
      this.#fit();
      host.changed(this.element.value, null);
    });
    this.replace(source);
    this.configure("", label);
  }

  get cursor(): number {
    return this.element.selectionStart;
  }

  replace(source: string): void {
    if (this.element.value !== source) this.element.value = source;
    this.#fit();
  }

  configure(_kind: string, label: string): void {
    this.element.setAttribute("aria-label", label);
  }

  focus(): void {
    this.element.focus();
  }

  goTo(offset: number): void {
    this.focus();
    this.element.setSelectionRange(offset, offset);
  }

  ask(): void {}

  showMatches(): void {}

  destroy(): void {
    this.element.remove();
  }

  #fit(): void {
    this.element.rows = this.element.value.split("\n").length;
  }
}
