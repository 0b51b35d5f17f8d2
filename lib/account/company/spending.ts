import { messages } from "../../message/message.ts";
import type { Clues } from "./clues.ts";
import { wordsFor } from "./clues.ts";
import { type Finder, type Finding, present } from "./finding.ts";

const texts = messages("account.company", {
  spent: { en: "“{words}” names what the money is spent on.", zh: "“{words}”说明了支出的用途。" },
  spentNear: {
    en: "The nearest name among the commodities by its words; none is the very name.",
    zh: "按词语在商品名录中最接近的名称；没有完全一致的。",
  },
  spentUnknown: {
    en: "What the money for “{name}” buys is not clear from its words: choose a commodity.",
    zh: "从“{name}”的词语看不出支出的用途：请选择一种商品。",
  },
  whichCommodity: { en: "Which commodity is “{name}”?", zh: "“{name}”属于哪一种商品？" },
  spentUs: {
    en: "The factor is of purchases in the United States, at the prices of its year.",
    zh: "因子为美国采购的因子，按其年份的价格计。",
  },
});

/** Categories of scope 3 other than 1 that commodities belong to by what they are. */
const categories: Readonly<Record<string, string>> = {
  "481111": "6",
  "482111": "6",
  "721110": "6",
  "485310": "6",
  "485111": "6",
  "532111": "6",
  "561510": "6",
  "722511": "1",
  "484121": "4",
  "483111": "4",
  "481112": "4",
  "488510": "4",
  "492110": "4",
  "493110": "4",
  "562111": "5",
  "562211": "5",
  "221320": "5",
  "333249": "2",
  "333517": "2",
  "336111": "2",
  "336120": "2",
  "236220": "2",
  "236210": "2",
};
const byMoney = new Set(["1", "2", "4", "5", "6", "8", "9", "10", "14", "15"]);

/** What money is spent on: scope 3 by the supply chain factors of the US EPA. */
export const findSpending: Finder = (clues, { activities }) => {
  if (clues.unit.dimension !== "money") return null;
  const written = clues.written.category;
  const notes = [texts.spentUs()];
  const code = /^\d{6}$/.test(clues.code?.trim() ?? "") ? clues.code!.trim() : null;
  const given = written !== null && byMoney.has(written) ? written : null;
  if (code !== null) {
    const target = activities.spend(given ?? categories[code] ?? "1", code);
    if (target !== null)
      return { kind: "code", target, others: near(clues, activities, given), how: texts.spent({ words: code }), notes };
  }
  const ranked = rankedSpend(clues);
  const found = ranked.map((naics) => activities.spend(given ?? categoryOf(naics, clues), naics));
  const [first] = present(found);
  if (first) {
    const words = wordsFor(clues, `naics:${first.activity}`).join(", ");
    return {
      kind: "class",
      target: first,
      others: [...present(found).slice(1), ...near(clues, activities, given)],
      how: texts.spent({ words }),
      ...(isTied(clues) ? { question: { text: texts.whichCommodity({ name: clues.name }), assumed: true } } : {}),
      notes,
    };
  }
  return byWords(clues, activities, given);
};

/** Freight and travel are told by whether goods or people move. */
function categoryOf(naics: string, clues: Clues): string {
  if (naics === "482111" && clues.tags.has("freight:any")) return "4";
  return categories[naics] ?? "1";
}

/** The commodities that the words name: of the longest words first, and the first named of those. */
function rankedSpend({ spend }: Clues): string[] {
  const ranked = [...spend].sort((a, b) => b.length - a.length || a.at - b.at);
  return [...new Set(ranked.map(({ tag }) => tag.slice("naics:".length)))];
}

/** Two commodities named by as many words: neither is said to be the one. */
function isTied({ spend }: Clues): boolean {
  const [first, second] = [...spend].sort((a, b) => b.length - a.length);
  return second !== undefined && first!.length === second.length && first!.tag !== second.tag;
}

function near({ name }: Clues, activities: Parameters<Finder>[1]["activities"], category: string | null) {
  return activities
    .search(name, ({ units }) => units.some((unit) => unit.startsWith("USD")), 5)
    .map(({ target }) => activities.spend(category ?? categories[target.activity] ?? "1", target.activity));
}

/** A commodity whose name has the words is taken and asked about; a weaker one is only offered. */
const STRONG = 0.75;

function byWords(clues: Clues, activities: Parameters<Finder>[1]["activities"], category: string | null): Finding {
  const hits = activities.search(clues.name, ({ units }) => units.some((unit) => unit.startsWith("USD")), 6);
  const others = near(clues, activities, category);
  const question = texts.whichCommodity({ name: clues.name });
  const [best] = hits;
  if (best && best.covered >= STRONG)
    return {
      kind: "class",
      target: others[0] ?? null,
      others: others.slice(1),
      how: texts.spentNear(),
      question: { text: question, assumed: true },
      notes: [texts.spentUs()],
    };
  return {
    kind: "none",
    target: null,
    others,
    how: texts.spentUnknown({ name: clues.name }),
    question: { text: question, assumed: false },
  };
}
