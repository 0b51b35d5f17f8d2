import type { Message } from "../../message/message.ts";
import { sharedSigns } from "../../quantity/currencies.ts";
import type { Measure } from "./column-shapes.ts";
import { gasWords } from "./column-words.ts";
import { textOf } from "./find-tables.ts";
import { columnOf, formulaError } from "./formula-error.ts";
import { nearUnit } from "./near-unit.ts";
import { isCurrency, readUnit, unitAsWritten, type WrittenUnit } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import type { Measured } from "./row-amounts.ts";
import { cellAt } from "./table-columns.ts";
import { columnNameOf, headOf, placeOf, type TableRequest, type UnitFrom } from "./table-request.ts";
import { unitInName } from "./unit-in-name.ts";

/** The unit that was taken for an amount. */
export interface FoundUnit {
  readonly unit: string;
  /** The power of ten of `unit` that the amount is written in. */
  readonly power: number;
  readonly from: UnitFrom;
  readonly calorific?: WrittenUnit["calorific"];
}

/** A unit that stands somewhere for an amount. */
interface Source {
  readonly from: UnitFrom;
  readonly unit: WrittenUnit;
}

/** Finds the unit of an amount: of the cell, the column of units, the head, the name, the title. */
export class UnitFinder {
  readonly #request: TableRequest;

  constructor(request: TableRequest) {
    this.#request = request;
  }

  /** @param notes take what is to be said of the unit */
  find(r: number, measured: Measured, name: string, notes: Message[]): FoundUnit {
    const { measure } = measured;
    const { at } = this.#request.columns;
    const isMoney = measure.isMoney || (measured.unit !== null && isCurrency(measured.unit.unit));
    const inColumn = this.#inColumn(r, isMoney ? at.currency : at.unit, notes);
    const sources = this.#sources(measured, inColumn, name);
    let taken = sources.find(({ unit }) => unit.isKnown) ?? sources[0];
    if (!taken) return this.#askUnit(r, measure);
    const { from, unit } = taken;
    const other = sources.find(
      (each) =>
        each.from !== from &&
        each.unit.isKnown &&
        (each.unit.unit !== unit.unit || (each.unit.power !== unit.power && each.from !== "cell")),
    );
    if (other) taken = this.#settle(r, columnNameOf(this.#request, measure), taken, other, notes);
    if (taken.from === "head" && inColumn === "" && at.unit !== undefined && !measure.isMoney)
      notes.push(texts.unitOfHead({ unit: taken.unit.unit }));
    return this.#settled(r, taken, name, notes);
  }

  /** What the row's column of units says; of a formula without a value nothing is known. */
  #inColumn(r: number, column: number | undefined, notes: Message[]): string {
    const cell = cellAt(this.#request.rows[r]!, column);
    const error = formulaError(cell);
    if (error === null) return textOf(cell);
    const head = columnOf(this.#request.table.heads, column!);
    notes.push(texts.formulaError({ ...placeOf(this.#request, r), column: head, error }));
    return "";
  }

  /** The units that stand for an amount: what stands nearest to it says most. */
  #sources({ measure, unit }: Measured, inColumn: string, name: string): Source[] {
    const { columns, context } = this.#request;
    const sources: Source[] = [];
    if (unit) sources.push({ from: "cell", unit });
    const isBesidePieces =
      columns.at.count !== undefined &&
      columns.measures[0] === measure &&
      measure.columns[0] !== columns.at.count &&
      isOfPieces(inColumn, measure);
    if (inColumn !== "" && !isBesidePieces) sources.push({ from: "column", unit: unitInColumn(inColumn) });
    if (measure.unit) sources.push({ from: "head", unit: measure.unit });
    const ofName = unitInName(name);
    if (ofName && !measure.isMoney) sources.push({ from: "name", unit: ofName });
    if (sources.length === 0 && context.unit && isCurrency(context.unit.unit) === measure.isMoney)
      sources.push({ from: "title", unit: context.unit });
    return sources.map(({ from, unit: of }) => ({
      from,
      unit: inCode(of, [...sources.map((each) => each.unit), context.unit]),
    }));
  }

  #askUnit(r: number, measure: Measure): FoundUnit {
    const place = placeOf(this.#request, r);
    const { sheet } = place;
    const column = headOf(this.#request, measure);
    const { isMoney } = measure;
    const answer = this.#request.asker.ask(
      {
        key: isMoney ? `currency:${sheet}:${column}` : `unit:${sheet}:${column}`,
        question: () => (isMoney ? texts.askCurrency({ sheet, column }) : texts.askUnitOf({ ...place, column })),
        options: [],
        assumed: null,
      },
      place,
    );
    const unit = answer === null ? null : unitAsWritten(answer);
    return { unit: unit?.unit ?? "", power: unit?.power ?? 0, from: "none" };
  }

  /** The unit of a source, where it is in no doubt any more. */
  #settled(r: number, { from, unit }: Source, name: string, notes: Message[]): FoundUnit {
    const { calorific, either, mayBe, typed } = unit;
    if (typed !== undefined) notes.push(texts.unitTyped({ typed, unit: unit.unit }));
    if (calorific) notes.push(calorific === "gross" ? texts.gross() : texts.net());
    if (either) {
      const [one, two] = either;
      const isOfGas = gasWords.some((word) => name.toLowerCase().includes(word));
      const of = isOfGas === isVolume(one) ? one : two;
      notes.push(texts.either({ first: one.unit, second: two.unit, taken: of.unit }));
      return { unit: of.unit, power: of.power, from };
    }
    const power = from === "cell" ? 0 : unit.power;
    return { unit: mayBe.length > 0 ? this.#askTon(r) : unit.unit, power, from, ...(calorific ? { calorific } : {}) };
  }

  /** Which of two units that contradict each other is right. */
  #settle(r: number, column: string, taken: Source, other: Source, notes: Message[]): Source {
    const place = placeOf(this.#request, r);
    const [first, second] = [taken.unit.unit, other.unit.unit];
    const said = { first, second, where: whereOf(taken.from), other: whereOf(other.from) };
    const answer = this.#request.asker.ask(
      {
        key: `unit:${place.sheet}:${taken.from}-${other.from}:${first}-${second}`,
        question: () => texts.askContradiction({ ...place, column, ...said }),
        options: [
          { value: taken.from, label: said.where },
          { value: other.from, label: said.other },
        ],
        assumed: taken.from,
      },
      place,
    );
    if (answer === other.from) return other;
    notes.push(texts.contradiction(said));
    return taken;
  }

  #askTon(r: number): string {
    const place = placeOf(this.#request, r);
    const answer = this.#request.asker.ask(
      {
        key: `ton:${place.sheet}`,
        question: () => texts.askTon(place),
        options: [
          { value: "t", label: texts.tonne() },
          { value: "ton_short", label: texts.shortTon() },
        ],
        assumed: this.#request.isAmerican ? "ton_short" : "t",
      },
      place,
    );
    return answer === "ton_short" ? "ton_short" : "t";
  }
}

/** A sign of several currencies as the one of them that also stands there: "$" beside "AUD". */
function inCode(unit: WrittenUnit, others: readonly (WrittenUnit | null)[]): WrittenUnit {
  const codes = sharedSigns.get(unit.unit);
  const code = codes && others.find((other) => other !== null && codes.includes(other.unit))?.unit;
  return code === undefined ? unit : { ...unit, unit: code };
}

/** The unit of a cell of units: as it is written, nearly as it is written, or unknown. */
function unitInColumn(text: string): WrittenUnit {
  const written = unitAsWritten(text);
  return written.isKnown ? written : (nearUnit(text) ?? written);
}

function whereOf(from: UnitFrom): Message {
  const where = {
    head: texts.whereHead(),
    column: texts.whereColumn(),
    cell: texts.whereCell(),
    name: texts.whereName(),
    title: texts.whereTitle(),
    none: texts.whereTitle(),
  };
  return where[from];
}

/** Whether a unit in a column is that of the pieces, and not of the mass beside them. */
function isOfPieces(inColumn: string, { unit }: Measure): boolean {
  const written = readUnit(inColumn)?.unit ?? "";
  return written === "item" || (unit !== null && isMass(unit.unit) && !isMass(written));
}

export function isMass(unit: string): boolean {
  return /^(?:t|kg|g|kt|lb|ton_short|ton_long)$/.test(unit);
}

function isVolume({ unit }: WrittenUnit): boolean {
  return /^(?:N?m3|L|kL|ft3|scf|gal)$/.test(unit);
}
