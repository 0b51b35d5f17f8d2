import { messages } from "../message/message.ts";
import { blends } from "./blends.ts";
import { metricGases, metrics } from "./gwp-table.ts";
import { QuantityError } from "./quantity-error.ts";
import { ONE, type Rational, rational, times } from "./rational.ts";

const texts = messages("quantity", {
  noMetric: {
    en: 'There is no metric "{written}". There are {known}.',
    zh: "没有名为“{written}”的折算指标。可用的有：{known}。",
  },
  metricMissing: {
    en: '"{text}" does not say by which metric: write for example "CO2e AR6.GWP100".',
    zh: "“{text}”没有写明折算指标：请写成如“CO2e AR6.GWP100”。",
  },
  unknownShare: {
    en: "The share of {element} in {gas} is not known.",
    zh: "{gas} 中 {element} 的含量未知。",
  },
});

/**
 * The substance of a mass (or an energy). A gas may be counted by its own mass or by that of its carbon or nitrogen (its
 * basis); CO2e has the metric that it was computed with; anything else is a material, such as clinker, and is never converted.
 */
export type Substance =
  | { readonly kind: "gas"; readonly gas: string; readonly origin?: "fossil" | "biogenic"; readonly basis: Basis }
  | { readonly kind: "element"; readonly element: "C" | "N" }
  | { readonly kind: "CO2e"; readonly metric: string }
  | { readonly kind: "material"; readonly name: string };

export type Basis = "mass" | "C" | "N";

/**
 * Mass of the element in a gas over the mass of the gas, with the whole molar masses of the guidelines (C 12, N 14, O 16, H 1):
 * 12/44, 28/44, 14/17. NOx is counted as NO2. The Global Carbon Budget uses 3.664 t of CO2 per t of carbon, the ratio of the
 * precise molar masses (44.01/12.011), while 44/12 is 3.667: the two differ by 0.07 %. Series of the budget keep its own ratio.
 */
const contents: Readonly<Record<string, Partial<Record<"C" | "N", Rational>>>> = {
  CO2: { C: rational(12n, 44n) },
  CH4: { C: rational(12n, 16n) },
  CO: { C: rational(12n, 28n) },
  N2O: { N: rational(28n, 44n) },
  NH3: { N: rational(14n, 17n) },
  NO: { N: rational(14n, 30n) },
  NO2: { N: rational(14n, 46n) },
  NOx: { N: rational(14n, 46n) },
};

const gases = new Map<string, string>();
for (const gas of [...metricGases, ...Object.keys(contents), ...blends.keys(), "SO2", "NMVOC", "H2"])
  gases.set(keyOf(gas), gas);
for (const blend of blends.keys()) gases.set(keyOf(blend.replace(/^(HFC|HCFC|CFC)/, "R")), blend);

function keyOf(gas: string): string {
  return gas
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
    .replace(/[-\s]/g, "")
    .toLowerCase();
}

/** The name of a gas in the library's notation ("HFC-134a" → "HFC134a", "R410A" → "HFC410A"); undefined if there is none. */
export function findGas(written: string): string | undefined {
  return gases.get(keyOf(written));
}

/** The names of all gases, in the library's notation. */
export function knownGases(): readonly string[] {
  return [...new Set(gases.values())];
}

/** The metric in the library's notation ("AR4GWP100" → "AR4.GWP100"). Throws QuantityError naming all metrics. */
export function findMetric(written: string): string {
  const key = written.replace(/[.\s]/g, "").toUpperCase();
  const found = metrics.find((metric) => metric.replace(".", "") === key);
  if (!found) throw new QuantityError("metric", texts.noMetric({ written, known: [...metrics].sort() }));
  return found;
}

/** Reads the part after the unit: "CO2", "N2O-N", "CH4 fossil", "C", "CO2e AR6.GWP100", "clinker". */
export function readSubstance(written: string): Substance {
  const text = written.trim();
  const equivalent = /^CO[2₂](?:[-\s]?eq?|[-\s]equivalents?)\b\.?\s*(.*)$/i.exec(text);
  if (equivalent) {
    const metric = equivalent[1]!.replace(/[()[\]]/g, "").trim();
    if (metric === "") throw new QuantityError("metric", texts.metricMissing({ text }));
    return { kind: "CO2e", metric: findMetric(metric) };
  }
  if (text === "C" || text === "N") return { kind: "element", element: text };
  const basis = /^(.+?)-([CN])$/.exec(text);
  const gas = basis && findGas(basis[1]!);
  if (basis && gas) {
    const element = basis[2] as "C" | "N";
    if (!contents[gas]?.[element]) throw new QuantityError("unit", texts.unknownShare({ gas, element }));
    return { kind: "gas", gas, basis: element };
  }
  const origin =
    /^(.+?)\s+\(?(fossil|biogenic|non-?fossil)\)?$/i.exec(text) ?? /^()(fossil|biogenic)\s+(.+)$/i.exec(text);
  const named = findGas(origin ? origin[1] || origin[3] || "" : text);
  if (origin && named)
    return { kind: "gas", gas: named, origin: /^fossil/i.test(origin[2]!) ? "fossil" : "biogenic", basis: "mass" };
  return named ? { kind: "gas", gas: named, basis: "mass" } : { kind: "material", name: text };
}

/** The substance as written in a unit; two substances are the same if these texts are. */
export function writeSubstance(substance: Substance): string {
  switch (substance.kind) {
    case "gas":
      return `${substance.gas}${substance.basis === "mass" ? "" : `-${substance.basis}`}${substance.origin ? ` ${substance.origin}` : ""}`;
    case "element":
      return substance.element;
    case "CO2e":
      return `CO2e ${substance.metric}`;
    case "material":
      return substance.name;
  }
}

/**
 * The mass of `to` in a unit mass of `from`, by stoichiometry only; undefined if no such ratio exists: between gases,
 * between metrics, between CO2e and a gas, between biogenic and fossil. An origin may be dropped, not added.
 */
export function massRatio(from: Substance | undefined, to: Substance | undefined): Rational | undefined {
  if (sameSubstance(from, to)) return ONE;
  // A plain tonne has no substance; it converts to and from a tonne of a material, but never of a gas, and never of dry matter.
  if (!from || !to) return (from ?? to)!.kind === "material" && !isDry(from ?? to) ? ONE : undefined;
  const [a, b] = [elementOf(from, to), elementOf(to, from)];
  if (!a || !b || a.element !== b.element) return undefined;
  if (from.kind === "gas" && to.kind === "gas") {
    if (from.gas !== to.gas) return undefined;
    if (to.origin !== undefined && to.origin !== from.origin) return undefined;
    // Biogenic CO2 is separate in every inventory and does not convert to CO2.
    if (from.gas === "CO2" && (from.origin === "biogenic") !== (to.origin === "biogenic")) return undefined;
  }
  return times(a.share, { n: b.share.d, d: b.share.n });
}

/**
 * Whether a material is weighed without its water: "dry", "dry waste", "d.m.". A tonne that does not say so is as weighed, and only
 * the dry matter content (dm) leads from one to the other. "Dry" in the name of a product (dry ice) counts too: it refuses, and never
 * gives a wrong number.
 */
export function isDry(substance: Substance | undefined): boolean {
  return (
    substance?.kind === "material" &&
    /^(?:dry\b|d\.\s?m\.?(?:\s|$)|dm\b)|\bdry (?:matter|mass|basis|weight)\b/i.test(substance.name)
  );
}

export function sameSubstance(a: Substance | undefined, b: Substance | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && writeSubstance(a) === writeSubstance(b));
}

/** The element by which two substances can be compared, and its share in the first. */
function elementOf(substance: Substance, other: Substance): { element: string; share: Rational } | undefined {
  if (substance.kind === "element") return { element: substance.element, share: ONE };
  if (substance.kind !== "gas") return undefined;
  if (substance.basis !== "mass") return { element: substance.basis, share: ONE };
  const content = contents[substance.gas];
  const element =
    other.kind === "element" ? other.element : other.kind === "gas" && other.basis !== "mass" ? other.basis : undefined;
  if (element) {
    const share = content?.[element];
    return share && { element, share };
  }
  return { element: substance.gas, share: ONE };
}
