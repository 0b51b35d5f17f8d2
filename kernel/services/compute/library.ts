import type { Resource } from "../../../lib/tool/resource.ts";
import { kindsByName, type ResourceKinds } from "../../../lib/tool/resource-kind.ts";
import type { Tool } from "../../../lib/tool/tool.ts";

/** What a compute worker runs: tools, and the resources that they take. */
export interface Library {
  findTool(name: string): Tool | undefined;
  /** Names of tools that a misspelt one may have meant. */
  suggestTools(name: string): readonly string[];
  readonly resources: ReadonlyMap<string, Resource>;
  readonly kinds: ResourceKinds;
}

export function libraryOf(
  { findTool, suggestTools }: Pick<Library, "findTool" | "suggestTools">,
  resources: readonly Resource[],
): Library {
  return {
    findTool,
    suggestTools,
    resources: new Map(resources.map((resource) => [resource.kind.name, resource])),
    kinds: kindsByName(resources.map(({ kind }) => kind)),
  };
}
