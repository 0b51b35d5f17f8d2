import { kindOf } from "../cell/kinds.ts";
import type { CompiledCell } from "../compile/index.ts";
import { type CellError, type Place, sentenceFields } from "../runtime/cell-error.ts";
import type { CellDefinition } from "../runtime/definition.ts";
import type { Run } from "../runtime/run.ts";
import { codeFrom, explainError } from "./explain.ts";
import { type Precompiled, precompiled } from "./precompiled.ts";

// biome-ignore lint/security/noGlobalEval: the frame exists to evaluate the author's code inside the sandbox
const evaluate = globalThis.eval;

/** The names provided to a run: `display`, `view`, `sql`, …, bound to that run. */
export type Builtins = (run: Run) => Record<string, unknown>;

/**
 * Makes a compiled cell runnable. Its code is evaluated once, in this realm, unless a script of the page contains it.
 *
 * @param notebook the imported notebook that the cell is of
 */
export function evaluateCell(
  compiled: CompiledCell,
  source: string,
  builtins: Builtins,
  guard: () => void,
  notebook?: string,
): CellDefinition {
  const { id, inputs, outputs, expression, autodisplay, parameters, references } = compiled;
  const fault = compiled.diagnostics.find(({ severity }) => severity === "error");
  const notRun = !fault && kindOf(compiled.kind).source === undefined ? compiled.diagnostics[0] : undefined;
  let body: Precompiled["body"] | undefined;
  let found: Precompiled | undefined;
  return {
    id,
    inputs,
    outputs,
    expression,
    shows: autodisplay,
    ...(fault ? { error: faultOf(fault) } : {}),
    ...(notRun ? { remarks: [{ name: "unsupported", ...sentenceFields(notRun.message) }] } : {}),
    placeOf: (name) => (name in references ? placeAt(source, references[name]!) : undefined),
    start(values, run) {
      if (!body) {
        found = precompiled(compiled.code);
        const code = notebook === undefined ? compiled.code : codeFrom(notebook, compiled.code);
        body = found?.body ?? (evaluate(code) as Precompiled["body"]);
      }
      if (parameters.length === 0) return body(...values, guard);
      const bound = builtins(run);
      return body(...values, ...parameters.map((name) => bound[name]), guard);
    },
    explain: (error) => explainError(error, compiled, source, { firstLine: found?.line, notebook }),
  };
}

function faultOf({ message, line, column, sourceLine }: CompiledCell["diagnostics"][number]): CellError {
  return { name: "SyntaxError", ...sentenceFields(message), line, column, sourceLine };
}

/** Line and column, from 1, of an offset. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  const end = source.indexOf("\n", offset);
  return {
    line: before.split("\n").length,
    column: offset - start + 1,
    sourceLine: source.slice(start, end < 0 ? undefined : end).replace(/\r$/, ""),
  };
}
