import { isCategory } from "../../classification/categories.ts";
import { directSources, energies } from "../../company/company-row.ts";
import { findValueChainCategory } from "../../company/value-chain.ts";
import { messages } from "../../message/message.ts";
import { type OwnFactor, ownFactorHow, ownFactorLabel, ownFactorSource, readOwnFactor } from "../own-factor.ts";
import type { Clues } from "./clues.ts";
import { type Finding, present } from "./finding.ts";
import type { Target } from "./target.ts";

const texts = messages("account.company", {
  whereOwnCounts: {
    en: "Your own factor of “{name}” is kept, but not where the line counts: choose its scope, and the category of it.",
    zh: "“{name}”的自有因子已保留，但不知道该行计入何处：请选择范围及其类别。",
  },
  noSuchCategory: {
    en: "Scope {scope} has no category “{category}”, in which your own factor of “{name}” should count: choose one of its list.",
    zh: "范围{scope}没有类别“{category}”（“{name}”的自有因子拟计入其中）：请从列表中选择。",
  },
});

type Place = Pick<Target, "scope" | "category">;

/** What a line is that has a person's own factor: what was found stays what it is, and the factor is theirs. */
export function byOwnFactor(clues: Clues, found: Finding, own: OwnFactor, metric: string): Finding {
  const { name } = clues;
  const others = present([found.target, ...found.others]);
  const given = { given: own, cells: {}, isMarket: false, isAnywhere: false };
  const open = { kind: "none", target: null, others, own: given } as const;
  const place = placeOf(own, found.target, clues);
  if (place === null) {
    const { scope, category } = own;
    const isUnknown = scope !== undefined && category !== undefined;
    return {
      ...open,
      how: isUnknown ? texts.noSuchCategory({ scope, category, name }) : texts.whereOwnCounts({ name }),
    };
  }
  const isMarket = place.scope === "2" && own.market === true;
  const read = readOwnFactor(own, { name, unit: clues.unitAsWritten }, metric);
  const isRead = !("code" in read);
  const isSame = found.target?.scope === place.scope && found.target.category === place.category;
  const activity = isSame ? found.target!.activity : name;
  const label = isSame ? found.target!.label : name;
  const target: Target = {
    id: isMarket ? `2|${place.category}` : `own|${place.scope}|${place.category}|${activity}`,
    ...place,
    activity,
    technology: null,
    label: isMarket ? label : ownFactorLabel(label),
    units: isRead ? [read.per] : [],
    factor: isRead && !isMarket ? read.factor : null,
    factorUnit: isRead && !isMarket ? read.factorUnit : null,
    source: ownFactorSource(own),
    year: isMarket ? null : own.year,
    place: null,
    isBiogenic: isRead && read.parts.some(({ substance }) => substance === "CO2 biogenic"),
  };
  const isAnywhere = !isMarket && place.category !== "electricity";
  if (!isRead)
    return { kind: "mapping", target, others, how: read, own: { ...given, isMarket, isAnywhere }, conversion: read };
  const cells = {
    factor: read.parts.map(({ value, unit }) => `${value} ${unit}`).join(" + "),
    factor_source: own.source.trim(),
    ...(isMarket ? { factor_basis: "market" } : {}),
  };
  return {
    kind: "mapping",
    target,
    others,
    how: ownFactorHow(own, isMarket),
    notes: read.notes,
    own: { given: own, cells, isMarket, isAnywhere },
    conversion: { unit: read.unit, factor: null, byDistance: false, how: [] },
  };
}

/** As the person says, else as what was found counts, else as the file says; null if none of them says it. */
function placeOf({ scope, category }: OwnFactor, target: Target | null, { written }: Clues): Place | null {
  if (scope !== undefined) return placeIn(scope, category ?? (target?.scope === scope ? target.category : undefined));
  if (target !== null && target.scope !== "outside") return { scope: target.scope, category: target.category };
  if (written.scope === null) return null;
  return placeIn(written.scope, (written.scope === "1" ? written.source : written.category) ?? undefined);
}

function placeIn(scope: "1" | "2" | "3", category: string | undefined): Place | null {
  if (scope === "2") {
    const energy = energies.find((of) => of === (category ?? "electricity").toLowerCase());
    return energy ? { scope, category: energy } : null;
  }
  if (category === undefined) return null;
  if (scope === "3") {
    const found = findValueChainCategory(category);
    return found ? { scope, category: String(found.number) } : null;
  }
  const source = category.toLowerCase();
  const code = Object.hasOwn(directSources, source) ? directSources[source]! : source === "process" ? "2" : category;
  return isCategory(code) ? { scope, category: code } : null;
}
