import { html, nothing, type TemplateResult } from "lit";
import type { Action, Workbench } from "../../actions/action.ts";
import { describeChord, isMac, parseChord, writeKeys } from "../../actions/chord.ts";
import { type ActionId, actionOf } from "../../actions/table.ts";
import { icon } from "../../design/icons.ts";
import { say } from "../../language/speech.ts";

const mac = typeof navigator !== "undefined" && isMac(navigator.platform);

export interface ButtonOptions {
  /** Whether the label is shown if there is space; the accessible name is always set. */
  word?: boolean;
  class?: string;
  /** Content after the label, such as a count. */
  after?: TemplateResult | typeof nothing;
  /** An accessible name that says more than the action's label. */
  label?: string;
  pressed?: boolean;
}

/** A button for an action of the table. It stays focusable while the action is disabled, so that the focus is not lost. */
export function actionButton(id: ActionId, workbench: Workbench, options: ButtonOptions = {}): TemplateResult {
  const action = actionOf(id);
  const label = say(action.label);
  const enabled = action.when(workbench.session);
  const pressed = options.pressed ?? action.pressed?.(workbench);
  const keys = keysOf(action);
  return html`<button
    class="tool ${options.class ?? ""}"
    type="button"
    data-action=${id}
    title=${keys ? `${label} (${keys})` : label}
    aria-label=${options.label ?? label}
    aria-keyshortcuts=${describeKeys(action) ?? nothing}
    aria-disabled=${enabled ? nothing : "true"}
    aria-pressed=${pressed === undefined ? nothing : pressed ? "true" : "false"}
    @click=${() => runAction(action, workbench)}
  >
    ${icon(action.icon)}${options.word ? html`<span class="word">${label}</span>` : nothing}${options.after ?? nothing}
  </button>`;
}

/** Runs an action if it is enabled. */
export function runAction(action: Action, workbench: Workbench): void {
  if (action.when(workbench.session)) action.run(workbench);
}

/** The first chord of an action, as written on this system's keyboards; empty without one. */
export function keysOf(action: Action): string {
  return action.keys[0] ? writeKeys(action.keys[0], mac) : "";
}

function describeKeys(action: Action): string | undefined {
  return action.keys.map((text) => describeChord(parseChord(text), mac)).join(" ") || undefined;
}
