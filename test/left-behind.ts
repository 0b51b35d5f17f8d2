/** What one test file could leave in a process for the next: global names, variables of the environment, the folder. */
export class ProcessState {
  readonly #values = new Map<string, unknown>([["process.cwd()", process.cwd()]]);
  /** Names that Node defines when they are first read. */
  readonly #late = new Set<string>();

  constructor() {
    for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
      if (get) this.#late.add(name);
      else if (!ofLibraries.test(name)) this.#values.set(name, value);
    }
    for (const [name, value] of Object.entries(process.env)) this.#values.set(`process.env.${name}`, value);
  }

  /** The names of what is not as it was in an earlier state. */
  changedSince(earlier: ProcessState): string[] {
    const names = new Set([...earlier.#values.keys(), ...this.#values.keys()]);
    return [...names].filter(
      (name) => !Object.is(earlier.#values.get(name), this.#values.get(name)) && !earlier.#late.has(name),
    );
  }
}

/** What libraries keep once a process, the same for every file: zod, lit, the helpers of TypeScript's emitted code. */
const ofLibraries = /^(?:__(?!yuheng)|lit[A-Z]|reactiveElement|customElements$)/;
