import { css, html } from "lit";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { DialogElement } from "./dialog-element.ts";

export const leaveTexts = messages("workbench.leave", {
  title: { en: "These changes are not saved", zh: "改动尚未保存" },
  advice: {
    en: "This copy cannot write to disk. Download the notebook to keep your changes.",
    zh: "当前副本不能写入磁盘。如需保留改动，请下载笔记本。",
  },
  stay: { en: "Stay", zh: "留下" },
  download: { en: "Download and leave", zh: "下载后离开" },
  leave: { en: "Leave without them", zh: "放弃改动并离开" },
});

/** The choices of a user who leaves a notebook that could not be saved. */
export type Leaving = "stay" | "download" | "leave";

/** Asks before changes are lost. Escape stays. */
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
      <h2 id="title">${say(leaveTexts.title())}</h2>
      <p>${say(this.session?.autosave.problem ?? "") || say(leaveTexts.advice())}</p>
      <form method="dialog">
        <button class="button" value="leave">${say(leaveTexts.leave())}</button>
        <button class="button" value="download">${icon("download")}${say(leaveTexts.download())}</button>
        <button class="button primary" value="stay" autofocus>${say(leaveTexts.stay())}</button>
      </form>
    </dialog>`;
  }
}

customElements.define("yuheng-leave", Leave);
