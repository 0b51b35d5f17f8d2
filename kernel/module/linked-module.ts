import { messages } from "../../lib/message/message.ts";
import { ModuleError } from "./module-error.ts";
import type { LoadedModule } from "./module-graph.ts";

const texts = messages("module", {
  tooEarly: {
    en: "`{name}` of {file} is read before it has a value, because the two modules import each other. Read it in a function that is called later, or move it to a module that both import.",
    zh: "{file} 的 `{name}` 在有值之前被读取，因为两个模块互相导入。请在稍后调用的函数中读取，或将其移到两者都导入的模块中。",
  },
});

/** The own exports of a module, as functions that read them. */
type Getters = Readonly<Record<string, () => unknown>>;

/** The code of a module: its first step declares its exports, its second runs its body. */
export type ModuleBody = Generator<undefined, void> | AsyncGenerator<undefined, void>;

/** Where a name of a module is: the module that declares it, and its name there; `*` for the whole module. */
interface Binding {
  readonly module: LinkedModule;
  readonly name: string;
}

/** A module of a notebook in one version, linked with what it imports, run once. As in ECMAScript, its exports are live. */
export class LinkedModule {
  readonly loaded: LoadedModule | null;
  /** What other modules and cells see. */
  readonly namespace: Record<string, unknown>;
  /** For each dependency of its script. */
  dependencies: readonly LinkedModule[] = [];
  /** The modules with which it forms a cycle, itself among them: they are run together. */
  cycle: readonly LinkedModule[] = [this];
  /** Its run; of a cycle, that of all its modules. */
  evaluation: Promise<void> | undefined;
  body: ModuleBody | undefined;
  #getters: Getters = {};

  constructor(loaded: LoadedModule | null, namespace: Record<string, unknown> = Object.create(null)) {
    this.loaded = loaded;
    this.namespace = namespace;
  }

  /** Sets the getters of its own exports. */
  declare(getters: Getters): void {
    this.#getters = getters;
  }

  /** Fills the namespace, when all modules have declared their exports. */
  fill(): void {
    for (const name of this.names()) {
      const binding = this.find(name);
      if (binding)
        Object.defineProperty(this.namespace, name, { enumerable: true, get: () => binding.module.#get(binding.name) });
    }
    Object.defineProperty(this.namespace, Symbol.toStringTag, { value: "Module" });
    Object.preventExtensions(this.namespace);
  }

  /** The names that it exports, sorted. */
  names(): string[] {
    return [...this.#names(new Set())].sort();
  }

  /** Where an exported name is declared; null if there is none, or if two modules give it different ones. */
  find(name: string): Binding | null {
    return this.#find(name, new Set());
  }

  #get(name: string): unknown {
    if (name === "*") return this.namespace;
    if (!this.loaded) return this.namespace[name];
    try {
      return this.#getters[name]!();
    } catch {
      // All that a getter can throw is that the variable has no value yet.
      throw new ModuleError(texts.tooEarly({ name, file: this.loaded.file }), { name: "ReferenceError" });
    }
  }

  #names(seen: Set<LinkedModule>): Set<string> {
    if (seen.has(this)) return new Set();
    seen.add(this);
    const content = this.loaded?.content;
    if (!content) return new Set(Object.keys(this.namespace));
    if (!("script" in content)) return new Set(["default"]);
    const names = new Set(content.script.exports.keys());
    for (const star of content.script.stars)
      for (const name of this.dependencies[star]!.#names(seen)) if (name !== "default") names.add(name);
    return names;
  }

  #find(name: string, seen: Set<string>): Binding | null {
    const content = this.loaded?.content;
    if (!content) return Object.hasOwn(this.namespace, name) || name in this.namespace ? { module: this, name } : null;
    if (!("script" in content)) return name === "default" ? { module: this, name } : null;
    const step = `${this.loaded!.key} ${name}`;
    if (seen.has(step)) return null;
    seen.add(step);
    const known = content.script.exports.get(name);
    if (known?.from === "own") return { module: this, name };
    if (known) {
      const module = this.dependencies[known.dependency]!;
      return known.imported === "*" ? { module, name: "*" } : module.#find(known.imported, seen);
    }
    if (name === "default") return null;
    const found = content.script.stars.flatMap((star) => this.dependencies[star]!.#find(name, seen) ?? []);
    const [first] = found;
    const isOne = found.every((each) => each.module === first!.module && each.name === first!.name);
    return first && isOne ? first : null;
  }
}
