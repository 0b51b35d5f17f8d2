import { type Message, messages } from "../../message/message.ts";
import { cholesky } from "../../numeric/cholesky.ts";
import { largestDifference, nearestCorrelation, smallestEigenvalue } from "../../numeric/nearest-correlation.ts";
import { UncertaintyError } from "../uncertainty-error.ts";

const texts = messages("uncertainty", {
  nearestCorrelation: {
    en: "The correlations contradict each other (smallest eigenvalue {least}); the nearest correlation matrix was used, in which a coefficient differs by at most {adjusted}.",
    zh: "各相关系数相互矛盾（最小特征值 {least}）；已取最近的相关矩阵，其系数至多相差 {adjusted}。",
  },
  unknownVariable: {
    en: '{field} names "{name}", but there is no such variable.',
    zh: "{field} 指名“{name}”，但没有这个变量。",
  },
  coefficientOutside: {
    en: "The correlation of {first} and {second} is {r}; expected a number between −1 and 1.",
    zh: "{first} 与 {second} 的相关系数为 {r}，应在 −1 与 1 之间。",
  },
  selfCorrelation: {
    en: "{field} correlates {first} with itself.",
    zh: "{field} 让 {first} 与其自身相关。",
  },
  contradictoryCorrelations: {
    en: "The correlation of {first} and {second} is {r} in {field} and {otherR} in {otherField}.",
    zh: "{first} 与 {second} 的相关系数在 {field} 中为 {r}，在 {otherField} 中为 {otherR}。",
  },
  matrixSize: {
    en: "{field} needs {count} rows of {count} numbers, one for each of its variables.",
    zh: "{field} 应有 {count} 行、每行 {count} 个数，与其变量一一对应。",
  },
  diagonalNotOne: {
    en: "The correlation of {first} with itself is {r} in {field}; expected 1.",
    zh: "{field} 中 {first} 与自身的相关系数为 {r}，应为 1。",
  },
  notSymmetric: {
    en: "{field} is not symmetric: {first} with {second} is {r}, but {second} with {first} is {values}.",
    zh: "{field} 不对称：{first} 与 {second} 为 {r}，而 {second} 与 {first} 为 {values}。",
  },
});

/** Correlated variables. All forms may be combined; duplicate statements must agree. */
export interface CorrelationSpec {
  /** Groups of equivalent variables, e.g. the same factor in all years: rank correlation 1, or r. */
  readonly groups?: readonly { readonly variables: readonly string[]; readonly r?: number | undefined }[] | undefined;
  readonly pairs?: readonly { readonly between: readonly [string, string]; readonly r: number }[] | undefined;
  readonly matrix?:
    | { readonly variables: readonly string[]; readonly values: readonly (readonly number[])[] }
    | undefined;
  /**
   * The meaning of the coefficients: Spearman's rank correlation, which is invariant to monotonic transformations (the
   * default), or the correlation of the underlying normal variables, which for normal variables is Pearson's.
   */
  readonly of?: "ranks" | "normals" | undefined;
}

/** A Gaussian copula: z' = L z transforms independent normals to correlated ones. */
export interface Correlation {
  readonly variables: readonly string[];
  /** Correlation of the underlying normals, n × n, row by row; a correlation matrix. */
  readonly matrix: Float64Array;
  /** Its Cholesky factor */
  readonly lower: Float64Array;
  /** The largest change of a coefficient that made the given matrix positive semidefinite; 0 if it already was. */
  readonly adjusted: number;
  readonly notes: readonly Message[];
}

/** Rank correlation ρ of two normals of correlation r: ρ = (6/π) asin(r/2); this is its inverse, r = 2 sin(π ρ / 6). */
export function normalCorrelationOfRanks(rank: number): number {
  return Math.abs(rank) === 1 ? rank : 2 * Math.sin((Math.PI * rank) / 6);
}

/** The copula of these variables; null without correlations. */
export function correlationOf(variables: readonly string[], spec: CorrelationSpec | undefined): Correlation | null {
  const given = coefficients(variables, spec);
  if (given.size === 0) return null;
  inheritWithinGroups(given);
  const n = variables.length;
  const wanted = new Float64Array(n * n);
  for (let i = 0; i < n; i++) wanted[i * n + i] = 1;
  for (const { i, j, r } of given.values()) {
    const normal = spec?.of === "normals" ? r : normalCorrelationOfRanks(r);
    wanted[i * n + j] = normal;
    wanted[j * n + i] = normal;
  }
  const least = smallestEigenvalue(wanted, n);
  const matrix = least < -1e-10 ? nearestCorrelation(wanted, n) : wanted;
  const adjusted = least < -1e-10 ? largestDifference(matrix, wanted) : 0;
  const notes =
    adjusted > 0 ? [texts.nearestCorrelation({ least: least.toPrecision(3), adjusted: adjusted.toPrecision(3) })] : [];
  return { variables, matrix, lower: cholesky(matrix, n), adjusted, notes };
}

interface Coefficient {
  readonly i: number;
  readonly j: number;
  readonly r: number;
  readonly field: string;
}

/**
 * A variable that is equivalent to another (r = ±1) inherits its correlations unless its own are given: a factor that
 * is the same in all years needs to be correlated with another only once.
 */
function inheritWithinGroups(found: Map<string, Coefficient>): void {
  const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (let more = true; more; ) {
    more = false;
    const all = [...found.values()];
    for (const one of all) {
      if (Math.abs(one.r) !== 1) continue;
      for (const [self, twin] of [
        [one.i, one.j],
        [one.j, one.i],
      ] as const)
        for (const { i, j, r, field } of all) {
          const other = i === self ? j : j === self ? i : twin;
          if (other === twin || found.has(key(twin, other))) continue;
          const [low, high] = twin < other ? [twin, other] : [other, twin];
          found.set(key(twin, other), { i: low, j: high, r: one.r * r, field });
          more = true;
        }
    }
  }
}

function coefficients(variables: readonly string[], spec: CorrelationSpec | undefined): Map<string, Coefficient> {
  const found = new Map<string, Coefficient>();
  const place = (name: string, field: string) => {
    const at = variables.indexOf(name);
    if (at < 0) throw new UncertaintyError(field, texts.unknownVariable({ field, name }));
    return at;
  };
  const add = (first: string, second: string, r: number, field: string) => {
    if (!(r >= -1 && r <= 1)) throw new UncertaintyError(field, texts.coefficientOutside({ first, second, r }));
    const [a, b] = [place(first, field), place(second, field)];
    if (a === b) throw new UncertaintyError(field, texts.selfCorrelation({ field, first }));
    const [i, j] = a < b ? [a, b] : [b, a];
    const before = found.get(`${i} ${j}`);
    if (before && before.r !== r)
      throw new UncertaintyError(
        field,
        texts.contradictoryCorrelations({
          first,
          second,
          r: before.r,
          field: before.field,
          otherR: r,
          otherField: field,
        }),
      );
    found.set(`${i} ${j}`, { i, j, r, field });
  };
  for (const [at, { variables: members, r = 1 }] of (spec?.groups ?? []).entries())
    for (const [k, first] of members.entries())
      for (const second of members.slice(k + 1)) add(first, second, r, `correlation.groups[${at}]`);
  for (const [at, { between, r }] of (spec?.pairs ?? []).entries())
    add(between[0], between[1], r, `correlation.pairs[${at}]`);
  if (spec?.matrix) for (const entry of matrixEntries(spec.matrix)) add(...entry);
  return found;
}

function matrixEntries(matrix: NonNullable<CorrelationSpec["matrix"]>): [string, string, number, string][] {
  const { variables, values } = matrix;
  const field = "correlation.matrix";
  if (values.length !== variables.length || values.some((row) => row.length !== variables.length))
    throw new UncertaintyError(field, texts.matrixSize({ field, count: variables.length }));
  const entries: [string, string, number, string][] = [];
  for (const [i, first] of variables.entries())
    for (const [j, second] of variables.entries()) {
      const r = values[i]![j]!;
      if (i === j && r !== 1) throw new UncertaintyError(field, texts.diagonalNotOne({ first, r, field }));
      if (Math.abs(r - values[j]![i]!) > 1e-9)
        throw new UncertaintyError(field, texts.notSymmetric({ field, first, second, r, values: values[j]![i] }));
      if (j > i) entries.push([first, second, r, field]);
    }
  return entries;
}
