import type { AnyNode, Program } from "acorn";
import { full } from "acorn-walk";
import { kindOf } from "../cell/kinds.ts";
import type { CellSource } from "../compile/cell.ts";
import { toScript } from "../compile/script.ts";
import { type CellSyntax, parseCell } from "../compile/syntax.ts";
import { readDirectives } from "../compile/tags.ts";

/** A range of a cell's source as its author wrote it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A cell's code as a syntax tree, with positions in the author's source. */
export class CellCode {
  readonly syntax: CellSyntax;
  readonly #toSource: (offset: number) => number;

  private constructor(syntax: CellSyntax, toSource: (offset: number) => number) {
    this.syntax = syntax;
    this.#toSource = toSource;
  }

  /** The code of a JavaScript or TypeScript cell; null for text cells, and for code that cannot be parsed. */
  static of(cell: CellSource): CellCode | null {
    if (kindOf(cell.kind).source?.form !== "program") return null;
    try {
      const { text, mapping } = toScript(cell, readDirectives(cell));
      return new CellCode(parseCell(text), (offset) => mapping.toSource(offset));
    } catch {
      return null;
    }
  }

  /** The range in the author's source of a range of the code. */
  rangeOf({ from, to }: Range): Range {
    return { from: this.#toSource(from), to: this.#toSource(to - 1) + 1 };
  }

  /** The only place of a name that the cell defines at its top level; null if the name occurs a second time in the cell. */
  bindingOf(name: string): Range | null {
    const { program } = this.syntax;
    const declared = program ? declaratorOf(program, name) : undefined;
    if (!program || !declared) return null;
    const places = new Set<number>();
    full(program, (node) => {
      const each = node as AnyNode;
      if (each.type === "Identifier" && each.name === name) places.add(each.start);
    });
    places.add(declared.id.start);
    return places.size === 1 ? this.rangeOf({ from: declared.id.start, to: declared.id.end }) : null;
  }

  /** Whether a name is defined by `view(…)`. */
  isView(name: string): boolean {
    const { program } = this.syntax;
    const init = program && declaratorOf(program, name)?.init;
    return init?.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "view";
  }
}

/** The top-level declaration of a name alone, not within a pattern. */
function declaratorOf({ body }: Program, name: string) {
  return body
    .flatMap((statement) => (statement.type === "VariableDeclaration" ? statement.declarations : []))
    .find(({ id }) => id.type === "Identifier" && id.name === name);
}
