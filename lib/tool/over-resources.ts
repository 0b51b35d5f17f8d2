import type { z } from "zod";
import type { Work } from "../numeric/work.ts";

/** Opened resources by the name of their place. Their types are known to the domain of the tool. */
export type Resources = Readonly<Record<string, unknown>>;

/** The resource of a tool at a place, and its form in the input: its fields spread over it, or a field. */
export interface ResourcePlace {
  readonly resource: string;
  readonly form: "spread" | "required" | "optional";
}

/**
 * How a tool runs on resources: large objects, such as an input–output table, that are opened once and cached, so that they
 * are not transferred with every call.
 */
export interface OverResources {
  readonly places: Readonly<Record<string, ResourcePlace>>;
  /** The schema of the input without the resources. */
  readonly options: z.ZodType;
  // Methods, not properties, so that each domain can declare them for its own types of resources.
  run(resources: Resources, options: unknown, work: Work): Promise<unknown>;
  /** For tools that make a resource: the same, with the new resource as an object. */
  readonly makes?: ResourceMaker;
}

export interface ResourceMaker {
  readonly resource: string;
  /** The field of the output with the resource; if omitted, it is the whole output. */
  readonly field?: string;
  run(resources: Resources, options: unknown, work: Work): Promise<Made>;
}

/** The resource that a tool made, and the rest of its output. */
export interface Made {
  readonly made: unknown;
  readonly rest: Readonly<Record<string, unknown>>;
}
