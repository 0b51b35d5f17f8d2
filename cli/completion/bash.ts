import type { Completable, CompletableCommand, Place } from "./completable.ts";

/** A script for bash, from version 3.2 on. The words of the line are read from the left, as the command reads them. */
export function bashScript({ commands, first }: Completable): string {
  return `# Completion of yuheng for bash, written by "yuheng completion bash".
_yuheng() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command="" operands=0 option="" word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    # bash makes three words of name=value.
    if [[ "$word" == "=" ]]; then [[ -n "$option" ]] || ((i += 1)); continue; fi
    if [[ -n "$option" ]]; then option=""; continue; fi
    case "$command $word" in
${valueOptions(commands)}
    esac
    [[ "$word" == -?* ]] && continue
    case "$command $word" in
      " $word") command="$word" ;;
      ${twoWords(commands)}) command="$command $word" ;;
      *) ((operands += 1)) ;;
    esac
  done
  [[ "$current" == "=" ]] && current=""
  if [[ -n "$option" ]]; then
    case "$command $option" in
${commands.flatMap(valueCases).join("\n")}
    esac
    return
  fi
  if [[ "$current" == -* ]]; then
    case "$command" in
      "") _yuheng_words "--help --version" ;;
${commands.map((command) => `      "${command.words.join(" ")}") _yuheng_words "${optionWords(command)}" ;;`).join("\n")}
    esac
    return
  fi
  case "$command $operands" in
    " 0") _yuheng_words "${first.map(({ word }) => word).join(" ")}" ;;
${first
  .filter(({ second }) => second.length > 0)
  .map(({ word, second }) => `    "${word} 0") _yuheng_words "${second.join(" ")}" ;;`)
  .join("\n")}
${commands.flatMap(operandCases).join("\n")}
  esac
}

_yuheng_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_yuheng_files() {
  local path
  compopt -o filenames 2> /dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$current")
}

complete -F _yuheng yuheng
`;
}

function twoWords(commands: readonly CompletableCommand[]): string {
  return commands.flatMap(({ words }) => (words.length === 2 ? [`"${words.join(" ")}"`] : [])).join("|");
}

/** Notes which words take the next one as their value. */
function valueOptions(commands: readonly CompletableCommand[]): string {
  const patterns = commands.flatMap(({ words, options }) =>
    options
      .filter(({ value }) => value !== null)
      .flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])])
      .map((option) => `"${words.join(" ")} ${option}"`),
  );
  return `      ${patterns.join("|")}) option="$word"; continue ;;`;
}

function valueCases({ words, options }: CompletableCommand): string[] {
  return options.flatMap(({ name, short, value }) => {
    const completing = value === null ? "" : completingOf(value);
    if (completing === "") return [];
    const patterns = [`--${name}`, ...(short ? [`-${short}`] : [])].map((option) => `"${words.join(" ")} ${option}"`);
    return [`      ${patterns.join("|")}) ${completing} ;;`];
  });
}

function optionWords({ options }: CompletableCommand): string {
  return options.map(({ name }) => `--${name}`).join(" ");
}

function operandCases({ words, operands, repeats }: CompletableCommand): string[] {
  return operands.flatMap((place, i) => {
    const completing = completingOf(place);
    const count = repeats && i === operands.length - 1 ? "*" : String(i);
    const pattern = count === "*" ? `"${words.join(" ")} "*` : `"${words.join(" ")} ${count}"`;
    return completing === "" ? [] : [`    ${pattern}) ${completing} ;;`];
  });
}

function completingOf(place: Place): string {
  if (place === "nothing") return "";
  if (place === "files") return "_yuheng_files -f";
  if (place === "folders") return "_yuheng_files -d";
  return `_yuheng_words "${place.words.join(" ")}"`;
}
