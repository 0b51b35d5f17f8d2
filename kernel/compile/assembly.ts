import { writeMessage } from "../../lib/message/write.ts";
import { showingNames } from "../cell/names.ts";
import type { CellImport, CellSource, CompiledCell } from "./cell.ts";
import { type Finding, locateFindings } from "./diagnostic.ts";
import { indexLines, indexScriptLines, type LineIndex } from "./lines.ts";
import { guardName } from "./names.ts";
import type { Reference } from "./references.ts";
import { compose, type Mapping, type Rewriting } from "./rewriting.ts";

/** The parts of a cell's function. Offsets are in the script before rewriting. */
export interface Assembly {
  readonly rewriting: Rewriting;
  readonly references: readonly Reference[];
  readonly inputs: readonly string[];
  readonly parameters: readonly string[];
  readonly outputs: readonly string[];
  /** The name that an attribute gives to the value of an expression. */
  readonly output?: string;
  readonly expression: boolean;
  readonly hidden: boolean;
  /** Whether `display` is the builtin rather than a name declared by the notebook. */
  readonly displays: boolean;
  readonly async: boolean;
  /** Whether the source was not parsed, so that the cell has no result. */
  readonly unread: boolean;
  /** With offsets in the author's source. */
  readonly imports: readonly CellImport[];
}

/** How a cell's function returns its value. */
interface Shape {
  readonly async: boolean;
  readonly before: string;
  readonly after: string;
  readonly outputs: readonly string[];
  readonly parameters: readonly string[];
  readonly expression: boolean;
}

/** Assembles a cell's function; a cell with errors becomes a function that throws the first of them. */
export function assemble(
  { id, kind, source }: CellSource,
  assembly: Assembly,
  scriptMapping: Mapping,
  findings: readonly Finding[],
): CompiledCell {
  const diagnostics = locateFindings(source, findings);
  const error = diagnostics.find(({ severity }) => severity === "error");
  // A cell that does not run fails only if other cells may depend on it.
  const failure = error ?? (assembly.unread && assembly.outputs.length > 0 ? diagnostics[0] : undefined);
  const shape = failure ? shapeFailure(writeMessage(failure.message), assembly) : findShape(assembly);
  const inputs = failure ? [] : assembly.inputs;
  const { async, before, after, outputs, parameters, expression } = shape;
  const head = `(${async ? "async " : ""}function(${[...inputs, ...parameters, guardName].join(", ")}){"use strict";`;
  const body = failure ? { text: "", mapping: { toSource: () => failure.from } } : assembly.rewriting.render();
  const code = `${head}${before}${body.text}\n${after}})\n//# sourceURL=notebook/cell-${id}.js`;
  const start = head.length + before.length;
  const mapping: Mapping = failure ? body.mapping : compose(scriptMapping, shift(body.mapping, start));

  const references: Record<string, number> = Object.create(null);
  for (const { name, start } of assembly.references) references[name] ??= scriptMapping.toSource(start);
  const showsOutput = showsItself(parameters);
  let lines: { code: LineIndex; source: LineIndex } | undefined;
  return {
    id,
    kind,
    inputs,
    references,
    outputs,
    parameters,
    code,
    expression,
    autodisplay: expression && !assembly.hidden && !showsOutput,
    async,
    diagnostics,
    imports: assembly.imports,
    position(line, column) {
      lines ??= { code: indexScriptLines(code), source: indexLines(source) };
      return lines.source.locate(Math.min(mapping.toSource(lines.code.offset(line, column)), source.length));
    },
  };
}

function showsItself(parameters: readonly string[]): boolean {
  return parameters.some((name) => showingNames.has(name));
}

function findShape({ expression, output, outputs, parameters, async, hidden, displays }: Assembly): Shape {
  if (!expression) {
    const after = outputs.length > 0 ? `return {${outputs.join(", ")}};` : "";
    return { async, before: "", after, outputs, parameters, expression };
  }
  if (output === undefined) return { async, before: "return (", after: ");", outputs, parameters, expression };
  // A named expression both returns and displays its value; the function itself calls display.
  const shows = displays && !hidden && !showsItself(parameters);
  return {
    async: true,
    before: `return {${output}: ${shows ? "display(" : ""}await (`,
    after: `)${shows ? ")" : ""}};`,
    outputs: [output],
    parameters: shows ? [...parameters, "display"] : parameters,
    expression: false,
  };
}

function shapeFailure(message: string, { output, outputs }: Assembly): Shape {
  return {
    async: false,
    before: `throw new SyntaxError(${JSON.stringify(message)});`,
    after: "",
    outputs: output === undefined ? outputs : [output],
    parameters: [],
    expression: false,
  };
}

function shift(mapping: Mapping, by: number): Mapping {
  return { toSource: (offset) => mapping.toSource(Math.max(0, offset - by)) };
}
