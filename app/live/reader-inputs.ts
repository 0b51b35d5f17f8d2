import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import {
  applyOperation,
  type InputValues,
  isInputOf,
  type Json,
  type Notebook,
  type Operation,
  readValues,
  valueAttribute,
} from "../../kernel/document/index.ts";
import { equalData } from "../../kernel/values/equal.ts";
import type { InputMemory } from "./input-memory.ts";

/** The most inputs that are remembered per notebook, so that a frame cannot fill the page's memory with values. */
const MAX_INPUTS = 1000;

/** The part of the document that is read. */
interface Cells {
  readonly cells: readonly DocumentCell[];
}

/**
 * The values that a reader has set in the inputs of a notebook, where they differ from the document's. They are the reader's state,
 * not part of the document: setting one is no edit, and undo does not touch it. They are kept across reloads of the page.
 */
export class ReaderInputs {
  readonly #document: Cells;
  readonly #memory: InputMemory | null;
  readonly #values = new Map<number, Readonly<Record<string, Json>>>();

  /** @param memory where the values are kept; null if they last as long as the page */
  constructor(document: Cells, memory: InputMemory | null = null) {
    this.#document = document;
    this.#memory = memory;
    this.#take(memory?.read() ?? {});
  }

  /** The values by cell and name, of cells that are in the document. */
  get values(): InputValues {
    const values: Record<number, Readonly<Record<string, Json>>> = {};
    for (const { id } of this.#document.cells) {
      const own = this.#values.get(id);
      if (own) values[id] = own;
    }
    return values;
  }

  /** The cells in which a reader has set a value. */
  get cells(): number[] {
    return Object.keys(this.values).map(Number);
  }

  /** The number of inputs that differ from the document. */
  get count(): number {
    return Object.values(this.values).reduce((sum, named) => sum + Object.keys(named).length, 0);
  }

  /**
   * The reader has set an input. A value equal to the document's is not kept.
   * @param isInitial whether it is the value that the input has if the document stores none
   */
  set(cell: number, name: string, value: Json, isInitial: boolean): void {
    const own = Object.entries(this.#values.get(cell) ?? {}).filter(([key]) => key !== name);
    const stored = readValues(this.#document.cells.find(({ id }) => id === cell) ?? { attributes: {} }) ?? {};
    const isDefault = Object.hasOwn(stored, name) ? equalData(stored[name], value) : isInitial;
    if (!isDefault && (own.length > 0 || this.count < MAX_INPUTS)) own.push([name, value]);
    this.#put(cell, Object.fromEntries(own));
    this.#write();
  }

  /** Sets further inputs, of a link or a scenario. */
  merge(values: InputValues): void {
    this.#take(values);
    this.#write();
  }

  /** Returns to the document's values. */
  clear(): void {
    this.#values.clear();
    this.#write();
  }

  /** A name that a cell defines has changed. */
  rename(cell: number, from: string, to: string): void {
    const own = this.#values.get(cell);
    if (!own || !Object.hasOwn(own, from)) return;
    this.#put(cell, Object.fromEntries(Object.entries(own).map(([name, value]) => [name === from ? to : name, value])));
    this.#write();
  }

  /** The operations that store the values in the document. */
  operations(): Operation[] {
    return Object.entries(this.values).flatMap(([cell, named]) =>
      Object.entries(named).map(([name, value]): Operation => ({ type: "value", cell: Number(cell), name, value })),
    );
  }

  /** A notebook with the reader's values in place of its own. */
  applyTo(notebook: Notebook): Notebook {
    return this.operations().reduce((current, operation) => {
      const outcome = applyOperation(current, operation);
      return outcome.ok ? outcome.notebook : current;
    }, notebook);
  }

  /** The document's cells with the reader's values in place of its own. */
  shownCells(): DocumentCell[] {
    return this.#document.cells.map((cell) => {
      const own = this.#values.get(cell.id);
      if (!own) return cell;
      const values = { ...readValues(cell), ...own };
      return { ...cell, attributes: { ...cell.attributes, [valueAttribute]: JSON.stringify(values) } };
    });
  }

  /** Takes the values of inputs that their cells still name. */
  #take(values: InputValues): void {
    for (const { id, source, attributes } of this.#document.cells) {
      const stored = readValues({ attributes }) ?? {};
      const named = Object.entries(values[id] ?? {}).filter(([name]) => isInputOf(source, name));
      const all = Object.entries({ ...this.#values.get(id), ...Object.fromEntries(named) });
      this.#put(
        id,
        Object.fromEntries(
          all.filter(([name, value]) => !(Object.hasOwn(stored, name) && equalData(stored[name], value))),
        ),
      );
    }
  }

  #put(cell: number, own: Readonly<Record<string, Json>>): void {
    if (Object.keys(own).length > 0) this.#values.set(cell, own);
    else this.#values.delete(cell);
  }

  #write(): void {
    this.#memory?.write(this.values);
  }
}
