import { html, nothing, type TemplateResult } from "lit";
import type { SlidePosition } from "../../kernel/sandbox/protocol.ts";
import type { SlidePage } from "../actions/action.ts";
import { describeChord, isMac, parseChord, writeKeys } from "../actions/chord.ts";
import { slideActions } from "../actions/slide-actions.ts";
import { icon } from "../design/icons.ts";
import { writeCount } from "../language/figures.ts";
import { say, sayLabel } from "../language/speech.ts";

type SlideAction = (typeof slideActions)[number];

const mac = typeof navigator !== "undefined" && isMac(navigator.platform);
const table = new Map<string, SlideAction>(slideActions.map((action) => [action.id, action]));

/** What stands below a slide: where one is, and where one can go. Quiet until it is pointed at. */
export function slideControls(page: SlidePage, position: SlidePosition | null): TemplateResult {
  const { stage } = page;
  const { slide, slides } = position ?? { slide: 0, slides: 0 };
  const button = (id: SlideAction["id"], pressed?: boolean) => slideButton(table.get(id)!, page, pressed);
  return html`<div class="slide-controls"><div class="foot" role="toolbar" aria-label=${say("slides.label")}>
      <span class="seldom">
        ${button("slide-code", stage.code)}${stage.canFill ? button("slide-full", stage.full) : nothing}${button("slide-black")}
      </span>
      ${button("slide-previous")}
      <span class="position" role="status" aria-label=${say("slides.position", { slide, slides })}>
        ${writeCount(slide)} / ${writeCount(slides)}
      </span>
      ${button("slide-next")}
      <button
        class="tool"
        type="button"
        title=${say("slides.end")}
        aria-label=${say("slides.end")}
        @click=${() => stage.toggle()}
      >
        ${icon("close")}
      </button>
    </div>
    <div class="way" style="width: ${slides > 0 ? (100 * slide) / slides : 0}%"></div>
    ${
      stage.black
        ? html`<button class="black" type="button" @click=${() => stage.light()}><span>${say("slides.black")}</span></button>`
        : nothing
    }</div>`;
}

function slideButton(action: SlideAction, page: SlidePage, pressed: boolean | undefined): TemplateResult {
  const label = sayLabel(action.label);
  return html`<button
    class="tool"
    type="button"
    data-action=${action.id}
    title="${label} (${writeKeys(action.keys[0]!, mac)})"
    aria-label=${label}
    aria-keyshortcuts=${action.keys.map((text) => describeChord(parseChord(text), mac)).join(" ")}
    aria-pressed=${pressed === undefined ? nothing : pressed ? "true" : "false"}
    @click=${() => action.run(page)}
  >
    ${icon(action.icon)}
  </button>`;
}
