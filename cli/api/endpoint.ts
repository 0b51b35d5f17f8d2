import type { z } from "zod";
import type { Text } from "../../lib/message/message.ts";
import type { Scope } from "./access-token.ts";
import type { Exchange } from "./exchange.ts";

/** A parameter in the path or after the question mark. */
export interface Parameter {
  readonly in: "path" | "query";
  readonly schema: z.ZodType;
  readonly description: Text;
}

/** What an endpoint answers with, by media type: the schema of JSON, or null for bytes and text. */
export type Answers = Readonly<Record<string, z.ZodType | object | null>>;

/**
 * An operation of the HTTP interface, declared once: the server answers by it, and the OpenAPI description, the client and the
 * documentation are made from it.
 */
export interface Endpoint {
  /** The name of its function in the generated client. */
  readonly id: string;
  readonly method: "GET" | "POST";
  /** Parts in braces are parameters: `/v1/datasets/{name}`. */
  readonly path: string;
  /** What the token must allow; null if none is needed. */
  readonly scope: Scope | null;
  readonly title: Text;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The JSON that is sent, as a zod schema or as a JSON Schema. */
  readonly body?: z.ZodType | object;
  readonly answers: Answers;
  /** Ends the exchange. Rejects with a Problem or a Fault, before anything was written. */
  answer(exchange: Exchange): Promise<void>;
}

/** The parameters of a path that fits an endpoint's; undefined if it does not fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== given[i]) return undefined;
    } else {
      parameters[name] = decodeURIComponent(given[i]!);
    }
  }
  return parameters;
}
