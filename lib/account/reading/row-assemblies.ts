import type { Message } from "../../message/message.ts";
import type { LeftOut } from "../line-shape.ts";
import { textOf } from "./find-tables.ts";
import { type Parent, parentsIn } from "./outline.ts";
import { texts } from "./reading-texts.ts";
import { isMeasured, type Measured, type RowAmounts } from "./row-amounts.ts";
import { cellAt } from "./table-columns.ts";
import { LONGEST_NAME, placeOf, type TableRequest } from "./table-request.ts";
import { cleanSum, isSum } from "./total-rows.ts";

/** Sums of the parts of a row: of their amounts, and of their amounts times their pieces. */
interface SumsOfParts {
  plain: number;
  counted: number;
}

/** The rows of a table that are made of the rows below them: assemblies, and upper levels of an outline. */
export class RowAssemblies {
  readonly #request: TableRequest;
  readonly #amounts: RowAmounts;
  readonly #parents: ReadonlyMap<number, Parent>;
  readonly #parts = new Map<number, readonly SumsOfParts[]>();
  /** The rows with parts that a row is below, the innermost last. */
  readonly #open: { readonly last: number; readonly name: string; readonly count: number }[] = [];

  constructor(request: TableRequest, amounts: RowAmounts) {
    this.#request = request;
    this.#amounts = amounts;
    this.#parents = parentsIn(request);
    // From the last to the first, so that inner parts are summed before the outer ones.
    for (const r of [...this.#parents.keys()].sort((a, b) => b - a)) this.#parts.set(r, this.#sumParts(r));
  }

  /** What the innermost assembly around the rows is called. */
  get name(): string | undefined {
    return this.#open.at(-1)?.name;
  }

  /** How many of the assemblies around the rows the product has. */
  get count(): number {
    return this.#open.reduce((product, { count }) => product * count, 1);
  }

  /** Ends the assemblies whose last part is above a row. */
  endAbove(r: number): void {
    while (this.#open.length > 0 && this.#open.at(-1)!.last < r) this.#open.pop();
  }

  /** Why a row with parts is no line of its own; null if it has no parts, or counts beside them. */
  begin(
    r: number,
    found: readonly Measured[],
    label: string,
  ): { readonly kind: LeftOut["kind"]; readonly reason: Message } | null {
    const parent = this.#parents.get(r);
    if (parent === undefined || (found.length === 0 && parent.kind === "unproven")) return null;
    if (found.length > 0 && !this.#isOfItsParts(r, parent, found, label)) return null;
    const { rows, columns } = this.#request;
    const name = textOf(cellAt(rows[r]!, columns.otherName ?? undefined)) || label;
    const count = parent.kind === "sure" ? this.#amounts.countIn(rows[r]!) : 1;
    if (name !== "") this.#open.push({ last: parent.last, name: name.slice(0, LONGEST_NAME), count });
    return found.length === 0
      ? { kind: "title", reason: texts.section() }
      : { kind: "repeated", reason: texts.repeated() };
  }

  /** Whether the amounts of a row are those of its parts: by their sum, else as answered. */
  #isOfItsParts(r: number, parent: Parent, found: readonly Measured[], name: string): boolean {
    const { asker, columns, rows } = this.#request;
    const count = this.#amounts.countIn(rows[r]!);
    const sums = found.map(({ measure }) => this.#parts.get(r)![columns.measures.indexOf(measure)]!);
    const fits = found.every(({ value }, i) => {
      const { plain, counted } = sums[i]!;
      return isSum(value, counted) || isSum(value * count, counted) || isSum(value, plain);
    });
    if (fits || parent.kind === "unproven") return fits;
    const place = placeOf(this.#request, r);
    const said = { ...place, name, value: found[0]!.value, sum: cleanSum(sums[0]!.counted) };
    const answer = asker.ask(
      {
        key: `parts:${place.sheet}:${place.row}`,
        question: () => texts.askParts(said),
        options: [
          { value: "parts", label: texts.useParts() },
          { value: "both", label: texts.useBoth() },
        ],
        assumed: parent.kind === "sure" ? "parts" : "both",
      },
      place,
    );
    return answer === "parts";
  }

  /** The parts of a part count in its place. */
  #sumParts(r: number): SumsOfParts[] {
    const { columns, rows } = this.#request;
    const sums = columns.measures.map(() => ({ plain: 0, counted: 0 }));
    const { last } = this.#parents.get(r)!;
    for (let k = r + 1; k <= last; k++) {
      const inner = this.#parents.get(k);
      const ofInner = inner && inner.kind !== "unproven" ? this.#parts.get(k) : undefined;
      columns.measures.forEach((measure, i) => {
        const of = sums[i]!;
        if (ofInner) {
          of.plain += ofInner[i]!.plain;
          of.counted += ofInner[i]!.counted;
          return;
        }
        const part = this.#amounts.of(k, measure);
        if (!isMeasured(part)) return;
        of.plain += part.value;
        of.counted += part.value * (i === 0 ? this.#amounts.countIn(rows[k]!) : 1);
      });
      if (ofInner) k = inner!.last;
      // A part that states its amount stands for the parts below it.
      else if (inner && this.#amounts.isIn(rows[k]!)) k = inner.last;
    }
    return sums;
  }
}
