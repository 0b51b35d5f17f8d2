import { type MaterialClass, materialClasses } from "./material-classes.ts";

/** Words that narrow a class: what is called so is not what is called otherwise. `nmc` is any cell of that chemistry. */
const narrowing: readonly RegExp[] = [
  /^(virgin|recycled)$/,
  /^(nmc|nca$|lfp$|lto$)/,
  /^(hardwood|softwood)$/,
  /^(palm|soybean|rapeseed)$/,
];
/** One word for what bills and data call differently. */
const same: ReadonlyMap<string, string> = new Map([
  ["primary", "virgin"],
  ["postconsumer", "recycled"],
  ["secondary", "recycled"],
  ["soy", "soybean"],
  ["canola", "rapeseed"],
]);
/** Ways of making that a plain name does not mean: data of them stand for a line only if it says so. */
const mustBeSaid: ReadonlySet<string> = new Set([
  "capture",
  "ccs",
  "electrowinning-electric",
  "hydrogen-based",
  "kernel",
  "recycled",
]);

/** The class of a line by its words; undefined if it is of none. */
export function classOf(words: readonly string[]): MaterialClass | undefined {
  return materialClasses.find(({ called, only, not }) => {
    const found = called.find((each) => hasAll(words, each));
    if (!found || not?.some((word) => words.includes(word))) return false;
    const known = [...called.flat(), ...(only ?? [])];
    return !only || words.every((word) => known.includes(word) || /^\d/.test(word));
  });
}

/** Whether data with these words are of the class of a line, as far as the line narrows it. */
export function isOfClass(
  { products, not = [], notData = [] }: MaterialClass,
  written: readonly string[],
  bill: readonly string[],
): boolean {
  const [words, line] = [written, bill].map((list) => list.map((word) => same.get(word) ?? word)) as [
    string[],
    string[],
  ];
  if (!products.some((each) => hasAll(words, each))) return false;
  if ([...not, ...notData].some((word) => words.includes(word))) return false;
  if (words.some((word) => mustBeSaid.has(word) && !line.includes(word))) return false;
  return narrowing.every((narrows) => {
    const said = line.filter((word) => narrows.test(word));
    const own = words.filter((word) => narrows.test(word));
    return said.length === 0 || own.length === 0 || said.some((word) => own.some((each) => each.startsWith(word)));
  });
}

function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((each) =>
    each.endsWith("*") ? words.some((word) => word.startsWith(each.slice(0, -1))) : words.includes(each),
  );
}
