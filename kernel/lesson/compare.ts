import { isNear, type Tolerance } from "../values/near.ts";
import { type Figures, transpose } from "./figures.ts";
import type { Fault } from "./finding.ts";
import { explainRatio } from "./ratio.ts";

/** An answer with a smaller relative error than this is close. */
const CLOSE = 0.05;

/** The minimum relative tolerance within which ratios count as equal. */
const SAME = 0.002;

/** Whether a figure is right. A zero among large figures need not be exact. */
function isRight(got: number, wanted: number, { relative, absolute }: Required<Tolerance>, scale: number): boolean {
  return isNear(got, wanted, absolute + relative * Math.max(Math.abs(wanted), 1e-6 * scale));
}

function scaleOf({ numbers }: Figures): number {
  return numbers.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
}

function hasShape(a: Figures, b: Figures): boolean {
  return a.shape.length === b.shape.length && a.shape.every((n, i) => n === b.shape[i]);
}

/** Whether every figure is right. */
export function isSame(got: Figures, wanted: Figures, tolerance: Required<Tolerance>): boolean {
  const scale = scaleOf(wanted);
  return hasShape(got, wanted) && got.numbers.every((each, i) => isRight(each, wanted.numbers[i]!, tolerance, scale));
}

/** Whether every figure is `ratio` times the right one. */
export function isMultiple(got: Figures, wanted: Figures, ratio: number, tolerance: Required<Tolerance>): boolean {
  return isSame(got, { ...wanted, numbers: wanted.numbers.map((each) => each * ratio) }, tolerance);
}

/** Explains from the numbers why figures are wrong. */
export function explainFigures(got: Figures, wanted: Figures, tolerance: Required<Tolerance>): Fault {
  if (got.numbers.some((each) => !Number.isFinite(each))) return { kind: "not-finite" };
  const missing = wanted.names?.find((name) => got.names && !got.names.includes(name));
  if (missing !== undefined) return { kind: "names", missing };
  const near: Required<Tolerance> = { ...tolerance, relative: Math.max(tolerance.relative, 1e-9) };
  if (wanted.shape.length === 2 && got.shape.length === 2 && isSame(transpose(got), wanted, near))
    return { kind: "transposed" };
  if (!hasShape(got, wanted)) return { kind: "shape", wanted: writeShape(wanted), got: writeShape(got) };
  const is = (made: (each: number) => number) => isSame(got, { ...wanted, numbers: wanted.numbers.map(made) }, near);
  if (is((each) => -each)) return { kind: "sign" };
  const ratio = explainRatio(
    commonRatio(got, wanted) ?? Number.NaN,
    Math.min(Math.max(tolerance.relative, SAME), 0.01),
  );
  if (ratio) return { kind: "ratio", ...ratio };
  if (wanted.numbers.every((each) => each !== 0) && is((each) => 1 / each)) return { kind: "reciprocal" };
  if (wanted.numbers.every((each) => each > 0 && each < 1) && is((each) => 1 - each)) return { kind: "complement" };
  if (wanted.numbers.length > 1) return explainEntries(got, wanted, near);
  const [a = 0, b = 0] = [got.numbers[0], wanted.numbers[0]];
  const off = Math.abs(a - b) / Math.abs(b);
  if (off <= CLOSE) return { kind: "close", off };
  const times = a / b;
  return times > 0
    ? { kind: "far", above: times > 1, times: times > 1 ? times : 1 / times }
    : { kind: "far", above: a > b, times: Number.NaN };
}

function explainEntries(got: Figures, wanted: Figures, tolerance: Required<Tolerance>): Fault {
  const sorted = (figures: Figures): Figures => ({
    numbers: figures.numbers.toSorted((a, b) => a - b),
    shape: [figures.numbers.length],
  });
  if (isSame(sorted(got), sorted(wanted), tolerance)) return { kind: "order" };
  const scale = scaleOf(wanted);
  const wrong = wanted.numbers.flatMap((each, i) => (isRight(got.numbers[i]!, each, tolerance, scale) ? [] : [i]));
  const first = wrong[0] ?? 0;
  return {
    kind: "entry",
    at: placeOf(first, wanted),
    got: got.numbers[first]!,
    wrong: wrong.length,
    of: wanted.numbers.length,
  };
}

/** The common ratio of all nonzero figures; null if there is none. */
function commonRatio(got: Figures, wanted: Figures): number | null {
  const ratios = wanted.numbers.flatMap((each, i) =>
    each === 0 && got.numbers[i] === 0 ? [] : [got.numbers[i]! / each],
  );
  const first = ratios[0];
  if (first === undefined) return null;
  return ratios.every((ratio) => Math.abs(ratio / first - 1) <= SAME) ? first : null;
}

function placeOf(index: number, { shape, names }: Figures): string {
  if (names) return names[index]!;
  const columns = shape[1];
  return columns === undefined ? `[${index}]` : `[${Math.floor(index / columns)}][${index % columns}]`;
}

function writeShape({ shape }: Figures): string {
  return shape.length === 0 ? "1" : shape.join(" × ");
}
