import { messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import type { ReadCategory, ReadFactor, ReadMethod } from "./impact-methods.ts";
import type { ImportNotes } from "./import-notes.ts";
import { keyOf } from "./name-key.ts";
import type { SimaproRow } from "./simapro-blocks.ts";

const texts = messages("lifecycle.simapro-methods", {
  noName: {
    en: "the impact method that begins here has no row below Name.",
    zh: "此处开始的影响评价方法在 Name 之下没有内容。",
  },
  category: {
    en: "an impact category has a name and a unit, but this row has {found} fields.",
    zh: "影响类别应有名称和单位，此行有 {found} 个字段。",
  },
  beforeCategory: {
    en: "Substances was expected below the name of an impact category.",
    zh: "Substances 应在影响类别名称之下。",
  },
  fields: {
    en: "a substance has a compartment, a subcompartment, a name, a CAS number, a factor and a unit; this row has {found} fields.",
    zh: "物质行应有介质、子介质、名称、CAS 号、因子和单位，此行有 {found} 个字段。",
  },
  compartment: {
    en: 'the compartment "{found}" is not known; expected one of {wanted:or}.',
    zh: "未知的介质“{found}”；应为{wanted:or}之一。",
  },
  unit: {
    en: '"{name}" is in {unit} here, which does not fit its unit {expected}.',
    zh: "“{name}”在此处的单位为 {unit}，与其单位 {expected} 不相容。",
  },
  damage: {
    en: "{count} damage categories and sets of normalisation and weighting of impact methods were not read (first: {first}).",
    zh: "有 {count} 个影响评价方法的损害类别及归一化、加权集未读入（首个：{first}）。",
  },
});

/** Compartments of substances, and the sections of processes in which their flows stand with their compartments here. */
const compartments: Readonly<Record<string, readonly [section: string, root: string]>> = {
  Raw: ["Resources", "resource"],
  Air: ["Emissions to air", "emission/air"],
  Water: ["Emissions to water", "emission/water"],
  Soil: ["Emissions to soil", "emission/soil"],
  Waste: ["Final waste flows", "final waste flow"],
  "Non mat.": ["Non material emissions", "non-material emission"],
  Social: ["Social issues", "social issue"],
  Economic: ["Economic issues", "economic issue"],
};

/** Sections of a block Method. */
const sections = new Set([
  ...["Name", "Version", "Comment", "Category", "Use Damage Assessment", "Use Normalization", "Use Weighting"],
  ...["Use Addition", "Weighting unit", "Impact category", "Substances", "Damage category", "Impact categories"],
  ...["Normalization-Weighting set", "Normalization", "Weighting"],
]);

/** What of a file the factors of its methods are read with. */
export interface SubstanceReader {
  readonly file: string;
  number(row: SimaproRow, text: string): number;
  /** How many of one unit another is; undefined if they do not convert. */
  ratio(from: string, to: string): number | undefined;
  /** What the file declares of a flow. */
  declared(section: string, name: string): { readonly unit: string; readonly cas: string | null } | undefined;
}

/**
 * An impact method of its block: the rows between Method and End. SimaPro has no places: a regional substance has the name of its
 * country, as the flows of processes do. Damage, normalisation and weighting are not read. Throws ImportError.
 */
export function simaproMethod(line: number, rows: readonly SimaproRow[], reader: SubstanceReader, notes: ImportNotes) {
  const { file } = reader;
  let name = "";
  let section = "";
  const categories: { name: string; unit: string; factors: ReadFactor[] }[] = [];
  for (const row of rows) {
    const [first = ""] = row.fields;
    if (sections.has(first) && row.fields.slice(1).every((field) => field === "")) {
      section = first;
      continue;
    }
    if (section === "Name" && name === "") name = first;
    else if (section === "Impact category") {
      const [title = "", unit = ""] = row.fields;
      if (title === "" || row.fields.length < 2)
        throw new ImportError(file, row.line, texts.category({ found: row.fields.length }));
      categories.push({ name: title, unit, factors: [] });
    } else if (section === "Substances") {
      const category = categories.at(-1);
      if (!category) throw new ImportError(file, row.line, texts.beforeCategory());
      category.factors.push(substance(row, reader));
    } else if (section === "Damage category" || section === "Normalization-Weighting set")
      notes.add(texts.damage, first);
  }
  if (name === "") throw new ImportError(file, line, texts.noName());
  return { name, categories: categories satisfies readonly ReadCategory[] } satisfies ReadMethod;
}

function substance(row: SimaproRow, reader: SubstanceReader): ReadFactor {
  const { fields, line } = row;
  if (fields.length < 6) throw new ImportError(reader.file, line, texts.fields({ found: fields.length }));
  const [medium = "", place = "", name = "", cas = "", value = "", unit = ""] = fields;
  const known = compartments[medium];
  if (!known)
    throw new ImportError(reader.file, line, texts.compartment({ found: medium, wanted: Object.keys(compartments) }));
  const [section, root] = known;
  const isUnspecified = place === "" || /^\(unspecified\)$/i.test(place);
  const declared = reader.declared(section, name);
  const own = declared?.unit || unit;
  const ratio = reader.ratio(unit, own);
  if (ratio === undefined) throw new ImportError(reader.file, line, texts.unit({ name, unit, expected: own }));
  return {
    flow: keyOf(root, place, name),
    name,
    compartment: isUnspecified ? root : `${root}/${place}`,
    cas: cas.replace(/^0+(?=\d)/, "") || declared?.cas || null,
    unit: own,
    value: reader.number(row, value) / ratio,
    location: null,
  };
}
