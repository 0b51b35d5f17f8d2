import { css, html, nothing } from "lit";
import { controls } from "../../design/controls.ts";
import { writeDay } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import type { NotebookInfo } from "../../session/contract.ts";
import { nameOfPicture, pictureOf } from "../library/figure-picture.ts";
import { sayLesson } from "../library/lessons.ts";
import { libraryTexts } from "../library/library-texts.ts";
import { sayTopic } from "../library/topics.ts";
import { writeRoute } from "./route.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** A notebook in the library: its first figure, title, summary and date. */
export class NotebookCard extends WorkbenchElement {
  static override properties = { notebook: { attribute: false }, figure: { attribute: false } };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      article {
        position: relative;
        display: flex;
        flex-direction: column;
        height: 100%;
        background: var(--raised);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        overflow: hidden;
        transition: border-color var(--quick);
      }
      article:hover {
        border-color: var(--rule-strong);
      }
      article:has(a:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      .figure {
        position: relative;
        display: grid;
        place-items: center;
        flex: none;
        aspect-ratio: 16 / 9;
        border-bottom: 1px solid var(--rule);
        background: var(--paper);
      }
      img {
        position: absolute;
        inset: var(--space-3);
        width: calc(100% - 2 * var(--space-3));
        height: calc(100% - 2 * var(--space-3));
        object-fit: contain;
      }
      .none {
        margin: 0;
        max-width: 14rem;
        text-align: center;
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      .text {
        display: flex;
        flex-direction: column;
        flex: 1;
        gap: var(--space-2);
        padding: var(--space-4);
      }
      h2 {
        margin: 0;
        font-family: var(--font-prose);
        font-size: 1.25rem;
        line-height: 1.25;
        font-weight: 600;
        text-wrap: balance;
      }
      a {
        color: inherit;
        text-decoration: none;
        outline: none;
      }
      a::after {
        content: "";
        position: absolute;
        inset: 0;
      }
      p.summary {
        margin: 0;
        font-family: var(--font-prose);
        font-size: 1rem;
        line-height: 1.5;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }
      .topic,
      .lesson {
        margin: 0;
        color: var(--ink-muted);
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
      }
      time {
        margin-top: auto;
        color: var(--ink-muted);
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  declare notebook: NotebookInfo;
  /** SVG text; null if there is none yet. */
  declare figure: string | null;

  protected override render() {
    const { name, title, summary, modified, lesson, topic } = this.notebook;
    const day = modified && writeDay(modified);
    const picture = this.figure && pictureOf(this.figure, getComputedStyle(document.documentElement));
    return html`<article>
      <div class="figure">
        ${
          picture && this.figure
            ? html`<img src=${picture} alt=${nameOfPicture(this.figure)} />`
            : html`<p class="none">${say(libraryTexts.noFigure())}</p>`
        }
      </div>
      <div class="text">
        ${topic ? html`<p class="topic">${sayTopic(topic)}</p>` : nothing}
        <h2><a href=${writeRoute({ page: "notebook", name })}>${title}</a></h2>
        ${summary ? html`<p class="summary">${summary}</p>` : nothing}
        ${lesson ? html`<p class="lesson">${sayLesson(lesson)}</p>` : nothing}
        ${day ? html`<time datetime=${modified}>${say(libraryTexts.changed({ date: day }))}</time>` : nothing}
      </div>
    </article>`;
  }
}

customElements.define("yuheng-card", NotebookCard);
