import { type CompiledCell, compileCell } from "../../../kernel/compile/index.ts";

/** Turns compiled code into the function it is. */
export function evaluate({ code }: CompiledCell): (...values: unknown[]) => unknown {
  // biome-ignore lint/security/noGlobalEval: this is how a cell is run.
  return globalThis.eval(code);
}

/** Compiles a cell and runs it with the given values for its inputs and builtins. */
export async function run(
  source: string,
  values: Record<string, unknown> = {},
  kind: string = "js",
  attributes: Record<string, string> = {},
): Promise<unknown> {
  const cell = compileCell({ id: 7, kind, source, attributes });
  const names = [...cell.inputs, ...cell.parameters];
  return await evaluate(cell)(...names.map((name) => values[name]), values.__guard ?? (() => {}));
}
