import { type Entry, entriesOf, type Forms } from "./entry.ts";

const ENGLISH =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const CARDINALS = "one two three four five six seven eight nine ten".split(" ");
const CHINESE = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十".split(" ");
const ENDINGS = ["st", "nd", "rd"];

const LARGEST = "largest biggest highest most greatest heaviest worst dirtiest".split(" ");
const SMALLEST = "smallest lowest least fewest cleanest".split(" ");
/** Bare, these are parts of a whole or of a title: a fourth, the Fourth Assessment Report. */
const FIRST_FRACTION = 4;

const forms = (words: readonly string[]): string => words.join("|");

interface Ordinal {
  readonly value: number;
  /** In English words and figures: “third”, “3rd”. */
  readonly english: readonly string[];
  /** In Chinese numerals and figures: 三, 3. */
  readonly chinese: readonly string[];
}

const all: readonly Ordinal[] = ENGLISH.map((word, i) => ({
  value: i + 1,
  english: [word, `${i + 1}${ENDINGS[i] ?? "th"}`],
  chinese: [CHINESE[i]!, String(i + 1)],
}));

/** Other names of places: the runner-up. */
const named: Readonly<Record<number, string>> = { 2: "runner up|亚军|榜眼", 3: "季军|探花" };

/** Positions in a list that was given before. */
const inList: readonly Forms[] = all.map(({ value, english, chinese }) => ({
  value,
  label: { en: value < FIRST_FRACTION ? `the ${english[0]}` : `${english[0]} place`, zh: `第${chinese[0]}个` },
  forms: forms([
    ...english.flatMap((each) => [`${each} one`, `the ${each} one`]),
    ...(value < FIRST_FRACTION ? english : english.slice(1)).flatMap((each) => [each, `the ${each}`]),
    ...(value <= CARDINALS.length ? [`number ${CARDINALS[value - 1]}`] : []),
    ...chinese.flatMap((each) => [`第${each}个`, `第${each}个国家`, `第${each}`]),
  ]),
}));

/** Places in a ranking, from the second on: the first is its largest. */
const ranked = (value: number): readonly [largest: string, smallest: string] => {
  const { english, chinese } = all[value - 1]!;
  return [
    forms([
      ...english.flatMap((each) => [
        ...LARGEST.map((word) => `${each} ${word}`),
        ...["ranked", "ranks", "ranking", "came", "comes", "came in", "comes in", "placed", "finished"].map(
          (verb) => `${verb} ${each}`,
        ),
        `in ${each} place`,
        `in ${each} position`,
        `${each} place`,
        `${each} position`,
        `${each} placed`,
      ]),
      ...(named[value] === undefined ? [] : [named[value]]),
      ...chinese.flatMap((each) => [
        ...["大", "多", "高", "脏", "大户", "名", "位"].map((end) => `第${each}${end}`),
        ...["排名", "排", "排在", "位居", "位列", "名列", "居", "列", "排行"].flatMap((verb) => [
          `${verb}第${each}`,
          `${verb}第${each}位`,
          `${verb}第${each}名`,
          `${verb}第${each}的`,
        ]),
      ]),
    ]),
    forms([
      ...english.flatMap((each) => [
        ...SMALLEST.map((word) => `${each} ${word}`),
        `${each} to last`,
        `${each} from last`,
        `${each} from the bottom`,
      ]),
      ...(value === 2 ? ["last but one", "next to last", "penultimate"] : []),
      ...chinese.flatMap((each) => [
        ...["小", "少", "低", "干净", "清洁"].map((end) => `第${each}${end}`),
        `倒数第${each}`,
        `倒数第${each}名`,
        `倒数第${each}位`,
        `倒数第${each}的`,
      ]),
    ]),
  ];
};

const places = all.slice(1).map(({ value }) => ({ value, ranked: ranked(value), label: inList[value - 1]!.label }));

/** The first by the words of a list: 第一名 is no place in a ranking that another operation would read. */
const firstInList: Forms = { value: 1, label: inList[0]!.label, forms: "首个|第一名|排第一的" };
const lastInList: Forms = {
  value: -1,
  label: { en: "the last", zh: "最后一个" },
  forms: "the last one|last one|最后一个|末位",
};

export const ordinalEntries: readonly Entry[] = [
  ...entriesOf("ordinal", [...inList, firstInList, lastInList]),
  ...places.flatMap(({ value, label, ranked }) => entriesOf("ordinal", [{ value, label, forms: forms(ranked) }])),
  ...(["rank", "lowest"] as const).flatMap((operation, i) =>
    places.flatMap(({ ranked }) =>
      entriesOf("operation", [
        {
          value: operation,
          label: operation === "rank" ? { en: "ranking", zh: "排名" } : { en: "lowest", zh: "最低" },
          forms: ranked[i]!,
        },
      ]),
    ),
  ),
];
