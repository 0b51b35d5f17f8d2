import { Misuse } from "../input/misuse.ts";

/** The given values of one run, by name. */
export type Settings = Readonly<Record<string, unknown>>;

/** The most runs of one command. */
const MAX_RUNS = 10_000;

/** Parses several `name=value`: a value is JSON if it is valid JSON, and text otherwise. Throws Misuse. */
export function readSettings(given: readonly string[]): Settings {
  return Object.fromEntries(given.map((text) => split("set", text)).map(([name, value]) => [name, readValue(value)]));
}

/** A tag of BCP 47, such as `zh-CN`; undefined without one. Throws Misuse. */
export function readLanguage(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(given)[0] ?? "en";
  } catch {
    throw new Misuse(`--language takes a tag such as en or zh-CN, not “${given}”.`);
  }
}

/** The limits of a run in milliseconds, of `--patience` and `--timeout` in seconds; those that are not given are left out. */
export function limitsOf({
  patience,
  timeout,
}: {
  readonly patience?: number | undefined;
  readonly timeout?: number | undefined;
}): {
  patience?: number;
  timeout?: number;
} {
  return {
    ...(patience === undefined ? {} : { patience: 1000 * patience }),
    ...(timeout === undefined ? {} : { timeout: 1000 * timeout }),
  };
}

/**
 * All combinations of the values of `--matrix`: `year=2000..2011`, `year=2000..2010:2` in steps, `region=CHN,USA`; several
 * multiply. One empty record without any. Throws Misuse.
 */
export function readMatrix(given: readonly string[]): Settings[] {
  let runs: Settings[] = [{}];
  for (const text of given) {
    const [name, listed] = split("matrix", text);
    if (name in runs[0]!) throw new Misuse(`--matrix names \`${name}\` twice.`);
    const values = readList(text, listed);
    if (runs.length * values.length > MAX_RUNS) throw new Misuse(`--matrix makes more than ${MAX_RUNS} runs.`);
    runs = runs.flatMap((run) => values.map((value) => ({ ...run, [name]: value })));
  }
  return runs;
}

/** The name of the folder of one run of a matrix: `year=2000,region=CHN`, without characters that a file system refuses. */
export function folderName(run: Settings): string {
  const parts = Object.entries(run).map(([name, value]) => `${name}=${String(value)}`);
  return parts
    .join(",")
    .replaceAll(/[\\/:*?"<>|\s]+/g, "_")
    .replaceAll(/^\.+|[. ]+$/g, "_")
    .slice(0, 200);
}

function split(option: string, text: string): [string, string] {
  const at = text.indexOf("=");
  const name = text.slice(0, Math.max(0, at)).trim();
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) {
    throw new Misuse(`--${option} takes name=value, not “${text}”.`);
  }
  return [name, text.slice(at + 1)];
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readList(text: string, listed: string): unknown[] {
  const range = /^\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*(?::\s*([\d.]+)\s*)?$/.exec(listed);
  if (!range) {
    const values = listed.split(",").map((value) => readValue(value.trim()));
    if (values.some((value) => value === "")) throw new Misuse(`--matrix ${text} has an empty value in its list.`);
    return values;
  }
  const [from = Number.NaN, to = Number.NaN, step = Number.NaN] = [range[1], range[2], range[3] ?? "1"].map(Number);
  if (!(step > 0) || !(to >= from))
    throw new Misuse(`--matrix ${text} is no range: write first..last, or first..last:step.`);
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (count > MAX_RUNS) throw new Misuse(`--matrix makes more than ${MAX_RUNS} runs.`);
  const digits = Math.max(...[range[1], range[3] ?? "1"].map((number) => (number?.split(".")[1] ?? "").length));
  return Array.from({ length: count }, (_, i) => Number((from + i * step).toFixed(digits)));
}
