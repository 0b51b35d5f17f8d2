import { type CompileOptions, compileCell } from "../../compile/index.ts";
import type { Notebook } from "../notebook.ts";

/**
 * Writes a notebook as a JavaScript module. Its default export adds the cells to a runtime of `@observablehq/runtime`;
 * its `cells` are the same functions for other uses. Cells with errors throw their first diagnostic.
 */
export function exportModule({ title, cells }: Notebook, options: CompileOptions = {}): string {
  const declared = cells.map((cell) => compileCell(cell, options).outputs);
  const compiled = cells.map((cell, i) => {
    const others = declared.filter((_, j) => j !== i).flat();
    return compileCell(cell, { ...options, declared: [...(options.declared ?? []), ...others] });
  });
  const written = compiled.map(({ id, kind, inputs, parameters, outputs, code }) => {
    const run = code.slice(0, code.lastIndexOf("\n//# sourceURL="));
    return `  {id: ${id}, kind: ${quote(kind)}, inputs: ${quote(inputs)}, parameters: ${quote(parameters)}, outputs: ${quote(outputs)}, run: ${run}}`;
  });
  const comment = title.replace(/\s+/g, " ");
  return [
    `// ${comment}`,
    "// Each cell is a function of its inputs, then of what it is given anew at each run, then of a guard for its loops.",
    "",
    `export const title = ${quote(title)};`,
    "",
    `export const cells = [\n${written.join(",\n")}\n];`,
    "",
    define,
    "",
  ].join("\n");
}

function quote(value: string | readonly string[]): string {
  // In older JavaScript, these two characters end a line even within a string.
  return JSON.stringify(value)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

const define = `/** What a cell is given at each run, if the caller of define gives nothing else. */
export function builtins() {
  return {
    display: (value) => value,
    view: (input) => input.value,
    invalidation: new Promise(() => {}),
    signal: new AbortController().signal,
    visibility: async (value) => value,
    __import: (specifier) => import(specifier.replace(/^npm:((?:@[^\\/@]+\\/)?[^\\/@]+)(?:@[^\\/]*)?/, "$1"))
  };
}

export default function define(runtime, observer = () => undefined, give = builtins) {
  const main = runtime.module();
  for (const {id, inputs, parameters, outputs, run} of cells) {
    const name = \`cell \${id}\`;
    main.variable(observer(name)).define(name, inputs, (...values) => {
      const given = give(id);
      return run(...values, ...parameters.map((name) => given[name]), () => {});
    });
    for (const output of outputs) {
      main.variable(observer(output)).define(output, [name], (exports) => exports[output]);
    }
  }
  return main;
}`;
