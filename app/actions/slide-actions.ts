import type { IconName } from "../design/icons.ts";
import type { PlainKey } from "../language/message.ts";
import type { Session } from "../session/contract.ts";
import type { Action, SlidePage } from "./action.ts";

const presenting = (session: Session | null) => Boolean(session?.settings.presentation);

/** What is done in a presentation. A clicker sends PageUp and PageDown, and B or a full stop for black. */
export const slideActions = [
  {
    id: "present",
    group: "slides",
    keys: ["f9"],
    label: "action.present",
    icon: "present",
    takesKeyboard: true,
    when: (session) => session !== null,
    run: ({ stage }: SlidePage) => stage.toggle(),
    pressed: ({ stage }: SlidePage) => stage.on,
  },
  turn("slide-next", ["arrowright", "n"], "action.slideNext", "open"),
  turn("slide-previous", ["arrowleft", "backspace"], "action.slidePrevious", "back"),
  turn("slide-down", ["pagedown", "space", "arrowdown"], "action.slideDown", "down"),
  turn("slide-up", ["pageup", "shift+space", "arrowup"], "action.slideUp", "up"),
  turn("slide-first", ["home"], "action.slideFirst", "up"),
  turn("slide-last", ["end"], "action.slideLast", "down"),
  staged("slide-black", ["b", "."], "action.slideBlack", "moon", ({ stage }) => stage.toggleBlack()),
  staged("slide-code", ["c"], "action.slideCode", "code", ({ stage }) => stage.toggleCode()),
  staged("slide-full", ["f"], "action.slideFull", "full", ({ stage }) => stage.toggleFull()),
] as const satisfies readonly Action[];

/** Actions that the notebook's frame does by itself. */
export type SlideActionId = "slide-next" | "slide-previous" | "slide-down" | "slide-up" | "slide-first" | "slide-last";

const turns: ReadonlySet<string> = new Set(
  slideActions.filter(({ id }) => !/^(present|slide-(black|code|full))$/.test(id)).map(({ id }) => id),
);

export function isSlideAction(id: string): id is SlideActionId {
  return turns.has(id);
}

function turn<Id extends string>(id: Id, keys: readonly string[], label: PlainKey, icon: IconName) {
  return staged(id, keys, label, icon, ({ session, stage }) => {
    stage.light();
    session?.command(id);
  });
}

function staged<Id extends string>(
  id: Id,
  keys: readonly string[],
  label: PlainKey,
  icon: IconName,
  run: (page: SlidePage) => void,
) {
  return { id, group: "slides", keys, places: ["slide"], label, icon, when: presenting, run } as const;
}
