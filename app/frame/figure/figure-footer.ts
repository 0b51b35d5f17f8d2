import { tableToIPC } from "apache-arrow";
import { html, nothing, render, type TemplateResult } from "lit";
import { arrowOfFigure } from "../../../kernel/output/figure/arrow-of-figure.ts";
import type { FigureTable } from "../../../kernel/output/figure/figure-column.ts";
import { sourceTexts } from "../../../kernel/output/figure/figure-source.ts";
import { hasTable, tablesOf } from "../../../kernel/output/figure/figure-table.ts";
import { figureHost } from "../../../kernel/output/figure/figure-words.ts";
import { type FoundFigure, isSvg, makeFooter, titleOfFigure } from "../../../kernel/output/figure/footer.ts";
import type { SavedFile } from "../../../kernel/sandbox/protocol.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { icon } from "../../design/icons.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { commaSeparated } from "../table/export.ts";
import { tableElement } from "../table/grid.ts";
import { Rows } from "../table/rows.ts";
import { inSlices } from "../table/slices.ts";
import { rasterOf } from "./raster.ts";
import { standalonePicture } from "./standalone-picture.ts";
import { figureFooterTexts } from "./texts.ts";

/** What the footer of a figure asks of the notebook. */
export interface FooterHost {
  /** The name of the notebook, with which saved files begin. */
  readonly notebook: string;
  /** The sources of a figure whose author gives none. */
  source(): Sentence | null;
  /** Whether the cell depends on a sample. */
  isUncertain(): boolean;
  showUncertainty(): void;
  /** Shows the cell's trail; null where the page has no panel for it. */
  readonly showTrail: (() => void) | null;
  /** False if the press was too long ago for the browser. */
  save(file: SavedFile): Promise<boolean>;
  /** Whether the figure was kept from an earlier run, which has left its picture and not its data. */
  isKept(): boolean;
  /** Runs a cell whose output was kept from an earlier run; resolves with the new footer of the figure, or null if it has run. */
  wake(): Promise<FigureFooter | null>;
}

/** Longest part of a file's name that comes from the figure's title, in characters. */
const MAX_TITLE = 60;

/** The line below a figure: its source, and what can be done with it. */
export class FigureFooter {
  readonly element: HTMLElement;
  readonly figure: FoundFigure;
  readonly #host: FooterHost;
  readonly #tools = document.createElement("div");
  readonly #table = document.createElement("div");
  #chosen = 0;
  #failure: Sentence = "";
  /** A file that took longer to make than the browser remembers a press: the next press saves it. */
  #ready: SavedFile | null = null;

  constructor(figure: FoundFigure, host: FooterHost) {
    this.figure = figure;
    this.#host = host;
    this.element = makeFooter(figure, this.#source, say(sourceTexts.more()));
    this.#tools.className = "figure-tools";
    this.#table.className = "figure-table";
    this.#table.hidden = true;
    this.element.querySelector(".figure-source")!.append(this.#tools);
    this.element.append(this.#table);
    this.#tools.addEventListener("focusout", ({ relatedTarget }) => {
      const menu = this.#menu;
      if (menu?.open && !menu.contains(relatedTarget as Node | null)) menu.open = false;
    });
    this.#tools.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#menu?.open) return;
      this.#menu.open = false;
      this.#menu.querySelector("summary")?.focus();
      event.stopPropagation();
    });
    this.refresh();
  }

  /** Renders the texts again: the language, the samples or the sources have changed. */
  refresh(): void {
    this.#ready = null;
    this.#render();
  }

  #render(): void {
    this.#tools.setAttribute("role", "group");
    this.#tools.setAttribute(
      "aria-label",
      say(punctuation.labelled({ label: figureFooterTexts.tools(), value: this.#title })),
    );
    const line = this.element.querySelector(".figure-source-line");
    if (line && !this.element.hasAttribute("data-captioned")) line.textContent = this.#source;
    const summary = this.element.querySelector(".figure-source-more>summary");
    if (summary) summary.textContent = say(sourceTexts.more());
    render(this.#toolsOf(), this.#tools);
    if (!this.#table.hidden) this.#renderTable();
  }

  /** Whether the source is cut: only then there is more to show. */
  measure(): void {
    const line = this.element.querySelector<HTMLElement>(".figure-source-line");
    const more = this.element.querySelector<HTMLDetailsElement>(".figure-source-more");
    if (!line || !more || more.open) return;
    more.classList.toggle("needless", line.scrollWidth <= line.clientWidth + 1);
  }

  get #source(): string {
    const source = this.#host.source();
    return source === null ? "" : say(source);
  }

  get #title(): string {
    return titleOfFigure(this.figure) || say(figureFooterTexts.untitled());
  }

  get #menu(): HTMLDetailsElement | null {
    return this.#tools.querySelector("details");
  }

  get #tables(): FigureTable[] {
    return tablesOf(this.figure.picture);
  }

  /** Whether there are data behind the figure: Plot tells them, an author's own picture does not. */
  get #hasData(): boolean {
    const { picture } = this.figure;
    return hasTable(picture) || (this.#host.isKept() && /^plot\b/.test(picture.getAttribute("class") ?? ""));
  }

  #toolsOf(): TemplateResult {
    const host = this.#host;
    const button = (name: string, label: string, title: string, press: () => unknown, pressed?: boolean) =>
      html`<button
        type="button"
        class=${name}
        title=${title}
        aria-label=${title === label ? nothing : `${label}: ${title}`}
        aria-expanded=${pressed === undefined ? nothing : pressed ? "true" : "false"}
        @click=${() => void this.#do(press)}
      >
        ${label}
      </button>`;
    const texts = figureFooterTexts;
    return html`${
      // A canvas consists of pixels: as SVG it would be no sharper.
      isSvg(this.figure.picture)
        ? button("svg", say(texts.svg()), say(texts.svgLabel()), () => this.#saveSvg())
        : nothing
    }
      ${button("png", say(texts.png()), say(texts.pngLabel()), () => this.#savePng())}
      ${
        this.#hasData
          ? html`<details class="data">
                <summary title=${say(texts.dataLabel())}>${say(texts.data())}</summary>
                <div class="figure-menu">
                  ${button("csv", say(texts.csv()), say(texts.csv()), () => this.#saveData("csv"))}
                  ${button("arrow", say(texts.arrow()), say(texts.arrow()), () => this.#saveData("arrow"))}
                </div>
              </details>
              ${button("table", say(texts.table()), say(texts.table()), () => this.toggleTable(), !this.#table.hidden)}`
          : nothing
      }
      ${host.isUncertain() ? button("uncertain", "±", say(texts.uncertainty()), () => host.showUncertainty()) : nothing}
      ${
        host.showTrail
          ? html`<button
              type="button"
              class="trail"
              title=${say(texts.trailLabel())}
              aria-label=${say(punctuation.labelled({ label: texts.trail(), value: texts.trailLabel() }))}
              @click=${() => host.showTrail?.()}
            >
              ${icon("trail")}
            </button>`
          : nothing
      }
      ${this.#failure ? html`<span class="figure-failure" role="alert">${say(this.#failure)}</span>` : nothing}`;
  }

  async #do(press: () => unknown): Promise<void> {
    try {
      this.#failure = "";
      await press();
    } catch (error) {
      this.#failure = figureFooterTexts.failed({ reason: messageOf(error) });
    }
    this.#render();
  }

  async #saveSvg(): Promise<void> {
    if (await this.#saveReady("svg")) return;
    const { svg } = this.#picture();
    await this.#save(
      "svg",
      "image/svg+xml",
      new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`),
    );
  }

  async #savePng(): Promise<void> {
    if (await this.#saveReady("png")) return;
    await this.#save("png", "image/png", await rasterOf(this.#picture()));
  }

  #picture() {
    const line = this.element.querySelector(".figure-source-line");
    const caption = document.createDocumentFragment();
    if (line) caption.append(...[...line.cloneNode(true).childNodes]);
    return standalonePicture(this.figure, this.#title, line?.textContent?.trim() ? caption : null);
  }

  /** The table whose data are shown and saved. A figure that was kept from a build has none before its cell has run. */
  async #withData(use: (footer: FigureFooter, table: FigureTable) => unknown, press: string): Promise<void> {
    const table = this.#tables[this.#chosen] ?? this.#tables[0];
    if (table) return void (await use(this, table));
    const footer = await this.#host.wake();
    const [first] = footer ? footer.#tables : [];
    if (!footer || !first) return;
    await use(footer, first);
    footer.element.querySelector<HTMLElement>(press)?.focus({ preventScroll: true });
  }

  async #saveData(form: "csv" | "arrow"): Promise<void> {
    if (this.#menu) this.#menu.open = false;
    await this.#withData((footer, table) => footer.#saveTable(table, form), "summary");
  }

  async #saveTable(table: FigureTable, form: "csv" | "arrow"): Promise<void> {
    if (await this.#saveReady(form)) return;
    const arrow = this.#arrowOf(table);
    if (form === "arrow") {
      const bytes = new Uint8Array(tableToIPC(arrow, "file"));
      return this.#save("arrow", "application/vnd.apache.arrow.file", bytes);
    }
    const pieces = await inSlices(commaSeparated(new Rows(arrow, noUnit)), new AbortController().signal);
    await this.#save("csv", "text/csv;charset=utf-8", new TextEncoder().encode(pieces.join("")));
  }

  /** Shows or hides the table behind the figure. */
  async toggleTable(): Promise<void> {
    if (!this.#table.hidden) {
      this.#table.hidden = true;
      this.#table.replaceChildren();
      return;
    }
    await this.#withData((footer) => {
      footer.#table.hidden = false;
      footer.refresh();
    }, "button.table");
  }

  #renderTable(): void {
    const tables = this.#tables;
    const table = tables[this.#chosen] ?? tables[0];
    if (!table) return;
    const words = (each: FigureTable) =>
      say(
        figureFooterTexts.columns({
          columns: each.columns.map(({ name }) => figureHost().write(name)).join(", "),
          rows: each.rows,
        }),
      );
    const choose = (event: Event) => {
      this.#chosen = Number((event.target as HTMLSelectElement).value);
      this.#renderTable();
    };
    render(
      html`${
        tables.length < 2
          ? nothing
          : html`<label class="figure-choice"
              >${say(figureFooterTexts.which())}
              <select @change=${choose}>
                ${tables.map((each, i) => html`<option value=${i} ?selected=${each === table}>${words(each)}</option>`)}
              </select></label
            >`
      }${tableElement(this.#arrowOf(table), noUnit)}`,
      this.#table,
    );
  }

  #arrowOf(table: FigureTable) {
    const source = this.element.querySelector(".figure-source-line")?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
    return arrowOfFigure(table, { title: this.#title, source });
  }

  async #save(ending: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const title = this.#title.length > MAX_TITLE ? `${this.#title.slice(0, MAX_TITLE).trimEnd()}…` : this.#title;
    const name = [this.#host.notebook, title].filter(Boolean).join(" – ");
    const file = { name: `${name}.${ending}`, type, bytes };
    if (await this.#host.save(file)) return;
    this.#ready = file;
    this.#failure = figureFooterTexts.ready();
  }

  async #saveReady(ending: string): Promise<boolean> {
    const file = this.#ready;
    this.#ready = null;
    return file?.name.endsWith(`.${ending}`) === true && (await this.#host.save(file));
  }
}

const noUnit = () => undefined;
