import type { Kernel } from "../../../kernel/notebook/kernel.ts";
import { sourceOf } from "../../../kernel/output/figure/figure-source.ts";
import { FOOTER_CLASS, figuresIn, isSvg, placeOfFooter, removeFooters } from "../../../kernel/output/figure/footer.ts";
import type { SavedFile } from "../../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { Provenance } from "../provenance.ts";
import type { UncertaintySheets } from "../uncertainty/sheets.ts";
import { FigureFooter, type FooterHost } from "./figure-footer.ts";

/** The parts of the notebook that footers read and call. */
export interface FooterParts {
  readonly title: () => string;
  readonly catalogue: readonly DatasetEntry[];
  readonly kernel: Pick<Kernel, "flow">;
  readonly provenance: Pick<Provenance, "trailCells">;
  readonly uncertainty: Pick<UncertaintySheets, "isUncertain" | "toggle">;
  save(file: SavedFile): Promise<boolean>;
  /** Shows the trail of a cell; null in a page without panels. */
  readonly showTrail: ((cell: number) => void) | null;
}

/** The figures of all outputs get a footer as soon as they are displayed. */
export class FigureFooters {
  readonly #parts: FooterParts;
  readonly #cells = new WeakMap<Element, number>();
  readonly #footers = new Map<Element, FigureFooter[]>();
  readonly #changes = new MutationObserver((changes) => this.#changed(changes));
  readonly #sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#footerAt(target)?.measure();
  });

  constructor(parts: FooterParts) {
    this.#parts = parts;
  }

  /** Watches the output of a cell for figures. */
  watch(cell: number, output: Element): void {
    this.#cells.set(output, cell);
    this.#changes.observe(output, { childList: true, subtree: true });
  }

  /** A cell has run: its figures may rest on other sources or samples. */
  ran(cell: number): void {
    for (const [output, footers] of this.#footers) {
      if (this.#cells.get(output) === cell) for (const footer of footers) footer.refresh();
    }
  }

  /** Renders all footers again, in the current language. */
  refresh(): void {
    for (const [output, footers] of this.#footers) {
      if (!output.isConnected) this.#footers.delete(output);
      else for (const footer of footers) footer.refresh();
    }
  }

  #changed(changes: readonly MutationRecord[]): void {
    const outputs = new Set<Element>();
    for (const { target, addedNodes, removedNodes } of changes) {
      const element = target as Element;
      // A tip that follows the pointer changes its picture, a scrolled table its rows: neither makes a figure.
      if (element instanceof SVGElement || element.closest(`.${FOOTER_CLASS}, .arrow-table`)) continue;
      if ([...addedNodes, ...removedNodes].every(isFooter)) continue;
      const output = this.#outputOf(element);
      if (output) outputs.add(output);
    }
    for (const output of outputs) this.#arrange(output);
  }

  /** An output within an output, such as that of an exercise, belongs to the outer one. */
  #outputOf(element: Element): Element | null {
    for (let node: Element | null = element; node; node = node.parentElement) if (this.#cells.has(node)) return node;
    return null;
  }

  /** Gives every figure of an output its footer; one that has it keeps it. */
  #arrange(output: Element): void {
    const known = this.#footers.get(output) ?? [];
    const found = output.querySelector("svg,canvas") ? figuresIn(output, widthOf) : [];
    const kept = found.map(({ root, picture }) =>
      known.find(({ figure, element }) => figure.root === root && figure.picture === picture && element.isConnected),
    );
    if (found.length === known.length && kept.every(Boolean)) return;
    for (const { element } of known) this.#sizes.unobserve(element);
    removeFooters(output);
    const footers = found.map((figure, i) => new FigureFooter(figure, this.#hostOf(output, i)));
    for (const { element, figure } of footers.toReversed()) {
      placeOfFooter(figure.root, output).after(element);
      this.#sizes.observe(element);
    }
    if (footers.length > 0) this.#footers.set(output, footers);
    else this.#footers.delete(output);
  }

  #footerAt(element: Element): FigureFooter | undefined {
    const output = this.#outputOf(element);
    return output ? this.#footers.get(output)?.find((footer) => footer.element === element) : undefined;
  }

  #hostOf(output: Element, place: number): FooterHost {
    const { kernel, provenance, uncertainty, showTrail, save, title, catalogue } = this.#parts;
    const cell = this.#cells.get(output)!;
    return {
      get notebook() {
        return title();
      },
      source: () => sourceOf(provenance.trailCells(), cell, catalogue),
      isUncertain: () => uncertainty.isUncertain(cell),
      showUncertainty: () => uncertainty.toggle(cell),
      showTrail: showTrail && (() => showTrail(cell)),
      save: async (file) => save(file),
      isKept: () => kernel.flow.isDormant(cell),
      wake: async () => {
        if (!kernel.flow.isDormant(cell)) return null;
        kernel.flow.wake([cell]);
        await kernel.flow.settled();
        this.#arrange(output);
        return this.#footers.get(output)?.[place] ?? null;
      },
    };
  }
}

function isFooter(node: Node): boolean {
  return node instanceof Element && node.classList.contains(FOOTER_CLASS);
}

/** Plot gives its pictures a width; of others, the one on the screen counts. */
function widthOf(picture: Element): number {
  const written = isSvg(picture) ? Number.parseFloat(picture.getAttribute("width") ?? "") : 0;
  return written || picture.getBoundingClientRect().width;
}
