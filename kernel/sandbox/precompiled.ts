import { hashOf } from "../values/canonical.ts";

/** The global under which the script of a page's cells registers them, before the frame's program starts. */
export const cellsName = "__yuhengCells";

/** The global under which a script registers the charts by name, in the same way. */
export const chartsName = "__yuhengCharts";

/** The function of a cell that a script contains. */
export interface Precompiled {
  readonly body: (...values: unknown[]) => unknown;
  /** The line of the script on which its code begins, from 1. */
  readonly line: number;
}

/** The name of the cells' script, as it stands in a stack. */
export const cellsScript = "cells-[0-9A-Za-z]+\\.js";

/** Taken when the program starts, before any cell could put others in their place. */
const cells = (globalThis as { [cellsName]?: Readonly<Record<string, Precompiled>> })[cellsName];

/** The function for the code of a cell, if a script of the page contains it: then nothing has to be evaluated. */
export function precompiled(code: string): Precompiled | undefined {
  return cells?.[hashOf(code)];
}

/** The script with the functions of cells, from their compiled code, which is an expression. Each begins on a line of its own. */
export function scriptOfCells(codes: Iterable<string>): string {
  let script = `globalThis.${cellsName}={__proto__:null,`;
  let line = 1;
  for (const code of new Set(codes)) {
    // A script has one name; the code of each cell gives another.
    const own = code.replace(/\n\/\/# sourceURL=[^\n]*$/, "");
    line += 1;
    script += `"${hashOf(code)}":{line:${line},body:\n${own}},`;
    line += own.split(/\r\n|[\n\r\u2028\u2029]/).length - 1;
  }
  return `${script}};`;
}
