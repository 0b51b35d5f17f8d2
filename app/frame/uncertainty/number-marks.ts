import type { CellSpread } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { writeSpread } from "../../language/uncertain-figures.ts";
import { markTable, type NumberMark } from "../table/grid.ts";

/** The result for which an output's numbers are marked, so that it is not marked twice. */
const marked = new WeakMap<HTMLElement, CellSpread>();

/**
 * Puts the interval next to the numbers in a cell's output: its value, and the interpolations of its text. They are searched in
 * the output in order; a number that is not found, because it is in an attribute or a drawing, gets no mark.
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
    if (shown.classList.contains("arrow-table")) markTable(shown, writerOf(spread, own));
    else if (shown.matches("form.inputs-3a86ea-table")) markRecords(shown, writerOf(spread, own));
    else if (shown.classList.contains("inspected") && leaves[only]!.path.length === 0)
      shown.append(...marksOf(spread, only));
  }
}

export function unmarkNumbers(output: HTMLElement): void {
  marked.delete(output);
  for (const table of output.querySelectorAll(".arrow-table")) markTable(table, null);
  for (const mark of output.querySelectorAll(".plus-minus-beside")) mark.remove();
  output.normalize();
}

/** Puts marks next to the numbers of an `Inputs.table`: in the rows that it has drawn, by the columns' field names. */
function markRecords(form: Element, textOf: NumberMark): void {
  const table = form.querySelector("table");
  const names = [...(table?.tHead?.rows[0]?.cells ?? [])].map(({ title }) => title);
  for (const [row, { cells }] of [...(table?.tBodies[0]?.rows ?? [])].entries()) {
    for (const [i, cell] of [...cells].entries()) {
      const text = textOf(row, names[i] ?? "");
      if (text) cell.append(markOf(text));
    }
  }
}

/** The marks of the numbers of a table. */
function writerOf(spread: CellSpread, own: readonly number[]): NumberMark {
  const written = new Map<string, string>();
  for (const leaf of own) {
    const [row, column] = spread.shape.leaves[leaf]!.path;
    const summary = spread.leaves[leaf]!;
    if (summary.sd > 0) written.set(`${row} ${column}`, `\u202f${writeSpread(summary, spread.central[leaf]!).mark}`);
  }
  return (row, column) => written.get(`${row} ${column}`) ?? "";
}

function marksOf(spread: CellSpread, leaf: number): HTMLElement[] {
  const summary = spread.leaves[leaf]!;
  if (!(summary.sd > 0)) return [];
  return [markOf(`\u202f${writeSpread(summary, spread.central[leaf]!).mark}`)];
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "plus-minus-beside";
  mark.textContent = text;
  return mark;
}

/** The text nodes of an output, searched once from beginning to end. */
class Texts {
  readonly #nodes: Text[];
  #node = 0;
  #offset = 0;

  constructor(root: HTMLElement) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    this.#nodes = [];
    while (walker.nextNode()) this.#nodes.push(walker.currentNode as Text);
  }

  /** The next occurrence of a text that is not part of a longer number or word; null if there is none. */
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
        return { after: (spread, leaf) => this.#after(node, from, marksOf(spread, leaf)) };
      }
    }
    return null;
  }

  /** Inserts marks by splitting the text node; the search continues in its second part. */
  #after(node: number, offset: number, marks: readonly HTMLElement[]): void {
    if (marks.length === 0) return;
    const rest = this.#nodes[node]!.splitText(offset);
    rest.before(...marks);
    this.#nodes.splice(node + 1, 0, rest);
    this.#node = node + 1;
    this.#offset = 0;
  }
}
