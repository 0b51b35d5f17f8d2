import { css, html } from "lit";
import { saySentence } from "../../app/language/sentence.ts";
import { controls } from "../design/controls.ts";
import { dialogStyle } from "../design/dialog.ts";
import { icon } from "../design/icons.ts";
import { say } from "../language/speech.ts";
import { DialogElement } from "./dialog-element.ts";
import { showModal } from "./modal-dialog.ts";

/** What a person chooses who is about to leave a notebook that could not be saved. */
export type Leaving = "stay" | "download" | "leave";

/** Asks before changes are lost. Esc stays. */
export class Leave extends DialogElement {
  static override styles = [
    controls,
    dialogStyle,
    css`
      :host {
        --dialog-width: 30rem;
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

  ask(): Promise<Leaving> {
    const dialog = this.dialog;
    dialog.returnValue = "stay";
    showModal(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve((dialog.returnValue || "stay") as Leaving), { once: true });
    });
  }

  protected override render() {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${say("leave.title")}</h2>
      <p>${saySentence(this.session?.autosave.problem ?? "") || say("leave.advice")}</p>
      <form method="dialog">
        <button class="button" value="leave">${say("leave.leave")}</button>
        <button class="button" value="download">${icon("download")}${say("leave.download")}</button>
        <button class="button primary" value="stay" autofocus>${say("leave.stay")}</button>
      </form>
    </dialog>`;
  }
}

customElements.define("yuheng-leave", Leave);
