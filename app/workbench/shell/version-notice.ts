import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { AssistantRight } from "../../../kernel/document/assistant-right.ts";
import { type Choice, findDifferences } from "../../../kernel/document/index.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeMoment } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { PAGE_ASSISTANT } from "../../session/assistants.ts";
import type { Session } from "../../session/contract.ts";
import type { OtherVersion } from "../../session/other-version.ts";
import type { ProposalRun } from "../../session/proposal-runs.ts";
import { fileTexts } from "./file-texts.ts";
import { noticeStyle } from "./notice-style.ts";
import { offerButton } from "./offer-button.ts";
import { assistantTexts, draftTexts, otherTexts } from "./version-texts.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** Notices about the notebook's versions: restored changes, other versions, a draft that could not be stored. */
export class VersionNotice extends WorkbenchElement {
  static override styles = [
    controls,
    noticeStyle,
    css`
      /* At the bottom, over the notebook, so that its content does not move. */
      :host {
        position: fixed;
        bottom: var(--space-3);
        left: 50%;
        transform: translateX(-50%);
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--space-2);
        width: min(46rem, calc(100vw - 1.5rem));
        pointer-events: none;
      }
      .calm {
        border-color: var(--rule);
      }
    `,
  ];

  protected override render() {
    const { session, workbench } = this;
    if (!session) return nothing;
    return html`${this.#renderNotice(workbench.notice)} ${this.#renderResumed(session)} ${this.#renderKept(session)}
    ${this.#renderForeign(session)}
    ${repeat(
      session.assistants.list,
      ({ id }) => id,
      (right) => this.#renderAssistant(session, right),
    )}
    ${repeat(
      // A conflict is shown by the notice about saving.
      session.autosave.others.filter(({ where }) => where !== "disk" || session.autosave.saveState !== "conflict"),
      ({ key }) => key,
      (other) => this.#renderOther(session, other),
    )}`;
  }

  #renderNotice(notice: string | null) {
    if (!notice) return nothing;
    return html`<div class="notice calm" role="status">
      <span class="words">${showSentence(notice)}</span>
      <span class="buttons">
        ${offerButton(this.workbench)}
        <button class="tool" type="button" aria-label=${say(fileTexts.dismiss())} @click=${() => this.workbench.notify(null)}>
          ${icon("close")}
        </button>
      </span>
    </div>`;
  }

  #renderResumed(session: Session) {
    // A conflict is shown by the notice about saving.
    if (session.autosave.resumed === null || session.autosave.saveState === "conflict") return nothing;
    const sentence = say(draftTexts.resumed({ time: writeMoment(session.autosave.resumed) }));
    return html`<div class="notice calm" role="status">
      <span class="words">${sentence}</span>
      <span class="buttons">
        <button class="button" type="button" @click=${() => this.workbench.discard()}>${say(draftTexts.discard())}</button>
        <button class="button primary" type="button" @click=${() => session.autosave.accept()}>${say(draftTexts.keep())}</button>
      </span>
    </div>`;
  }

  #renderKept(session: Session) {
    if (session.autosave.kept) return nothing;
    return html`<div class="notice" role="group" aria-label=${say(draftTexts.notKept())}>
      <span class="words">
        <span class="state stale">${stateShape("stale")}</span>
        <strong>${say(draftTexts.notKept())}</strong>
        <span class="advice">${say(draftTexts.notKeptAdvice())}</span>
      </span>
      <span class="buttons">
        <button class="button" type="button" @click=${() => this.workbench.download()}>
          ${icon("download")}${say(otherTexts.download())}
        </button>
      </span>
    </div>`;
  }

  #renderOther(session: Session, other: OtherVersion) {
    const { key, where, time } = other;
    const sentence =
      where === "disk"
        ? say(session.autosave.saveState === "read-only" ? otherTexts.published() : otherTexts.disk())
        : where === "tab"
          ? say(otherTexts.tab())
          : where !== "draft"
            ? say(otherTexts[where]())
            : say(otherTexts.draft({ time: time === null ? "" : writeMoment(time) }));
    if (where === "proposal") return this.#renderProposal(session, other, sentence);
    return html`<div class="notice" role="group" aria-label=${sentence}>
      <span class="words">
        <span class="state stale">${stateShape("stale")}</span>
        ${sentence}
        <span class="advice">${say(otherTexts.advice())}</span>
      </span>
      <span class="buttons">
        <button class="button primary" type="button" @click=${() => this.workbench.compare(key)}>
          ${say(otherTexts.compare())}
        </button>
      </span>
    </div>`;
  }

  /** What is proposed stands in the notebook as ghosts; it is kept as a whole, in part, or not. What both sides changed must be compared. */
  #renderProposal(session: Session, other: OtherVersion, sentence: string) {
    const comparison = session.autosave.compare(other.key);
    if (!comparison) return nothing;
    const differences = findDifferences(comparison);
    const isClear = differences.every(({ change }) => change !== "conflict");
    const decide = (choices: ReadonlyMap<string, Choice>) => session.merge(other, comparison, choices);
    const keepAll = () => decide(new Map());
    const run = session.proposalRuns.of(other);
    const runCopy = () => void session.proposalRuns.run(other, comparison);
    const discard = () => decide(new Map(differences.map(({ key }) => [key, "mine"])));
    const onKeydown = (event: KeyboardEvent) => {
      const wantsAll = event.key === "Enter" && (event.ctrlKey || event.metaKey);
      if (event.isComposing || !(event.key === "Escape" || (wantsAll && isClear))) return;
      event.preventDefault();
      event.stopPropagation();
      if (wantsAll) keepAll();
      else discard();
    };
    return html`<div class="notice" role="group" aria-label=${sentence} @keydown=${onKeydown}>
      <span class="words">
        <span class="state stale">${stateShape("stale")}</span>
        ${sentence}
        <span class="advice">${say(isClear ? otherTexts.ghosts() : otherTexts.advice())}</span>
        ${run ? html`<span class="advice" role="status">${this.#runSentence(run)}</span>` : nothing}
      </span>
      <span class="buttons">
        ${
          run?.state === "running"
            ? html`<button class="button" type="button" @click=${() => session.proposalRuns.stop()}>${say(otherTexts.stop())}</button>`
            : isClear
              ? html`<button class="button" type="button" title=${say(otherTexts.runAbout())} @click=${runCopy}>
                  ${icon("play")}${say(otherTexts.runCopy())}
                </button>`
              : nothing
        }
        <button class="button" type="button" aria-keyshortcuts="Escape" @click=${discard}>${say(otherTexts.discard())}</button>
        <button class="button ${isClear ? "" : "primary"}" type="button" @click=${() => this.workbench.compare(other.key)}>
          ${say(otherTexts.compare())}
        </button>
        ${
          isClear
            ? html`<button class="button primary" type="button" aria-keyshortcuts="Control+Enter Meta+Enter" @click=${keepAll}>
                ${icon("check")}${say(otherTexts.keepAll())}
              </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  /** What came with the folder as if a program of the person had proposed or asked it. */
  #renderForeign({ assistants }: Session) {
    const { foreign } = assistants;
    if (!foreign) return nothing;
    return html`<div class="notice calm" role="status">
      <span class="words">
        ${foreign.proposal ? html`<span>${say(assistantTexts.foreignProposal())}</span>` : nothing}
        ${foreign.assistants > 0 ? html`<span>${say(assistantTexts.foreignRights({ count: foreign.assistants }))}</span>` : nothing}
      </span>
      <span class="buttons">
        <button class="tool" type="button" aria-label=${say(fileTexts.dismiss())} @click=${() => assistants.dismissForeign()}>
          ${icon("close")}
        </button>
      </span>
    </div>`;
  }

  /** What an assistant may, or asks for; an answer is always a press away. */
  #renderAssistant(session: Session, { id, state }: AssistantRight) {
    const isPage = id === PAGE_ASSISTANT;
    const decide = (may: boolean) => session.assistants.decide(id, may);
    if (state === "allowed")
      return html`<div class="notice calm" role="group" aria-label=${say(isPage ? assistantTexts.maySee() : assistantTexts.mayRun())}>
        <span class="words">${say(isPage ? assistantTexts.maySee() : assistantTexts.mayRun())}</span>
        <span class="buttons">
          <button class="button" type="button" @click=${() => decide(false)}>${say(assistantTexts.revoke())}</button>
        </span>
      </div>`;
    const sentence = say(isPage ? assistantTexts.asksToSee() : assistantTexts.asks());
    return html`<div class="notice" role="group" aria-label=${sentence}>
      <span class="words">
        <span class="state stale">${stateShape("stale")}</span>
        ${sentence}
        <span class="advice">${say(isPage ? assistantTexts.asksToSeeAbout() : assistantTexts.asksAbout())}</span>
      </span>
      <span class="buttons">
        <button class="button" type="button" @click=${() => decide(false)}>${say(assistantTexts.refuse())}</button>
        <button class="button" type="button" @click=${() => decide(true)}>${say(assistantTexts.allow())}</button>
      </span>
    </div>`;
  }

  #runSentence(run: ProposalRun): string {
    if (run.state === "running") return say(otherTexts.running());
    if (run.state === "failed") return say(otherTexts.notRun({ why: run.why }));
    const failed = run.cells.filter(({ status }) => status !== "ran").length;
    return say(failed === 0 ? otherTexts.ran() : otherTexts.ranFailed({ count: failed }));
  }
}

customElements.define("yuheng-version-notice", VersionNotice);
