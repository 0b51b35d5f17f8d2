import { css, html, nothing } from "lit";
import type { FoundInventory, InventoryChoice } from "../../../kernel/services/import/import-api.ts";
import { inventoryNameProblem, isSameInventory } from "../../../kernel/services/import/inventory-name.ts";
import { someOf } from "../../../lib/message/some-of.ts";
import { controls } from "../../design/controls.ts";
import { writeCount } from "../../language/figures.ts";
import { say, sayText } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { inventoryImportTexts as texts } from "./inventory-import-texts.ts";

/** Shows what was found of a life-cycle inventory, and asks for the name under which it is kept. Escape cancels the import. */
export class InventoryChooser extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(40rem, calc(100vw - 1.5rem));
        max-height: calc(100vh - 3rem);
        padding: var(--space-6);
        font-size: var(--text-interface);
        line-height: 1.45;
      }
      h2 {
        margin: 0 0 var(--space-4);
        font-family: var(--font-prose);
        font-size: 1.25rem;
        line-height: 1.25;
        overflow-wrap: anywhere;
      }
      h3 {
        margin: 0 0 var(--space-2);
        font-size: inherit;
        font-weight: 600;
      }
      p {
        margin: 0 0 var(--space-4);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--space-1) var(--space-4);
        margin: 0 0 var(--space-4);
      }
      dt {
        color: var(--ink-muted);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      .licence {
        max-height: 8rem;
        overflow: auto;
        white-space: pre-wrap;
      }
      ul {
        margin: 0 0 var(--space-4);
        padding: var(--space-2) var(--space-3) var(--space-2) 1.5rem;
        max-height: 12rem;
        overflow: auto;
        background: var(--stale-wash);
        border-radius: var(--radius-small);
        overflow-wrap: anywhere;
      }
      li + li {
        margin-top: var(--space-1);
      }
      label.above {
        display: block;
        font-weight: 600;
      }
      label.above .field {
        display: block;
        width: 100%;
        box-sizing: border-box;
        margin: var(--space-1) 0 var(--space-2);
        font-weight: 400;
      }
      label.again {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      code {
        overflow-wrap: anywhere;
      }
      .problem {
        color: var(--state-failed);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--space-2);
        margin: var(--space-4) 0 0;
      }
    `,
  ];
  static override properties = { ...WorkbenchElement.properties, found: { state: true }, name: { state: true } };

  declare found: FoundInventory | null;
  declare name: string;

  constructor() {
    super();
    this.found = null;
    this.name = "";
  }

  /** The user's choice; null if the import was cancelled. */
  async ask(found: FoundInventory): Promise<InventoryChoice | null> {
    this.found = found;
    this.name = found.name;
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector("dialog")!;
    dialog.returnValue = "";
    showModal(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "import" ? this.#choice() : null), {
        once: true,
      });
    });
  }

  #choice(): InventoryChoice {
    const form = new FormData(this.renderRoot.querySelector("form")!);
    return { name: this.name.trim(), ...(form.get("again") !== null && { again: true }) };
  }

  protected override render() {
    const { found } = this;
    if (!found) return html`<dialog></dialog>`;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${say(texts.title({ title: found.title }))}</h2>
      <form method="dialog" @submit=${this.#submit}>
        ${this.#facts(found)} ${this.#notes(found)} ${this.#naming(found)}
        <p class="muted">${say(texts.stays())}</p>
        <label class="again"><input type="checkbox" name="again" />${say(texts.again())}</label>
        <div class="row">
          <button class="button" type="button" @click=${() => this.renderRoot.querySelector("dialog")!.close("")}>
            ${say(texts.cancel())}
          </button>
          <button class="button primary" value="import">${say(texts.start())}</button>
        </div>
      </form>
    </dialog>`;
  }

  #facts({ format, activities, products, flows, exchanges, parameters, methods, licence }: FoundInventory) {
    const counted = (name: string, count: number) => html`<dt>${name}</dt><dd>${writeCount(count)}</dd>`;
    return html`<dl>
      <dt>${say(texts.format())}</dt><dd>${sayText(format)}</dd>
      ${counted(say(texts.activities()), activities)} ${counted(say(texts.products()), products)}
      ${counted(say(texts.flows()), flows)} ${counted(say(texts.exchanges()), exchanges)}
      ${parameters > 0 ? counted(say(texts.parameters()), parameters) : nothing}
      ${methods.length > 0 ? html`<dt>${say(texts.methods())}</dt><dd>${say(texts.methodNames({ names: someOf(methods) }))}</dd>` : nothing}
      <dt>${say(texts.licence())}</dt>
      <dd class="licence" tabindex=${licence !== null && licence.length > 400 ? 0 : nothing}>${licence ?? say(texts.noLicence())}</dd>
    </dl>`;
  }

  #notes({ notes }: FoundInventory) {
    if (notes.length === 0) return nothing;
    return html`<h3 id="notes">${say(texts.notes())}</h3>
      <ul aria-labelledby="notes" tabindex="0">${notes.map((note) => html`<li>${say(note)}</li>`)}</ul>`;
  }

  #naming({ kept }: FoundInventory) {
    const name = this.name.trim();
    const problem = inventoryNameProblem(name);
    const replaced = kept.find((other) => isSameInventory(other, name));
    const below = problem
      ? html`<span class="problem">${say(problem)}</span>`
      : html`<code>lifecycle.inventory({source: ${JSON.stringify(name)}})</code>
          ${replaced === undefined ? nothing : html`<br />${say(texts.replaces({ name: replaced }))}`}`;
    return html`<label class="above">${say(texts.name())}
        <input
          class="field"
          name="name"
          autocomplete="off"
          autofocus
          .value=${this.name}
          aria-invalid=${problem ? "true" : "false"}
          aria-describedby="below"
          @input=${(event: InputEvent) => {
            this.name = (event.target as HTMLInputElement).value;
          }}
      /></label>
      <p id="below" aria-live="polite">${below}</p>`;
  }

  #submit(event: SubmitEvent): void {
    if (inventoryNameProblem(this.name.trim()) === null) return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLInputElement>('input[name="name"]')!.focus();
  }
}

customElements.define("yuheng-inventory-choice", InventoryChooser);
