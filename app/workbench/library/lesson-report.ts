import { css, html, nothing } from "lit";
import { countExercises } from "../../../kernel/lesson/cells.ts";
import { reportOn } from "../../../kernel/lesson/report.ts";
import { inOrder } from "../../../kernel/lesson/study.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { downloadText } from "../../files/file-pickers.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { exerciseTexts } from "../../lesson/exercise-texts.ts";
import { writeReportPage } from "../../lesson/report-page.ts";
import { reportTexts } from "../../lesson/report-texts.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { fileNameOf } from "../shell/file-controller.ts";

/** Saves a reader's work in a lesson as a file for the teacher. The reader may enter a name. */
export class LessonReportDialog extends DialogElement {
  static override styles = [
    controls,
    dialogStyle,
    css`
      :host {
        --dialog-width: 32rem;
      }
      p {
        margin: 0 0 var(--space-4);
      }
      ol {
        margin: 0 0 var(--space-4);
        padding-left: 1.5rem;
      }
      label {
        display: block;
        margin-bottom: var(--space-4);
      }
      .field {
        display: block;
        width: 100%;
        margin-top: var(--space-1);
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .deeds > :last-child {
        margin-left: auto;
      }
    `,
  ];

  async show(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    showModal(this.dialog);
  }

  protected override render() {
    const { session } = this;
    const exercises = session ? inOrder(session.study) : [];
    const unmet = countExercises(session?.cells ?? []) - exercises.length;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("closed"))}>
      <h2 id="title">${say(reportTexts.title({ title: session?.title ?? "" }))}</h2>
      <ol>
        ${exercises.map(
          ([, { title, solved, tries }]) =>
            html`<li>
              ${title}${say(punctuation.colon())}${solved === null ? say(exerciseTexts.open()) : `✔ ${say(exerciseTexts.solved())}`}
              ${tries.length > 0 ? say(punctuation.bracketed({ text: punctuation.labelled({ label: reportTexts.tries(), value: tries.length }) })) : nothing}
            </li>`,
        )}
      </ol>
      ${unmet > 0 ? html`<p role="status">${say(reportTexts.unmet({ unmet }))}</p>` : nothing}
      <p>${say(reportTexts.about())}</p>
      <label>${say(reportTexts.name())}<input class="field" name="name" autocomplete="name" /></label>
      <div class="deeds">
        <button class="button primary" type="button" @click=${() => this.#save("html")}>
          ${icon("download")}${say(reportTexts.html())}
        </button>
        <button class="button" type="button" @click=${() => this.#save("json")}>${say(reportTexts.json())}</button>
        <button class="button" type="button" @click=${this.#forget}>${say(reportTexts.forget())}</button>
        <button class="button" type="button" @click=${() => this.close()}>${say(reportTexts.close())}</button>
      </div>
    </dialog>`;
  }

  #save(format: "html" | "json"): void {
    const { session } = this;
    if (!session) return;
    const name = this.renderRoot.querySelector<HTMLInputElement>("input")!.value.trim();
    const of = { notebook: session.name, title: session.title, name, asked: countExercises(session.cells) };
    const report = reportOn(session.study, of, Date.now());
    const file = `${fileNameOf(session.name)}-report`;
    if (format === "json") downloadText(`${file}.json`, "application/json", JSON.stringify(report, null, 2));
    else downloadText(`${file}.html`, "text/html", writeReportPage(report));
  }

  #forget = async () => {
    await this.session?.forgetStudy();
    this.workbench.notify(() => say(reportTexts.forgotten()));
    this.close();
  };
}

customElements.define("yuheng-lesson-report", LessonReportDialog);
