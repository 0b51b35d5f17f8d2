import { css, html, type LitElement, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { QuotedCell } from "../../../lib/dialogue/conversation.ts";
import type { AgentStart } from "../../../lib/dialogue/reply.ts";
import { writeValue } from "../../../lib/dialogue/write-reply.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { sideList } from "../../design/side-list.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say, sayText } from "../../language/speech.ts";
import type { AgentController } from "../../session/agent-controller.ts";
import type { Session } from "../../session/contract.ts";
import type { DialogueController } from "../../session/dialogue-controller.ts";
import type { Exchange, Reproduced } from "../../session/dialogue-exchange.ts";
import type { RecordedValue } from "../../session/dialogue-record.ts";
import { pageModel } from "../../session/model-choice.ts";
import { Watcher } from "../shell/watcher.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { agentTexts } from "./agent-texts.ts";
import { askTexts } from "./ask-texts.ts";
import "./model-settings.ts";
import "./proposal-view.ts";
import type { ProposalView } from "./proposal-view.ts";
import "./reply-view.ts";

/** The conversation about a notebook: turns and replies, the newest last, and the field for the next question. */
export class AskPanel extends WorkbenchElement {
  static override properties = {
    dialogue: { state: true },
    agents: { state: true },
    problem: { state: true },
    shown: { state: true },
  };
  static override styles = [
    controls,
    sideList,
    css`
      header .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
      }
      .link {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        min-height: 1.5rem;
        color: var(--link);
      }
      .link .icon {
        width: 1rem;
        height: 1rem;
      }
      .link:hover {
        text-decoration: underline;
      }
      .link:disabled {
        color: var(--ink-muted);
        text-decoration: none;
        cursor: default;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .turn {
        padding: var(--space-3) var(--space-4);
        border-bottom: 1px solid var(--rule);
      }
      h3 {
        margin-bottom: var(--space-2);
        font-size: var(--text-interface);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .history {
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      .facts {
        margin: var(--space-2) 0 0;
        padding-left: 1.25em;
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      .recorded {
        color: var(--link);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .recorded.moved {
        color: var(--ink-muted);
        text-decoration-style: dashed;
      }
      .facts .differs {
        color: var(--state-failed);
        font-weight: 600;
      }
      .kept {
        margin-top: var(--space-2);
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
        border-top: 1px solid var(--rule);
        background: var(--surface);
      }
      textarea.field {
        flex: 1;
        height: auto;
        min-height: 2.75rem;
        max-height: 8rem;
        padding: 0.25rem 0.625rem;
        line-height: 1.35;
        resize: none;
        field-sizing: content;
      }
      .quoted {
        display: flex;
        flex-basis: 100%;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        padding-left: var(--space-2);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        font-size: var(--text-small);
        overflow-wrap: anywhere;
      }
      .problem {
        padding: var(--space-3) var(--space-4);
        color: var(--state-failed);
      }
    `,
  ];

  declare private dialogue: DialogueController | null;
  /** The agents of the notebook; null while their program is loading. */
  declare private agents: AgentController | null;
  declare private problem: Sentence | null;
  /** Earlier turns whose proposed cells are shown; those of the last turn always are. */
  declare private shown: ReadonlySet<number>;
  #opened: Session | null = null;
  /** The last turn that was brought into view, and its state. */
  #last = "";

  /** The cell that was put into the question when this was last drawn. */
  #quoted: QuotedCell | null = null;

  #waits = false;

  constructor() {
    super();
    this.dialogue = null;
    this.agents = null;
    this.problem = null;
    this.shown = new Set();
    new Watcher(this, () => this.dialogue);
    new Watcher(this, () => this.agents);
    new Watcher(this, () => pageModel);
  }

  protected override willUpdate(_: PropertyValues): void {
    if (this.session && this.session !== this.#opened) void this.#open(this.session);
  }

  async #open(session: Session): Promise<void> {
    this.#opened = session;
    this.dialogue = null;
    this.agents = null;
    this.problem = null;
    void this.#openAgents(session);
    try {
      const dialogue = await session.dialogue();
      if (this.#opened !== session) return;
      this.dialogue = dialogue;
      if (this.#waits) this.#send();
    } catch (error) {
      this.#opened = null;
      this.problem = askTexts.unloaded({ reason: messageOf(error) });
    }
  }

  async #openAgents(session: Session): Promise<void> {
    try {
      const [agents] = await Promise.all([session.agents(), import("./agents-view.ts")]);
      if (this.#opened === session) this.agents = agents;
    } catch (error) {
      this.problem = agentTexts.unloaded({ reason: messageOf(error) });
    }
  }

  protected override render() {
    const { dialogue } = this;
    const exchanges = dialogue?.exchanges ?? [];
    return html`<header>
        <h2>${say(askTexts.title())}</h2>
        ${
          exchanges.length === 0
            ? html`<p class="hint">${say(askTexts.hint())}</p>`
            : html`<div class="row">
                <button class="link" type="button" title=${say(askTexts.reproduceAbout())} ?disabled=${dialogue!.asking} @click=${() => void dialogue!.reproduce()}>
                  ${icon("reset")}${say(askTexts.reproduce())}
                </button>
                <button class="link" type="button" title=${say(askTexts.clearAbout())} @click=${() => dialogue!.clear()}>
                  ${icon("clear")}${say(askTexts.clear())}
                </button>
              </div>`
        }
        <yuheng-model-settings .workbench=${this.workbench} .session=${this.session}></yuheng-model-settings>
      </header>
      <div class="list">
        ${
          this.agents
            ? html`<yuheng-agents .workbench=${this.workbench} .session=${this.session} .agents=${this.agents}></yuheng-agents>`
            : nothing
        }
        <div role="log" aria-live="polite" aria-label=${say(askTexts.conversation())}>
          ${this.#renderProblem()}
          ${
            dialogue
              ? html`<ol>
                  ${repeat(
                    exchanges,
                    ({ id }) => id,
                    (exchange) => this.#renderExchange(dialogue, exchange),
                  )}
                </ol>`
              : nothing
          }
        </div>
      </div>
      <form @submit=${this.#submit}>
        ${dialogue?.quoted ? this.#renderQuoted(dialogue, dialogue.quoted) : nothing}
        <textarea
          class="field"
          rows="2"
          maxlength="500"
          aria-label=${say(askTexts.question())}
          placeholder=${say(askTexts.placeholder())}
          @keydown=${this.#onKeydown}
        ></textarea>
        <button class="button primary">${say(askTexts.send())}</button>
      </form>`;
  }

  /** The cell that was put into the question, and whether anything will read it. */
  #renderQuoted(dialogue: DialogueController, { name }: QuotedCell) {
    const note = pageModel.provider ? askTexts.quoted({ name }) : askTexts.quotedInVain({ name });
    const label = say(askTexts.unquote({ name }));
    return html`<p class="quoted">
      <span title=${say(askTexts.quotedAbout())}>${say(note)}</span>
      <button class="tool" type="button" title=${label} aria-label=${label} @click=${() => this.#unquote(dialogue)}>${icon("close")}</button>
    </p>`;
  }

  #unquote(dialogue: DialogueController): void {
    dialogue.quote(null);
    this.#field?.focus();
  }

  #renderProblem() {
    const problem = this.problem ?? this.dialogue?.problem;
    return problem ? html`<p class="problem" role="alert">${say(problem)}</p>` : nothing;
  }

  #renderExchange(dialogue: DialogueController, exchange: Exchange) {
    const { id, turn, state, reply, proposal, kept, reproduced } = exchange;
    const isKept = [...kept.keys()].some((planned) => dialogue.cellOf(exchange, planned) !== null);
    const isLast = id === dialogue.exchanges.at(-1)?.id;
    const isShown = proposal !== null && state === "replied" && (isLast || this.shown.has(id));
    return html`<li class="turn">
      <h3><span class="visually-hidden">${say(punctuation.labelled({ label: askTexts.you(), value: "" }))}</span>${turn.text}</h3>
      ${(turn.quoted ?? []).map(({ name }) => html`<p class="history">${say(askTexts.quoted({ name }))}</p>`)}
      ${state === "recorded" ? this.#renderRecorded(dialogue, exchange) : nothing}
      <yuheng-reply
        .workbench=${this.workbench}
        .session=${this.session}
        .dialogue=${dialogue}
        .exchange=${exchange}
        @preview=${(event: CustomEvent<string>) => this.#preview(dialogue, exchange, event.detail)}
      ></yuheng-reply>
      ${reproduced && reproduced.length > 0 ? this.#renderReproduced(reproduced) : nothing}
      ${reply?.agent && state === "replied" ? this.#renderAgent(reply.agent) : nothing}
      ${
        isShown
          ? html`<yuheng-proposal
              data-turn=${id}
              .workbench=${this.workbench}
              .session=${this.session}
              .dialogue=${dialogue}
              .exchange=${exchange}
              .inNotebook=${isLast}
            ></yuheng-proposal>`
          : nothing
      }
      ${isKept ? html`<p class="kept">${say(askTexts.kept())}</p>` : nothing}
      ${
        !isShown && !isKept && state === "replied" && reply?.kind === "answer"
          ? html`<p><button class="link" type="button" @click=${() => this.#propose(dialogue, exchange)}>${icon("cells")}${say(askTexts.propose())}</button></p>`
          : nothing
      }
    </li>`;
  }

  /** An agent that has answered in the conversation may do its work in the notebook. */
  #renderAgent({ name, input }: AgentStart) {
    return html`<p>
      <button
        class="button"
        type="button"
        title=${say(agentTexts.workAbout())}
        ?disabled=${!this.agents || this.agents.isWorking}
        @click=${() => this.#begin(name, input)}
      >
        ${icon("cells")}${say(agentTexts.work())}
      </button>
    </p>`;
  }

  /** Begins an agent and brings its rail into view. */
  #begin(name: AgentStart["name"], input: AgentStart["input"]): void {
    void this.agents?.begin(name, input);
    const list = this.renderRoot.querySelector(".list");
    if (list) list.scrollTop = 0;
  }

  /** What the file says of a turn, as text: it is neither asked nor believed before it is asked again. */
  #renderRecorded(dialogue: DialogueController, exchange: Exchange) {
    const { id, recorded } = exchange;
    const values = recorded?.values ?? [];
    return html`<p class="history">${say(askTexts.recorded())}</p>
      ${
        values.length > 0
          ? html`<ul class="facts" aria-label=${say(askTexts.recordedFigures())}>
              ${values.map((value) => html`<li>${this.#renderRecordedValue(dialogue, exchange, value)}</li>`)}
            </ul>`
          : nothing
      }
      <p><button class="link" type="button" @click=${() => void dialogue.again(id)}>${icon("reset")}${say(askTexts.again())}</button></p>`;
  }

  /** A recorded figure leads to its cell, if that was kept and is still there. */
  #renderRecordedValue(dialogue: DialogueController, exchange: Exchange, value: RecordedValue) {
    const name = sayText(value.name);
    const text = say(punctuation.labelled({ label: name, value: writeValue(value) }));
    const cell = dialogue.cellOf(exchange, value.cell);
    if (cell === null) return text;
    const moved = dialogue.hasMoved(exchange, value.cell);
    const title = moved ? askTexts.moved({ name }) : askTexts.toRecorded({ name });
    return html`<button class="recorded ${moved ? "moved" : ""}" type="button" title=${say(title)} @click=${() => this.session?.reveal(cell)}>
      ${text}
    </button>`;
  }

  #renderReproduced(reproduced: readonly Reproduced[]) {
    return html`<ul class="facts" aria-label=${say(askTexts.reproduced())}>
      ${reproduced.map(({ before, now, same }) => {
        const name = sayText(before.name);
        const was = writeValue(before);
        if (same) return html`<li>${say(askTexts.same({ name, value: was }))}</li>`;
        const text = now
          ? askTexts.differs({ name, before: was, now: writeValue(now) })
          : askTexts.missing({ name, before: was });
        return html`<li class="differs">${say(text)}</li>`;
      })}
    </ul>`;
  }

  /** Shows the proposed cell of a figure; cells that were discarded or removed are proposed again. */
  async #preview(dialogue: DialogueController, exchange: Exchange, planned: string): Promise<void> {
    const { id } = exchange;
    this.#propose(dialogue, exchange);
    await this.updateComplete;
    await this.renderRoot.querySelector<ProposalView>(`yuheng-proposal[data-turn="${id}"]`)?.showCell(planned);
  }

  #propose(dialogue: DialogueController, { id, proposal }: Exchange): void {
    if (!proposal) dialogue.propose(id);
    this.shown = new Set([...this.shown, id]);
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  #submit = (event: Event) => {
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    const field = this.#field;
    if (!field || field.value.trim() === "") return;
    // A question that was sent while the dialogue was still loading is asked as soon as it has come.
    this.#waits = this.dialogue === null;
    if (!this.dialogue) return;
    void this.dialogue.askWithQuoted(field.value);
    field.value = "";
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  /** Focuses the field of the question. */
  override focus(): void {
    this.#field?.focus();
  }

  /** A new turn is brought into view, and again when its reply has come. */
  protected override updated(): void {
    // Whoever has put a cell into the question goes on by writing it.
    const quoted = this.dialogue?.quoted ?? null;
    if (quoted && quoted !== this.#quoted) this.focus();
    this.#quoted = quoted;
    const last = this.dialogue?.exchanges.at(-1);
    const key = last ? `${last.id} ${last.state}` : "";
    if (key === this.#last) return;
    this.#last = key;
    void this.#showLast();
  }

  /** Scrolls the list alone: the page around it stays where it is. */
  async #showLast(): Promise<void> {
    const list = this.renderRoot.querySelector(".list");
    const turn = list?.querySelector(".turn:last-child");
    if (!list || !turn) return;
    for (const part of turn.querySelectorAll<LitElement>("yuheng-reply, yuheng-proposal")) await part.updateComplete;
    list.scrollTop += turn.getBoundingClientRect().top - list.getBoundingClientRect().top;
  }
}

customElements.define("yuheng-ask", AskPanel);
