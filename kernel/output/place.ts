import type { Run } from "../runtime/run.ts";
import { type OutputStyle, outputOf } from "./output.ts";

/**
 * The output of a cell. The output of an earlier run stays until the next run displays something or ends; a run that is
 * interrupted before that leaves it unchanged.
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
