import { html, nothing, render } from "lit";
import type { Assertion } from "../../kernel/values/assertion.ts";
import { messages } from "../../lib/message/message.ts";
import { showSentence } from "../design/sentence.ts";
import { say, speech } from "../language/speech.ts";

export const assertionTexts = messages("frame.assertion", {
  running: { en: "being tested:", zh: "检验中：" },
  passed: { en: "Passed:", zh: "成立：" },
  failed: { en: "Failed:", zh: "不成立：" },
});

const marks = { running: "…", passed: "✔", failed: "✘" } as const;

/** A test of a notebook as a line: whether it passed and, if not, what was expected and what was found. */
export class AssertionElement extends HTMLElement {
  assertion: Assertion = { title: "", status: "running" };

  connectedCallback(): void {
    speech.addEventListener("change", this.#render);
    this.#render();
  }

  disconnectedCallback(): void {
    speech.removeEventListener("change", this.#render);
  }

  #render = () => {
    const { title, status, message } = this.assertion;
    this.dataset.status = status;
    render(
      html`<p role=${status === "failed" ? "alert" : nothing}>
          <span class="mark" aria-hidden="true">${marks[status]}</span>
          <span class="standing">${say(assertionTexts[status]())}</span>
          <span class="title">${title}</span>
        </p>
        ${message ? html`<p class="reason">${showSentence(say(message))}</p>` : nothing}`,
      this,
    );
  };
}

customElements.define("yuheng-assertion", AssertionElement);

export function assertionElement(assertion: Assertion): AssertionElement {
  return Object.assign(new AssertionElement(), { assertion });
}
