import { isMissing } from "../../files/table/missing-text.ts";
import { numberOf, numberShape, shapes } from "../../files/table/number-text.ts";
import { isCurrency, readUnit, timesPower, type WrittenUnit } from "./read-unit.ts";
import { powerWords } from "./unit-words.ts";

/** An amount as a cell states it, before the decimal sign of its column is known. */
export interface CellAmount {
  readonly kind: "number" | "missing" | "none";
  /** The amounts by the decimal sign; NaN where it is none by that sign. */
  readonly point: number;
  readonly comma: number;
  readonly unit: WrittenUnit | null;
  readonly isAbout: boolean;
}

const BOTH = shapes.point | shapes.comma;
const nothing: CellAmount = { kind: "none", point: Number.NaN, comma: Number.NaN, unit: null, isAbout: false };
const missing: CellAmount = { ...nothing, kind: "missing" };
/** Longer texts are no amounts. */
const LONGEST = 60;

const missingWords: ReadonlySet<string> = new Set([
  ..."n/a na n.a. k.a. k.a nil none null tbd tbc ? ?? unknown missing pending x 无 暂无 缺 缺失 未知 未统计 待定 待补 不详 不适用 未填 entfällt unbekannt nc n.c. n.d. nd s/d /".split(
    " ",
  ),
  "not available",
  "not applicable",
  "to be confirmed",
  "no data",
  "keine angabe",
]);

/** The amount in a cell. */
export function cellAmount(cell: string | number | boolean | null): CellAmount {
  if (typeof cell === "number") return Number.isFinite(cell) ? exactly(cell) : missing;
  if (cell === null || typeof cell === "boolean") return cell === null ? missing : nothing;
  const text = cell.trim();
  if (text.length > LONGEST) return nothing;
  const shape = numberShape(text);
  if (shape !== 0) return ofText(text, shape);
  if (isMissing(text) || missingWords.has(text.toLowerCase())) return missing;
  // "####" is a number that was too wide for its cell when a sheet was saved as text.
  if (text.startsWith("#") && !/^#{2,}$/.test(text)) return missing;
  return laidOut(text);
}

/** The number that a cell plainly is, with a decimal point; null of anything else. */
export function cellNumber(cell: string | number | boolean | null | undefined): number | null {
  const { kind, point } = cellAmount(cell ?? null);
  return kind === "number" && Number.isFinite(point) ? point : null;
}

function exactly(value: number): CellAmount {
  return { kind: "number", point: value, comma: value, unit: null, isAbout: false };
}

function ofText(text: string, shape: number): CellAmount {
  // A percentage is no amount.
  if (shape & shapes.percent) return nothing;
  if (shape & shapes.code) {
    const value = Number(text);
    return Number.isFinite(value) ? exactly(value) : nothing;
  }
  const point = shape & shapes.point ? numberOf(text, ".") : Number.NaN;
  const comma = shape & shapes.comma ? numberOf(text, ",") : Number.NaN;
  return shape & BOTH ? { kind: "number", point, comma, unit: null, isAbout: false } : nothing;
}

/** Digits between signs, brackets, currencies, powers and units: (1,234), ca. 12 kWh, € 1.200,50, `3.5万元` and 12-. */
function laidOut(text: string): CellAmount {
  if (!/[\d０-９]/.test(text)) return nothing;
  let rest = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const about = /^(?:~|≈|ca\.? |circa |approx\.? |about |约|大约|env\. )\s*/i.exec(rest);
  if (about) rest = rest.slice(about[0].length);
  let isNegative = false;
  const inBrackets = /^\((.+)\)$/.exec(rest);
  if (inBrackets) {
    rest = inBrackets[1]!.trim();
    isNegative = true;
  }
  // "-$310.55" has its sign before the currency.
  const signBefore = /^[-−]\s?(?=[^\d.,\s])/.exec(rest);
  if (signBefore && !isNegative) {
    rest = rest.slice(signBefore[0].length);
    isNegative = true;
  }
  const parts =
    /^([^\d.,+\-−]{0,12}?)\s*([+\-−]?\s?(?:\d[\d.,' \u00a0\u2009\u202f’]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?)\s*(.{0,30})$/.exec(
      rest,
    );
  if (!parts) return nothing;
  const [, before = "", digits = "", behind = ""] = parts;
  const number = digits.trim().replace(/^([+\-−])\s/, "$1");
  const tail = /^[-−]$/.test(behind.trim());
  const unit = unitAround(before.trim(), tail ? "" : behind.trim());
  const shape = numberShape(number);
  if (unit === undefined || shape === 0 || shape & shapes.code) return nothing;
  const found = ofText(number, shape);
  if (found.kind !== "number") return nothing;
  const sign = isNegative !== tail ? -1 : 1;
  const signed = (value: number) => sign * timesPower(value, unit?.power ?? 0);
  return {
    kind: "number",
    point: signed(found.point),
    comma: signed(found.comma),
    unit: unit && unit.unit !== "" ? { ...unit, power: 0 } : null,
    isAbout: about !== null,
  };
}

/** The unit before or behind a number; null without one, undefined if something else stands there. */
function unitAround(before: string, behind: string): WrittenUnit | null | undefined {
  if (before === "" && behind === "") return null;
  if (before !== "") {
    const unit = readUnit(before);
    if (!unit || !isCurrency(unit.unit)) return undefined;
    if (behind === "") return unit;
    const power = powerOnly(behind);
    return power === null ? undefined : { ...unit, power: unit.power + power };
  }
  const power = powerOnly(behind);
  if (power !== null) return { unit: "", power, isKnown: true, mayBe: [] };
  const unit = readUnit(behind);
  return unit ?? undefined;
}

function powerOnly(text: string): number | null {
  // Behind digits only: alone, k and M are no units. A small m is a metre.
  if (/^k$/i.test(text)) return 3;
  if (text === "M") return 6;
  return powerWords.find(([word]) => word === text.toLowerCase())?.[1] ?? null;
}
