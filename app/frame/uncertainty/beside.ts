import type { CellSpread } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { writeSpread } from "../../language/uncertain-figures.ts";
import { type BesideNumber, besideNumbers } from "../table/grid.ts";
import { besideRecords } from "./record-table.ts";

/** Numbers that were marked for a result: the same result is not marked twice. */
const marked = new WeakMap<HTMLElement, CellSpread>();

/**
 * Puts the interval beside the numbers that a cell shows: its value, and the holes of its text. They are looked for in
 * what stands there, in order; where one is not found (it went into an attribute, or a drawing) nothing is put.
 */
export function markNumbers(output: HTMLElement, spread: CellSpread): void {
  if (marked.get(output) === spread && output.querySelector(".plus-minus-beside")) return;
  unmarkNumbers(output);
  marked.set(output, spread);
  const { slots, leaves } = spread.shape;
  const texts = new Texts(output);
  for (const [at, slot] of slots.entries()) {
    const own = leaves.flatMap((leaf, i) => (leaf.slot === at ? [i] : []));
    const [only] = own;
    if (slot.kind === "hole") {
      const found = texts.find(slot.text ?? "");
      if (found && only !== undefined) found.after(spread, only);
      continue;
    }
    const shown = output.children[slot.index];
    if (!shown || only === undefined) continue;
    if (shown.classList.contains("arrow-table")) besideNumbers(shown, writerOf(spread, own));
    else if (shown.matches("form.inputs-3a86ea-table")) besideRecords(shown, writerOf(spread, own), markOf);
    else if (shown.classList.contains("inspected") && leaves[only]!.path.length === 0)
      shown.append(...besideOf(spread, only));
  }
}

export function unmarkNumbers(output: HTMLElement): void {
  marked.delete(output);
  for (const table of output.querySelectorAll(".arrow-table")) besideNumbers(table, null);
  for (const mark of output.querySelectorAll(".plus-minus-beside")) mark.remove();
  output.normalize();
}

/** What stands beside the numbers of a table. */
function writerOf(spread: CellSpread, own: readonly number[]): BesideNumber {
  const written = new Map<string, string>();
  for (const leaf of own) {
    const [row, column] = spread.shape.leaves[leaf]!.path;
    const summary = spread.leaves[leaf]!;
    if (summary.sd > 0) written.set(`${row} ${column}`, `\u202f${writeSpread(summary, spread.central[leaf]!).beside}`);
  }
  return (row, column) => written.get(`${row} ${column}`) ?? "";
}

function besideOf(spread: CellSpread, leaf: number): HTMLElement[] {
  const summary = spread.leaves[leaf]!;
  if (!(summary.sd > 0)) return [];
  return [markOf(`\u202f${writeSpread(summary, spread.central[leaf]!).beside}`)];
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "plus-minus-beside";
  mark.textContent = text;
  return mark;
}

/** The texts of an output, read once from beginning to end. */
class Texts {
  readonly #nodes: Text[];
  #node = 0;
  #offset = 0;

  constructor(root: HTMLElement) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    this.#nodes = [];
    while (walker.nextNode()) this.#nodes.push(walker.currentNode as Text);
  }

  /** The next place at which a text stands by itself, not within a longer number or word; null if there is none. */
  find(text: string): { after(spread: CellSpread, leaf: number): void } | null {
    const wanted = text.trim();
    if (wanted === "") return null;
    for (let node = this.#node; node < this.#nodes.length; ++node) {
      const { data } = this.#nodes[node]!;
      let from = node === this.#node ? this.#offset : 0;
      for (let at = data.indexOf(wanted, from); at >= 0; at = data.indexOf(wanted, from)) {
        from = at + wanted.length;
        if (/[\p{L}\p{N}.]/u.test(data[at - 1] ?? "") || /^[\p{L}\p{N}]|^\.\d/u.test(data.slice(from, from + 2)))
          continue;
        this.#node = node;
        this.#offset = from;
        return { after: (spread, leaf) => this.#after(node, from, besideOf(spread, leaf)) };
      }
    }
    return null;
  }

  /** Splits the text there; what follows it is read on from its beginning. */
  #after(node: number, offset: number, marks: readonly HTMLElement[]): void {
    if (marks.length === 0) return;
    const rest = this.#nodes[node]!.splitText(offset);
    rest.before(...marks);
    this.#nodes.splice(node + 1, 0, rest);
    this.#node = node + 1;
    this.#offset = 0;
  }
}
