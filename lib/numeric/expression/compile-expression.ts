import { type Comparison, comparators, type Expression } from "./expression.ts";
import { operations } from "./operations.ts";

/** An expression as a function of the values of its variables, in the order of the given names. */
export type Compiled = (values: ArrayLike<number>) => number;

/**
 * Compiles an expression into nested closures, which evaluate it operation by operation in written order, as JavaScript would
 * evaluate the same text. No code is generated from the text, so it runs under a content security policy without eval.
 */
export function compileExpression(expression: Expression, names: readonly string[]): Compiled {
  switch (expression.kind) {
    case "number": {
      const { value } = expression;
      return () => value;
    }
    case "variable": {
      const at = names.indexOf(expression.name);
      return (values) => values[at]!;
    }
    case "call":
      return compileCall(
        expression.of,
        expression.args.map((arg) => compileExpression(arg, names)),
      );
    case "choice": {
      const holds = compileComparison(expression.condition, names);
      const [yes, no] = [compileExpression(expression.yes, names), compileExpression(expression.no, names)];
      return (values) => (holds(values) ? yes(values) : no(values));
    }
  }
}

function compileComparison({ of, left, right }: Comparison, names: readonly string[]) {
  const [a, b] = [compileExpression(left, names), compileExpression(right, names)];
  const compare = comparators[of];
  return (values: ArrayLike<number>) => compare(a(values), b(values));
}

function compileCall(of: string, args: readonly Compiled[]): Compiled {
  const [a, b] = [args[0]!, args[1]!];
  switch (of) {
    case "+":
      return (values) => a(values) + b(values);
    case "-":
      return (values) => a(values) - b(values);
    case "*":
      return (values) => a(values) * b(values);
    case "/":
      return (values) => a(values) / b(values);
  }
  const { apply } = operations[of]!;
  if (args.length === 1) return (values) => apply(a(values));
  if (args.length === 2) return (values) => apply(a(values), b(values));
  return (values) => apply(...args.map((arg) => arg(values)));
}
