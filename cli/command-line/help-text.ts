import {
  type CommandDeclaration,
  exitCodes,
  type OperandDeclaration,
  type OptionDeclaration,
} from "../declarations/declaration.ts";
import { type CommandWords, declarations, groups } from "../declarations/declarations.ts";
import type { Paint } from "../terminal/colour.ts";
import { secondWords } from "./find-command.ts";
import { helpOption } from "./read-call.ts";

/** The most characters of a line. */
const WIDTH = 100;

/** The commands in the order of use, each with half a sentence. */
export function overview(paint: Paint): string {
  const shown: [string, string][] = [];
  for (const [words, declaration] of Object.entries<CommandDeclaration>(declarations)) {
    const [first = ""] = words.split(" ");
    const group = groups[first];
    if (!group) shown.push([usageOf(words, declaration), declaration.summary]);
    else if (words === `${first} ${secondWords(first)[0]}`)
      shown.push([`${first} ${secondWords(first).join("|")}`, group.summary]);
  }
  return `${paint.bold("Usage:")} yuheng COMMAND …\n\n${table(shown)}
"yuheng COMMAND --help" says how a command is used, with examples; "yuheng help exit-codes" says what
the exit codes mean, "yuheng --version" which version this is.
`;
}

/** How a command is used. */
export function helpOf(words: CommandWords, paint: Paint): string {
  const declaration: CommandDeclaration = declarations[words];
  const options = Object.entries<OptionDeclaration>({ ...declaration.options, help: helpOption });
  const rows = options.map(([name, option]): [string, string] => [optionOf(name, option), meaningOf(option)]);
  const examples = declaration.examples.map(([line, does]) => `  ${line}\n      ${paint.dim(does)}\n`).join("");
  const exits = Object.entries(declaration.exits).map(([code, meaning]): [string, string] => [code, meaning]);
  return [
    `${paint.bold("Usage:")} yuheng ${usageOf(words, declaration)} [OPTION]…\n`,
    `${wrap(declaration.description, "")}\n`,
    `${paint.bold("Options")}\n${table(rows)}`,
    `${paint.bold("Examples")}\n${examples}`,
    `${paint.bold("Exit codes")}\n${table(exits)}`,
  ].join("\n");
}

/** The commands with a common first word. */
export function helpOfGroup(first: string, paint: Paint): string {
  const rows = secondWords(first).map((second): [string, string] => {
    const words = `${first} ${second}` as CommandWords;
    return [usageOf(words, declarations[words]), declarations[words].summary];
  });
  const fallback = groups[first]?.default;
  return `${paint.bold("Usage:")} yuheng ${first} ${fallback ? `[${secondWords(first).join("|")}]` : secondWords(first).join("|")} …\n
${table(rows)}
"yuheng ${first} ${secondWords(first)[0]} --help" says how one is used.\n`;
}

/** The table of exit codes, and what 1 means of which command. */
export function exitCodeHelp(paint: Paint): string {
  const all = Object.entries(exitCodes).map(([code, meaning]): [string, string] => [code, meaning]);
  const failures = Object.entries<CommandDeclaration>(declarations).flatMap(([words, { exits }]): [string, string][] =>
    exits[1] === undefined ? [] : [[words, exits[1]]],
  );
  return `${paint.bold("Exit codes")}\n${table(all)}\n${paint.bold("Where 1 means more")}\n${table(failures)}`;
}

/** The words, the operands and the required options. */
export function usageOf(words: string, { operands, options }: CommandDeclaration): string {
  const required = Object.entries(options).filter(([, option]) => option.type === "text" && option.required);
  return [
    words,
    ...operands.map(operandOf),
    ...required.map(([name, option]) => optionOf(name, { ...option, short: "" })),
  ].join(" ");
}

function operandOf({ name, optional, many, of }: OperandDeclaration): string {
  const shown = `${of ? of.join("|") : name}${many ? "…" : ""}`;
  return optional ? `[${shown}]` : shown;
}

function optionOf(name: string, option: OptionDeclaration): string {
  const short = option.short ? `-${option.short}, ` : "";
  return `${short}--${name}${option.type === "flag" ? "" : ` ${option.hint}`}`;
}

function meaningOf(option: OptionDeclaration): string {
  const fallback = "default" in option ? option.default : undefined;
  return fallback === undefined ? option.summary : `${option.summary}; ${fallback} if left out`;
}

/** Two columns; the second is wrapped. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(32, Math.max(...rows.map(([name]) => name.length)));
  return rows
    .map(([name, meaning]) => {
      const indent = " ".repeat(width + 4);
      const text = wrap(meaning, indent).slice(indent.length);
      return name.length > width ? `  ${name}\n${indent}${text}\n` : `  ${name.padEnd(width)}  ${text}\n`;
    })
    .join("");
}

function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    const longer = line === indent ? `${indent}${word}` : `${line} ${word}`;
    if (longer.length > WIDTH && line !== indent) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line].join("\n");
}
