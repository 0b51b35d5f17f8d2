import { type Message, messages } from "../../message/message.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";

const texts = messages("lifecycle.formula", {
  formula: { en: "formula", zh: "公式" },
});

/** How a program writes formulas. */
export interface FormulaDialect {
  /** Whether names differ by case. */
  readonly caseSensitive: boolean;
  /** The sign within decimal numbers. */
  readonly decimal: "." | ",";
  /** Between the arguments of a function. */
  readonly separator: "," | ";";
  readonly power: "^" | "**";
  readonly equals: "=" | "==";
  /** Whether −x^2 and a^b^c mean −(x²) and a^(b^c), as they do here; if not, such formulas are not taken over. */
  readonly powersAsHere: boolean;
  /** The program's functions, and what each is called here. */
  readonly functions: Readonly<Record<string, string>>;
}

const same = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));
const common = same("abs", "ceil", "floor", "min", "max", "sqrt", "exp", "sin", "cos", "tan");

/** openLCA. Source: its manual, "Constants, operators and functions for formulas in openLCA". */
export const olcaFormulas: FormulaDialect = {
  caseSensitive: false,
  decimal: ".",
  separator: ";",
  power: "^",
  equals: "=",
  powersAsHere: false,
  functions: {
    ...common,
    ...same("sinh", "cosh", "tanh", "asin", "acos", "atan", "ln", "pow", "if"),
    log: "log10",
    lg: "log10",
    power: "pow",
    arcsin: "asin",
    arccos: "acos",
    arctan: "atan",
    iff: "if",
    iif: "if",
  },
};

/** Brightway, whose formulas are Python's with the functions of numpy. */
export const pythonFormulas: FormulaDialect = {
  caseSensitive: true,
  decimal: ".",
  separator: ",",
  power: "**",
  equals: "==",
  powersAsHere: true,
  functions: {
    ...common,
    ...same("sinh", "cosh", "tanh", "log10", "log2", "log1p", "expm1"),
    log: "ln",
    arcsin: "asin",
    arccos: "acos",
    arctan: "atan",
  },
};

/** SimaPro: with a decimal comma, arguments are separated by semicolons. Its logarithm `log` has no stated base and is not taken over. */
export function simaproFormulas(decimal: "." | ","): FormulaDialect {
  return {
    caseSensitive: false,
    decimal,
    separator: decimal === "," ? ";" : ",",
    power: "^",
    equals: "=",
    powersAsHere: false,
    functions: { ...common, ln: "ln", iff: "if" },
  };
}

const TOKEN =
  /\s+|(?<number>(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign>\*\*|<=|>=|==|!=|<>|[-+*/^(),;<>=])/uy;
const WITH_COMMA = new RegExp(TOKEN.source, "uy");
const WITH_POINT = new RegExp(TOKEN.source.replaceAll("[.,]", "\\."), "uy");

/**
 * A formula of a program in the notation of `readExpression`; undefined if it uses what that does not have. `nameOf` gives the
 * name of a parameter as it was declared, in lower case if names do not differ by case; undefined if there is none.
 */
export function formulaHere(
  text: string,
  dialect: FormulaDialect,
  nameOf: (name: string) => string | undefined,
): string | undefined {
  const names = new Set<string>();
  const written: string[] = [];
  const token = dialect.decimal === "," ? WITH_COMMA : WITH_POINT;
  token.lastIndex = 0;
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const found = token.exec(text)?.groups;
    if (!found) return undefined;
    const { number, name, sign } = found;
    if (number !== undefined) {
      if (dialect.decimal === "," && number.includes(".")) return undefined;
      written.push(number.replace(",", "."));
    } else if (name !== undefined) {
      const key = dialect.caseSensitive ? name : name.toLowerCase();
      const isCall = /^\s*\(/.test(text.slice(token.lastIndex));
      const here = isCall ? own(dialect.functions, key) : (nameOf(key) ?? constant(key));
      if (here === undefined) return undefined;
      if (!isCall && nameOf(key) !== undefined) names.add(here);
      written.push(here);
    } else if (sign !== undefined) {
      if (sign === dialect.separator) written.push(",");
      else if (sign === "," || sign === ";") return undefined;
      else written.push(sign === "=" ? "==" : sign === "<>" ? "!=" : sign === "**" ? "^" : sign);
    }
  }
  if (!dialect.powersAsHere && hasUnclearPower(written)) return undefined;
  const here = tidy(written);
  try {
    readExpression(here, [...names], texts.formula());
    return here;
  } catch {
    return undefined;
  }
}

/** A formula as another program writes it; undefined if that program does not have what it uses. */
export function formulaThere(here: string, dialect: FormulaDialect): string | undefined {
  const functions = new Map(Object.entries(dialect.functions).map(([there, name]) => [name, there] as const));
  // The first name of a function is the plain one: `ln`, not an alias of it.
  for (const [there, name] of Object.entries(dialect.functions)) if (there === name) functions.set(name, there);
  const written: string[] = [];
  WITH_POINT.lastIndex = 0;
  const end = here.trimEnd().length;
  while (WITH_POINT.lastIndex < end) {
    const found = WITH_POINT.exec(here)?.groups;
    if (!found) return undefined;
    const { number, name, sign } = found;
    if (number !== undefined) written.push(number.replace(".", dialect.decimal));
    else if (name !== undefined) {
      const isCall = /^\s*\(/.test(here.slice(WITH_POINT.lastIndex));
      const there = isCall ? functions.get(name) : name;
      if (there === undefined) return undefined;
      written.push(there);
    } else if (sign !== undefined)
      written.push(
        sign === ","
          ? dialect.separator
          : sign === "^" || sign === "**"
            ? dialect.power
            : sign === "=="
              ? dialect.equals
              : sign === "!=" && dialect.equals === "="
                ? "<>"
                : sign,
      );
  }
  if (!dialect.powersAsHere && hasUnclearPower(written)) return undefined;
  return tidy(written);
}

/** A formula times a factor. */
export function scaledFormula(formula: string, factor: number): string {
  return factor === 1 ? formula : `(${formula}) * ${String(factor)}`.replace(/\* -(.*)$/, "* (-$1)");
}

/** Its name in messages. */
export function formulaWord(): Message {
  return texts.formula();
}

/** Tokens with the usual spaces between them. */
function tidy(tokens: readonly string[]): string {
  return tokens
    .join(" ")
    .replaceAll(/([\p{L}\p{N}_.]) \(/gu, "$1(")
    .replaceAll("( ", "(")
    .replaceAll(/ ([),;])/g, "$1")
    .replaceAll(/ (\^|\*\*) /g, "$1");
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function constant(key: string): string | undefined {
  return key === "pi" || key === "e" ? key : undefined;
}

/** Whether a power has a sign before its base or is the base of another: programs disagree about −x^2 and a^b^c. */
function hasUnclearPower(tokens: readonly string[]): boolean {
  return tokens.some((token, at) => {
    if (token !== "^") return false;
    const start = operandStart(tokens, at - 1);
    const before = tokens[start - 1];
    if (before === "^") return true;
    if (before !== "-" && before !== "+") return false;
    const earlier = tokens[start - 2];
    return earlier === undefined || /^(?:[-+*/^(,;<>]|[<>=!]=)$/.test(earlier);
  });
}

/** Where the operand that ends at a token begins. */
function operandStart(tokens: readonly string[], end: number): number {
  if (tokens[end] !== ")") return end;
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    if (tokens[at] === ")") depth += 1;
    else if (tokens[at] === "(" && --depth === 0) return /^[\p{L}_]/u.test(tokens[at - 1] ?? "") ? at - 1 : at;
  }
  return 0;
}
