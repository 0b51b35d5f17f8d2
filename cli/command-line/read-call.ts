import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import type {
  Call,
  ChoiceOption,
  CommandDeclaration,
  NumberOption,
  OptionDeclaration,
} from "../declarations/declaration.ts";
import { Misuse } from "../input/misuse.ts";

/** Options of every command; they are answered before it is called. */
export const helpOption = { type: "flag", short: "h", summary: "say how it is used" } as const;

/**
 * Reads arguments by a command's declaration: values have their types, defaults are filled in, words outside of a list are
 * refused. Throws Misuse.
 */
export function readCall(declaration: CommandDeclaration, args: readonly string[]): Call {
  const { values, positionals } = parse(declaration, args);
  const entries = Object.entries(declaration.options);
  // What a person mistyped is said before what is missing.
  const options = Object.fromEntries(entries.map(([name, option]) => [name, readValue(name, option, values[name])]));
  const needsOperands = !entries.some(([name, option]) => option.type === "flag" && option.alone && options[name]);
  checkOperands(declaration, positionals, needsOperands);
  for (const [name, option] of entries) {
    if (option.type === "text" && option.required && options[name] === undefined) throw new Misuse(option.required);
  }
  return { operands: positionals, options } as Call;
}

/** Whether the arguments ask how the command is used. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((word) => word === "--help" || word === "-h");
}

function parse(declaration: CommandDeclaration, args: readonly string[]) {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, option] of Object.entries(declaration.options)) {
    options[name] = {
      type: option.type === "flag" ? "boolean" : "string",
      ...(isMany(option) ? { multiple: true } : {}),
      ...("short" in option && option.short ? { short: option.short } : {}),
    };
  }
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // The errors of Node's parser are sentences; the advice after the first is left out.
    const { message } = error as Error;
    const [first = message] = message.split(". To specify");
    const unknown = /^Unknown option '--([^']+)'/.exec(message)?.[1];
    const near = unknown === undefined ? undefined : nearestName(unknown, [...Object.keys(options), "help"]);
    throw new Misuse(`${/[.?]$/.test(first) ? first : `${first}.`}${near ? ` Did you mean "--${near}"?` : ""}`);
  }
}

function isMany(option: OptionDeclaration): boolean {
  return (option.type === "text" && option.many === true) || (option.type === "choice" && option.list === true);
}

type Given = string | boolean | readonly (string | boolean)[] | undefined;

function readValue(name: string, option: OptionDeclaration, given: Given): unknown {
  if (option.type === "flag") return given === true;
  if (option.type === "number") return given === undefined ? undefined : readNumber(name, option, String(given));
  if (option.type === "text") return given ?? option.default ?? (option.many ? [] : undefined);
  const value = given ?? option.default;
  if (value === undefined) return undefined;
  if (!option.list) return readChoice(name, option, String(value));
  const words = [value].flat().flatMap((text) => String(text).split(","));
  return words.map((word) => readChoice(name, option, word.trim()));
}

function readNumber(name: string, { positive }: NumberOption, given: string): number {
  const value = Number(given);
  const fits = positive ? value > 0 : value >= 0;
  if (given.trim() === "" || !Number.isFinite(value) || !fits) {
    throw new Misuse(`--${name} takes a ${positive ? "number above 0" : "number"}, not “${given}”.`);
  }
  return value;
}

/** Letters may be small or capital; `zh` stands for `zh-CN`. */
function readChoice(name: string, { of }: ChoiceOption, given: string): string {
  const word = given.toLowerCase();
  const chosen =
    of.find((choice) => choice.toLowerCase() === word) ??
    of.find((choice) => choice.toLowerCase().startsWith(`${word}-`));
  if (chosen) return chosen;
  const near = nearestName(given, of);
  const hint = near ? ` Did you mean “${near}”?` : "";
  throw new Misuse(`There is no ${name} “${given}”. There are ${of.join(", ")}.${hint}`);
}

function checkOperands(
  { operands, excess }: CommandDeclaration,
  given: readonly string[],
  needsOperands: boolean,
): void {
  if (needsOperands) {
    const missing = operands.find(({ optional }, i) => !optional && i >= given.length);
    if (missing) throw new Misuse(missing.missing ?? `${missing.name} is missing.`);
  }
  if (operands.at(-1)?.many || given.length <= operands.length) return;
  const word = given[operands.length]!;
  throw new Misuse((excess ?? "“{word}” is one word too many.").replace("{word}", () => word));
}
