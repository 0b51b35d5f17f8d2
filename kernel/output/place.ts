import type { Run } from "../runtime/run.ts";
import { type OutputStyle, outputOf } from "./output.ts";

/**
 * Where a cell shows what its runs show. What an earlier run showed stays until the next one shows something or ends, and a
 * run that was ended before that leaves it.
 */
export class OutputPlace {
  readonly element: Element;
  readonly #style: OutputStyle;
  #clearing = false;

  constructor(element: Element, style: OutputStyle) {
    this.element = element;
    this.#style = style;
  }

  begin(): void {
    this.#clearing = true;
  }

  show(value: unknown, replace: boolean): void {
    if (this.#clearing || replace) this.clear();
    this.element.append(outputOf(value, this.#style));
  }

  end(run: Run): void {
    if (this.#clearing && run.valid) this.clear();
    this.#clearing = false;
  }

  clear(): void {
    this.#clearing = false;
    this.element.replaceChildren();
  }
}
