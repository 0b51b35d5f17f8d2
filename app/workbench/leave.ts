import { css, html } from "lit";
import { controls } from "../design/controls.ts";
import { icon } from "../design/icons.ts";
import { say } from "../language/speech.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** What a person chooses who is about to leave a notebook that could not be saved. */
export type Leaving = "stay" | "download" | "leave";

/** Asks before changes are lost. Esc stays. */
export class Leave extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(30rem, calc(100vw - 1.5rem));
        padding: var(--space-6);
        font-size: var(--text-interface);
      }
      h2 {
        margin: 0 0 var(--space-2);
        font-family: var(--font-prose);
        font-size: 1.25rem;
        line-height: 1.25;
      }
      p {
        margin: 0 0 var(--space-6);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--space-2);
      }
    `,
  ];

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  ask(): Promise<Leaving> {
    const dialog = this.#dialog;
    dialog.returnValue = "stay";
    if (!dialog.open) dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve((dialog.returnValue || "stay") as Leaving), { once: true });
    });
  }

  protected override render() {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${say("leave.title")}</h2>
      <p>${this.session?.saveProblem ?? say("leave.advice")}</p>
      <form method="dialog">
        <button class="button" value="leave">${say("leave.leave")}</button>
        <button class="button" value="download">${icon("download")}${say("leave.download")}</button>
        <button class="button primary" value="stay" autofocus>${say("leave.stay")}</button>
      </form>
    </dialog>`;
  }
}

customElements.define("yuheng-leave", Leave);
