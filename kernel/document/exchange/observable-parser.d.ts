declare module "@observablehq/parser" {
  interface ParsedNode {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly name?: string;
    readonly id?: ParsedNode | null;
  }

  interface ParsedCell {
    readonly id: ParsedNode | null;
    readonly body: ParsedNode | null;
    readonly async: boolean;
    readonly generator: boolean;
    /** Free names, `viewof x` and `mutable x`, with their positions. */
    readonly references?: readonly ParsedNode[];
  }

  export function parseCell(source: string): ParsedCell;
}
