import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Sentence } from "../../../lib/message/message.ts";
import { messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import type { Action } from "../../actions/action.ts";
import { groupTexts } from "../../actions/group-texts.ts";
import { searchItems } from "../../actions/search.ts";
import { actions } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { type IconName, icon } from "../../design/icons.ts";
import { languages } from "../../language/languages.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import type { NotebookInfo } from "../../session/contract.ts";
import type { PaletteReply } from "../ask/palette-reply.ts";
import { keysOf } from "../shell/action-button.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { writeRoute } from "../shell/route.ts";
import { likelyFirst, withRecent } from "./likely.ts";

export const paletteTexts = messages("workbench.palette", {
  label: { en: "All actions", zh: "全部操作" },
  find: { en: "What do you want to do?", zh: "想做什么？" },
  none: { en: "Nothing matches “{text}”.", zh: "没有与“{text}”匹配的操作。" },
  ask: { en: "Ask: {text}", zh: "提问：{text}" },
  go: { en: "Go to notebook: {title}", zh: "打开笔记本：{title}" },
});

interface Entry {
  id: string;
  icon: IconName;
  text: string;
  group: string;
  keys: string;
  /** The texts that are searched, in all languages. */
  texts: string[];
  run(): void;
}

/** All actions by name, the likely ones first, filtered by the typed text; Enter runs the marked one. */
export class Palette extends DialogElement {
  static override properties = {
    notebooks: { attribute: false },
    typed: { state: true },
    marked: { state: true },
    isOpen: { state: true },
    asked: { state: true },
  };
  static override styles = [
    controls,
    css`
      dialog {
        width: min(36rem, calc(100vw - 1.5rem));
        margin-top: min(12vh, 6rem);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
        max-height: min(30rem, calc(100dvh - 6rem));
      }
      input {
        flex: none;
        height: 3rem;
        padding: 0 var(--space-4);
        font: inherit;
        font-size: 1rem;
        color: var(--ink);
        background: none;
        border: 0;
        border-bottom: 1px solid var(--rule);
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--ink-muted);
        opacity: 1;
      }
      [role="listbox"] {
        overflow-y: auto;
        padding: var(--space-1);
        font-size: var(--text-interface);
      }
      [role="option"] {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-height: 2.25rem;
        padding: 0.25rem var(--space-3);
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      [role="option"][aria-selected="true"] {
        background: var(--selected);
      }
      .text {
        flex: 1;
      }
      .group {
        font-size: var(--text-small);
        color: var(--ink-muted);
      }
    `,
  ];

  declare notebooks: readonly NotebookInfo[];
  declare private typed: string;
  declare private marked: number;
  declare private isOpen: boolean;
  /** The question whose reply is shown in the place of the list; null for the list. */
  declare private asked: string | null;

  constructor() {
    super();
    this.notebooks = [];
    this.typed = "";
    this.marked = 0;
    this.isOpen = false;
    this.asked = null;
  }

  show(): void {
    this.typed = "";
    this.marked = 0;
    this.asked = null;
    this.isOpen = true;
    showModal(this.dialog);
    this.renderRoot.querySelector("input")?.focus();
  }

  #find(): Entry[] {
    const { workbench } = this;
    const commands = (actions as readonly Action[])
      .filter(({ id, when }) => id !== "palette" && id !== "close" && when(workbench.session))
      .map<Entry>((action) => {
        return {
          id: action.id,
          icon: action.icon,
          text: say(action.label),
          group: say(groupTexts[action.group]()),
          keys: keysOf(action),
          texts: inAllLanguages(action.label, action.words),
          run: () => action.run(workbench),
        };
      });
    const visits = this.notebooks
      .filter(({ name }) => name !== workbench.session?.name)
      .map<Entry>(({ name, title }) => ({
        id: `go-${name}`,
        icon: "open",
        text: say(paletteTexts.go({ title })),
        group: "",
        keys: "",
        texts: [title, name, ...inAllLanguages(paletteTexts.go({ title }))],
        run: () => {
          location.hash = writeRoute({ page: "notebook", name });
        },
      }));
    const entries = likelyFirst([...commands, ...visits], workbench.preferences.recent, workbench.session !== null);
    const found = searchItems(entries, this.typed, ({ texts }) => texts);
    return workbench.session && this.typed.trim() !== "" ? [...found, this.#question()] : found;
  }

  /** What is typed, as a question about the data. */
  #question(): Entry {
    const text = this.typed.trim();
    return {
      id: "ask-this",
      icon: "ask",
      text: say(paletteTexts.ask({ text })),
      group: "",
      keys: "",
      texts: [],
      run: () => {
        // Most readers never ask: the elements of the dialogue are loaded when they are first shown.
        void import("../ask/palette-reply.ts");
        this.asked = text;
        // After a press on the row, Enter and the arrow are for the reply again.
        const field = this.renderRoot.querySelector("input");
        field?.focus();
        field?.setSelectionRange(field.value.length, field.value.length);
      },
    };
  }

  protected override render() {
    // Whatever changes in the notebook renders this element: closed, it finds nothing.
    const entries = this.isOpen && this.asked === null ? this.#find() : [];
    const marked = Math.min(this.marked, entries.length - 1);
    return html`<dialog aria-label=${say(paletteTexts.label())} @click=${this.#onClick} @close=${this.#closed}>
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        placeholder=${say(paletteTexts.find())}
        aria-label=${say(paletteTexts.find())}
        aria-expanded=${this.asked === null ? "true" : "false"}
        aria-controls=${this.asked === null ? "entries" : nothing}
        aria-activedescendant=${entries.length > 0 ? `entry-${marked}` : nothing}
        .value=${this.typed}
        @input=${(event: InputEvent) => {
          this.typed = (event.target as HTMLInputElement).value;
          this.marked = 0;
          this.asked = null;
        }}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, entries, marked)}
      />
      ${this.asked === null ? this.#renderEntries(entries, marked) : this.#renderReply(this.asked)}
      ${this.isOpen && this.asked === null && entries.length === 0 ? html`<p class="empty" role="status">${say(paletteTexts.none({ text: this.typed }))}</p>` : nothing}
    </dialog>`;
  }

  #renderReply(question: string) {
    return html`<yuheng-palette-reply
      .workbench=${this.workbench}
      .session=${this.session}
      .question=${question}
      @leave=${() => this.dialog.close()}
    ></yuheng-palette-reply>`;
  }

  #renderEntries(entries: readonly Entry[], marked: number) {
    return html`<div id="entries" role="listbox" aria-label=${say(paletteTexts.label())}>
        ${repeat(
          entries,
          ({ id }) => id,
          (entry, i) => html`<div
            id="entry-${i}"
            role="option"
            aria-selected=${i === marked ? "true" : "false"}
            @pointermove=${() => {
              this.marked = i;
            }}
            @click=${() => this.#choose(entry)}
          >
            ${icon(entry.icon)}<span class="text">${entry.text}</span>
            ${entry.keys ? html`<kbd>${entry.keys}</kbd>` : html`<span class="group">${entry.group}</span>`}
          </div>`,
        )}
      </div>`;
  }

  #onKeydown(event: KeyboardEvent, entries: Entry[], marked: number): void {
    if (event.isComposing) return;
    if (this.asked !== null) {
      this.#onReplyKey(event);
      return;
    }
    const entry = entries[marked];
    if (event.key === "Enter" && entry) {
      event.preventDefault();
      this.#choose(entry);
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || entries.length === 0) return;
    event.preventDefault();
    this.marked = (marked + step + entries.length) % entries.length;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }),
    );
  }

  /** With a reply under the field, Enter keeps its cells; the right arrow at the end of the text opens the panel. */
  #onReplyKey(event: KeyboardEvent): void {
    const { value, selectionStart } = event.target as HTMLInputElement;
    const reply = this.renderRoot.querySelector<PaletteReply>("yuheng-palette-reply");
    const toPanel = event.key === "ArrowRight" && selectionStart === value.length;
    if (event.key !== "Enter" && !toPanel) return;
    event.preventDefault();
    // Until its program is loaded, the element has no methods.
    if (toPanel) reply?.openPanel?.();
    else void reply?.keep?.();
  }

  #choose(entry: Entry): void {
    if (entry.id === "ask-this") {
      entry.run();
      return;
    }
    this.dialog.close();
    this.workbench.prefer({ recent: withRecent(this.workbench.preferences.recent, entry.id) });
    entry.run();
  }

  #closed = () => {
    this.isOpen = false;
    this.asked = null;
    this.dispatchEvent(new Event("closed"));
  };

  /** A press outside the dialog closes it. */
  #onClick = (event: MouseEvent) => {
    if (event.target === this.dialog) this.dialog.close();
  };
}

/** A label with other words for it, in all languages whose messages are loaded, so that it is found in any of them. */
function inAllLanguages(label: Sentence, words?: Sentence): string[] {
  const texts = languages.map(({ tag }) => [label, words].map((each) => each && writeMessage(each, { tag })).join(" "));
  return [...new Set([say(label), ...texts])];
}

customElements.define("yuheng-palette", Palette);
