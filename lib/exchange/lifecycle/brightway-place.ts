/** The categories of elementary flows in Brightway, by their first part, and the compartments here. */
const roots: readonly (readonly [category: string, compartment: string])[] = [
  ["air", "emission/air"],
  ["water", "emission/water"],
  ["soil", "emission/soil"],
  ["natural resource", "resource"],
];

/** "air::urban air" is emission/air/urban air. */
export function compartmentHere(categories: string): string {
  const [first = "", ...inner] = categories.split("::").map((part) => part.trim());
  const root = roots.find(([category]) => category === first)?.[1] ?? first;
  return [root, ...inner].join("/");
}

/** The categories of a compartment, joined by "::". */
export function categoriesThere(compartment: string): string {
  const root = roots.find(([, path]) => compartment === path || compartment.startsWith(`${path}/`));
  const path = root ? `${root[0]}${compartment.slice(root[1].length)}` : compartment;
  return path.replaceAll("/", "::");
}
