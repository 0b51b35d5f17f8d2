import { ask, type Intent } from "../intent.ts";
import type { Step } from "../plan.ts";
import { defaultFactors } from "./default-factors.ts";
import { factorValueOf, guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const cells = ["CWPB", "SWPB", "VSS", "HSS"];
const gases = ["CF4", "C2F6"] as const;

/** Perfluorocarbons of aluminium: by anode effect minutes if they are given, else by the default factors of the guidelines. */
export const aluminiumPfcIntent: Intent = {
  id: "perfluorocarbons of aluminium",
  title: { en: "perfluorocarbons of aluminium", zh: "电解铝全氟化碳" },
  ofGivenAmounts: true,
  read(matter) {
    const isAluminium = matter.find("material").some(({ meaning }) => meaning.value === "process:aluminium");
    const named = matter.find("gas").map(({ meaning }) => String(meaning.value));
    const isPfc = named.some((gas) => gas === "CF4" || gas === "C2F6" || gas === "PFC" || gas === "PFCs");
    if (!isAluminium || !(matter.takes("process", "PFC") || isPfc)) return null;
    const [mass, ...others] = matter.quantities();
    if (!mass || others.length > 0 || mass.quantity.gas !== null || !/^(?:kg|t|kt|Mt)$/.test(mass.quantity.measured))
      return null;
    matter.emissions(...gases, "PFC", "PFCs");
    matter.takes("material", "process:aluminium");
    matter.use(...matter.links.filter(({ words }) => /^cells?$/i.test(words)));
    matter.takes("operation", "total", "factor");
    matter.takes("process", "process emissions");
    matter.unit();
    const found = matter.find("technology").filter(({ meaning }) => cells.includes(String(meaning.value)));
    for (const { link } of found) matter.use(link);
    matter.takes("technology", "prebake", "Söderberg");
    const [cell] = found;
    if (!cell)
      return ask(
        "technology",
        { en: "In which cells?", zh: "采用哪类电解槽？" },
        cells.map((value) => ({ value, label: matter.lexicon.conceptLabel("technology", value) })),
      );
    const technology = String(cell.meaning.value);
    const aluminium = { value: mass.quantity.value, unit: mass.quantity.measured };
    const minutes = matter.takes("process", "anode effect") ? matter.numbers() : [];
    if (minutes.length > 1) return null;
    const [given] = minutes;
    const factorOf = (id: string, parameter: string, gas?: string) =>
      guidelineFactor(id, {
        category: "2.C.3",
        activity: "aluminium",
        parameter,
        technology,
        ...(gas === undefined ? {} : { gas }),
      });
    const steps: Step[] = given
      ? [
          factorOf("slope", "S", "CF4"),
          factorOf("ratio", "F"),
          {
            id: "smelter",
            tool: "inventory.aluminium",
            args: {
              aluminium,
              minutes: { value: given.number, unit: "min/d" },
              slope: factorValueOf("slope"),
              ratio: factorValueOf("ratio"),
            },
          },
        ]
      : gases.flatMap((gas): Step[] => [
          factorOf(`factor${gas}`, "EF", gas),
          {
            id: `emissions${gas}`,
            tool: "quantity.multiply",
            args: { left: aluminium, right: factorValueOf(`factor${gas}`) },
          },
        ]);
    return figureDraft({
      steps,
      assumed: [defaultFactors],
      wants: gases.map((gas, i) =>
        given
          ? wanted("smelter", `emissions.${i}.value`, { path: `emissions.${i}.unit` }, { en: gas, zh: gas })
          : wanted(`emissions${gas}`, "value", { path: "unit" }, { en: gas, zh: gas }),
      ),
      subject: {
        en: ["Perfluorocarbons of ", { quoted: mass.words }, " of aluminium, ", { name: cell.meaning.label.en }],
        zh: [{ name: cell.meaning.label.zh }, "生产", { quoted: mass.words }, "铝的全氟化碳"],
      },
    });
  },
};
