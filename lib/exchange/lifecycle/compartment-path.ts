/** The first parts of paths of compartments in formats of inventories, and what they are called here. */
const roots: readonly (readonly [pattern: RegExp, path: string])[] = [
  [/^emissions? to air$/i, "emission/air"],
  [/^emissions? to water$/i, "emission/water"],
  [/^emissions? to (?:soil|ground)$/i, "emission/soil"],
  [/^(?:natural )?resources?$/i, "resource"],
  [/^raw materials?$/i, "resource"],
  [/^emissions?$/i, "emission"],
];

/**
 * The path of a compartment from its parts in a source: "Elementary flows/Emission to air/unspecified" becomes
 * "emission/air/unspecified". Parts that are not known stay as they are.
 */
export function compartmentOf(parts: readonly string[]): string {
  const rest = /^elementary flows?$/i.test(parts[0] ?? "") ? parts.slice(1) : parts;
  const [first = "", ...inner] = rest;
  const root = roots.find(([pattern]) => pattern.test(first));
  return [root?.[1] ?? first, ...inner].filter((part) => part !== "").join("/");
}

/** Whether flows of the compartment are taken from nature rather than given to it. */
export function isResource(compartment: string): boolean {
  return /^(?:resource|land use)(?:\/|$)/i.test(compartment);
}

/** The category of an elementary flow in openLCA. */
export function olcaCategoryOf(compartment: string): string {
  return `Elementary flows/${compartment}`;
}
