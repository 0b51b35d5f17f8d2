import { html } from "lit";
import type { Attachment } from "../../../kernel/services/attachment.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { writeSize } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { dataTexts } from "../panels/data-texts.ts";
import { datasetStyle } from "../panels/dataset-style.ts";
import { fileCellFor } from "../shell/insertion.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { isForTables } from "./data-file.ts";
import { fileFacts, ownButtons } from "./own-facts.ts";

/** A file of the notebook that holds no table, such as a picture: one line when closed, facts and buttons when open. */
export class OwnFile extends WorkbenchElement {
  static override properties = { attachment: { attribute: false }, astray: { attribute: false } };
  static override styles = [controls, datasetStyle];

  declare attachment: Attachment;
  /** Whether it is kept in this browser, although the notebook stands in a folder. */
  declare astray: boolean;

  protected override render() {
    const { attachment, astray, session, workbench } = this;
    const taken = new Set([...(session?.reports.values() ?? [])].flatMap((report) => report.outputs));
    return html`<details>
      <summary>
        ${icon("open")}
        <span class="title">${attachment.name}</span>
        <span class="facts"><span>${writeSize(attachment.size)}</span></span>
      </summary>
      <div class="body">
        <div class="insert">
          <button class="button" type="button" @click=${() => session?.insert("js", fileCellFor(attachment, taken))}>
            ${icon("add")}${say(dataTexts.insertJs())}
          </button>
          ${ownButtons(workbench, attachment.name, astray, isForTables(attachment) ? dataTexts.readTable() : null)}
        </div>
        <dl>${fileFacts(attachment, astray)}</dl>
      </div>
    </details>`;
  }
}

customElements.define("yuheng-own-file", OwnFile);
