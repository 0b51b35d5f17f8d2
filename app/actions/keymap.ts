import type { Action, Place } from "./action.ts";
import { type Chord, isChord, parseChord, type Stroke } from "./chord.ts";
import { actions } from "./table.ts";

interface Binding {
  chords: readonly Chord[];
  action: Action;
}

const keymap = (actions as readonly Action[]).flatMap((action) =>
  action.keys.map<Binding>((text) => ({ chords: text.split(" ").map(parseChord), action })),
);

/** How long the first of two strokes waits for the second, in milliseconds. */
const PATIENCE_MS = 1000;

/** The action that one stroke asks for at a place. */
export function findActionFor(stroke: Stroke, place: Place, mac: boolean): Action | undefined {
  return keymap.find(({ chords, action }) => chords.length === 1 && fits(chords[0]!, action, stroke, place, mac))
    ?.action;
}

/** Reads strokes one after the other, so that two of them can be one key: `d d`. */
export class KeyReader {
  readonly #mac: boolean;
  #begun: { bindings: readonly Binding[]; at: number } | null = null;

  constructor(mac: boolean) {
    this.#mac = mac;
  }

  /** The action that a stroke asks for or completes; `begun` where another stroke is awaited. */
  read(stroke: Stroke, place: Place, now: number): Action | "begun" | undefined {
    const begun = this.#begun && now - this.#begun.at <= PATIENCE_MS ? this.#begun.bindings : [];
    this.#begun = null;
    const completed = begun.find(({ chords, action }) => fits(chords[1]!, action, stroke, place, this.#mac));
    if (completed) return completed.action;
    const bindings = keymap.filter(
      ({ chords, action }) => chords.length === 2 && fits(chords[0]!, action, stroke, place, this.#mac),
    );
    if (bindings.length > 0) {
      this.#begun = { bindings, at: now };
      return "begun";
    }
    return findActionFor(stroke, place, this.#mac);
  }
}

function fits(chord: Chord, action: Action, stroke: Stroke, place: Place, mac: boolean): boolean {
  if (action.places && !action.places.includes(place)) return false;
  if (action.yieldsToTyping && place === "text") return false;
  // One undo holds for the whole notebook, so an editor hands it on; a letter it keeps.
  if (place === "editor" && chord.key.length === 1 && !chord.mod && !chord.alt) return false;
  return isChord(stroke, chord, mac);
}

/** True where keys go into a text: a field, an editor. Takes the path of the event, through shadow roots. */
export function isTyping(path: readonly EventTarget[]): boolean {
  return path.some(
    (target) =>
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !/^(button|checkbox|radio|range|submit|color)$/.test(target.type)) ||
      (target instanceof HTMLElement && target.isContentEditable),
  );
}
