/** A key with its modifiers. `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export interface Chord {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  /** `KeyboardEvent.key` in lower case: `s`, `enter`, `escape`, `?`, `f8`. */
  key: string;
}

/** Whether the platform's modifier is ⌘. */
export function isMac(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** The properties of a keyboard event that are compared. */
export type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Reads `mod+shift+enter`. */
export function parseChord(text: string): Chord {
  const parts = text.toLowerCase().split("+");
  const key = parts.pop() ?? "";
  return { mod: parts.includes("mod"), shift: parts.includes("shift"), alt: parts.includes("alt"), key };
}

/** Whether a keystroke is this chord. For signs such as `?`, which need Shift only on some keyboards, Shift is ignored. */
export function isChord(stroke: Stroke, chord: Chord, mac: boolean): boolean {
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const foreign = mac ? stroke.ctrlKey : stroke.metaKey;
  const sign = chord.key.length === 1 && !/[a-z0-9]/.test(chord.key);
  return (
    (stroke.key === " " ? "space" : stroke.key.toLowerCase()) === chord.key &&
    mod === chord.mod &&
    !foreign &&
    stroke.altKey === chord.alt &&
    (sign || stroke.shiftKey === chord.shift)
  );
}

const arrows = { arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→" };
const pages = { pageup: "PageUp", pagedown: "PageDown" };
const macNames: Record<string, string> = { ...arrows, enter: "↩", escape: "esc" };
const names: Record<string, string> = { ...arrows, ...pages, enter: "Enter", escape: "Esc" };

/** The chord as labelled on the keys: `⇧⌘↩` on a Mac, `Ctrl+Shift+Enter` elsewhere. */
export function writeChord({ mod, shift, alt, key }: Chord, mac: boolean): string {
  const name = (mac ? macNames : names)[key] ?? (key.length === 1 ? key.toUpperCase() : capitalise(key));
  if (mac) return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${name}`;
  return [mod && "Ctrl", alt && "Alt", shift && "Shift", name].filter(Boolean).join("+");
}

/** A sequence of chords as labelled on the keys: `Ctrl+S`, `D D`. */
export function writeKeys(text: string, mac: boolean): string {
  return text
    .split(" ")
    .map((chord) => writeChord(parseChord(chord), mac))
    .join(" ");
}

/** The chord in the syntax of `aria-keyshortcuts`. */
export function describeChord({ mod, shift, alt, key }: Chord, mac: boolean): string {
  const name =
    key.length === 1
      ? key
      : capitalise(key).replace(/^(Arrow|Page)(.)/, (_, kind: string, first: string) => kind + first.toUpperCase());
  return [mod && (mac ? "Meta" : "Control"), alt && "Alt", shift && "Shift", name].filter(Boolean).join("+");
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
