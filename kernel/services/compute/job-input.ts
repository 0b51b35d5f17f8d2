import { z } from "zod";
import { ToolInputError } from "../../../lib/tool/call.ts";
import { problemsOf } from "../../../lib/tool/input-problems.ts";
import { isReferenceKey, type Reference, referenceIn } from "../../../lib/tool/reference.ts";
import { toolOf } from "../../../lib/tool/resource-operation.ts";
import type { Library } from "./library.ts";

/** The input of a job: references to resources, and the remaining options. */
export interface JobInput {
  /** References by field, or under "" if the input itself is a reference. */
  readonly references: ReadonlyMap<string, Reference>;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Finds the references in an input and validates their requests by the resources' schemas. Throws ToolInputError. */
export async function readInput(operation: string, input: unknown, library: Library): Promise<JobInput> {
  const references = new Map<string, Reference>();
  const options: Record<string, unknown> = {};
  if (typeof input !== "object" || input === null) return { references, options };
  const add = async (field: string, value: unknown) => {
    const reference = referenceIn(value, library.kinds);
    if (reference) references.set(field, await validate(operation, reference, field, library));
    return reference;
  };
  await add("", input);
  for (const [field, value] of Object.entries(input)) {
    if (!isReferenceKey(field, library.kinds) && !(await add(field, value))) options[field] = value;
  }
  return { references, options };
}

async function validate(
  operation: string,
  { name, request }: Reference,
  field: string,
  library: Library,
): Promise<Reference> {
  const resource = (await library.findResource(name))!;
  const parsed = resource.request.safeParse(request);
  if (parsed.success) return { name, request: parsed.data };
  const path = [...(field === "" ? [] : [field]), `$${name}`];
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  const input = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), request);
  throw new ToolInputError(toolOf(operation, library.kinds), problemsOf(new z.ZodError(issues), input));
}
