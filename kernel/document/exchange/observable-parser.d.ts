declare module "@observablehq/parser" {
  interface ParsedNode {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly name?: string;
    readonly id?: ParsedNode | null;
  }

  interface ParsedSpecifier extends ParsedNode {
    readonly view: boolean;
    readonly mutable: boolean;
    readonly imported: ParsedNode;
    readonly local: ParsedNode;
  }

  interface ParsedBody extends ParsedNode {
    /** Of an import. */
    readonly specifiers?: readonly ParsedSpecifier[];
    readonly injections?: readonly ParsedSpecifier[];
    readonly source?: { readonly value: string };
  }

  interface ParsedCell {
    readonly id: ParsedNode | null;
    readonly body: ParsedBody | null;
    readonly async: boolean;
    readonly generator: boolean;
    /** Free names, `viewof x` and `mutable x`, with their positions. */
    readonly references?: readonly ParsedNode[];
  }

  export function parseCell(source: string): ParsedCell;

  /** A parser of acorn, which reads one cell after another. */
  export class CellParser {
    constructor(options: { readonly ecmaVersion?: "latest" }, source: string, offset?: number);
    readonly type: { readonly label: string };
    readonly lastTokEnd: number;
    nextToken(): void;
    startNode(): ParsedNode;
    parseCell(node: ParsedNode, isLast: boolean): ParsedCell;
  }
}
