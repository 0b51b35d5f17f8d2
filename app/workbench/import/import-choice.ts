import { css, html, nothing } from "lit";
import type { ImportChoice, OfferedTable } from "../../../kernel/services/import/import-api.ts";
import { aggregateOthers } from "../../../lib/exchange/mrio/aggregation.ts";
import type { FoundStressor } from "../../../lib/exchange/mrio/stressor-choice.ts";
import { controls } from "../../design/controls.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { importTexts } from "./import-texts.ts";

/** Stressors listed at once; EXIOBASE has eleven hundred. */
const SHOWN = 200;

/** Asks what to import from a database. Escape cancels the import. */
export class ImportChooser extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(40rem, calc(100vw - 1.5rem));
        max-height: calc(100vh - 3rem);
        padding: var(--space-6);
        font-size: var(--text-interface);
      }
      h2 {
        margin: 0 0 var(--space-4);
        font-family: var(--font-prose);
        font-size: 1.25rem;
        line-height: 1.25;
      }
      fieldset {
        margin: 0 0 var(--space-4);
        padding: 0;
        border: 0;
      }
      legend,
      summary {
        padding: 0;
        margin-bottom: var(--space-2);
        font-weight: 600;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        margin-bottom: var(--space-2);
      }
      .row .field {
        flex: 1 1 12rem;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: var(--space-2);
        max-height: 16rem;
        overflow: auto;
        border: 1px solid var(--rule);
        border-radius: var(--radius-small);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
      }
      input[type="checkbox"] {
        flex: none;
        width: 1rem;
        height: 1rem;
        margin: 0.25rem;
      }
      label.above {
        display: block;
      }
      .ends {
        justify-content: end;
        margin: var(--space-4) 0 0;
      }
    `,
  ];
  static override properties = { ...WorkbenchElement.properties, tables: { state: true }, filter: { state: true } };

  declare tables: readonly OfferedTable[];
  declare filter: string;
  #stressors: FoundStressor[] = [];
  #chosen = new Set<string>();

  constructor() {
    super();
    this.tables = [];
    this.filter = "";
  }

  /** The user's choice; null if the import was cancelled. */
  async ask(tables: readonly OfferedTable[]): Promise<ImportChoice | null> {
    this.tables = tables;
    const all = new Map(tables.flatMap(({ stressors }) => stressors.map((each) => [each.name, each] as const)));
    this.#stressors = [...all.values()];
    this.#chosen = new Set(this.#usual());
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

  #usual(): string[] {
    return this.#stressors.filter(({ isUsual }) => isUsual).map(({ name }) => name);
  }

  #choice(): ImportChoice {
    const form = new FormData(this.renderRoot.querySelector("form")!);
    const regions = String(form.get("regions") ?? "")
      .split(/[\s,;]+/)
      .filter((region) => region !== "");
    const usual = this.#usual();
    const isUsual = usual.length === this.#chosen.size && usual.every((name) => this.#chosen.has(name));
    return {
      ...(!isUsual && { stressors: [...this.#chosen] }),
      ...(regions.length > 0 && { aggregation: aggregateOthers(regions) }),
      ...(form.get("again") !== null && { again: true }),
    };
  }

  #choose(names: readonly string[]): void {
    this.#chosen = new Set(names);
    this.requestUpdate();
  }

  #toggle(name: string, isChosen: boolean): void {
    if (isChosen) this.#chosen.add(name);
    else this.#chosen.delete(name);
    this.requestUpdate();
  }

  protected override render() {
    const names = this.tables.map(({ source, year }) => `${source} ${year}`).join(", ");
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${say(importTexts.title({ tables: names }))}</h2>
      <form method="dialog">
        ${this.#stressors.length > 0 ? this.#list() : html`<p>${say(importTexts.none())}</p>`}
        <details>
          <summary>${say(importTexts.large())}</summary>
          <label class="above">${say(importTexts.regions())}<input class="field" name="regions" autocomplete="off" /></label>
        </details>
        <label><input type="checkbox" name="again" />${say(importTexts.again())}</label>
        <div class="row ends">
          <button class="button" value="">${say(importTexts.cancel())}</button>
          <button class="button primary" value="import" autofocus>${say(importTexts.start())}</button>
        </div>
      </form>
    </dialog>`;
  }

  #list() {
    const wanted = this.filter.trim().toLowerCase();
    const found = this.#stressors.filter(({ name }) => name.toLowerCase().includes(wanted));
    const hasAccounts = new Set(this.#stressors.map(({ account }) => account)).size > 1;
    const button = (text: string, act: () => void) =>
      html`<button class="button" type="button" @click=${act}>${text}</button>`;
    return html`<fieldset>
      <legend>${say(importTexts.stressors())}</legend>
      <div class="row">
        <input
          class="field"
          type="search"
          aria-label=${say(importTexts.filter())}
          placeholder=${say(importTexts.filter())}
          @input=${(event: InputEvent) => {
            this.filter = (event.target as HTMLInputElement).value;
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === "Enter") event.preventDefault();
          }}
        />
        ${button(say(importTexts.usual()), () => this.#choose(this.#usual()))}
        ${button(say(importTexts.all()), () => this.#choose([...this.#chosen, ...found.map(({ name }) => name)]))}
        ${button(say(importTexts.nothing()), () => this.#choose([]))}
      </div>
      <ul>
        ${found.slice(0, SHOWN).map(
          ({ name, unit, account }) => html`<li>
            <label>
              <input
                type="checkbox"
                .checked=${this.#chosen.has(name)}
                @change=${(event: Event) => this.#toggle(name, (event.target as HTMLInputElement).checked)}
              />
              <span>${name}${unit === "" ? nothing : html` <span class="muted">${unit}</span>`}
                ${hasAccounts && account ? html`<span class="muted">${account}</span>` : nothing}</span>
            </label>
          </li>`,
        )}
        ${
          found.length > SHOWN
            ? html`<li class="muted">${say(importTexts.more({ count: String(found.length - SHOWN) }))}</li>`
            : nothing
        }
      </ul>
      <p class="muted">
        ${say(importTexts.chosen({ count: String(this.#chosen.size), all: String(this.#stressors.length) }))}
      </p>
    </fieldset>`;
  }
}

customElements.define("yuheng-import-choice", ImportChooser);
