/** Years in a normal text: one, or a span with its ends, each by what it says. */
export interface YearMention {
  readonly from: number;
  readonly to: number;
  readonly years:
    | { readonly one: number }
    | { readonly first: number | null; readonly last: number | null }
    /** The last n years that a table has, or its newest. */
    | { readonly newest: number }
    /** So many years after another that is known, before it if negative; a whole decade of them. */
    | { readonly shift: number; readonly decade?: true };
}

const YEAR = "((?:1[6-9]|20|21)\\d{2})";
const Y = `${YEAR} ?年?(?:度(?!电)|份)?`;
const SHORT = "(?<![\\d.])(\\d{2}) ?年(?!前|内|来|期|后|间|龄)";

const COUNT = "\\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty";
const HAN_COUNT = "\\d{1,2}|一|两|二|三|四|五|六|七|八|九|十|十五|二十|三十";

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
    new RegExp(`(?:from |since )?${YEAR} ?(?:until|till|to|up to|through) (?:now|today|the present|present|date)`, "y"),
    ([, first]) => ({ first: Number(first), last: null }),
  ],
  [
    new RegExp(`(?:since|from|after) ?${YEAR}(?: on| onwards?)?`, "y"),
    ([, first]) => ({ first: Number(first), last: null }),
  ],
  [
    new RegExp(`(?:自|从) ?${Y} ?(?:以来|起|开始|至今|到现在)?`, "y"),
    ([, first]) => ({ first: Number(first), last: null }),
  ],
  [new RegExp(`${Y} ?(?:以来|至今|到现在|起)`, "y"), ([, first]) => ({ first: Number(first), last: null })],
  [new RegExp(`${Y} ?(?:之后|以后)(?:算起)?`, "y"), ([, first]) => ({ first: Number(first), last: null })],
  [
    new RegExp(`(?:until|till|up to|through)(?: and including)? ?${YEAR}`, "y"),
    ([, last]) => ({ first: null, last: Number(last) }),
  ],
  [new RegExp(`(?:截至|截止|到|至) ?${Y} ?(?:为止|止)?`, "y"), ([, last]) => ({ first: null, last: Number(last) })],
  [/(?:in |during |over |for )?(?:the )?(1[6-9]|20)(\d)0'?s/y, ([, century, decade]) => decadeOf(century!, decade!)],
  [/(?:in |during |over |for )?(?:the )?(1[89]|2[01])(?:th|st) century/y, ([, century]) => wholeCentury(century!)],
  [/(1[89]|2[01]) ?世纪(\d)0 ?年代/y, ([, century, decade]) => decadeOf(String(Number(century) - 1), decade!)],
  [/(1[89]|2[01]) ?世纪/y, ([, century]) => wholeCentury(century!)],
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
  [
    new RegExp(
      `(?:about |exactly |just )?(${COUNT}) years? (earlier|before that|before|prior|previously|later|after that|after|afterwards|on)(?![a-z])`,
      "y",
    ),
    ([, count, way]) => ({ shift: isBefore(way!) ? -counted(count!) : counted(count!) }),
  ],
  [
    /(?:a |the |one )?decade (earlier|before that|before|prior|later|after that|after|afterwards|on)(?![a-z])/y,
    ([, way]) => ({ shift: isBefore(way!) ? -10 : 10, decade: true }),
  ],
  [/(?:the )?(?:previous|preceding) decade/y, () => ({ shift: -10, decade: true })],
  [/(?:the )?(?:next|following) decade/y, () => ({ shift: 10, decade: true })],
  [
    /(?:the |in the )?(?:year (?:before that|before|earlier|prior)|previous year|preceding year|prior year)(?![a-z])/y,
    () => ({ shift: -1 }),
  ],
  [
    /(?:the |in the )?(?:year (?:after that|after|later)|following year|next year|subsequent year)(?![a-z])/y,
    () => ({ shift: 1 }),
  ],
  [
    new RegExp(`(?:再)?(?:往前|向前|早|提前)(?:推|数|倒)?(${HAN_COUNT})年`, "y"),
    ([, count]) => ({ shift: -counted(count!) }),
  ],
  [
    new RegExp(`(?:再)?(?:往后|向后|过|晚)(?:推|数)?(${HAN_COUNT})年`, "y"),
    ([, count]) => ({ shift: counted(count!) }),
  ],
  [
    new RegExp(`(?:那|这)?(${HAN_COUNT})年(?:之|以)?(前|后)(?!来)`, "y"),
    ([, count, way]) => ({ shift: (way === "前" ? -1 : 1) * counted(count!) }),
  ],
  [/(?:那|它的|其)?(?:再?前一年|上一年|头一年|前年度)/y, () => ({ shift: -1 })],
  [/(?:那|它的|其)?(?:后一年|下一年|次年|第二年|翌年|隔年)/y, () => ({ shift: 1 })],
  [/(?:再)?(?:往前|之前|前面|上)(?:的)?(?:那)?一?个?十年/y, () => ({ shift: -10, decade: true })],
  [/(?:再)?(?:往后|之后|后面|接下来|下)(?:的)?(?:那)?一?个?十年/y, () => ({ shift: 10, decade: true })],
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
      /^[\d%]|^[.,]\d|^mt(?![a-z])|^ ?(?:t|kt|tonnes?|tons?|kg|吨|千|万|亿|mwh|kwh|gwh|mw|gw|twh|tj|gj|usd|eur|km)(?![a-z])/.test(
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

/** The twentieth century is 1901 to 2000. */
function wholeCentury(century: string): YearMention["years"] {
  const last = Number(century) * 100;
  return { first: last - 99, last };
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

function isBefore(way: string): boolean {
  return /^(?:earlier|before|prior|previously)/.test(way);
}

function counted(count: string): number {
  const words: Readonly<Record<string, number>> = {
    a: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    一: 1,
    两: 2,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
    十五: 15,
    二十: 20,
    三十: 30,
  };
  return words[count] ?? Number(count);
}
