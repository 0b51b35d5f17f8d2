import type { Meaning, MeaningKind } from "../../lexicon/entry.ts";
import { type Found, Matter } from "../../matter.ts";
import { isExportedGood } from "../../measures/context.ts";
import type { Measure, Selects, Where } from "../../measures/measure.ts";
import { measures } from "../../measures/measures.ts";
import type { Assumption, Json } from "../../plan.ts";
import { gasInEquivalents } from "./equivalents.ts";

/** The kinds of concepts that choose among measures and select their rows. */
export const conceptKinds = [
  "gas",
  "principle",
  "database",
  "fuel",
  "sector",
  "product",
  "pool",
  "basis",
  "region",
  "metric",
  "method",
] as const satisfies readonly MeaningKind[];

/** A measure, and what the question's concepts select in it. */
export interface ChosenMeasure {
  readonly measure: Measure;
  readonly where: Where;
  readonly column: string;
  readonly unit: string;
  /** Concepts of the question that name it: the gas, the fuel. */
  readonly named: readonly Found[];
  /** Kinds of concepts that select rows, of which the whole is the sum. */
  readonly parts: readonly MeaningKind[];
  readonly assumed: readonly Assumption[];
  /** The column of GDP to which it is related. */
  readonly gdp?: string;
  /** The kind of concept that must be asked for. */
  readonly open?: MeaningKind;
}

/** Gases that are no substances of the fluorinated ones. */
const PLAIN_GASES = new Set(["CO2", "CH4", "N2O", "GHG", "F-gases"]);

/** What a value of a concept selects in a measure; undefined if the measure does not have it. */
export function selectsOf(measure: Measure, kind: MeaningKind, value: Json): Selects | undefined {
  if (typeof value !== "string") return undefined;
  const by = measure.by?.[kind];
  if (by && kind === "gas" && Object.keys(by.values).length === 0)
    return PLAIN_GASES.has(value) ? undefined : { where: { [by.column!]: value }, unit: `${measure.unit} ${value}` };
  const selects = by?.values[value];
  if (selects !== undefined) return typeof selects === "string" ? { where: { [by!.column!]: selects } } : selects;
  if (kind === "region" && measure.areas?.[value]) return {};
  return measure.is?.[kind]?.includes(value) ? {} : undefined;
}

/** Whether a measure takes up the words of a more general family: emissions of fires, the carbon intensity of electricity. */
function absorbs(id: string, general: readonly string[]): boolean {
  if (general.includes("fossil CO2, territorial"))
    return (
      [
        "land-use change",
        "land use as reported",
        "fires",
        "electricity intensity",
        "CO2, net import",
        "CO2, net export",
      ].includes(id) ||
      id.startsWith("global ") ||
      id.startsWith("embodied ")
    );
  if (general.includes("forest area")) return id === "forest carbon";
  return (
    general.includes("electricity generation") &&
    ["electricity intensity", "operating margin", "combined margin", "residual mix"].includes(id)
  );
}

/** The air by its name: where something is measured, or whereto it is emitted. */
const AIR =
  /^(?:in|into) (?:the|our) (?:air|atmosphere)$|^(?:co2|methane) in the (?:air|atmosphere)$|^(?:空气|大气)(?:中|里)?的?$/i;
const MAKES = /^(?:make|made|makes|produce|produces|produced|output|生产|生产了|产出)$/i;
/** The ocean or the land alone; with “take up” they are sinks. */
const SPHERE =
  /^(?:the )?(?:oceans?|seas?|seawater|lands?|on land|one on land|land surface|land plants|(?:terrestrial )?(?:ecosystems|biosphere)|vegetation|(?:forests|plants|trees|soils|vegetation) and (?:soils?|plants)(?: on land)?|world's forests and soils)(?:'s?)?$|^(?:海洋的?|海[里上]的|大海|海水|海|陆地?上?的?|陆地|陆地生态系统|陆地生物圈|陆地植被|植被|(?:森林|植物|植被)[和与]土壤)$/i;

/** The families that the words name: measures by their order, the most special family first. */
function familiesOf(matter: Matter): { ids: readonly string[]; links: Found[] } | null {
  let all = matter.find("measure");
  // “Power emissions” are those of a sector, whose word names its product, too; “local production” is a principle.
  const emissions = all.filter(({ meaning }) =>
    (meaning.value as readonly string[]).includes("fossil CO2, territorial"),
  );
  const sectors = all.filter(({ link }) => link.meanings.some(({ kind }) => kind === "sector" || kind === "principle"));
  if (emissions.length > 0) all = all.filter((each) => !sectors.includes(each) || emissions.includes(each));
  // “made from coal”, “CO2 that one person makes”: a verb of making beside something else.
  const makes = all.filter(({ link }) => MAKES.test(link.words));
  const isPower = matter.links.some(({ unit }) => /Wh$/.test(unit ?? "")) && matter.has("fuel");
  if (makes.length === all.length && (matter.has("gas") || isPower) && !matter.has("product")) {
    for (const { link } of makes) matter.use(link);
    return null;
  }
  if (makes.length < all.length) {
    const gone = new Set(makes);
    for (const { link } of makes) matter.use(link);
    all = all.filter((each) => !gone.has(each));
  }
  const airs = all.filter(({ link }) => AIR.test(link.words));
  const rest = all.filter((each) => !airs.includes(each));
  // What is emitted goes into the air; only without emissions is it asked what is in it.
  const found = airs.length > 0 && rest.length > 0 ? rest : all;
  if (found.length === 0) return null;
  for (const { link } of airs) matter.use(link);
  if (found.every(({ link }) => SPHERE.test(link.words)) && !matter.takes("operation", "absorb")) return null;
  const lists = found.map(({ meaning }) => meaning.value as readonly string[]);
  const judged = matter.links.some(({ words, unit }) => JUDGES.test(words) || PER_ENERGY.test(unit ?? ""));
  // Electricity is dirtier or cleaner by its intensity.
  if (judged && !matter.has("fuel") && lists.every((list) => list.includes("electricity generation")))
    return { ids: ["electricity intensity"], links: found };
  const common = lists.reduce((ids, list) => ids.filter((id) => list.includes(id)));
  if (common.length > 0) return { ids: common, links: found };
  // “emissions of fires”: the general word goes with the special one. Two measures of their own are two questions.
  const special = lists.toSorted((a, b) => a.length - b.length)[0]!;
  const others = lists.filter((list) => list.join() !== special.join());
  const goesWith = others.every((list) => special.some((id) => absorbs(id, list)));
  if (!goesWith) return null;
  return { ids: special, links: found };
}

/**
 * The measure that the words mean, with its concepts and words marked as explained; null if they name none. `year` is the first
 * year that is asked for. If no measure of the family has all concepts, `lacking` is the first that has most of them.
 */
export function chooseMeasure(
  matter: Matter,
  year: number | null,
): ChosenMeasure | { readonly lacking: Measure; readonly concepts: readonly Found[] } | null {
  // The basis of a GDP to which emissions are related is not theirs.
  const kinds = conceptKinds.filter((kind) => kind !== "basis" || !matter.has("operation", "per gdp"));
  const inEquivalents = gasInEquivalents(matter);
  const isNet = matter.has("principle", "net import") || matter.has("principle", "net export");
  if (isNet) matter.takes("operation", "flow");
  const isNamed = matter.find("gas").some(({ link, isNested }) => !isNested && link.unit === undefined);
  const concepts = kinds
    .flatMap((kind) => matter.find(kind))
    // “Net imports, consumption less territorial” says the same twice.
    .filter(({ meaning, link }) => {
      const isAccount =
        meaning.kind === "principle" && (meaning.value === "territorial" || meaning.value === "consumption");
      if (isAccount && isNet) matter.use(link);
      return !(isAccount && isNet);
    })
    .filter(({ meaning, link }) => {
      const isUnit = inEquivalents && meaning.kind === "gas" && meaning.value === "GHG";
      if (isUnit) matter.use(link);
      return !isUnit;
    })
    // A gas of the unit is not another one than that which is named.
    .filter(({ meaning, link }) => !(isNamed && meaning.kind === "gas" && link.unit !== undefined));
  const emitsMore = matter
    .find("operation")
    .some(({ link, meaning }) => /emit|排|达峰|^peaked$/i.test(link.words) || meaning.value === "per gdp");
  const families =
    familiesOf(matter) ??
    impliedByUnit(matter) ??
    impliedEmissions(concepts, emitsMore || isWeighed(matter) || isCounted(matter));
  if (!families) return null;
  // Gigatonnes without a country are of the global budget.
  const isGlobal =
    matter.find("place").every(({ meaning }) => meaning.value === "WORLD") &&
    matter.links.some(({ unit }) => unit !== undefined && /^(?:Gt|Pg)(?: |$)/.test(unit));
  const members = measures
    .filter(({ id }) => families.ids.includes(id))
    .toSorted((a, b) => (isGlobal ? Number(b.global ?? false) - Number(a.global ?? false) : 0));
  const binding = bindingConcepts(concepts, members);
  if (namesTwice(binding, partKinds(members, matter))) return null;
  const reaches = (measure: Measure) => year === null || measure.begins === undefined || year >= measure.begins;
  const fits = (measure: Measure) => byLink(binding).every((found) => found.some((each) => accepts(measure, each)));
  const measure = members.find((each) => fits(each) && reaches(each)) ?? earliest(members.filter(fits));
  if (!measure) {
    const lacking = members.toSorted((a, b) => countOf(b, binding) - countOf(a, binding))[0]!;
    return { lacking, concepts: binding.filter((each) => !accepts(lacking, each)) };
  }
  for (const { link } of families.links) matter.use(link);
  const named = binding.filter((each) => accepts(measure, each));
  for (const { link } of named) matter.use(link);
  return chosen(measure, named, year);
}

/** The flow that the words mean without some of their meanings; null if there is none. */
export function chooseFlow(
  matter: Matter,
  keeps: (meaning: Meaning) => boolean,
  year: number | null,
): ChosenMeasure | null {
  const links = matter.links.map((link) => ({
    ...link,
    meanings: link.meanings.filter(keeps),
    nested: link.nested.filter(keeps),
  }));
  const found = chooseMeasure(new Matter(links, matter.lexicon), year);
  return found && !("lacking" in found) && found.measure.kind === "flow" ? found : null;
}

/** Words that judge electricity by its intensity. */
const JUDGES = /dirt|filth|clean|carbon[ -](?:intensive|heavy|hungry)|干净|清洁|脏/i;

/** Grams by kilowatt hour. */
const PER_ENERGY = /\/[kMGT]Wh$/;

/** “Countries above 500 Mt CO2”: the bound says of what. */
function isCounted(matter: Matter): boolean {
  return matter.has("operation", "count") && matter.links.some(({ quantity }) => quantity?.gas === "CO2");
}

/** Tonnes of a place, of nothing else that is named, are of what it emits. */
function isWeighed(matter: Matter): boolean {
  const things = ["product", "material", "commodity", "fuel", "sector"] as const;
  return (
    matter.has("place") &&
    things.every((kind) => !matter.has(kind)) &&
    matter.links.every(({ quantity }) => !quantity) &&
    matter.links.some(({ unit }) => /^(?:t|kt|Mt|Gt|Gg|Tg|Pg)(?: CO2)?$/.test(unit ?? ""))
  );
}

/** Sources that make nothing but electricity. */
const electricOnly = new Set(["wind", "solar", "hydro", "nuclear", "renewables"]);

/** Energy of a source means its generation; capacity of solar or wind beside China means its exports. */
function impliedByUnit(matter: Matter): { ids: readonly string[]; links: Found[] } | null {
  const units = matter.links.map(({ unit }) => unit ?? "");
  // What NOAA measures, and parts per million, are of the air.
  if (
    matter.has("database", "NOAA") ||
    matter.links.some((link) => /^pp[mb]$/.test(link.unit ?? link.quantity?.measured ?? ""))
  )
    return { ids: ["mole fraction"], links: [] };
  if (units.some((unit) => PER_ENERGY.test(unit))) return { ids: ["electricity intensity"], links: [] };
  const judged = matter.links.some(({ words }) => JUDGES.test(words));
  if (judged && !matter.has("fuel") && matter.takes("process", "grid"))
    return { ids: ["electricity intensity"], links: [] };
  // “How much carbon does a British kilowatt hour carry?”
  if (matter.has("gas", "CO2") && units.some((unit) => unit === "kWh" || unit === "MWh"))
    return { ids: ["electricity intensity"], links: [] };
  if (!matter.has("fuel") && !matter.has("product")) return null;
  if (matter.has("gas")) return null;
  const animals = measures.find(({ id }) => id === "animals")!.by!.product!.values;
  const product = matter.find("product").map(({ meaning }) => String(meaning.value));
  if (matter.has("operation", "count") && product.some((each) => each in animals))
    return { ids: ["animals"], links: [] };
  const fuels = matter.find("fuel").map(({ meaning }) => String(meaning.value));
  if (fuels.some((fuel) => electricOnly.has(fuel)) && product.length === 0 && !units.some((unit) => /W$/.test(unit)))
    return { ids: ["electricity generation"], links: [] };
  if (units.some((unit) => /Wh$/.test(unit))) return { ids: ["electricity generation"], links: [] };
  const isExported = matter.has("operation", "flow") && product.some(isExportedGood);
  if ((units.some((unit) => /^[GM]W$/.test(unit)) || isExported) && matter.has("place", "CHN"))
    return { ids: ["solar exports of China", "wind exports of China"], links: [] };
  return null;
}

/** Databases of nothing but emissions. */
const emissionDatabases = new Set(["GCB", "GCB 2024", "GCB 2025", "CEDS", "EDGAR", "Climate TRACE", "Jones"]);

/** The member that reaches back furthest. */
function earliest(members: readonly Measure[]): Measure | undefined {
  return members.toSorted((a, b) => (a.begins ?? 0) - (b.begins ?? 0))[0];
}

/** CO2, a principle or a database without a measure means emissions. */
function impliedEmissions(
  concepts: readonly Found[],
  emitsMore: boolean,
): { ids: readonly string[]; links: Found[] } | null {
  const implies = concepts.some(
    ({ meaning: { kind, value } }) =>
      kind === "gas" || kind === "principle" || (kind === "database" && emissionDatabases.has(String(value))),
  );
  if (!implies && !emitsMore) return null;
  return { ids: measures.filter(({ forms }) => forms.startsWith("emissions|")).map(({ id }) => id), links: [] };
}

/** Concepts that must be met: all that stand alone, and those within a longer form that some member of the family knows. */
function bindingConcepts(concepts: readonly Found[], members: readonly Measure[]): Found[] {
  return concepts.filter((each) => !each.isNested || members.some((measure) => accepts(measure, each)));
}

/** Fuels and sectors of which several are asked for together: rows of one column, to be summed. */
function partKinds(members: readonly Measure[], matter: Matter): MeaningKind[] {
  const adds = ["total", "share", "percent", "cumulative"].some((each) => matter.has("operation", each));
  if (!adds) return [];
  return (["fuel", "sector"] as const).filter((kind) => members.some(({ by }) => by?.[kind]?.open === "sum"));
}

/** Whether two different gases, fuels, sectors or products are named, of which one figure could only be of one. */
function namesTwice(binding: readonly Found[], together: readonly MeaningKind[]): boolean {
  const once = (["gas", "fuel", "sector", "product", "region", "pool"] as const).filter(
    (kind) => !together.includes(kind),
  );
  return once.some((kind) => {
    const own = binding.filter(({ meaning, isNested }) => !isNested && meaning.kind === kind);
    const links = [...new Set(own.map(({ link }) => link))];
    // One word may have several meanings of a kind, of which the measure takes one.
    const values = links.map((link) => own.filter((each) => each.link === link).map(({ meaning }) => meaning.value));
    return values.some((first, i) =>
      values.slice(i + 1).some((other) => !first.some((value) => other.includes(value))),
    );
  });
}

/** Words with several meanings bind by one of them. */
function byLink(concepts: readonly Found[]): Found[][] {
  const groups = new Map<unknown, Found[]>();
  for (const each of concepts) {
    const key = each.isNested ? each.meaning : each.link;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function accepts(measure: Measure, { meaning, link }: Found): boolean {
  // “Production emissions” are no production of electricity.
  const isOfEmissions = meaning.kind === "principle" && /emission|排放/i.test(link.words);
  if (isOfEmissions && !/\b(?:CO2e?|CH4|N2O|C)\b/.test(measure.unit)) return false;
  return selectsOf(measure, meaning.kind, meaning.value) !== undefined;
}

function countOf(measure: Measure, concepts: readonly Found[]): number {
  return concepts.filter((each) => accepts(measure, each)).length;
}

function chosen(measure: Measure, named: readonly Found[], year: number | null): ChosenMeasure {
  let where: Where = { ...measure.where };
  let { column, unit } = measure;
  const parts: MeaningKind[] = [];
  const assumed: Assumption[] = [];
  let open: MeaningKind | undefined;
  const select = (selects: Selects) => {
    where = { ...where, ...selects.where };
    column = selects.column ?? column;
    unit = selects.unit ?? unit;
  };
  for (const [kind, by] of Object.entries(measure.by ?? {}) as [
    MeaningKind,
    NonNullable<Measure["by"]>[MeaningKind] & object,
  ][]) {
    const said = named.filter(({ meaning }) => meaning.kind === kind);
    if (said.length > 0) {
      select(together(said.map(({ meaning }) => selectsOf(measure, kind, meaning.value)!)));
      if (by.open === "sum") parts.push(kind);
    } else if (by.open === "ask") open ??= kind;
    else if (typeof by.open === "object") {
      const { value, because } = by.open;
      const label = { en: value, zh: value };
      select(selectsOf(measure, kind, value) ?? { where: { [by.column!]: value } });
      if (kind === "gas" || kind === "sector" || kind === "region" || kind === "product")
        assumed.push({ slot: kind, value, label, because, rivals: [] });
    }
  }
  if (measure.id === "energy consumption") column = energyColumn(named);
  const spoken = new Set(named.map(({ meaning }) => meaning.kind as string));
  for (const each of measure.defaults ?? []) {
    if (spoken.has(each.slot)) continue;
    if (each.slot === "edition" && (year === null || named.some(({ meaning }) => meaning.kind === "database")))
      continue;
    assumed.push({ ...each, rivals: [] });
  }
  return { measure, where, column, unit, named, parts, assumed, ...(open ? { open } : {}) };
}

/** What several concepts of a kind select: the rows of all of them. */
function together(selects: readonly Selects[]): Selects {
  const [first, ...others] = selects as [Selects, ...Selects[]];
  if (others.length === 0 || !first.where) return first;
  const [column] = Object.keys(first.where);
  const values = selects.flatMap(({ where }) => where?.[column!] ?? []);
  return { ...first, where: { [column!]: [...new Set(values.map(String))] } };
}

/** Columns of the energy table are by fuel and basis together. */
function energyColumn(named: readonly Found[]): string {
  const of = (kind: MeaningKind) => named.find(({ meaning }) => meaning.kind === kind)?.meaning.value;
  const fuel = of("fuel");
  return `${typeof fuel === "string" && fuel !== "fossil" ? fuel : "total"}_tj_${of("basis") === "GCV" ? "gcv" : "ncv"}`;
}
