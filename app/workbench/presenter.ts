import { css, html, nothing } from "lit";
import { actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { actionButton, runAction } from "../action-button.ts";
import { WorkbenchElement } from "../workbench-element.ts";

/** What stands below a slide: where one is, and where one can go. Quiet until it is pointed at. */
export class Presenter extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      .foot {
        position: absolute;
        z-index: 2;
        right: 0;
        bottom: 3px;
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: var(--space-1);
        padding: var(--space-1) var(--space-3);
        border-radius: var(--radius) 0 0;
        background: color-mix(in srgb, var(--paper) 88%, transparent);
        color: var(--ink-muted);
        font-size: var(--text-interface);
        font-variant-numeric: tabular-nums;
      }
      .quiet {
        display: flex;
        opacity: 0;
        transition: opacity var(--quick);
      }
      .foot:hover .quiet,
      .foot:focus-within .quiet {
        opacity: 1;
      }
      @media (hover: none) {
        .quiet {
          opacity: 1;
        }
      }
      .position {
        padding: var(--space-1) var(--space-2);
      }
      .way {
        position: absolute;
        z-index: 2;
        bottom: 0;
        left: 0;
        height: 3px;
        background: var(--accent);
        transition: width var(--calm);
      }
      .black {
        position: fixed;
        z-index: 9;
        inset: 0;
        width: 100%;
        border: 0;
        background: #000;
        color: #666;
        font: inherit;
        cursor: none;
      }
      .black span {
        clip-path: inset(50%);
      }
      .black:focus-visible span {
        clip-path: none;
      }
    `,
  ];

  protected override render() {
    const { session, workbench } = this;
    if (!session) return nothing;
    const { slide, slides } = session.slides ?? { slide: 0, slides: 0 };
    const full = workbench.stage.canFill
      ? actionButton("slide-full", workbench, { pressed: workbench.stage.full })
      : nothing;
    return html`<div class="foot" role="toolbar" aria-label=${say("slides.label")}>
        <span class="quiet">
          ${actionButton("slide-code", workbench, { pressed: workbench.stage.code })}${full}${actionButton("slide-black", workbench)}
        </span>
        ${actionButton("slide-previous", workbench)}
        <span class="position" role="status" aria-label=${say("slides.position", { slide, slides })}>
          ${writeCount(slide)} / ${writeCount(slides)}
        </span>
        ${actionButton("slide-next", workbench)}
        <button
          class="tool"
          type="button"
          title=${say("slides.end")}
          aria-label=${say("slides.end")}
          @click=${() => runAction(actionOf("present"), workbench)}
        >
          ${icon("close")}
        </button>
      </div>
      <div class="way" style="width: ${slides > 0 ? (100 * slide) / slides : 0}%"></div>
      ${
        workbench.stage.black
          ? html`<button class="black" type="button" @click=${() => workbench.stage.light()}>
              <span>${say("slides.black")}</span>
            </button>`
          : nothing
      }`;
  }
}

customElements.define("yuheng-presenter", Presenter);
