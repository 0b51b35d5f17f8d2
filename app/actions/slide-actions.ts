import { type Message, messages } from "../../lib/message/message.ts";
import type { IconName } from "../design/icons.ts";
import type { Session } from "../session/contract.ts";
import type { Action, SlidePage } from "./action.ts";

export const slideActionTexts = messages("actions.slide", {
  present: { en: "Present", zh: "演示" },
  next: { en: "Next slide", zh: "下一张" },
  previous: { en: "Previous slide", zh: "上一张" },
  down: { en: "On: down the slide, then the next one", zh: "向下，到底后转到下一张" },
  up: { en: "Back: up the slide, then the one before", zh: "向上，到顶后转到上一张" },
  first: { en: "First slide", zh: "第一张" },
  last: { en: "Last slide", zh: "最后一张" },
  black: { en: "Black screen", zh: "黑屏" },
  code: { en: "Show the code", zh: "显示代码" },
  full: { en: "Full screen", zh: "全屏" },
});

const presenting = (session: Session | null) => Boolean(session?.settings.presentation);

/** The actions of a presentation. Presentation remotes send PageUp and PageDown, and B or a full stop for a black screen. */
export const slideActions = [
  {
    id: "present",
    group: "slides",
    keys: ["f9"],
    label: slideActionTexts.present(),
    icon: "present",
    takesKeyboard: true,
    when: (session) => session !== null,
    run: ({ stage }: SlidePage) => stage.toggle(),
    pressed: ({ stage }: SlidePage) => stage.on,
  },
  frameAction("slide-next", ["arrowright", "n"], slideActionTexts.next(), "open"),
  frameAction("slide-previous", ["arrowleft", "backspace"], slideActionTexts.previous(), "back"),
  frameAction("slide-down", ["pagedown", "space", "arrowdown"], slideActionTexts.down(), "down"),
  frameAction("slide-up", ["pageup", "shift+space", "arrowup"], slideActionTexts.up(), "up"),
  frameAction("slide-first", ["home"], slideActionTexts.first(), "up"),
  frameAction("slide-last", ["end"], slideActionTexts.last(), "down"),
  slideAction("slide-black", ["b", "."], slideActionTexts.black(), "moon", ({ stage }) => stage.toggleBlack()),
  slideAction("slide-code", ["c"], slideActionTexts.code(), "code", ({ stage }) => stage.toggleCode()),
  slideAction("slide-full", ["f"], slideActionTexts.full(), "full", ({ stage }) => stage.toggleFull()),
] as const satisfies readonly Action[];

/** Actions that the notebook's frame performs. */
export type SlideActionId = "slide-next" | "slide-previous" | "slide-down" | "slide-up" | "slide-first" | "slide-last";

const frameActions: ReadonlySet<string> = new Set(
  slideActions.filter(({ id }) => !/^(present|slide-(black|code|full))$/.test(id)).map(({ id }) => id),
);

export function isSlideAction(id: string): id is SlideActionId {
  return frameActions.has(id);
}

function frameAction<Id extends string>(id: Id, keys: readonly string[], label: Message, icon: IconName) {
  return slideAction(id, keys, label, icon, ({ session, stage }) => {
    stage.endBlack();
    session?.command(id);
  });
}

function slideAction<Id extends string>(
  id: Id,
  keys: readonly string[],
  label: Message,
  icon: IconName,
  run: (page: SlidePage) => void,
) {
  return { id, group: "slides", keys, places: ["slide"], label, icon, when: presenting, run } as const;
}
