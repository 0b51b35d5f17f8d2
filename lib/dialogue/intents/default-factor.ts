import { ask, type Intent } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Assumption } from "../plan.ts";
import { coals } from "./combustion.ts";
import { guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** What people call gas without saying which. */
const gases = ["Natural Gas", "Liquefied Petroleum Gases", "Motor Gasoline"];

const energyIndustries: Assumption = {
  slot: "sector",
  value: "1.A.1",
  label: { en: "burnt in energy industries", zh: "在能源工业中燃烧" },
  because: { en: "no sector is named", zh: "未说明部门" },
  rivals: [],
};

/** The default factor of a fuel itself, or its heat value, with the bounds that the guidelines give. */
export const defaultFactorIntent: Intent = {
  id: "default factor",
  title: { en: "default factor of a fuel", zh: "燃料的缺省因子" },
  read(matter) {
    if (matter.links.some(({ quantity, years }) => quantity || years)) return null;
    const bounds = matter
      .find("bound")
      .filter(({ meaning }) => ["min", "max", "range"].includes(String(meaning.value)));
    const isOfBounds = bounds.length > 0 || matter.has("process", "bounds");
    const basis = matter.find("basis").at(-1)?.meaning.value;
    const asksFactor = matter.has("operation", "factor") || matter.has("database", "IPCC");
    if (!asksFactor && basis === undefined && !matter.has("process", "heat value")) return null;
    const fuel = fuelOf(matter);
    if (!fuel) return null;
    matter.takes("operation", "factor", "burn", ...(isOfBounds ? ["lowest", "rank"] : []));
    matter.takes("process", "bounds", "heat value");
    matter.emissions("CO2");
    matter.takes("database", "IPCC");
    matter.all("bound");
    matter.one("basis");
    matter.unit();
    const said = matter.all("gas").filter(({ isNested, meaning }) => !isNested || meaning.value !== "CO2");
    const isHeat = !asksFactor || (basis !== undefined && !matter.has("operation", "factor"));
    if (isHeat && (basis === "GCV" || said.length > 0)) return null;
    const gas = String(said[0]?.meaning.value ?? "CO2");
    if (!["CO2", "CH4", "N2O"].includes(gas)) return null;
    if (fuel === "gas" || fuel === "coal") {
      const kinds = fuel === "gas" ? gases : coals;
      return ask(
        "material",
        fuel === "gas" ? { en: "Which gas?", zh: "哪种气？" } : { en: "Which kind of coal?", zh: "哪一种煤？" },
        kinds.map((name) => ({
          value: `fuel:${name}`,
          label: matter.lexicon.conceptLabel("material", `fuel:${name}`),
        })),
      );
    }
    const factor = guidelineFactor(
      "factor",
      isHeat
        ? { category: "1.A", activity: fuel, parameter: "NCV" }
        : { category: gas === "CO2" ? "1.A" : "1.A.1", activity: fuel, parameter: "EF", gas },
    );
    const label = matter.lexicon.conceptLabel("material", `fuel:${fuel}`);
    const unit = { path: "factor.unit" };
    const name = isHeat ? { en: "heat value", zh: "热值" } : { en: "emission factor", zh: "排放因子" };
    const value = { ...wanted(factor.id, "factor.value", unit, name, !isOfBounds), lo: "factor.lo", hi: "factor.hi" };
    const ends = [
      wanted(factor.id, "factor.lo", unit, { en: "lower", zh: "下限" }, isOfBounds),
      wanted(factor.id, "factor.hi", unit, { en: "upper", zh: "上限" }, isOfBounds),
    ];
    return figureDraft({
      steps: [factor],
      assumed: isHeat || gas === "CO2" ? [] : [energyIndustries],
      wants: isOfBounds ? [...ends, value] : [value, ...ends],
      source: { en: "IPCC 2006 Guidelines", zh: "IPCC 2006指南" },
      subject: isHeat
        ? { en: ["Default net calorific value of ", { name: label.en }], zh: [{ name: label.zh }, "的缺省低位热值"] }
        : {
            en: ["Default ", { quoted: gas }, " factor of burning ", { name: label.en }],
            zh: [{ name: label.zh }, "燃烧的缺省 ", { quoted: gas }, " 排放因子"],
          },
    });
  },
};

/** The one fuel that the words name; “gas” and “coal” where they do not say which. */
function fuelOf(matter: Matter): string | null {
  const named = matter.find("material").filter(({ meaning }) => String(meaning.value).startsWith("fuel:"));
  matter.use(...named.map(({ link }) => link));
  const fuels = new Set(named.map(({ meaning }) => String(meaning.value).slice("fuel:".length)));
  if (fuels.size > 1) fuels.delete("coal");
  const [fuel, ...others] = fuels;
  if (others.length > 0) return null;
  return fuel ?? (matter.takes("fuel", "gas") ? "gas" : null);
}
