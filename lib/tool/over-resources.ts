import type { z } from "zod";
import type { Work } from "../numeric/work.ts";

/** Resources that are open, by the name of their place. What they are is known to the domain whose tool it is. */
export type Resources = Readonly<Record<string, unknown>>;

/** Which resource a tool takes at a place, and how it stands in the input: its fields spread over it, or as a field. */
export interface ResourcePlace {
  readonly resource: string;
  readonly stands: "spread" | "required" | "optional";
}

/**
 * How a tool runs on resources: large things, as an input–output table, that are opened once and kept, so that they do not
 * travel with every call.
 */
export interface OverResources {
  readonly places: Readonly<Record<string, ResourcePlace>>;
  /** What is left of the input when the resources are taken out. */
  readonly options: z.ZodType;
  // Methods, not properties: each domain declares them for the resources it knows.
  run(resources: Resources, options: unknown, work: Work): Promise<unknown>;
  /** For tools that make a resource: the same with the resource as it is. */
  readonly makes?: ResourceMaker;
}

export interface ResourceMaker {
  readonly resource: string;
  /** The field of the output in which the resource stands; where left out, it is the whole output. */
  readonly field?: string;
  run(resources: Resources, options: unknown, work: Work): Promise<Made>;
}

/** The resource that a tool made, and what else its output says. */
export interface Made {
  readonly made: unknown;
  readonly rest: Readonly<Record<string, unknown>>;
}
