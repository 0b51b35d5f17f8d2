/** A version by its numbers, and what makes it a pre-release. */
interface Version {
  readonly numbers: readonly number[];
  readonly pre: string;
}

/**
 * Whether a version is in a range as imports write it: nothing or `*` (any), `1`, `1.2` (those that begin so), `1.2.3`, `^1.2`, `~1.2`.
 * Other ranges hold only the version that is written like them. Pre-releases are only in ranges that name one.
 */
export function inRange(version: string, range: string): boolean {
  if (version === range) return true;
  const found = readVersion(version);
  const [, sign = "", least = ""] = /^([\^~]?)(.*)$/.exec(range)!;
  if (!found || (found.pre !== "" && !range.includes("-"))) return false;
  if (range === "" || range === "*") return true;
  const parts = /^(\d+(?:\.\d+){0,2})(?:\.[x*]){0,2}(-.*)?$/.exec(least);
  if (!parts) return false;
  const wanted = parts[1]!.split(".").map(Number);
  const fixed = sign === "^" ? caretLength(wanted) : sign === "~" ? Math.min(2, wanted.length) : wanted.length;
  if (sign === "" && wanted.length === 3) return found.pre === (parts[2] ?? "") && isPrefix(wanted, found.numbers, 3);
  return isPrefix(wanted, found.numbers, fixed) && compareVersions(version, padded(wanted) + (parts[2] ?? "")) >= 0;
}

/** Orders versions, the earlier one first. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [readVersion(a), readVersion(b)];
  if (!x || !y) return a < b ? -1 : Number(a > b);
  for (let i = 0; i < 3; ++i) if (x.numbers[i] !== y.numbers[i]) return x.numbers[i]! - y.numbers[i]!;
  if (x.pre === y.pre) return 0;
  if (x.pre === "" || y.pre === "") return x.pre === "" ? 1 : -1;
  return x.pre.localeCompare(y.pre, "en", { numeric: true });
}

function readVersion(text: string): Version | null {
  const found = /^(\d+)\.(\d+)\.(\d+)(-[^+]*)?(?:\+.*)?$/.exec(text);
  return found && { numbers: found.slice(1, 4).map(Number), pre: found[4] ?? "" };
}

/** How many numbers `^` keeps: up to the first that is not zero. */
function caretLength(numbers: readonly number[]): number {
  const first = numbers.findIndex((number) => number > 0);
  return first < 0 ? numbers.length : first + 1;
}

function isPrefix(wanted: readonly number[], numbers: readonly number[], length: number): boolean {
  return wanted.slice(0, length).every((number, i) => number === numbers[i]);
}

function padded(numbers: readonly number[]): string {
  return [...numbers, 0, 0].slice(0, 3).join(".");
}
