import { type Message, messages } from "../../message/message.ts";
import { cholesky } from "../../numeric/cholesky.ts";
import { largestDifference, nearestCorrelation, smallestEigenvalue } from "../../numeric/nearest-correlation.ts";
import { UncertaintyError } from "../uncertainty-error.ts";

const said = messages("uncertainty", {
  nearestCorrelation: {
    en: "The correlations contradict each other (smallest eigenvalue {least}); the nearest correlation matrix was taken, in which a coefficient differs by at most {adjusted}.",
    zh: "各相关系数相互矛盾（最小特征值 {least}）；已取最近的相关矩阵，其系数至多相差 {adjusted}。",
  },
  namesNoSuchVariable: {
    en: '{field} names "{name}", but there is no such variable.',
    zh: "{field} 指名“{name}”，但没有这个变量。",
  },
  correlationLieBetween: {
    en: "The correlation of {first} and {second} is {r}; it should lie between −1 and 1.",
    zh: "{first} 与 {second} 的相关系数为 {r}，应在 −1 与 1 之间。",
  },
  correlatesItself: {
    en: "{field} correlates {first} with itself.",
    zh: "{field} 让 {first} 与其自身相关。",
  },
  correlation: {
    en: "The correlation of {first} and {second} is {r} in {field} and {r2} in {field2}.",
    zh: "{first} 与 {second} 的相关系数在 {field} 中为 {r}，在 {field2} 中为 {r2}。",
  },
  rowsNumbersVariables: {
    en: "{field} should have {count} rows of {count} numbers, one for each of its variables.",
    zh: "{field} 应有 {count} 行、每行 {count} 个数，与其变量一一对应。",
  },
  correlationItself: {
    en: "The correlation of {first} with itself is {r} in {field}; it should be 1.",
    zh: "{field} 中 {first} 与自身的相关系数为 {r}，应为 1。",
  },
  notSymmetric: {
    en: "{field} is not symmetric: {first} with {second} is {r}, but {second} with {first} is {values}.",
    zh: "{field} 不对称：{first} 与 {second} 为 {r}，而 {second} 与 {first} 为 {values}。",
  },
});

/** Which variables move together. All of it may be given at once; what is said twice must agree. */
export interface CorrelationSpec {
  /** Variables that are one thing, e.g. the same factor in all years: rank correlation 1, or r. */
  readonly groups?: readonly { readonly variables: readonly string[]; readonly r?: number | undefined }[] | undefined;
  readonly pairs?: readonly { readonly between: readonly [string, string]; readonly r: number }[] | undefined;
  readonly matrix?:
    | { readonly variables: readonly string[]; readonly values: readonly (readonly number[])[] }
    | undefined;
  /**
   * What the coefficients mean: Spearman's rank correlation, which a change of scale does not touch (the default), or the
   * correlation of the normal variables beneath, which for normal variables is Pearson's.
   */
  readonly of?: "ranks" | "normals" | undefined;
}

/** A Gaussian copula: z' = L z turns independent normals into correlated ones. */
export interface Correlation {
  readonly variables: readonly string[];
  /** Correlation of the normals beneath, n × n, row by row; a correlation matrix. */
  readonly matrix: Float64Array;
  /** Its Cholesky factor */
  readonly lower: Float64Array;
  /** The largest change of a coefficient that made the given matrix one without negative eigenvalue; 0 if it was one. */
  readonly adjusted: number;
  readonly notes: readonly Message[];
}

/** Rank correlation ρ of two normals of correlation r: ρ = (6/π) asin(r/2); this is its inverse, r = 2 sin(π ρ / 6). */
export function normalCorrelationOfRanks(rank: number): number {
  return Math.abs(rank) === 1 ? rank : 2 * Math.sin((Math.PI * rank) / 6);
}

/** The copula of these variables; null where nothing is correlated. */
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
    adjusted > 0 ? [said.nearestCorrelation({ least: least.toPrecision(3), adjusted: adjusted.toPrecision(3) })] : [];
  return { variables, matrix, lower: cholesky(matrix, n), adjusted, notes };
}

interface Coefficient {
  readonly i: number;
  readonly j: number;
  readonly r: number;
  readonly field: string;
}

/**
 * What is one with a variable (r = ±1) has that variable's correlations too, where nothing else is said of it: a factor that
 * is the same in all years need be correlated with another once only.
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
    if (at < 0) throw new UncertaintyError(field, said.namesNoSuchVariable({ field, name }));
    return at;
  };
  const add = (first: string, second: string, r: number, field: string) => {
    if (!(r >= -1 && r <= 1)) throw new UncertaintyError(field, said.correlationLieBetween({ first, second, r }));
    const [a, b] = [place(first, field), place(second, field)];
    if (a === b) throw new UncertaintyError(field, said.correlatesItself({ field, first }));
    const [i, j] = a < b ? [a, b] : [b, a];
    const before = found.get(`${i} ${j}`);
    if (before && before.r !== r)
      throw new UncertaintyError(
        field,
        said.correlation({ first, second, r: before.r, field: before.field, r2: r, field2: field }),
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
    throw new UncertaintyError(field, said.rowsNumbersVariables({ field, count: variables.length }));
  const entries: [string, string, number, string][] = [];
  for (const [i, first] of variables.entries())
    for (const [j, second] of variables.entries()) {
      const r = values[i]![j]!;
      if (i === j && r !== 1) throw new UncertaintyError(field, said.correlationItself({ first, r, field }));
      if (Math.abs(r - values[j]![i]!) > 1e-9)
        throw new UncertaintyError(field, said.notSymmetric({ field, first, second, r, values: values[j]![i] }));
      if (j > i) entries.push([first, second, r, field]);
    }
  return entries;
}
