import type { Completable, CompletableCommand, CompletableOption, Place } from "./completable.ts";

/** A script for zsh, to be evaluated after compinit or put into a folder of \`fpath\` as \`_yuheng\`. */
export function zshScript({ commands, first }: Completable): string {
  const groups = first.filter(({ second }) => second.length > 0);
  const oneWord = commands.filter(({ words }) => words.length === 1 && !groups.some(({ word }) => word === words[0]));
  return `#compdef yuheng
# Completion of yuheng for zsh, written by "yuheng completion zsh".
_yuheng() {
  local curcontext="$curcontext" state line
  _arguments -C '(- *)'{-h,--help}'[say how it is used]' '(- *)'{-V,--version}'[say which version this is]' '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands=(
${first.map(({ word, summary }) => `        ${quoted(`${word}:${summary}`)}`).join("\n")}
      )
      _describe command commands
      ;;
    rest)
      case $line[1] in
${oneWord.map((command) => `        ${command.words[0]}) ${argumentsOf(command)} ;;`).join("\n")}
${groups.map(({ word }) => groupCase(word, commands)).join("\n")}
      esac
      ;;
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _yuheng "$@"; else compdef _yuheng yuheng; fi
`;
}

function groupCase(word: string, commands: readonly CompletableCommand[]): string {
  const members = commands.filter(({ words }) => words.length === 2 && words[0] === word);
  const described = members.map(({ words, summary }) => quoted(`${words[1]}:${summary}`)).join(" ");
  const cases = members.map(
    (command) => `            ${command.words[1]}) shift words; (( CURRENT-- )); ${argumentsOf(command)} ;;`,
  );
  // Such as “new NAME” beside “new site FOLDER”.
  const other = commands.find(({ words }) => words.length === 1 && words[0] === word);
  if (other) cases.push(`            *) ${argumentsOf(other)} ;;`);
  return `        ${word})
          if (( CURRENT == 2 )); then
            local -a second=(${described})
            _describe command second
          else case $words[2] in
${cases.join("\n")}
          esac; fi
          ;;`;
}

function argumentsOf({ options, operands, repeats }: CompletableCommand): string {
  const specifications = [
    ...options.map(specificationOf),
    ...operands.map((place, i) => {
      const position = repeats && i === operands.length - 1 ? "*" : String(i + 1);
      return quoted(`${position}: :${actionOf(place)}`);
    }),
  ];
  return `_arguments ${specifications.join(" ")}`;
}

function specificationOf({ name, short, summary, value }: CompletableOption): string {
  const text = `[${summary.replaceAll(/[[\]:\\]/g, "\\$&")}]${value === null ? "" : `: :${actionOf(value)}`}`;
  return short ? `'*'{-${short},--${name}}${quoted(text)}` : quoted(`*--${name}${text}`);
}

function actionOf(place: Place): string {
  if (place === "nothing") return " ";
  if (place === "files") return "_files";
  if (place === "folders") return "_files -/";
  return `(${place.words.join(" ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
