/**
 * Whether what is exchanged with a compartment is taken from nature: its path begins with resources, as in all common lists, or with
 * land use, which ILCD keeps beside them.
 */
export function isResource(compartment: string): boolean {
  return /^[^/]*\b(?:resources?|land use)\b/i.test(compartment);
}

/**
 * The sign of an elementary exchange in the direction of its compartment: 1 for what is taken from a resource or given to another
 * compartment, −1 for the reverse, such as an uptake that is written as an input from air.
 */
export function elementarySign(compartment: string, isInput: boolean): 1 | -1 {
  return isResource(compartment) === isInput ? 1 : -1;
}
