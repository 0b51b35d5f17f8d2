import { html, nothing, type TemplateResult } from "lit";
import type { SlidePosition } from "../../kernel/sandbox/protocol.ts";
import { messages } from "../../lib/message/message.ts";
import type { SlidePage } from "../actions/action.ts";
import { describeChord, isMac, parseChord, writeKeys } from "../actions/chord.ts";
import { slideActions } from "../actions/slide-actions.ts";
import { icon } from "../design/icons.ts";
import { writeCount } from "../language/figures.ts";
import { say } from "../language/speech.ts";

export const slideTexts = messages("stage.slides", {
  label: { en: "Presentation", zh: "演示" },
  position: { en: "Slide {slide} of {slides}", zh: "第 {slide} 张，共 {slides} 张" },
  end: { en: "End the presentation", zh: "结束演示" },
  black: {
    en: "The screen is black. Press any key of the presentation, or here, to go on.",
    zh: "已黑屏。按任一演示键或点此继续。",
  },
});

type SlideAction = (typeof slideActions)[number];

const mac = typeof navigator !== "undefined" && isMac(navigator.platform);
const table = new Map<string, SlideAction>(slideActions.map((action) => [action.id, action]));

/** The controls below a slide: its number and the commands. They are faint until they are hovered. */
export function slideControls(page: SlidePage, position: SlidePosition | null): TemplateResult {
  const { stage } = page;
  const { slide, slides } = position ?? { slide: 0, slides: 0 };
  const button = (id: SlideAction["id"], pressed?: boolean) => slideButton(table.get(id)!, page, pressed);
  return html`<div class="slide-controls"><div class="foot" role="toolbar" aria-label=${say(slideTexts.label())}>
      <span class="seldom">
        ${button("slide-code", stage.code)}${stage.canGoFull ? button("slide-full", stage.full) : nothing}${button("slide-black")}
      </span>
      ${button("slide-previous")}
      <span class="position" role="status" aria-label=${say(slideTexts.position({ slide, slides }))}>
        ${writeCount(slide)} / ${writeCount(slides)}
      </span>
      ${button("slide-next")}
      <button
        class="tool"
        type="button"
        title=${say(slideTexts.end())}
        aria-label=${say(slideTexts.end())}
        @click=${() => stage.toggle()}
      >
        ${icon("close")}
      </button>
    </div>
    <div class="way" style="width: ${slides > 0 ? (100 * slide) / slides : 0}%"></div>
    ${
      stage.black
        ? html`<button class="black" type="button" @click=${() => stage.endBlack()}><span>${say(slideTexts.black())}</span></button>`
        : nothing
    }</div>`;
}

function slideButton(action: SlideAction, page: SlidePage, pressed: boolean | undefined): TemplateResult {
  const label = say(action.label);
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
