import type { z } from "zod";
import type { shapes } from "./shapes.ts";

/** A value of a shape, which nothing writes to. What a shape leaves open may hold anything. */
type Readable<T> = T extends readonly (infer Element)[]
  ? T extends readonly [unknown, ...unknown[]]
    ? { readonly [I in keyof T]: Readable<T[I]> }
    : readonly Readable<Element>[]
  : T extends object
    ? { readonly [Name in keyof T as string extends Name ? never : Name]: Readable<T[Name]> }
    : T;

type Shapes = typeof shapes;

/** Writes what a command reports as one JSON document, in the command's shape. */
export function writeJson<Command extends keyof Shapes>(
  _: Command,
  document: Readable<z.input<Shapes[Command]>>,
): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
