import type { LateResource } from "../../../lib/load-resources.ts";
import type { Resource } from "../../../lib/tool/resource.ts";
import { kindsByName, type ResourceKinds } from "../../../lib/tool/resource-kind.ts";
import type { Tool } from "../../../lib/tool/tool.ts";

type Awaitable<T> = T | Promise<T>;

/** The tools of a compute worker, and the resources that they use. The code of a domain may be loaded on demand. */
export interface Library {
  findTool(name: string): Awaitable<Tool | undefined>;
  /** Names similar to an unknown one. */
  suggestTools(name: string): Awaitable<readonly string[]>;
  findResource(name: string): Awaitable<Resource | undefined>;
  readonly kinds: ResourceKinds;
}

export function libraryOf(
  { findTool, suggestTools }: Pick<Library, "findTool" | "suggestTools">,
  resources: readonly (Resource | LateResource)[],
): Library {
  const byName = new Map(resources.map((resource) => [resource.kind.name, resource]));
  return {
    findTool: loadedOnce(findTool),
    suggestTools,
    findResource: loadedOnce((name) => {
      const found = byName.get(name);
      return found && "load" in found ? found.load() : found;
    }),
    kinds: kindsByName(resources.map(({ kind }) => kind)),
  };
}

/** The same, which returns at once what was loaded before: a job looks up its tool and its resources several times. */
function loadedOnce<Found>(find: (name: string) => Awaitable<Found | undefined>) {
  const loaded = new Map<string, Found>();
  return (name: string): Awaitable<Found | undefined> => {
    const known = loaded.get(name);
    if (known) return known;
    const found = find(name);
    if (!(found instanceof Promise)) return found;
    return found.then((each) => {
      if (each) loaded.set(name, each);
      return each;
    });
  };
}
