import type { Completable, CompletableCommand, Place } from "./completable.ts";

/** A script for fish. */
export function fishScript({ commands, first }: Completable): string {
  const words = first.map(({ word }) => word).join(" ");
  return `# Completion of yuheng for fish, written by "yuheng completion fish".
complete -c yuheng -f
complete -c yuheng -n "not __fish_seen_subcommand_from ${words}" -s h -l help -d "say how it is used"
complete -c yuheng -n "not __fish_seen_subcommand_from ${words}" -s V -l version -d "say which version this is"
${first
  .map(
    ({ word, summary }) =>
      `complete -c yuheng -n "not __fish_seen_subcommand_from ${words}" -a ${word} -d ${quoted(summary)}`,
  )
  .join("\n")}
${first.flatMap(({ word, second }) => secondLines(word, second, commands)).join("\n")}
${commands.flatMap(linesOf).join("\n")}
`;
}

function secondLines(word: string, second: readonly string[], commands: readonly CompletableCommand[]): string[] {
  const condition = `__fish_seen_subcommand_from ${word}; and not __fish_seen_subcommand_from ${second.join(" ")}`;
  return second.map((each) => {
    const { summary = "" } = commands.find(({ words }) => words[0] === word && words[1] === each) ?? {};
    return `complete -c yuheng -n "${condition}" -a ${each} -d ${quoted(summary)}`;
  });
}

function linesOf({ words, options, operands }: CompletableCommand): string[] {
  const condition = words.map((word) => `__fish_seen_subcommand_from ${word}`).join("; and ");
  const begin = `complete -c yuheng -n "${condition}"`;
  const places = new Set(operands.map(argumentsOf).filter((place) => place !== ""));
  return [
    ...options.map(({ name, short, summary, value }) => {
      const takes = value === null ? "" : ` ${value === "files" ? "-r" : "-x"}${argumentsOf(value)}`;
      return `${begin}${short ? ` -s ${short}` : ""} -l ${name}${takes} -d ${quoted(summary)}`;
    }),
    ...[...places].map((place) => `${begin}${place}`),
  ];
}

/** fish has no list of operands: what can stand anywhere is offered everywhere. */
function argumentsOf(place: Place): string {
  if (place === "nothing") return "";
  if (place === "files") return " -F";
  if (place === "folders") return ' -a "(__fish_complete_directories)"';
  return ` -a ${quoted(place.words.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
