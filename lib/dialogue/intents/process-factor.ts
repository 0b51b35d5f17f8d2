import { ask, type Intent, type Outcome } from "../intent.ts";
import type { Found, Matter } from "../matter.ts";
import { guidelineFactor, type WantedFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { kindsOf, processes } from "./process-products.ts";

/** The default emission factor of an industrial process, with its bounds where they are asked for. */
export const processFactorIntent: Intent = {
  id: "process factor",
  title: { en: "default emission factor of a process", zh: "工业过程的缺省排放因子" },
  read(matter) {
    const isNamed = matter
      .all("database")
      .some(({ meaning, link }) => meaning.value === "IPCC" && /factor|因子|系数/i.test(link.words));
    if (!matter.takes("operation", "factor") && !isNamed) return null;
    if (matter.links.some(({ quantity, years }) => quantity || years) || matter.has("place")) return null;
    const product = matter.find("material").find(({ meaning }) => String(meaning.value).startsWith("process:"));
    if (!product) return null;
    for (const kind of ["material", "fuel", "product", "sector", "commodity", "measure"] as const)
      for (const { link } of matter.find(kind)) if (link === product.link || kind === "measure") matter.use(link);
    const gases = matter.all("gas").map(({ meaning }) => String(meaning.value));
    matter.takes("operation", "burn", "convert");
    matter.takes("process", "plant", "route");
    matter.unit();
    const isBound = matter.takes("bound", "min", "max", "range", "confidence", "sd");
    // “Lower and upper bounds”, “上下限各是多少”
    if (isBound) matter.takes("operation", "lowest", "rank");
    if (gases.length > 1 || gases.includes("GHG")) return null;
    return ofProcess(matter, product, gases[0], isBound);
  },
};

function ofProcess(matter: Matter, { meaning }: Found, said: string | undefined, isBound: boolean): Outcome | null {
  const name = String(meaning.value).slice("process:".length);
  const kinds = kindsOf[name] ?? (name === "cement" ? ["clinker"] : undefined);
  if (kinds)
    return ask(
      "material",
      name === "cement"
        ? {
            en: "The factor is that of the clinker in it. That of clinker?",
            zh: "因子针对其中的熟料。是指熟料的因子吗？",
          }
        : { en: `Which ${meaning.label.en}?`, zh: `哪一种${meaning.label.zh}？` },
      kinds.map((each) => ({
        value: `process:${each}`,
        label: matter.lexicon.conceptLabel("material", `process:${each}`),
      })),
    );
  const process = name === "clinker" ? { category: "2.A.1", activity: "clinker", gas: "CO2" } : processes[name];
  if (!process || (said !== undefined && said !== process.gas)) return null;
  const { category, activity, gas } = process;
  const technologies = "technologies" in process ? (process.technologies ?? []) : [];
  const named = matter.find("technology").filter(({ meaning: { value } }) => technologies.includes(String(value)));
  matter.use(...named.map(({ link }) => link));
  const [technology, ...others] = [...new Set(named.map(({ meaning: { value } }) => String(value)))];
  if (others.length > 0) return null;
  if (technologies.length > 0 && technology === undefined)
    return ask(
      "technology",
      { en: `Which technology makes the ${meaning.label.en}?`, zh: `${meaning.label.zh}采用哪种技术？` },
      technologies.map((value) => ({ value, label: matter.lexicon.conceptLabel("technology", value) })),
    );
  const row = { category, activity, parameter: "EF", gas, ...(technology === undefined ? {} : { technology }) };
  return factorDraft(row, meaning.label, isBound);
}

function factorDraft(
  row: WantedFactor,
  label: { readonly en: string; readonly zh: string },
  isBound: boolean,
): Outcome {
  const step = guidelineFactor("factor", row);
  const unit = { path: "factor.unit" };
  return figureDraft({
    steps: [step],
    source: { en: "IPCC default factors", zh: "IPCC 缺省因子" },
    wants: (results) => {
      const { factor } = results.get(step.id)!.result as { factor: { lo: number | null; hi: number | null } };
      const bounds =
        factor.lo === null || factor.hi === null
          ? []
          : [
              wanted(step.id, "factor.lo", unit, { en: "lower bound", zh: "下限" }, isBound),
              wanted(step.id, "factor.hi", unit, { en: "upper bound", zh: "上限" }, isBound),
            ];
      const value = wanted(
        step.id,
        "factor.value",
        unit,
        { en: "default", zh: "缺省值" },
        !isBound || bounds.length === 0,
      );
      return isBound ? [...bounds, value] : [value, ...bounds];
    },
    subject: {
      en: ["Default emission factor of ", { name: label.en }],
      zh: [{ name: label.zh }, "的缺省排放因子"],
    },
  });
}
