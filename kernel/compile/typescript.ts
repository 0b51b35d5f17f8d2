import { messages } from "../../lib/message/message.ts";
import type { Finding } from "./diagnostic.ts";
import type { Mapping } from "./rewriting.ts";
import { removeTypes } from "./sucrase.ts";
import { isSyntaxFailure, parseCell, statementStart } from "./syntax.ts";

const texts = messages("compile", {
  namespace: {
    en: "The namespace “{name}” cannot be run here. Use an object or separate declarations instead.",
    zh: "命名空间“{name}”不能在此运行，请改用对象或分开声明。",
  },
});

/** JavaScript without types, on the author's lines. */
export interface Stripped {
  readonly text: string;
  readonly mapping: Mapping;
  readonly findings: readonly Finding[];
}

/** Removes the types from a TypeScript cell. Throws a SyntaxError with an offset (`pos`). */
export function stripTypes(source: string): Stripped {
  const expression = maybeExpression(source);
  return expression ?? stripProgram(source);
}

/** Removes the types from a TypeScript program, such as a module. Throws a SyntaxError with an offset (`pos`). */
export function stripProgram(source: string): Stripped {
  return strip(source, "", "\n");
}

/** A cell that is one expression is parsed in parentheses; otherwise `{a: 1 as number}` would be a block. */
function maybeExpression(source: string): Stripped | undefined {
  if (statementStart.test(source)) return undefined;
  try {
    const stripped = strip(source, "(", "\n)");
    return parseCell(stripped.text).expression ? stripped : undefined;
  } catch {
    return undefined;
  }
}

/** Strips the source between `lead` and `tail`, which are kept unchanged. */
function strip(source: string, lead: string, tail: string): Stripped {
  let removed: { text: string; mapping: Mapping };
  try {
    removed = removeTypes(lead + source + tail);
  } catch (error) {
    throw isSyntaxFailure(error) ? shiftError(error, lead.length, source.length) : error;
  }
  const mapping: Mapping = {
    toSource: (offset) =>
      Math.min(Math.max(removed.mapping.toSource(offset + lead.length) - lead.length, 0), source.length),
  };
  const text = removed.text.slice(lead.length, removed.text.endsWith(tail) ? -tail.length : undefined);
  return { text, mapping, findings: findNamespaces(source, text, mapping) };
}

/** Converts an error's offset to one in the source. */
function shiftError(error: SyntaxError & { pos: number }, lead: number, length: number): SyntaxError {
  const pos = Math.min(Math.max(error.pos - lead, 0), length);
  return Object.assign(new SyntaxError(error.message), { pos, raisedAt: pos + 1 });
}

/** Namespaces are code, but Sucrase removes them like types: finds those missing from the result. */
function findNamespaces(source: string, code: string, mapping: Mapping): Finding[] {
  const found = [...source.matchAll(/(?<!declare\s+)(?<![\w$.])(?:namespace|module)\s+([\w$.]+)\s*\{/g)];
  if (found.length === 0) return [];
  const kept = new Set([...code.matchAll(/namespace|module/g)].map(({ index }) => mapping.toSource(index)));
  return found
    .filter(({ index }) => !kept.has(index))
    .map(({ index, 1: name = "" }) => ({
      severity: "error",
      message: texts.namespace({ name }),
      from: index,
      to: index + "namespace".length,
    }));
}
