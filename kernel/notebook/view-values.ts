import type { DocumentCell } from "../document/document-cell.ts";
import { readValues } from "../document/index.ts";
import type { Run } from "../runtime/run.ts";
import { eventOf, readInput } from "../stdlib/generators.ts";
import { equalData } from "../values/equal.ts";

type ViewElement = HTMLElement & { value?: unknown };

/** Values with longer JSON than this are not stored: a large file or a drawing is not a setting. */
const LARGEST = 40_000;

/**
 * The values of a notebook's views as the reader has set them or the document stores them: per cell, by name. They outlive the
 * elements: after a cell has run again, or a frame is rebuilt, sliders keep their positions.
 */
export class ViewValues {
  readonly #values = new Map<number, Readonly<Record<string, unknown>>>();
  /** Current elements, with their initial values. */
  readonly #live = new Map<number, Map<string, { element: ViewElement; initial: unknown }>>();
  #moving = false;
  readonly #changed: (cell: number, name: string, value: unknown, isInitial: boolean) => void;

  /** @param changed called with a reader's choice, and whether it is the value with which the input began */
  constructor(changed: (cell: number, name: string, value: unknown, isInitial: boolean) => void) {
    this.#changed = changed;
  }

  /** Applies the page's values of a cell's views to their elements. */
  take({ id, attributes }: DocumentCell): void {
    const values = readValues({ attributes }) ?? {};
    const before = this.#values.get(id);
    if (before && equalData(values, before)) return;
    // A cell without values is recorded, too, so that later values are applied.
    this.#values.set(id, values);
    if (!before) return;
    for (const [name, { element, initial }] of this.#live.get(id) ?? []) {
      const value = Object.hasOwn(values, name) ? values[name] : initial;
      if (equalData(readInput(element), value)) continue;
      restore(element, value);
      this.#moving = true; // set by the page, not by the reader
      element.dispatchEvent(new Event(eventOf(element), { bubbles: true }));
      this.#moving = false;
    }
  }

  /** Restores the stored value of an element, and stores the reader's choices from now on. */
  attach(element: ViewElement, name: string, run: Run): void {
    if (isPressed(element)) return;
    const { cell } = run;
    const kept = this.#values.get(cell) ?? {};
    const live = this.#live.get(cell) ?? new Map();
    const initial = readInput(element);
    this.#live.set(cell, live.set(name, { element, initial }));
    if (Object.hasOwn(kept, name)) restore(element, kept[name]);
    const store = () => {
      const value = readInput(element);
      const text = writable(value);
      const values = this.#values.get(cell) ?? {};
      if (this.#moving || text === undefined || equalData(values[name], value)) return;
      this.#values.set(cell, { ...values, [name]: JSON.parse(text) });
      this.#changed(cell, name, JSON.parse(text), equalData(initial, value));
    };
    const type = eventOf(element);
    element.addEventListener(type, store);
    run.invalidation.then(() => {
      element.removeEventListener(type, store);
      if (live.get(name)?.element === element) live.delete(name);
    });
  }
}

/** Whether it is an `Inputs.button`. A press is no setting: made again after a reload or a rerun, it would start what nobody asked for. */
function isPressed(element: ViewElement): boolean {
  return element.matches?.("form.inputs-3a86ea") && !element.querySelector("input, select, textarea, table");
}

/** Restores a value only if its type matches, because the author may have changed the control. */
function restore(element: ViewElement, value: unknown): void {
  try {
    const checkbox = element as HTMLInputElement;
    if (checkbox.type === "checkbox") checkbox.checked = Boolean(value);
    else if (typeof element.value === typeof value || element instanceof HTMLInputElement) element.value = value;
  } catch {
    // The element does not accept the value and keeps its own.
  }
}

function writable(value: unknown): string | undefined {
  try {
    const text = JSON.stringify(value);
    return text !== undefined && text.length <= LARGEST && equalData(JSON.parse(text), value) ? text : undefined;
  } catch {
    return undefined;
  }
}
