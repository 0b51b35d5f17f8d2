import type { z } from "zod";
import type { Work } from "../numeric/work.ts";

/** Resources that are at hand, by the name of their place. What they are is known to the domain whose tool it is. */
export type Resources = Readonly<Record<string, unknown>>;

/**
 * How a tool runs on resources: large things, as an input–output table, that are opened once and kept, so that they do not
 * travel with every call.
 */
export interface OverResources {
  /** The resources by name, and where each stands in the input. */
  readonly places: Readonly<Record<string, "spread" | "required" | "optional">>;
  /** What is left of the input when the resources are taken out. */
  readonly options: z.ZodType;
  // Methods, not properties: each domain declares them for the resources it knows.
  run(resources: Resources, options: unknown, work: Work): Promise<unknown>;
  /** For tools whose output is a resource ("whole"), or has one in its field `table`: the same with the resource as it is. */
  readonly makes?: ResourceMaker;
}

export interface ResourceMaker {
  readonly place: "whole" | "field";
  run(resources: Resources, options: unknown, work: Work): Promise<Made>;
}

/** The resource that a tool made, and what else its output says. */
export interface Made {
  readonly made: unknown;
  readonly rest: Readonly<Record<string, unknown>>;
}
