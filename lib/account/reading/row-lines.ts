import type { Message } from "../../message/message.ts";
import type { ReadLine } from "../line-shape.ts";
import { batchMass } from "./batch-mass.ts";
import type { Measure } from "./column-shapes.ts";
import { type Row, textOf } from "./find-tables.ts";
import { fiscalYearIn } from "./fiscal-year.ts";
import { columnOf, formulaError } from "./formula-error.ts";
import { PieceAmounts } from "./piece-amounts.ts";
import { cellAmount } from "./read-amount.ts";
import { isCurrency, timesPower } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import type { Measured, RowAmounts } from "./row-amounts.ts";
import type { RowAssemblies } from "./row-assemblies.ts";
import type { RowSections } from "./row-sections.ts";
import { yearIn } from "./sheet-context.ts";
import { cellAt } from "./table-columns.ts";
import { columnNameOf, headOf, LONGEST_NAME, placeOf, type TableRequest } from "./table-request.ts";
import { cleanSum } from "./total-rows.ts";
import { type FoundUnit, isMass, UnitFinder } from "./unit-finder.ts";

/** What all amounts of a row share. */
export type SharedFields = Pick<ReadLine, "site" | "place" | "period" | "supplier" | "scope" | "code" | "distance"> & {
  /** The text that names the year; null if the row has none of its own. */
  readonly yearText: string | null;
};

type Writable<Fields> = { -readonly [Field in keyof Fields]: Fields[Field] };

const LONGEST_REMARK = 200;

/** Makes lines of the amounts of a row. */
export class RowLines {
  readonly #request: TableRequest;
  readonly #amounts: RowAmounts;
  readonly #sections: RowSections;
  readonly #assemblies: RowAssemblies;
  readonly #units: UnitFinder;
  readonly #pieces: PieceAmounts;

  constructor(request: TableRequest, amounts: RowAmounts, sections: RowSections, assemblies: RowAssemblies) {
    this.#request = request;
    this.#amounts = amounts;
    this.#sections = sections;
    this.#assemblies = assemblies;
    this.#units = new UnitFinder(request);
    this.#pieces = new PieceAmounts(request, amounts);
  }

  /** What all amounts of a row share; it is asked for once, as merged cells are carried on. */
  shared(row: Row): SharedFields {
    const { columns, context } = this.#request;
    const { at } = columns;
    const { section } = this.#sections;
    const text = (column: number | undefined) => {
      const cell = cellAt(row, column);
      return formulaError(cell) === null ? textOf(cell).slice(0, LONGEST_NAME) || null : null;
    };
    const carried = (column: number | undefined) => this.#sections.carried(row, column);
    const period = carried(at.period);
    const stated = [carried(at.year), period, section.yearText];
    return {
      site: carried(at.site) ?? section.site ?? this.#assemblies.name ?? context.site,
      place: carried(at.place),
      yearText: stated.find((each) => each !== null && yearIn(each) !== null) ?? null,
      period,
      supplier: text(at.supplier),
      scope: carried(at.scope) ?? section.scope,
      code: text(at.code),
      distance: this.#distanceOf(row),
    };
  }

  #distanceOf(row: Row): ReadLine["distance"] {
    const { columns, table } = this.#request;
    const column = columns.at.distance;
    const distance = column === undefined ? null : cellAmount(cellAt(row, column));
    if (distance?.kind !== "number") return null;
    const amount = this.#amounts.valueOf(distance, column!);
    const unit = distance.unit?.unit ?? table.heads[column!]?.unit?.unit ?? "km";
    return Number.isNaN(amount) ? null : { amount, unit };
  }

  of(r: number, each: Measured, shared: SharedFields): ReadLine {
    const { columns, rows } = this.#request;
    const row = rows[r]!;
    const { measure } = each;
    const notes = [...each.notes, ...(measure.notes ?? [])];
    const name = this.#nameOf(r, measure, notes);
    const share = this.#shareOf(r, each, notes);
    const unit = share?.unit ?? this.#units.find(r, each, name, notes);
    let amount = share?.amount ?? timesPower(each.value, unit.power);
    if (unit.power !== 0) notes.push(texts.power({ power: unit.power, unit: unit.unit }));
    amount = this.#pieces.of(r, each, amount, unit.unit, notes);
    amount = this.#pieces.inAssemblies(r, each, amount, this.#assemblies, notes);
    if (namesSeveral(name)) notes.push(texts.several());
    if (shared.distance && isMass(unit.unit)) notes.push(texts.moved(shared.distance));
    const remark = textOf(cellAt(row, columns.remark ?? undefined)).slice(0, LONGEST_REMARK);
    const year = this.#yearOf(measure, shared, notes);
    if (isCurrency(unit.unit) && year === null) this.#askPriceYear(r, measure);
    const { periods } = measure;
    const { sheet, row: place } = placeOf(this.#request, r);
    // Field by field: spreads into so many fields take longer than all else that is done with a row.
    const line: Writable<ReadLine> = {
      sheet,
      row: place,
      column: columns.measures.length > 1 ? headOf(this.#request, measure) : null,
      name,
      amount,
      unit: unit.unit,
      unitFrom: unit.from,
      site: measure.site ?? shared.site,
      place: shared.place,
      year,
      period: shared.period ?? (periods.length > 0 ? `${periods[0]}–${periods.at(-1)}` : null),
      supplier: shared.supplier,
      scope: shared.scope,
      code: shared.code,
      distance: shared.distance,
      notes,
    };
    if (unit.calorific) line.basis = unit.calorific === "gross" ? "GCV" : "NCV";
    if (remark !== "") line.remark = remark;
    return line;
  }

  /** The year of a line: what its column says, else its row, else what stands above the table. */
  #yearOf(measure: Measure, { yearText }: SharedFields, notes: Message[]): number | null {
    const { context } = this.#request;
    const text = measure.year !== null ? headOf(this.#request, measure) : (yearText ?? context.yearText);
    const year = measure.year ?? (text === null ? context.year : yearIn(text));
    const fiscal = text === null ? null : fiscalYearIn(text);
    if (fiscal !== null) notes.push(texts.fiscalYear({ text: fiscal.text, year: fiscal.year }));
    if (measure.year === null && yearText === null && year !== null && context.yearIn !== null)
      notes.push(texts.yearOfName({ year, name: context.yearIn }));
    return year;
  }

  /** Of a composition the mass that a share is. */
  #shareOf(r: number, { measure, value }: Measured, notes: Message[]): { amount: number; unit: FoundUnit } | null {
    const batch = measure.shareOf === undefined ? null : batchMass(this.#request, r, measure);
    if (batch === null) return null;
    const share = cleanSum((value * 100) / measure.shareOf!);
    notes.push(texts.ofBatch({ share, mass: batch.amount, unit: batch.unit }));
    const unit: FoundUnit = { unit: batch.unit, power: 0, from: "title" };
    return { amount: cleanSum((value * batch.amount) / measure.shareOf!), unit };
  }

  #nameOf(r: number, measure: Measure, notes: Message[]): string {
    const { at, otherName } = this.#request.columns;
    const row = this.#request.rows[r]!;
    const error = formulaError(cellAt(row, at.name));
    if (error !== null) {
      const column = columnOf(this.#request.table.heads, at.name!);
      notes.push(texts.formulaError({ ...placeOf(this.#request, r), column, error }));
      return measure.name ?? "";
    }
    const own = textOf(cellAt(row, at.name)).replace(/\s+/g, " ").slice(0, LONGEST_NAME);
    if (own !== "" && at.name !== undefined) this.#sections.carry(at.name, own);
    if (measure.name !== null)
      return own === "" ? measure.name : `${measure.name}${measure.site === null ? ` · ${own}` : ""}`;
    if (own !== "") return own;
    const other = textOf(cellAt(row, otherName ?? undefined)).replace(/\s+/g, " ");
    if (other !== "" && at.name !== undefined) return other.slice(0, LONGEST_NAME);
    const above = at.name === undefined ? null : this.#sections.above(at.name);
    if (above !== null) {
      notes.push(texts.carried({ what: texts.theName() }));
      return above;
    }
    const fallback = this.#request.context.name ?? headOf(this.#request, measure);
    if (fallback === "") notes.push(texts.noName());
    return fallback;
  }

  #askPriceYear(r: number, measure: Measure): void {
    const place = placeOf(this.#request, r);
    this.#request.asker.ask(
      {
        key: `priceYear:${place.sheet}`,
        question: () => texts.askPriceYear({ ...place, column: columnNameOf(this.#request, measure) }),
        options: [],
        assumed: null,
      },
      place,
    );
  }
}

/** "Copper / PVC", "硅钢片/铜": materials or fuels of which each has an amount of its own. */
function namesSeveral(name: string): boolean {
  return name.length <= 80 && /(?:\p{Script=Han}|\p{L}{3}) ?[/／] ?(?:\p{Script=Han}|\p{L}{3})/u.test(name);
}
