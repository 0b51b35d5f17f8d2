import { secondWords } from "../command-line/find-command.ts";
import { helpOption } from "../command-line/read-call.ts";
import type { CommandDeclaration, Completion, OptionDeclaration } from "../declarations/declaration.ts";
import { type CommandWords, declarations, groups } from "../declarations/declarations.ts";

/** What can stand in a place: words, files, folders or nothing that is known. */
export type Place = { readonly words: readonly string[] } | "files" | "folders" | "nothing";

export interface CompletableOption {
  readonly name: string;
  readonly short?: string;
  readonly summary: string;
  /** What stands after it; null for a flag. */
  readonly value: Place | null;
}

export interface CompletableCommand {
  /** One word or two. */
  readonly words: readonly string[];
  readonly summary: string;
  readonly options: readonly CompletableOption[];
  /** What stands at each operand; the last stands for all that follow if `repeats`. */
  readonly operands: readonly Place[];
  readonly repeats: boolean;
}

/** What a shell completes. */
export interface Completable {
  readonly commands: readonly CompletableCommand[];
  /** First words, with their second words if there are any. */
  readonly first: readonly { readonly word: string; readonly summary: string; readonly second: readonly string[] }[];
}

/** Everything that can be completed, by the declarations; the names are those of tools and datasets. */
export function completable(names: {
  readonly tools: readonly string[];
  readonly datasets: readonly string[];
}): Completable {
  const first = new Map<string, Completable["first"][number]>();
  for (const [words, { summary }] of Object.entries(declarations)) {
    const [word = ""] = words.split(" ");
    first.set(word, { word, summary: groups[word]?.summary ?? summary, second: secondWords(word) });
  }
  const placeOf = (completes: Completion | undefined, of?: readonly string[]): Place => {
    if (of) return { words: of };
    if (completes === "tools" || completes === "datasets") return { words: names[completes] };
    if (completes === "commands") return { words: [...first.keys(), "exit-codes"] };
    return completes ?? "nothing";
  };
  const optionOf = ([name, option]: [string, OptionDeclaration]): CompletableOption => ({
    name,
    ...(option.short === undefined ? {} : { short: option.short }),
    summary: option.summary,
    value:
      option.type === "flag"
        ? null
        : option.type === "choice"
          ? { words: option.of }
          : placeOf(option.type === "text" ? option.completes : undefined),
  });
  const commands = (Object.keys(declarations) as CommandWords[]).map((words): CompletableCommand => {
    const { summary, operands, options }: CommandDeclaration = declarations[words];
    return {
      words: words.split(" "),
      summary,
      options: Object.entries<OptionDeclaration>({ ...options, help: helpOption }).map(optionOf),
      operands: operands.map(({ completes, of }) => placeOf(completes, of)),
      repeats: operands.at(-1)?.many === true,
    };
  });
  return { commands, first: [...first.values()] };
}
