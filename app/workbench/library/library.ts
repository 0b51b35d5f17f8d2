import { css, html, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../../language/speech.ts";
import { appTexts } from "../shell/app-texts.ts";
import { fileTexts } from "../shell/file-texts.ts";
import { libraryTexts } from "./library-texts.ts";
import "../shell/card.ts";
import { searchItems } from "../../actions/search.ts";
import { actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { icon, mark } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import type { NotebookInfo, Workspace } from "../../session/contract.ts";
import { freeName } from "../../session/new-name.ts";
import { actionButton, runAction } from "../shell/action-button.ts";
import { languageButton, themeMenu } from "../shell/appearance.ts";
import { offerButton } from "../shell/offer-button.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { groupLessons, lessonTexts } from "./lessons.ts";
import { sayTopic, topicsOf } from "./topics.ts";

/** A search field is shown for more notebooks than this. */
const manyNotebooks = 6;

/** The first page: every notebook as a card. */
export class Library extends WorkbenchElement {
  static override properties = {
    workspace: { attribute: false },
    notebooks: { attribute: false },
    problem: { attribute: false },
    typed: { state: true },
    topic: { state: true },
    figures: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-height: 100%;
        background: var(--surface);
      }
      .sheet {
        max-width: 72rem;
        margin: 0 auto;
        padding: var(--space-6) clamp(1rem, 4vw, 3rem) var(--space-8);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .name {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-right: auto;
        font-size: var(--text-interface);
        color: var(--ink-muted);
      }
      .mark {
        width: 2.75rem;
        height: 1.375rem;
      }
      h1 {
        margin: clamp(1.5rem, 4vw, 2.5rem) 0 0;
        font-family: var(--font-prose);
        font-size: var(--text-display);
        font-weight: 600;
        line-height: 1.15;
      }
      .tagline {
        margin: var(--space-2) 0 0;
        max-width: 40rem;
        font-family: var(--font-prose);
        font-size: var(--text-prose);
        line-height: 1.5;
        color: var(--ink-muted);
      }
      .deeds,
      .topics {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      .deeds {
        margin: var(--space-4) 0 var(--space-6);
      }
      .topics {
        margin: 0 0 var(--space-6);
      }
      .account {
        display: flex;
        align-items: flex-start;
        gap: var(--space-3);
        width: 100%;
        max-width: 46rem;
        margin: 0 0 var(--space-6);
        padding: var(--space-4);
        text-align: start;
        background: var(--raised);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
      }
      .account:hover {
        border-color: var(--rule-strong);
      }
      .account .sign {
        flex: none;
        color: var(--accent);
      }
      .account strong {
        display: block;
        font-family: var(--font-prose);
        font-size: 1.25rem;
        font-weight: 600;
        line-height: 1.25;
      }
      .account strong + span {
        display: block;
        margin-top: var(--space-1);
        color: var(--ink-muted);
        line-height: 1.5;
      }
      .find {
        width: 14rem;
        margin-left: auto;
      }
      .chip {
        min-height: 2rem;
        padding: 0.125rem 0.75rem;
        border: 1px solid var(--rule);
        border-radius: 1rem;
        font-size: var(--text-small);
      }
      .chip:hover {
        background: var(--hover);
      }
      .chip[aria-pressed="true"] {
        border-color: var(--rule-strong);
        background: var(--selected);
        font-weight: 600;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: var(--space-6);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
      }
      li {
        display: grid;
      }
      section h2 {
        margin: var(--space-8) 0 var(--space-4);
        font-family: var(--font-prose);
        font-size: var(--text-title);
        font-weight: 600;
      }
      section h3 {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin: var(--space-6) 0 var(--space-3);
        font-size: var(--text-interface);
        font-weight: 600;
      }
      .project {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-4);
      }
      .drop {
        margin: var(--space-6) 0 0;
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      .told {
        display: flex;
        align-items: center;
        gap: var(--space-3);
      }
      .note {
        margin: 0 0 var(--space-4);
        font-size: var(--text-interface);
        color: var(--ink-muted);
      }
      .problem {
        color: var(--state-failed);
      }
    `,
  ];

  declare workspace: Workspace;
  declare notebooks: readonly NotebookInfo[] | null;
  declare problem: string | null;
  declare private typed: string;
  /** The topic whose notebooks are shown; null for all. */
  declare private topic: string | null;
  declare private figures: ReadonlyMap<string, string | null>;

  constructor() {
    super();
    this.notebooks = null;
    this.problem = null;
    this.typed = "";
    this.topic = null;
    this.figures = new Map();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("notebooks") && this.notebooks) void this.#loadFigures(this.notebooks);
  }

  /** Loads the figures that there are, then makes the others one by one. Their space is reserved, so that nothing moves. */
  async #loadFigures(notebooks: readonly NotebookInfo[]): Promise<void> {
    const { lessons, others } = groupLessons(notebooks);
    const show = async (name: string, loading: Promise<string | null>) => {
      const figure = await loading.catch(() => null);
      if (this.notebooks === notebooks) this.figures = new Map(this.figures).set(name, figure);
      return figure === null ? [name] : [];
    };
    const shown = [...others, ...lessons].map(({ name }) => show(name, this.workspace.figure(name)));
    for (const name of (await Promise.all(shown)).flat()) {
      // Another list has begun its own: no notebook runs for one that is no longer shown.
      if (this.notebooks !== notebooks) return;
      await show(name, this.workspace.makeFigure(name));
    }
  }

  protected override render() {
    return html`<div class="sheet">
      <header>
        <span class="name">${mark()}<span>${say(appTexts.name())}</span></span>
        ${themeMenu(this.workbench)}${languageButton(this.workbench)}${actionButton("help", this.workbench)}
      </header>
      <main>
        <h1>${say(libraryTexts.title())}</h1>
        <p class="tagline">${say(appTexts.tagline())}</p>
        <div class="deeds">
          <button class="button primary" type="button" @click=${() => runAction(actionOf("new"), this.workbench)}>
            ${icon("add")}${say(libraryTexts.new())}
          </button>
          <button class="button" type="button" @click=${() => runAction(actionOf("new-from-template"), this.workbench)}>
            ${icon("add")}${say(actionOf("new-from-template").label)}
          </button>
          <button class="button" type="button" @click=${() => runAction(actionOf("open"), this.workbench)}>
            ${icon("library")}${say(fileTexts.open())}
          </button>
          ${(this.notebooks?.length ?? 0) > manyNotebooks ? this.#renderSearch() : nothing}
        </div>
        ${this.#renderNotice(this.workbench.notice)}
        ${this.problem ? html`<p class="note problem" role="alert">${stateShape("failed")} ${this.problem}</p>` : nothing}
        ${this.workspace.writable ? nothing : html`<p class="note">${say(libraryTexts.readOnly())}</p>`}
        ${this.#renderAccount()} ${this.#renderTopics()} ${this.#renderCards()}
        <p class="drop">${say(fileTexts.drop())}</p>
      </main>
    </div>`;
  }

  /** What most people come for. */
  #renderAccount() {
    return html`<button
      class="account"
      type="button"
      aria-labelledby="account"
      aria-describedby="account-about"
      @click=${() => this.workbench.startAccount()}
    >
      <span class="sign">${icon("graph")}</span>
      <span>
        <strong id="account">${say(libraryTexts.account())}</strong>
        <span id="account-about">${say(libraryTexts.accountAbout())}</span>
      </span>
    </button>`;
  }

  #renderNotice(notice: string | null) {
    if (!notice) return nothing;
    return html`<p class="note told" role="status">
      <span>${showSentence(notice)}</span>
      ${offerButton(this.workbench)}
      <button class="tool" type="button" aria-label=${say(fileTexts.dismiss())} @click=${() => this.workbench.notify(null)}>
        ${icon("close")}
      </button>
    </p>`;
  }

  #renderSearch() {
    return html`<input
      class="field find"
      type="search"
      placeholder=${say(libraryTexts.find())}
      aria-label=${say(libraryTexts.find())}
      .value=${this.typed}
      @input=${(event: InputEvent) => {
        this.typed = (event.target as HTMLInputElement).value;
      }}
    />`;
  }

  #renderCards() {
    if (!this.notebooks) return nothing;
    if (this.notebooks.length === 0) return html`<p class="note">${say(libraryTexts.empty())}</p>`;
    const { topic } = this;
    const offered = topic === null ? this.notebooks : this.notebooks.filter((notebook) => notebook.topic === topic);
    const found = searchItems(offered, this.typed, ({ title, summary, name }) => [title, name, summary]);
    if (found.length === 0) return html`<p class="note">${say(libraryTexts.none({ text: this.typed }))}</p>`;
    const examples = found.filter(({ example }) => example !== false);
    const isApart = this.notebooks.some(({ example }) => example !== null);
    if (!isApart) return this.#renderGroups(found);
    const mine = found.filter(({ example }) => example === false);
    return html`<section aria-labelledby="mine">
        <h2 id="mine">${say(libraryTexts.mine())}</h2>
        ${this.#renderMine(mine)}
      </section>
      <section aria-labelledby="examples">
        <h2 id="examples">${say(libraryTexts.examples())}</h2>
        ${this.#renderGroups(examples)}
      </section>`;
  }

  /** The person's own notebooks by project, first those in none. */
  #renderMine(mine: readonly NotebookInfo[]) {
    const projects = [...new Set(mine.flatMap(({ project }) => project ?? []))];
    const loose = mine.filter(({ project }) => project === null);
    return html`${mine.length === 0 ? html`<p class="note">${say(libraryTexts.noneMine())}</p>` : nothing}
      ${loose.length > 0 ? this.#renderList(loose) : nothing}
      ${projects.map((project) => {
        const label = say(libraryTexts.newIn({ project }));
        return html`<h3>
            ${project}
            <button class="tool" type="button" title=${label} aria-label=${label} @click=${() => this.workbench.createNotebook(undefined, project)}>
              ${icon("add")}
            </button>
          </h3>
          ${this.#renderList(mine.filter((each) => each.project === project))}`;
      })}
      <form class="project" @submit=${this.#newProject}>
        <input class="field" name="project" maxlength="80" required aria-label=${say(libraryTexts.projectName())} placeholder=${say(libraryTexts.projectName())} />
        <button class="button">${icon("add")}${say(libraryTexts.newProject())}</button>
      </form>`;
  }

  /** A project begins with its first notebook. */
  #newProject = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get("project") ?? "");
    const taken = new Set((this.notebooks ?? []).flatMap(({ project }) => project ?? []));
    if (typed.trim() !== "") this.workbench.createNotebook(undefined, freeName(typed, taken));
  };

  #renderGroups(found: readonly NotebookInfo[]) {
    const { lessons, others } = groupLessons(found);
    if (lessons.length === 0) return this.#renderList(others);
    return html`${others.length > 0 ? this.#renderList(others) : nothing}
      <section aria-labelledby="lessons">
        <h2 id="lessons">${say(lessonTexts.title())}</h2>
        ${this.#renderList(lessons)}
      </section>`;
  }

  #renderTopics() {
    const topics = topicsOf(this.notebooks ?? []);
    if (topics.length < 2) return nothing;
    const chip = (topic: string | null, name: string) => html`<button
      class="chip"
      type="button"
      aria-pressed=${topic === this.topic ? "true" : "false"}
      @click=${() => {
        this.topic = topic;
      }}
    >
      ${name}
    </button>`;
    return html`<div class="topics" role="group" aria-label=${say(libraryTexts.topics())}>
      ${chip(null, say(libraryTexts.all()))}${topics.map((topic) => chip(topic, sayTopic(topic)))}
    </div>`;
  }

  #renderList(notebooks: readonly NotebookInfo[]) {
    return html`<ul>
      ${repeat(
        notebooks,
        ({ name }) => name,
        (notebook) => html`<li>
          <yuheng-card
            .workbench=${this.workbench}
            .notebook=${notebook}
            .figure=${this.figures.get(notebook.name) ?? null}
          ></yuheng-card>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define("yuheng-library", Library);
