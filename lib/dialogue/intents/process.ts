import { ask, type Intent, type Outcome } from "../intent.ts";
import type { Found, Matter } from "../matter.ts";
import type { Assumption, Step } from "../plan.ts";
import type { Part } from "../template.ts";
import { defaultFactors } from "./default-factors.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { kindsOf, type Process, processes } from "./process-products.ts";

/** Stoichiometry and lime content of Table 2.4 of the guidelines. */
const limes: Readonly<Record<string, { readonly stoichiometry: number; readonly content: number }>> = {
  "high-calcium quicklime": { stoichiometry: 0.785, content: 0.95 },
};

const FURNACE = /^(?:furnaces?|窑炉|炉子)$/i;

/** Measures of what is emitted, and of what is made. */
const OF_PROCESS = /^fossil CO2|^gases|^greenhouse|^fluorinated|^N2O|^inventories|production$/;

/** A carbonate gives off all of its CO2. */
const calcined: Assumption = {
  slot: "context",
  value: "calcined",
  label: { en: "all of it is calcined or dissolved", zh: "全部煅烧或分解" },
  because: { en: "no part that is left is given", zh: "未给出未分解部分" },
  rivals: [],
};

const FOOTPRINT = /^(?:carbon |co2 )?footprints?$|^碳?足迹$/i;

/** Emissions of a process by the amount that it makes: the default factor of the guidelines, or their equation. */
export const processIntent: Intent = {
  id: "process",
  title: { en: "emissions of an industrial process", zh: "工业过程排放" },
  ofGivenAmounts: true,
  read(matter) {
    const products = matter.all("material", ({ value }) => String(value).startsWith("process:"));
    // What is made is no account of a country; its footprint is what making it emits.
    const accounts = matter.find("principle").filter(({ meaning }) => meaning.value === "consumption");
    if (accounts.some(({ link }) => !FOOTPRINT.test(link.words))) return null;
    const all = matter.quantities();
    const parts = all.filter(({ quantity }) => quantity.measured === "%" && quantity.per === null);
    const amounts = all.filter((link) => !parts.includes(link));
    const isNamed = (name: string) => products.find(({ meaning }) => meaning.value === `process:${name}`);
    // “Clinker from 0.8 to 0.5 in 1.5 Mt of cement”: the fractions are those of the clinker in the cement.
    const isCement = isNamed("cement") !== undefined;
    const fractions = isCement
      ? [...matter.numbers().map(({ number }) => number), ...parts.map(({ quantity }) => quantity.value / 100)]
      : [];
    const isInCement = isNamed("clinker") !== undefined && isCement && fractions.length > 0;
    const product = isInCement
      ? isNamed("cement")
      : (products.find(({ meaning }) => meaning.value !== "process:cement") ?? products[0]);
    const graded = product && gradeOf(product, parts, matter);
    // Of two products that are no parts of each other one would be passed over.
    const isOther = (value: string) => !["process:cement", "process:clinker", product?.meaning.value].includes(value);
    if (products.some(({ meaning, isNested }) => !isNested && isOther(String(meaning.value)))) return null;
    // What a day gives is no year's amount.
    if (!product || amounts.length !== 1 || amounts[0]!.quantity.per === "day") return null;
    if (parts.length > 0 && product.meaning.value !== "process:cement" && graded === null) return null;
    for (const kind of ["measure", "fuel", "product", "sector"] as const)
      for (const { link } of matter.find(kind))
        if (link.meanings.some((each) => each.kind === "material")) matter.use(link);
    matter.all("measure", ({ value }) => (value as readonly string[]).some((id) => OF_PROCESS.test(id)));
    matter.use(...matter.links.filter(({ words }) => FOOTPRINT.test(words)));
    matter.takes("database", "IPCC");
    // What aluminium is made with.
    if (product.meaning.value === "process:aluminium")
      matter.use(...matter.links.filter(({ words }) => /^(?:anodes?|阳极)$/i.test(words)));
    matter.takes("operation", "total", "factor", "convert");
    matter.unit();
    if (fractions.length < 2) matter.takes("operation", "moved", "what if");
    const [given] = amounts;
    const name = graded ?? String(product.meaning.value).slice("process:".length);
    const said = matter.all("gas").map(({ meaning }) => String(meaning.value));
    const known = new Set(Object.values(processes).flatMap(({ technologies = [] }) => technologies));
    const routes = matter.find("technology").filter(({ meaning }) => known.has(String(meaning.value)));
    matter.use(...routes.map(({ link }) => link));
    const named = routes.map(({ meaning }) => String(meaning.value));
    const technology = named.at(-1);
    const mass = { value: given!.quantity.value, unit: given!.quantity.measured };
    const about = subjectOf(product, given!.words);
    // The furnace of which the glass comes is no combustion.
    matter.use(...matter.links.filter(({ words }) => FURNACE.test(words)));
    // Coke is a fuel by name, and here what the ovens make.
    if (name === "coke")
      matter.use(...matter.find("material").flatMap(({ meaning, link }) => (isCoke(meaning.value) ? [link] : [])));
    // What is used up is no product of the process.
    if (processes[name]?.isCarbonate) matter.takes("process", "calcined");
    if (name === "clinker") return clinker(mass, about);
    if (name === "cement") return cement(matter, mass, fractions, isInCement, about);
    if (limes[name]) return lime(name, mass, about);
    if (name === "lime")
      return ask(
        "technology",
        { en: "Which lime?", zh: "哪一种石灰？" },
        ["high-calcium quicklime", "dolomitic lime", "hydraulic lime"].map((each) => ({
          value: `process:${each}`,
          label: matter.lexicon.conceptLabel("material", `process:${each}`),
        })),
      );
    const kinds = kindsOf[name];
    if (kinds)
      return ask(
        "material",
        { en: `Which ${product.meaning.label.en}?`, zh: `哪一种${product.meaning.label.zh}？` },
        kinds.map((each) => ({
          value: `process:${each}`,
          label: matter.lexicon.conceptLabel("material", `process:${each}`),
        })),
      );
    const process = processes[name];
    if (!process) return null;
    if (said.some((gas) => gas !== process.gas)) return null;
    matter.takes("operation", "what if", "replace");
    matter.takes("sector", "industry", "manufacturing");
    const told = [...new Set(named)].filter((each) => process.technologies?.includes(each));
    if (told.length === 2 && matter.takes("operation", "moved", "difference", "change", "replace", "compare"))
      return betweenTechnologies(process, told as [string, string], mass, about);
    if (told.length > 1) return null;
    if (process.technologies && !process.technologies.includes(String(technology)))
      return ask(
        "technology",
        {
          en: `Which technology makes the ${product.meaning.label.en}?`,
          zh: `${product.meaning.label.zh}采用哪种技术？`,
        },
        process.technologies.map((value) => ({ value, label: matter.lexicon.conceptLabel("technology", value) })),
      );
    return byFactor(process, process.technologies ? String(technology) : null, mass, about);
  },
};

/** “Ferrosilicon with 75 % Si”: the kind of an alloy that its content tells; null if none is told, or it has no factor. */
function gradeOf({ meaning }: Found, [content, ...others]: readonly Percent[], matter: Matter): string | null {
  const name = String(meaning.value).slice("process:".length);
  if (!content || others.length > 0) return null;
  const { value } = content.quantity;
  const grade = kindsOf[name]?.find((each) => each === `${name} ${value}` || each === `${name} ${value} % C`);
  if (grade !== undefined)
    matter.use(...matter.links.filter(({ words }) => /^(?:si|silicon|c|carbon|硅|碳)$/i.test(words)));
  return grade ?? null;
}

type Percent = ReturnType<Matter["quantities"]>[number];

function isCoke(value: unknown): boolean {
  return value === "fuel:Coke Oven Coke and Lignite Coke";
}

interface Subject {
  readonly en: readonly Part[];
  readonly zh: readonly Part[];
}

function subjectOf({ meaning }: Found, words: string): Subject {
  return {
    en: ["Process emissions of ", { quoted: words }, " of ", { name: meaning.label.en }],
    zh: [{ quoted: words }, { name: meaning.label.zh }, "的过程排放"],
  };
}

interface Mass {
  readonly value: number;
  readonly unit: string;
}

function byFactor(
  { category, activity, gas, isCarbonate }: Process,
  technology: string | null,
  mass: Mass,
  subject: Subject,
): Outcome {
  const factor = factorStep({ category, activity, gas }, technology, "factor");
  const isAcid = activity === "nitric acid" || activity === "adipic acid";
  const factorOf = resultOf(factor.id);
  const emissions: Step = isAcid
    ? {
        id: "emissions",
        tool: "inventory.acid",
        args: { product: activity, plants: [{ plant: activity, produced: { ...mass }, factor: factorOf }] },
      }
    : timesFactor(mass, factor.id, "emissions");
  const path = isAcid ? "emissions.0." : "";
  return figureDraft({
    steps: [factor, emissions],
    assumed: [defaultFactors, ...(isCarbonate ? [calcined] : [])],
    wants: [
      wanted(emissions.id, `${path}value`, { path: `${path}unit` }, { en: `${gas} of the process`, zh: `过程 ${gas}` }),
      wanted(factor.id, "factor.value", { path: "factor.unit" }, { en: "emission factor", zh: "排放因子" }, false),
    ],
    subject,
  });
}

/** The default factor of a process, by its technology where it has several. */
function factorStep({ category, activity, gas }: Process, technology: string | null, id: string): Step {
  return {
    id,
    tool: "factors.select",
    args: { wanted: { category, activity, parameter: "EF", gas, ...(technology === null ? {} : { technology }) } },
  };
}

function timesFactor(mass: Mass, factor: string, id: string): Step {
  return { id, tool: "quantity.multiply", args: { left: { ...mass }, right: resultOf(factor) } };
}

function resultOf(factor: string) {
  return { value: { $from: factor, path: "factor.value" }, unit: { $from: factor, path: "factor.unit" } };
}

/** What the process emits less by the second technology than by the first. */
function betweenTechnologies(
  { category, activity, gas }: Process,
  technologies: readonly [string, string],
  mass: Mass,
  subject: Subject,
): Outcome {
  const steps = technologies.flatMap((technology, i): Step[] => [
    factorStep({ category, activity, gas }, technology, `factor${i + 1}`),
    timesFactor(mass, `factor${i + 1}`, `emissions${i + 1}`),
  ]);
  const of = (id: string) => ({ value: { $from: id, path: "value" }, unit: { $from: id, path: "unit" } });
  const compare: Step = {
    id: "change",
    tool: "quantity.compare",
    args: { left: of("emissions1"), right: of("emissions2") },
  };
  return figureDraft({
    steps: [...steps, compare],
    assumed: [defaultFactors],
    wants: [
      wanted(compare.id, "difference.value", { path: "difference.unit" }, { en: "less", zh: "减少" }),
      wanted("emissions1", "value", { path: "unit" }, { en: technologies[0], zh: technologies[0] }, false),
      wanted("emissions2", "value", { path: "unit" }, { en: technologies[1], zh: technologies[1] }, false),
    ],
    subject: { en: [...subject.en, ", first less second technology"], zh: [...subject.zh, "，前一工艺减后一工艺"] },
  });
}

function clinker(mass: Mass, subject: Subject): Outcome {
  return figureDraft({
    steps: [{ id: "clinker", tool: "inventory.clinker", args: { clinker: { ...mass } } }],
    assumed: [
      {
        slot: "method",
        value: "Tier 2",
        label: { en: "lime content and kiln-dust correction by default", zh: "氧化钙含量与窑尘修正取缺省值" },
        because: { en: "neither is given", zh: "未给出" },
        rivals: [],
      },
    ],
    wants: [
      wanted("clinker", "emissions.0.value", { path: "emissions.0.unit" }, { en: "CO2 of clinker", zh: "熟料 CO2" }),
    ],
    subject,
  });
}

/** Cement by its clinker; with two fractions the change from one to the other. */
function cement(
  matter: Matter,
  mass: Mass,
  fractions: readonly number[],
  isInCement: boolean,
  subject: Subject,
): Outcome | null {
  const given = fractions.filter((each) => each > 0 && each <= 1);
  const spoken = matter.takes("process", "clinker fraction") || isInCement;
  if (given.length === 0 || (!spoken && given.length > 1)) {
    if (spoken || given.length > 0) return null;
    return ask(
      "material",
      { en: "Which part of the cement is clinker?", zh: "水泥中熟料占多少？" },
      [0.95, 0.75, 0.65].map((value) => ({
        value: `clinker fraction ${value}`,
        label: { en: String(value), zh: String(value) },
      })),
    );
  }
  const step = (id: string, clinkerFraction: number): Step => ({
    id,
    tool: "inventory.cement",
    args: { cement: { ...mass }, clinkerFraction },
  });
  const want = (id: string, primary: boolean) =>
    wanted(
      id,
      "emissions.0.value",
      { path: "emissions.0.unit" },
      id === "after" ? { en: "after", zh: "之后" } : { en: "CO2 of the clinker", zh: "熟料 CO2" },
      primary,
    );
  if (given.length === 1)
    return figureDraft({
      steps: [step("cement", given[0]!)],
      assumed: [defaultFactors],
      wants: [want("cement", true)],
      subject,
    });
  matter.takes("operation", "what if", "moved", "change", "difference", "replace");
  const emissions = (id: string) => ({
    value: { $from: id, path: "emissions.0.value" },
    unit: { $from: id, path: "emissions.0.unit" },
  });
  const compare: Step = {
    id: "change",
    tool: "quantity.compare",
    args: { left: emissions("before"), right: emissions("after") },
  };
  return figureDraft({
    steps: [step("before", given[0]!), step("after", given[1]!), compare],
    assumed: [defaultFactors],
    wants: [
      wanted(compare.id, "difference.value", { path: "difference.unit" }, { en: "less CO2", zh: "减少的 CO2" }),
      { ...want("before", false), name: { en: "before", zh: "之前" } },
      want("after", false),
    ],
    subject: {
      en: ["Less CO2 of clinker in the cement"].map((words) => ({ name: words })),
      zh: [{ name: "水泥中熟料减少的 CO2" }],
    },
  });
}

function lime(name: string, mass: Mass, subject: Subject): Outcome {
  const { stoichiometry, content } = limes[name]!;
  return figureDraft({
    steps: [
      {
        id: "lime",
        tool: "inventory.lime",
        args: { types: [{ type: name, mass: { ...mass }, stoichiometry, content }] },
      },
    ],
    assumed: [
      {
        slot: "method",
        value: "Tier 2",
        label: {
          en: "stoichiometry, lime content and kiln-dust correction by default",
          zh: "化学计量比、氧化钙含量与窑尘修正取缺省值",
        },
        because: { en: "none is given", zh: "未给出" },
        rivals: [],
      },
    ],
    wants: [wanted("lime", "emissions.0.value", { path: "emissions.0.unit" }, { en: "CO2 of lime", zh: "石灰 CO2" })],
    subject,
  });
}
