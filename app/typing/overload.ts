import ts from "typescript6";
import { nodeAt } from "./syntax-node.ts";

const noOverload = 2769;

/** The message of a diagnostic with its range. */
export interface LocatedMessage {
  readonly start: number | undefined;
  readonly length: number;
  readonly message: string;
}

/**
 * A call that matches no overload is reported by TypeScript on the function's name, with an error for each overload. This reports
 * only the error for the overload that was probably meant, at the field that it names: the last one, which takes a record, if a
 * record is written, else the first.
 */
export function locateOverloadError({ code, start, length = 0, messageText, file }: ts.Diagnostic): LocatedMessage {
  const plain = { start, length, message: ts.flattenDiagnosticMessageText(messageText, "\n") };
  if (code !== noOverload || start === undefined || !file || typeof messageText === "string") return plain;
  const call = findCall(nodeAt(file, start));
  const forms = messageText.next ?? [];
  const last = call?.arguments.at(-1);
  const record = call?.arguments[0] && ts.isObjectLiteralExpression(call.arguments[0]);
  const form = record ? forms.at(-1) : forms[0];
  const reason = form?.next?.[0];
  if (!call || !last || !reason) return plain;
  const message = ts.flattenDiagnosticMessageText(reason, "\n");
  const field = findField(call, message);
  const at = field ?? last;
  return { start: at.getStart(file), length: at.end - at.getStart(file), message };
}

function findCall(node: ts.Node): ts.CallExpression | undefined {
  for (let each: ts.Node | undefined = node; each; each = each.parent) if (ts.isCallExpression(each)) return each;
  return undefined;
}

/** The field of a record literal that a message names between quotes. */
function findField(call: ts.CallExpression, message: string): ts.Node | undefined {
  const named = new Set(Array.from(message.matchAll(/'([\w$]+)'/g), ([, name]) => name));
  for (const argument of call.arguments) {
    if (!ts.isObjectLiteralExpression(argument)) continue;
    const field = argument.properties.find(({ name }) => name && ts.isIdentifier(name) && named.has(name.text));
    if (field?.name) return field.name;
  }
  return undefined;
}
