import { type Expression, type Options, Parser, type Program, type Token, type TokenType, tokTypes } from "acorn";

const options: Options = { ecmaVersion: "latest", sourceType: "module", allowHashBang: false };

/** A cell's JavaScript: one expression, or a program. */
export type CellSyntax =
  | { readonly expression: Expression; readonly program?: undefined }
  | { readonly program: Program; readonly expression?: undefined };

/** Thrown by acorn: a SyntaxError with offsets. */
export interface SyntaxFailure extends SyntaxError {
  readonly pos: number;
  readonly raisedAt: number;
}

/** The part of acorn's parser that its published types omit. */
interface OpenParser {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  nextToken(): void;
  parseExpression(): Expression;
}

class CellParser extends Parser {
  /** A parser positioned before the token at an offset. */
  static at(input: string, offset: number, settings: Options = options): OpenParser {
    return new CellParser(settings, input, offset) as unknown as OpenParser;
  }
}

/**
 * Parses a cell's JavaScript. A cell that consists of one expression is parsed as an expression (so `{a: 1}` is an object);
 * anything else is a program, including named functions and classes, which are declarations.
 */
export function parseCell(input: string, onToken?: (token: Token) => void): CellSyntax {
  const settings: Options = onToken ? { ...options, onToken } : options;
  let failure: unknown;
  if (!statementStart.test(input)) {
    try {
      const parser = CellParser.at(input, 0, settings);
      parser.nextToken();
      const expression = parser.parseExpression();
      if (parser.type === tokTypes.eof && !isNamedDeclaration(expression)) return { expression };
    } catch (error) {
      failure = error;
    }
  }
  try {
    return { program: Parser.parse(input, settings) };
  } catch (error) {
    // Report the error of the attempt that parsed further: it is closer to what the author meant.
    throw isSyntaxFailure(failure) && isSyntaxFailure(error) && failure.pos > error.pos ? failure : error;
  }
}

/** Matches a cell that begins with a keyword that no expression begins with, so that it need not be parsed as one. */
export const statementStart =
  /^(?:\s|\/\/[^\n\r\u2028\u2029]*(?:[\n\r\u2028\u2029]|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*(?:const|let|var|if|for|while|do|switch|try|throw)(?![\w$\\\u0080-\uffff])/;

function isNamedDeclaration(expression: Expression): boolean {
  return (expression.type === "ClassExpression" || expression.type === "FunctionExpression") && !!expression.id;
}

/** Parses the expression after a `${`, and returns the offset of the `}` that ends it. */
export function findInterpolationEnd(input: string, offset: number): number {
  const parser = CellParser.at(input, offset);
  parser.nextToken();
  parser.parseExpression();
  if (parser.type === tokTypes.braceR) return parser.start;
  const message = parser.type === tokTypes.eof ? "Unterminated interpolation" : "Unexpected token";
  throw Object.assign(new SyntaxError(message), { pos: parser.start, raisedAt: parser.end });
}

export function isSyntaxFailure(error: unknown): error is SyntaxFailure {
  return error instanceof SyntaxError && "pos" in error && typeof error.pos === "number";
}
