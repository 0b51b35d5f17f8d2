import { ask, type Intent } from "../intent.ts";
import { principles } from "../lexicon/concepts.ts";

/** Whose emissions they are depends on the principle: nobody is to blame by default. */
export const responsibilityIntent: Intent = {
  id: "responsibility",
  title: { en: "who is responsible", zh: "责任归属" },
  read(matter) {
    if (!matter.takes("operation", "responsible")) return null;
    // Which of the two is the question itself.
    const told = ["territorial", "consumption"].filter((each) => matter.has("principle", each));
    const isChoice = matter.links.some(({ words }) => /^(?:or|还是)$/i.test(words)) && told.includes("consumption");
    if (told.length === 1 && !isChoice) return null;
    for (const link of matter.links) matter.use(link);
    return ask(
      "principle",
      { en: "By which principle are emissions given to a country?", zh: "按哪种核算原则归属排放？" },
      principles
        .filter(({ value }) => value === "territorial" || value === "consumption")
        .map(({ value, label }) => ({ value, label })),
    );
  },
};

/** A question about two things that names neither. */
export const contextIntent: Intent = {
  id: "what is meant",
  title: { en: "a question that needs another before it", zh: "缺少上文的问题" },
  read(matter) {
    const operations = [
      "difference",
      "ratio",
      "change",
      "moved",
      "share",
      "per head",
      "compare",
      "total",
      "mean",
      "which is larger",
    ];
    const found = matter.find("operation").filter(({ meaning }) => operations.includes(String(meaning.value)));
    if (found.length === 0 || matter.links.some(({ quantity }) => quantity)) return null;
    // “减排” says of what: emissions.
    if (found.some(({ link }) => /排|emit/i.test(link.words))) return null;
    if (
      ["measure", "gas", "material", "term", "place", "group", "principle"].some((kind) =>
        matter.has(kind as "measure"),
      )
    )
      return null;
    for (const link of matter.links) matter.use(link);
    return ask(
      "context",
      {
        en: "Of what? Two places or two years are not known from before.",
        zh: "指的是什么？前文没有可比较的两个地点或年份。",
      },
      [
        {
          value: "territorial fossil CO2 of China and of the United States",
          label: {
            en: "territorial fossil CO2 of China and the United States",
            zh: "中国与美国的属地化石燃料 CO2 排放",
          },
        },
        {
          value: "territorial fossil CO2 of the world",
          label: { en: "territorial fossil CO2 of the world", zh: "全球化石燃料 CO2 排放" },
        },
      ],
    );
  },
};
