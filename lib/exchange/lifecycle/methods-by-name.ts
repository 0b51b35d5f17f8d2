import type { ReadCategory, ReadMethod } from "./impact-methods.ts";

/** Methods of formats that have a file for each category, which names its method. */
export class MethodsByName {
  readonly #categories = new Map<string, ReadCategory[]>();

  add(method: string, category: ReadCategory): void {
    const known = this.#categories.get(method);
    if (known) known.push(category);
    else this.#categories.set(method, [category]);
  }

  get methods(): readonly ReadMethod[] {
    return [...this.#categories].map(([name, categories]) => ({ name, categories }));
  }
}
