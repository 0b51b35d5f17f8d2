import { languages, preferredLanguage } from "../../language/languages.ts";
import { type PanelTab, panelTabs } from "../panels/panels.ts";

/** How a person wants the page; kept on this machine. */
export interface Preferences {
  theme: "system" | "light" | "dark";
  /** The tag of one of the languages of the page. */
  language: string;
  mode: "edit" | "read";
  /** Mark what is stale instead of running it. */
  lazy: boolean;
  rail: boolean;
  panel: boolean;
  tab: PanelTab;
  /** True once the page was open here before. */
  visited: boolean;
}

const key = "yuheng.preferences";

/** What was kept, checked value by value: an older page may have written it, or a hand. */
export function readPreferences(text: string | null, preferred: readonly string[]): Preferences {
  const kept = parseRecord(text);
  const choose = <Value>(name: keyof Preferences, allowed: readonly Value[], otherwise: Value) =>
    allowed.includes(kept[name] as Value) ? (kept[name] as Value) : otherwise;
  return {
    theme: choose("theme", ["system", "light", "dark"] as const, "system"),
    language: choose(
      "language",
      languages.map(({ tag }) => tag),
      preferredLanguage(preferred),
    ),
    mode: choose("mode", ["edit", "read"] as const, "edit"),
    lazy: choose("lazy", [true, false], false),
    rail: choose("rail", [true, false], true),
    panel: choose("panel", [true, false], false),
    tab: choose<PanelTab>("tab", panelTabs, "data"),
    visited: choose("visited", [true, false], false),
  };
}

/** The preferences in force. Dispatches `change`. */
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
      // A full or forbidden storage: the choice then holds until the page is closed.
    }
    this.dispatchEvent(new Event("change"));
  }
}

/** The browser's storage, or null where it is forbidden; merely naming it may throw. */
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
