import type { Intent, Outcome } from "../intent.ts";
import { byYear, type QuantityMention } from "../language/quantities.ts";
import { isUnknown, type Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Part } from "../template.ts";
import { methaneOrigins } from "./methane-origin.ts";
import { askMetric, metricOf } from "./metric.ts";
import { moleFractionDraft } from "./mole-fraction.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** An amount in another unit, as another substance, or as CO2 equivalents by a metric. */
export const conversionIntent: Intent = {
  id: "conversion",
  title: { en: "conversion of an amount", zh: "数量换算" },
  ofGivenAmounts: true,
  read(matter) {
    const all = matter.quantities();
    const [given, ...others] = all.length > 0 ? all : turnedOf(matter);
    if (!given) return null;
    if (others.length > 0) {
      // “Lost in 2024”: a metric weighs a gas the same in every year.
      if (matter.has("metric")) matter.years();
      return all.length > 0 ? sumOf(matter, all) : null;
    }
    const { quantity } = given;
    // A flux is an amount by year; what it is converted to does not go by when it was.
    matter.use(...matter.links.filter(({ words }) => /^flux(?:es)?$/i.test(words)));
    const turns = matter.links.filter(({ words }) => /^(?:turn|turned|changing)$/i.test(words));
    matter.use(...turns);
    const asksConversion = matter.takes("operation", "convert") || turns.length > 0;
    const asksUnit = matter.takes("operation", "difference", "factor");
    const spoken = matter.unit();
    const unit = spoken?.startsWith("* ") ? `${quantity.measured} ${spoken.slice(2)}` : spoken;
    const gases = matter.all("gas");
    // “30 kt of chalk” is not 30 kt of the gas that is asked for.
    const at = matter.links.indexOf(given);
    const isOfUnknown = matter.links
      .slice(at + 1, at + 5)
      .some((link) => (isUnknown(link) && !matter.holdsAmount(link)) || link.via === "fuzzy");
    if (quantity.gas === null && isOfUnknown) return null;
    if (/^(?:yr|month|person|%)$/.test(quantity.measured)) return null;
    const origins = methaneOrigins(matter);
    const [origin] = origins;
    // “How much CO2 does a tonne of aluminium give?” is no conversion.
    const ofThing = (["material", "product", "fuel", "commodity"] as const).some((kind) =>
      matter.find(kind).some(({ link, meaning }) => !link.quantity && !(origin && meaning.value === origin)),
    );
    const ofNitrogen = matter
      .find("measure")
      .some(({ meaning }) => (meaning.value as readonly string[]).includes("nitrogen fertiliser"));
    const toGas = unit?.includes(" ") || matter.has("metric") || matter.has("gas", "GHG");
    if (quantity.gas === null && (ofThing || ofNitrogen) && toGas) return null;
    const toCo2e = gases.some(({ meaning }) => meaning.value === "GHG") || unit?.endsWith("CO2e") === true;
    const named = gases.find(({ meaning }) => meaning.value !== "GHG")?.meaning;
    if (asksUnit) return null;
    // A gas that is neither converted nor what it becomes.
    const isRead = (gas: string) =>
      ["GHG", "CO2"].includes(gas) ||
      (quantity.gas === null ? gas === named?.value : quantity.gas.startsWith(gas)) ||
      unit?.includes(gas) === true;
    if (gases.some(({ meaning }) => !isRead(String(meaning.value)))) return null;
    const isWeighed = quantity.gas !== null && !["CO2", "CO2e", "C", "N", "N2O-N"].includes(quantity.gas);
    if (!asksConversion && unit === null && !toCo2e && !matter.has("metric"))
      return isWeighed && matter.unexplained().length === 0 ? askMetric() : null;
    matter.takes("database", "IPCC");
    // What is told before the amount: “a paper says 40 Gt”. After it, a thing is what it is of.
    for (const kind of ["product", "material"] as const)
      for (const { link, meaning } of matter.find(kind))
        if (
          meaning.value === origin ||
          (matter.links.indexOf(link) < at && !String(meaning.value).startsWith("activity:"))
        )
          matter.use(link);
    for (const kind of ["sector", "measure"] as const)
      for (const { link, meaning } of matter.find(kind))
        if (!link.quantity && !String(meaning.value).startsWith("activity:")) matter.use(link);
    const gas = quantity.gas ?? (typeof named?.value === "string" ? named.value : null);
    if (origins.length > 1 || (origin && gas !== "CH4")) return null;
    const plain = quantity.gas || gas === null ? quantity.unit : `${quantity.measured} ${gas}`;
    const from = origin ? plain.replace("CH4", `CH4 ${origin}`) : plain;
    const amount: Part = { quoted: given.words };
    // Of an amount by year the equivalent is by year, too: the words ask for the mass.
    const own = { value: quantity.value, unit: from.replace(/\/yr$/, "") };
    if (toCo2e || matter.has("metric")) {
      const metric = metricOf(matter);
      if (gas === null) return null;
      if (metric === null) return askMetric();
      return figureDraft({
        steps: [{ id: "equivalent", tool: "quantity.equivalent", args: { gases: [own], metric } }],
        wants: [
          wanted("equivalent", "total.value", { path: "total.unit" }, { en: "CO2 equivalent", zh: "二氧化碳当量" }),
          wanted("equivalent", "parts.0.metricValue", "kg CO2e/kg", { en: "factor", zh: "系数" }, false),
        ],
        subject: { en: [amount, " by ", { name: metric }], zh: [amount, "按 ", { name: metric }, " 折算"] },
      });
    }
    // “250 Mt C to CO2” keeps the magnitude.
    const target =
      unit ?? (named && quantity.gas && named.value !== quantity.gas ? `${quantity.measured} ${named.value}` : null);
    if (target === null) return isWeighed && asksConversion ? askMetric() : null;
    const inAir = moleFractionDraft(quantity, amount, target, gas);
    if (inAir) return inAir;
    return {
      ...figureDraft({
        steps: [
          {
            id: "converted",
            tool: "quantity.convert",
            args: { value: quantity.value, from, to: byYear(withGas(target, gas), from) },
          },
        ],
        wants: [wanted("converted", "value", { path: "unit" }, { en: "converted", zh: "换算结果" })],
        subject: { en: [amount], zh: [amount] },
      }),
    };
  },
};

/** “Therms to MWh: 25,000”: a number with the first of two units. */
function turnedOf(matter: Matter): (Link & { readonly quantity: QuantityMention })[] {
  const units = matter.links.filter(({ unit }) => unit !== undefined);
  const numbers = matter.links.filter(({ number }) => number !== undefined);
  const [first, second] = units;
  const [number] = numbers;
  if (!first || !second || units.length > 2 || !number || numbers.length > 1 || first.from > second.from) return [];
  matter.use(first, number);
  const unit = first.unit!;
  const [measured = unit, gas = null] = unit.split(" ");
  const quantity = { from: 0, to: 0, value: number.number!, unit, measured, gas, per: null };
  return [{ ...number, words: `${number.words} ${first.words}`, quantity }];
}

/** Masses of several gases as CO2 equivalents together. */
function sumOf(matter: Matter, all: readonly (Link & { readonly quantity: QuantityMention })[]): Outcome | null {
  if (all.some(({ quantity }) => quantity.gas === null || quantity.per !== null || quantity.gas === "C")) return null;
  const toCo2e = matter.all("gas").some(({ meaning }) => meaning.value === "GHG");
  const unit = matter.unit();
  matter.takes("operation", "convert", "total", "cumulative");
  if (!toCo2e && !unit?.endsWith("CO2e") && !matter.has("metric")) return null;
  const metric = metricOf(matter);
  if (metric === null) return askMetric();
  const list = all.flatMap(({ words }, i): Part[] => [...(i > 0 ? [", "] : []), { quoted: words }]);
  return figureDraft({
    steps: [
      {
        id: "equivalent",
        tool: "quantity.equivalent",
        args: { gases: all.map(({ quantity }) => ({ value: quantity.value, unit: quantity.unit })), metric },
      },
    ],
    wants: [
      wanted("equivalent", "total.value", { path: "total.unit" }, { en: "CO2 equivalent", zh: "二氧化碳当量" }),
      ...all.map((_, i) =>
        wanted("equivalent", `parts.${i}.co2e.value`, { path: `parts.${i}.co2e.unit` }, partName, false),
      ),
    ],
    subject: { en: [...list, " by ", { name: metric }], zh: [...list, "按 ", { name: metric }, " 折算"] },
  });
}

const partName = { en: "of it", zh: "其中" };

/** “5 kt CH4 in tonnes” is in tonnes of CH4. */
function withGas(unit: string, gas: string | null): string {
  return gas !== null && /^(?:mg|g|kg|t|kt|Mt|Gt|Tg|Gg|Pg|lb|ton_short|ton_long)$/.test(unit) ? `${unit} ${gas}` : unit;
}
