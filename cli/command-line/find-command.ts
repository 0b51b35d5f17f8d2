import { nearestName } from "../../lib/tool/nearest-name.ts";
import { type CommandWords, declarations, groups } from "../declarations/declarations.ts";
import { WrongInput } from "../input/misuse.ts";

/** A command with the arguments after its words, or the first word of several if the second is missing. */
export type FoundCommand =
  | { readonly words: CommandWords; readonly rest: readonly string[] }
  | { readonly group: string; readonly rest: readonly string[] };

/** The second words of the commands with this first word. */
export function secondWords(group: string): string[] {
  return Object.keys(declarations).flatMap((words) => (words.startsWith(`${group} `) ? [words.split(" ")[1]!] : []));
}

/** Finds the command that the arguments begin with. Throws WrongInput if there is none. */
export function findCommand(args: readonly string[]): FoundCommand {
  const [first = "", ...rest] = args;
  // Such as “new NAME” and “new site FOLDER”.
  const longer = `${first} ${rest[0]}`;
  if (Object.hasOwn(declarations, first) && Object.hasOwn(declarations, longer)) {
    return { words: longer as CommandWords, rest: rest.slice(1) };
  }
  const group = Object.hasOwn(groups, first) ? groups[first] : undefined;
  if (!group) {
    if (Object.hasOwn(declarations, first)) return { words: first as CommandWords, rest };
    const near = nearestName(first, [
      ...Object.keys(declarations).filter((words) => !/ /.test(words)),
      ...Object.keys(groups),
    ]);
    const hint = near ? `Did you mean "${near}"? ` : "";
    throw new WrongInput(`There is no command "${first}". ${hint}"yuheng help" lists them.`);
  }
  const at = rest.findIndex((word) => !word.startsWith("-"));
  const second = rest[at];
  if (second === undefined) {
    const asks = rest.some((word) => word === "--help" || word === "-h");
    return group.default && !asks
      ? { words: `${first} ${group.default}` as CommandWords, rest }
      : { group: first, rest };
  }
  const words = `${first} ${second}`;
  if (Object.hasOwn(declarations, words)) return { words: words as CommandWords, rest: rest.toSpliced(at, 1) };
  throw new WrongInput(unknownWord(first, second));
}

/** The sentence on a second word that there is not; without one, on its absence. */
export function unknownWord(first: string, second?: string): string {
  const known = secondWords(first);
  const list = `There are ${known.slice(0, -1).join(", ")} and ${known.at(-1)}.`;
  const near = second === undefined ? undefined : nearestName(second, known);
  const begin = second === undefined ? `“${first}” needs a second word.` : `“${first} ${second}” is not known.`;
  return `${begin} ${list}${near ? ` Did you mean “${near}”?` : ""}`;
}
