import { readValues } from "../document/index.ts";
import type { Run } from "../runtime/run.ts";
import type { DocumentCell } from "../sandbox/protocol.ts";
import { eventOf, readInput } from "../stdlib/generators.ts";
import { equalData } from "../values/equal.ts";

type ViewElement = HTMLElement & { value?: unknown };

/** Values larger than this, written out, are not kept: a large file or a drawing is no setting. */
const LARGEST = 40_000;

/**
 * The values of a notebook's views, as the document keeps them: with the cell, by name. They outlive the elements: a cell
 * that runs again, or a frame that is rebuilt, finds its sliders where the reader left them, and undo moves them back.
 */
export class ViewValues {
  readonly #values = new Map<number, Readonly<Record<string, unknown>>>();
  /** Elements on the page, with the value that their author gave them. */
  readonly #live = new Map<number, Map<string, { element: ViewElement; initial: unknown }>>();
  #moving = false;
  readonly #changed: (cell: number, name: string, value: unknown) => void;

  constructor(changed: (cell: number, name: string, value: unknown) => void) {
    this.#changed = changed;
  }

  /** Takes what the document says of a cell's views, and moves those that stand elsewhere. */
  take({ id, attributes }: DocumentCell): void {
    const values = readValues({ attributes }) ?? {};
    const before = this.#values.get(id);
    if (before && equalData(values, before)) return;
    // A cell without values is known, too: what the document says of it next moves its elements.
    this.#values.set(id, values);
    if (!before) return;
    for (const [name, { element, initial }] of this.#live.get(id) ?? []) {
      const value = Object.hasOwn(values, name) ? values[name] : initial;
      if (equalData(readInput(element), value)) continue;
      restore(element, value);
      this.#moving = true; // the document moves the element: that is no choice of the reader's
      element.dispatchEvent(new Event(eventOf(element), { bubbles: true }));
      this.#moving = false;
    }
  }

  /** Gives an element the value kept under its name, and keeps what the reader chooses from now on. */
  attach(element: ViewElement, name: string, run: Run): void {
    const { cell } = run;
    const kept = this.#values.get(cell) ?? {};
    const live = this.#live.get(cell) ?? new Map();
    this.#live.set(cell, live.set(name, { element, initial: readInput(element) }));
    if (Object.hasOwn(kept, name)) restore(element, kept[name]);
    const keep = () => {
      const value = readInput(element);
      const text = writable(value);
      const values = this.#values.get(cell) ?? {};
      if (this.#moving || text === undefined || equalData(values[name], value)) return;
      this.#values.set(cell, { ...values, [name]: JSON.parse(text) });
      this.#changed(cell, name, JSON.parse(text));
    };
    const type = eventOf(element);
    element.addEventListener(type, keep);
    run.invalidation.then(() => {
      element.removeEventListener(type, keep);
      if (live.get(name)?.element === element) live.delete(name);
    });
  }
}

/** Only a value of the kind that the element already has is put back: the author may have changed the control since. */
function restore(element: ViewElement, value: unknown): void {
  try {
    const checkbox = element as HTMLInputElement;
    if (checkbox.type === "checkbox") checkbox.checked = Boolean(value);
    else if (typeof element.value === typeof value || element instanceof HTMLInputElement) element.value = value;
  } catch {
    // The element refuses the value: it keeps its own.
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
