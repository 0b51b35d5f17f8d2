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

/** The longest time between two keystrokes of a sequence, in milliseconds. */
const SEQUENCE_MS = 1000;

/** The action of a single keystroke at a place. */
export function findActionFor(stroke: Stroke, place: Place, mac: boolean): Action | undefined {
  return keymap.find(({ chords, action }) => chords.length === 1 && fits(chords[0]!, action, stroke, place, mac))
    ?.action;
}

/** Reads consecutive keystrokes, so that sequences of two such as `d d` are recognised. */
export class KeyReader {
  readonly #mac: boolean;
  #pending: { bindings: readonly Binding[]; at: number } | null = null;

  constructor(mac: boolean) {
    this.#mac = mac;
  }

  /** The action of a keystroke or of the sequence it completes; `pending` if it may begin a sequence. */
  read(stroke: Stroke, place: Place, now: number): Action | "pending" | undefined {
    const pending = this.#pending && now - this.#pending.at <= SEQUENCE_MS ? this.#pending.bindings : [];
    this.#pending = null;
    const completed = pending.find(({ chords, action }) => fits(chords[1]!, action, stroke, place, this.#mac));
    if (completed) return completed.action;
    const bindings = keymap.filter(
      ({ chords, action }) => chords.length === 2 && fits(chords[0]!, action, stroke, place, this.#mac),
    );
    if (bindings.length > 0) {
      this.#pending = { bindings, at: now };
      return "pending";
    }
    return findActionFor(stroke, place, this.#mac);
  }
}

function fits(chord: Chord, action: Action, stroke: Stroke, place: Place, mac: boolean): boolean {
  if (action.places && !action.places.includes(place)) return false;
  if (action.yieldsToTyping && place === "text") return false;
  // An editor keeps single letters; undo is passed on, because the notebook has one history.
  if (place === "editor" && chord.key.length === 1 && !chord.mod && !chord.alt) return false;
  return isChord(stroke, chord, mac);
}

/** Whether keys go into a text field or an editor. Takes the path of the event, through shadow roots. */
export function isTyping(path: readonly EventTarget[]): boolean {
  return path.some(
    (target) =>
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !/^(button|checkbox|radio|range|submit|color)$/.test(target.type)) ||
      (target instanceof HTMLElement && target.isContentEditable),
  );
}
