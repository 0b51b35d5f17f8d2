import { Fault } from "../message/fault.ts";
import { type Message, messages } from "../message/message.ts";
import { energyCategories } from "./ipcc-energy.ts";
import { ippuCategories } from "./ipcc-ippu.ts";
import { landAndWasteCategories } from "./ipcc-land-and-waste.ts";

const said = messages("classification", {
  children: { en: "{code} ({title}) has {children}.", zh: "{code}（{title}）下有：{children}。" },
  noChildren: { en: "{code} ({title}) has none below it.", zh: "{code}（{title}）没有下级类别。" },
  firstDigit: {
    en: "It begins with 1 (energy), 2 (IPPU), 3 (AFOLU), 4 (waste) or 5 (other).",
    zh: "类别以 1（能源）、2（IPPU）、3（AFOLU）、4（废弃物）或 5（其他）开头。",
  },

  categoryBeforeParent: {
    en: "Category {code} comes before its parent {parent}.",
    zh: "类别 {code} 排在其上级 {parent} 之前。",
  },
  unknownCategory: {
    en: 'There is no category "{written}" in the IPCC 2006 Guidelines. {hint}',
    zh: "《IPCC 2006 指南》中没有类别“{written}”。{hint}",
  },
});

/** A category of the IPCC 2006 Guidelines. */
export interface Category {
  /** E.g. `1.A.1.a`. */
  readonly code: string;
  readonly title: string;
  readonly parent: string | null;
  readonly children: readonly string[];
  /** The code in the common reporting tables of the Paris Agreement; null if they have no single place for it. */
  readonly crt: string | null;
  /** The sector in which EDGAR publishes it; null for groups over several sectors and for land use. */
  readonly edgar: string | null;
}

/** Thrown for a code that is not a category; the message names similar ones. */
export class CategoryError extends Fault {
  override readonly name = "CategoryError";

  constructor(said: Message) {
    super(said, { field: "category" });
  }
}

const tree = new Map<string, Category & { children: string[] }>();
for (const line of `${energyCategories}${ippuCategories}${landAndWasteCategories}`.split("\n")) {
  if (line === "") continue;
  const [code, title, crt, edgar] = line.split("|") as [string, string, string, string];
  const parent = code.includes(".") ? code.slice(0, code.lastIndexOf(".")) : null;
  const above = parent === null ? undefined : tree.get(parent);
  if (parent !== null && !above) throw new Fault(said.categoryBeforeParent({ code, parent }));
  above?.children.push(code);
  tree.set(code, {
    code,
    title,
    parent,
    children: [],
    crt: crt === "=" ? code : crt || null,
    edgar: edgar || (above?.edgar ?? null),
  });
}

/** All categories in the order of the guidelines. */
export const categories: readonly Category[] = [...tree.values()];

/** The categories without subcategories. */
export const leafCategories: readonly Category[] = categories.filter(({ children }) => children.length === 0);

/** Accepts both "1A1a" and "1.A.1.a". Throws CategoryError. */
export function findCategory(written: string): Category {
  const found = tree.get(normalise(written));
  if (found) return found;
  throw new CategoryError(said.unknownCategory({ written, hint: hintFor(normalise(written)) }));
}

export function isCategory(written: string): boolean {
  return tree.has(normalise(written));
}

function normalise(written: string): string {
  const code = written.trim();
  if (tree.has(code)) return code;
  // Inserts a point between digit and letter, and between letters of different numbering: 1A1ai is 1.A.1.a.i.
  const parts = /^([1-5])\.?([A-H])?\.?(\d{1,2})?\.?([a-m])?\.?([iv]+)?\.?(\d)?$/.exec(code);
  return parts ? parts.slice(1).filter(Boolean).join(".") : code;
}

function hintFor(code: string): Message {
  for (let at = code.lastIndexOf("."); at > 0; at = code.lastIndexOf(".", at - 1)) {
    const above = tree.get(code.slice(0, at));
    if (above?.children.length === 0) return said.noChildren({ code: above.code, title: above.title });
    if (above) return said.children({ code: above.code, title: above.title, children: above.children.join(", ") });
  }
  return said.firstDigit();
}

/** The category and those above it, nearest first. */
export function lineage(code: string): Category[] {
  const line: Category[] = [];
  for (let at: string | null = findCategory(code).code; at !== null; at = tree.get(at)!.parent)
    line.push(tree.get(at)!);
  return line;
}

/** Whether `code` is `above` or one of its descendants. */
export function isWithin(code: string, above: string): boolean {
  return code === above || code.startsWith(`${above}.`);
}

/** The categories that EDGAR's sector or a CRT code covers. */
export function categoriesOf(scheme: "crt" | "edgar", code: string): Category[] {
  return categories.filter((category) => category[scheme] === code);
}

/**
 * Memo items: reported but in no total. International bunkers and multilateral operations (Vol 1 Ch 8, 8.2.1).
 */
export const memoCategories: ReadonlySet<string> = new Set(["1.A.3.a.i", "1.A.3.d.i", "1.A.5.c"]);

/**
 * Land use, land-use change and forestry in the sense of "total without LULUCF": land, its fires outside cropland and grassland
 * (CRT 4), and harvested wood products.
 */
export function isLulucf(code: string): boolean {
  return ["3.B", "3.D", "3.C.1.a", "3.C.1.d"].some((above) => isWithin(code, above));
}
