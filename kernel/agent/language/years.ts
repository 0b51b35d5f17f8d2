/** Years in a normal text: one, or a span with its ends, each by what it says. */
export interface YearMention {
  readonly from: number;
  readonly to: number;
  readonly years:
    | { readonly one: number }
    | { readonly first: number | null; readonly last: number | null }
    /** The last n years that a table has, or its newest. */
    | { readonly newest: number };
}

const YEAR = "((?:1[6-9]|20|21)\\d{2})";
const Y = `${YEAR} ?年?(?:度|份)?`;
const SHORT = "(?<![\\d.])(\\d{2}) ?年(?!前|内|来|期|后|间|龄)";

const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => YearMention["years"]])[] = [
  [
    new RegExp(
      `(?:between|from|since|during|over|in) ?(?:the years? )?${YEAR} ?(?:and|to|till|until|through|up to|up to and including|[-–~]) ?${YEAR}(?: inclusive)?`,
      "y",
    ),
    span,
  ],
  [new RegExp(`(?:从|自|在)? ?${Y} ?(?:年)? ?(?:到|至|和|与|及|~|-) ?${Y}(?:之间|期间)?`, "y"), span],
  [new RegExp(`${YEAR} ?(?:to|up to|up to and including|through|until|[-–~]) ?${YEAR}`, "y"), span],
  [
    new RegExp(`(?:since|from|after) ?${YEAR}(?: on| onwards?)?`, "y"),
    ([, first]) => ({ first: Number(first), last: null }),
  ],
  [
    new RegExp(`(?:自|从) ?${Y} ?(?:以来|起|开始|至今|到现在)?`, "y"),
    ([, first]) => ({ first: Number(first), last: null }),
  ],
  [new RegExp(`${Y} ?(?:以来|至今|到现在|起)`, "y"), ([, first]) => ({ first: Number(first), last: null })],
  [new RegExp(`(?:until|till|up to|through) ?${YEAR}`, "y"), ([, last]) => ({ first: null, last: Number(last) })],
  [new RegExp(`(?:截至|截止|到|至) ?${Y} ?(?:为止|止)?`, "y"), ([, last]) => ({ first: null, last: Number(last) })],
  [/(?:in )?the (1[6-9]|20)(\d)0s/y, ([, century, decade]) => decadeOf(century!, decade!)],
  [/(1[6-9]|20)(\d)0 ?年代/y, ([, century, decade]) => decadeOf(century!, decade!)],
  [new RegExp(`(?:year |the year |fiscal year )?${Y}`, "y"), ([, year]) => ({ one: Number(year) })],
  [new RegExp(SHORT, "y"), ([, short]) => ({ one: centuryOf(Number(short)) })],
  [/二[〇零]([〇零一二三四五六七八九]{2}) ?年/y, ([, tail]) => ({ one: 2000 + han(tail!) })],
  [/一九([〇零一二三四五六七八九]{2}) ?年/y, ([, tail]) => ({ one: 1900 + han(tail!) })],
  [
    /(?:over |in |during )?the (?:last|past) (\d{1,3}|ten|five|twenty|three) years/y,
    ([, count]) => ({ newest: counted(count!) }),
  ],
  [/(?:过去|最近|近) ?(\d{1,3}|十|五|二十|三) ?年/y, ([, count]) => ({ newest: counted(count!) })],
  [
    /(?:in )?(?:the )?(?:latest|newest|most recent|last available) (?:year|data|figures?)(?: available)?/y,
    () => ({ newest: 1 }),
  ],
  [/(?:最新|最近)(?:一年|年份|的一年|年度|数据)?/y, () => ({ newest: 1 })],
];

/** The mention of years that begins at a place of a normal text. */
export function yearsAt(text: string, at: number): YearMention | null {
  if (
    /\d[.,]?$/.test(text.slice(Math.max(0, at - 2), at)) ||
    (/[a-z]/.test(text[at - 1] ?? "") && /[a-z0-9]/.test(text[at] ?? ""))
  )
    return null;
  for (const [pattern, read] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (
      !found ||
      /^[\d%]|^[.,]\d|^ ?(?:t|kt|mt|tonnes?|tons?|kg|吨|千|万|亿|mwh|kwh|gwh|mw|gw|twh|tj|gj|usd|eur|km)(?![a-z])/.test(
        text.slice(at + found[0].length),
      )
    )
      continue;
    return { from: at, to: at + found[0].length, years: read(found) };
  }
  return null;
}

function span([, first, last]: RegExpExecArray): YearMention["years"] {
  const [a, b] = [Number(first), Number(last)];
  return { first: Math.min(a, b), last: Math.max(a, b) };
}

function decadeOf(century: string, decade: string): YearMention["years"] {
  const first = Number(`${century}${decade}0`);
  return { first, last: first + 9 };
}

/** 21年 is 2021, 98年 is 1998: two digits are of the hundred years before 2060. */
function centuryOf(short: number): number {
  return short < 60 ? 2000 + short : 1900 + short;
}

function han(digits: string): number {
  return Number([...digits].map((each) => Math.max(0, "〇一二三四五六七八九".indexOf(each))).join(""));
}

function counted(count: string): number {
  const words: Readonly<Record<string, number>> = {
    three: 3,
    five: 5,
    ten: 10,
    twenty: 20,
    三: 3,
    五: 5,
    十: 10,
    二十: 20,
  };
  return words[count] ?? Number(count);
}
