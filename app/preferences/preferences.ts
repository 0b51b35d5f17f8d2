import { languages, preferredLanguage } from "../language/languages.ts";
import { type PanelTab, panelTabs } from "./panels.ts";

/** The user's preferences, stored in this browser. */
export interface Preferences {
  theme: "system" | "light" | "dark";
  /** The tag of one of the languages of the page. */
  language: string;
  /** Null if the user has not chosen: a phone opens notebooks to be read. */
  mode: "edit" | "read" | null;
  /** Whether code is shown; null if the user has not chosen: each notebook decides. */
  code: boolean | null;
  /** Mark stale cells instead of running them. */
  lazy: boolean;
  rail: boolean;
  panel: boolean;
  tab: PanelTab;
  /** Whether the page was opened here before. */
  visited: boolean;
  /** Ids of the palette's entries that were chosen last, the last first. */
  recent: readonly string[];
}

const key = "yuheng.preferences";

/** The stored preferences, each value checked: an older version of the page may have written them, or the user. */
export function readPreferences(text: string | null, preferred: readonly string[]): Preferences {
  const stored = parseRecord(text);
  const choose = <Value>(name: keyof Preferences, allowed: readonly Value[], fallback: Value) =>
    allowed.includes(stored[name] as Value) ? (stored[name] as Value) : fallback;
  return {
    theme: choose("theme", ["system", "light", "dark"] as const, "system"),
    language: choose(
      "language",
      languages.map(({ tag }) => tag),
      preferredLanguage(preferred),
    ),
    mode: choose("mode", ["edit", "read", null] as const, null),
    code: choose("code", [true, false, null], null),
    lazy: choose("lazy", [true, false], false),
    rail: choose("rail", [true, false], true),
    panel: choose("panel", [true, false], false),
    tab: choose<PanelTab>("tab", panelTabs, "data"),
    visited: choose("visited", [true, false], false),
    recent: Array.isArray(stored.recent) ? stored.recent.filter((id) => typeof id === "string") : [],
  };
}

/** The current preferences. Dispatches `change`. */
export class PreferenceStore extends EventTarget {
  #current: Preferences;
  #storage: Storage | null;

  constructor(storage: Storage | null, preferred: readonly string[]) {
    super();
    this.#storage = storage;
    this.#current = readPreferences(readItem(storage), preferred);
  }

  get current(): Readonly<Preferences> {
    return this.#current;
  }

  set(change: Partial<Preferences>): void {
    this.#current = { ...this.#current, ...change };
    try {
      this.#storage?.setItem(key, JSON.stringify(this.#current));
    } catch {
      // The storage is full or denied: the choice lasts until the page is closed.
    }
    this.dispatchEvent(new Event("change"));
  }
}

/** The browser's storage, or null if it is denied, in which case reading the property throws. */
export function findStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function readItem(storage: Storage | null): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function parseRecord(text: string | null): Partial<Record<keyof Preferences, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
