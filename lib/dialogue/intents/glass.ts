import type { Intent } from "../intent.ts";
import { defaultFactors } from "./default-factors.ts";
import { guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** CO2 of glass of which a share is cullet, by the default factor of the guidelines. */
const NONE = /^(?:no|without|zero|excluding|无|没有|不加|不掺|不含|不用|未掺|零)$/i;

export const glassIntent: Intent = {
  id: "glass with cullet",
  title: { en: "CO2 of glass with cullet", zh: "含碎玻璃的玻璃生产 CO2" },
  ofGivenAmounts: true,
  read(matter) {
    const isGlass = matter.find("material").some(({ meaning }) => meaning.value === "process:glass");
    if (!isGlass || !matter.takes("process", "cullet")) return null;
    const amounts = matter.quantities();
    const [share, ...shares] = amounts.filter(({ quantity }) => quantity.measured === "%");
    const [mass, ...masses] = amounts.filter(({ quantity }) => /^(?:kg|t|kt|Mt)$/.test(quantity.measured));
    const [number, ...numbers] = share ? [] : matter.numbers();
    // “Assuming no cullet”, 不掺碎玻璃
    const none = matter.links.find(({ words }) => NONE.test(words));
    matter.use(none);
    const given = share?.quantity.value ?? (number && number.number <= 1 ? 100 * number.number : undefined);
    const percent = given ?? (none ? 0 : undefined);
    if (!mass || percent === undefined || percent < 0 || percent > 100) return null;
    if (shares.length + masses.length + numbers.length > 0 || mass.quantity.gas !== null) return null;
    matter.emissions("CO2");
    matter.all("measure", ({ value }) => (value as readonly string[]).includes("material production"));
    matter.takes("material", "process:glass");
    matter.takes("operation", "total", "share", "percent");
    matter.takes("process", "process emissions");
    matter.unit();
    matter.takes("database", "IPCC");
    return figureDraft({
      steps: [
        guidelineFactor("factor", { category: "2.A.3", activity: "glass", parameter: "EF", gas: "CO2" }),
        {
          id: "glass",
          tool: "inventory.glass",
          args: {
            types: [
              {
                type: "glass",
                mass: { value: mass.quantity.value, unit: mass.quantity.measured },
                factor: { value: { $from: "factor", path: "factor.value" }, unit: "t CO2/t" },
                cullet: { value: percent, unit: "%" },
              },
            ],
          },
        },
      ],
      assumed: [defaultFactors],
      wants: [
        wanted("glass", "emissions.0.value", { path: "emissions.0.unit" }, { en: "CO2 of glass", zh: "玻璃 CO2" }),
        wanted(
          "factor",
          "factor.value",
          { path: "factor.unit" },
          { en: "factor without cullet", zh: "无碎玻璃的因子" },
          false,
        ),
      ],
      subject: {
        en: [
          "Process ",
          { name: "CO2" },
          " of ",
          { quoted: mass.words },
          " of glass, ",
          { quoted: (share ?? number ?? none)!.words },
          percent === 0 && none ? " cullet" : " of it cullet",
        ],
        zh: [
          { quoted: mass.words },
          "玻璃（碎玻璃 ",
          { quoted: (share ?? number ?? none)!.words },
          "）的过程 ",
          { name: "CO2" },
        ],
      },
    });
  },
};
