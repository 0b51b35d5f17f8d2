import type { Message } from "../message/message.ts";
import { type Expression, ExpressionError } from "../numeric/expression/expression.ts";
import { readExpression } from "../numeric/expression/read-expression.ts";
import { IndustryError } from "./industry-error.ts";

/** A formula of an input. Throws IndustryError with the field and what cannot be read in it. */
export function readFormula(field: string, text: string, names: readonly string[], subject: Message): Expression {
  try {
    return readExpression(text, names, subject);
  } catch (error) {
    throw error instanceof ExpressionError ? new IndustryError(field, error.said) : error;
  }
}
