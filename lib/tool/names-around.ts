/** The longest text that is a name: others are descriptions. */
const LONGEST = 80;

/** Fields that name no thing: who measured it, where it is, and how it is written. */
const others = /unit|source|note|description|reference|country|region|company|title|currency|metric/i;

/**
 * What the thing of a number is called, in lower case: the field's own name, and the texts beside it and beside the object that holds
 * it, as in `{fuel: "coal", amount: {value: 3, unit: "Mt"}}`.
 */
export function namesAround(field: string, around: readonly unknown[]): string {
  const own = field.replace(/([a-z])(?=[A-Z])/g, "$1 ").replace(/[_.[\]\d]+/g, " ");
  return [own, ...around.slice(0, 2).flatMap(textsIn)].join("; ").toLowerCase();
}

function textsIn(object: unknown): string[] {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return [];
  return Object.entries(object).flatMap(([key, value]) =>
    typeof value === "string" && value.length <= LONGEST && !others.test(key) ? [value] : [],
  );
}
