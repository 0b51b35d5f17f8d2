import { ask, type Intent } from "../intent.ts";
import type { Meaning } from "../lexicon/entry.ts";
import { defaultFactors } from "./default-factors.ts";
import { factorValueOf, guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const mines = { underground: "1.B.1.a.i", surface: "1.B.1.a.ii" } as const;

/** Methane of the mining of an amount of coal by the default factors of the guidelines, nothing of it drained. */
export const coalMineIntent: Intent = {
  id: "coal mine",
  title: { en: "methane of a coal mine", zh: "煤矿甲烷" },
  ofGivenAmounts: true,
  read(matter) {
    const isCoal = ({ value }: Meaning) => /^fuel:.*coal|^fuel:lignite|^fuel:anthracite/i.test(String(value));
    const namesCoal = matter.find("material").some(({ meaning }) => isCoal(meaning));
    const found = matter.find("technology").filter(({ meaning }) => String(meaning.value) in mines);
    const spoken = matter.links.filter(({ words }) =>
      /^(?:mine|mines|mined|mining|coal mine|coal mines|煤矿|开采|采煤|采掘)$/i.test(words),
    );
    const gases = matter.all("gas").map(({ meaning }) => meaning.value);
    const amounts = matter.quantities();
    const [amount] = amounts;
    if (!(namesCoal || found.some(({ link }) => /coal|煤/i.test(link.words)))) return null;
    if (found.length === 0 && spoken.length === 0) return null;
    if (!amount || amounts.length > 1 || amount.quantity.gas !== null || gases.some((gas) => gas !== "CH4"))
      return null;
    matter.use(...spoken, ...found.map(({ link }) => link));
    matter.emissions("CH4");
    matter.all("material", isCoal);
    matter.takes("fuel", "coal");
    matter.takes("process", "plant");
    matter.takes("operation", "total", "factor");
    matter.unit();
    const [mine] = found.slice(-1);
    if (!mine)
      return ask("technology", { en: "What kind of mine?", zh: "哪一类煤矿？" }, [
        { value: "underground", label: { en: "underground mine", zh: "井工煤矿" } },
        { value: "surface", label: { en: "surface mine", zh: "露天煤矿" } },
      ]);
    const kind = mine.meaning.value as keyof typeof mines;
    const factorOf = (id: string, parameter: string) =>
      guidelineFactor(id, { category: mines[kind], activity: "coal", parameter, gas: "CH4" });
    return figureDraft({
      steps: [
        factorOf("mining", "EF mining"),
        factorOf("afterMining", "EF post-mining"),
        {
          id: "mine",
          tool: "inventory.coalMine",
          args: {
            kind,
            coal: { value: amount.quantity.value, unit: amount.quantity.measured },
            mining: factorValueOf("mining"),
            postMining: factorValueOf("afterMining"),
          },
        },
      ],
      assumed: [
        defaultFactors,
        {
          slot: "context",
          value: "vented",
          label: { en: "nothing is drained or flared", zh: "无抽采利用或火炬" },
          because: { en: "none is given", zh: "未给出" },
          rivals: [],
        },
      ],
      wants: [
        wanted("mine", "emissions.0.value", { path: "emissions.0.unit" }, { en: "methane", zh: "甲烷" }),
        wanted("mining", "factor.value", { path: "factor.unit" }, { en: "factor of mining", zh: "采掘因子" }, false),
      ],
      subject: {
        en: ["Methane of ", { quoted: amount.words }, " of coal, ", { name: mine.meaning.label.en }],
        zh: [{ name: mine.meaning.label.zh }, "开采", { quoted: amount.words }, "煤炭的甲烷"],
      },
    });
  },
};
