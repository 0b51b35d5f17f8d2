import { MOST_LINES } from "../../files/table/pasted-cells.ts";
import { Fault } from "../../message/fault.ts";
import { texts } from "./reading-texts.ts";

/** Counts the lines of a file over all of its sheets and tables, so that no file takes more memory than there is. */
export class LineLimit {
  readonly #most: number;
  #count = 0;

  constructor(most = MOST_LINES) {
    this.#most = most;
  }

  /** Throws a Fault for more lines than an account takes. */
  take(lines: number, place: { readonly sheet: string; readonly row: number }): void {
    this.#count += lines;
    if (this.#count > this.#most) throw new Fault(texts.tooManyAmounts({ ...place, most: this.#most }));
  }
}
