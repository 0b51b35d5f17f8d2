/** What the shell completes in the place of an operand or of an option's value. */
export type Completion = "files" | "folders" | "datasets" | "tools" | "commands";

interface Described {
  readonly summary: string;
}

/** `--name`: true if it is given. With `alone` the command needs no operand then. */
export interface FlagOption extends Described {
  readonly type: "flag";
  readonly short?: string;
  readonly alone?: true;
}

interface ValueOption extends Described {
  readonly short?: string;
  /** What stands for the value in the help: `FOLDER`. */
  readonly hint: string;
}

/** `--name TEXT`; with `many` it may be given several times, and is a list. */
export interface TextOption extends ValueOption {
  readonly type: "text";
  readonly many?: true;
  readonly default?: string;
  readonly completes?: Completion;
  /** The sentence if it is not given. */
  readonly required?: string;
}

/** `--name NUMBER`: not negative, or with `positive` above 0. */
export interface NumberOption extends ValueOption {
  readonly type: "number";
  readonly positive?: true;
}

/** `--name WORD`: one of a list of words. With `list` several, separated by commas or given one by one. */
export interface ChoiceOption extends ValueOption {
  readonly type: "choice";
  readonly of: readonly string[];
  readonly list?: true;
  readonly default?: string;
}

export type OptionDeclaration = FlagOption | TextOption | NumberOption | ChoiceOption;

/** An argument that is no option. `many` is for the last of them: one or more, or with `optional` any number. */
export interface OperandDeclaration {
  readonly name: string;
  readonly optional?: true;
  readonly many?: true;
  readonly completes?: Completion;
  /** For one that completes no names: its words, such as the shells. */
  readonly of?: readonly string[];
  /** The sentence if it is not given. */
  readonly missing?: string;
}

/** A command as data: what can be said of it without loading what it runs. */
export interface CommandDeclaration {
  /** Half a sentence for the list of commands. */
  readonly summary: string;
  /** What it does, in sentences; lines are wrapped where the help is written. */
  readonly description: string;
  readonly operands: readonly OperandDeclaration[];
  /** The sentence on a superfluous operand; `{word}` is the operand. */
  readonly excess?: string;
  readonly options: Readonly<Record<string, OptionDeclaration>>;
  /** Command lines, with what each does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** What its exit codes mean here, for those that it can end with. */
  readonly exits: Readonly<Partial<Record<ExitCode, string>>>;
}

/** Commands with a common first word. */
export interface GroupDeclaration {
  readonly summary: string;
  /** The second word if none is given. */
  readonly default?: string;
}

/** Every exit code of `yuheng`. */
export const exitCodes = {
  0: "done, and nothing is wrong",
  1: "it failed, or something that was looked for was found: a failed cell, a difference, an error",
  2: "wrong use or wrong input; a sentence says what to change",
  130: "ended with Ctrl+C (SIGINT); what was finished is there",
  143: "ended by another process (SIGTERM); what was finished is there",
} as const;

export type ExitCode = keyof typeof exitCodes;

type ValueOf<Option> = Option extends FlagOption
  ? boolean
  : Option extends { type: "number" }
    ? number | undefined
    : Option extends { type: "choice"; of: readonly (infer Word)[]; list: true }
      ? readonly Word[] | OrUndefined<Option>
      : Option extends { type: "choice"; of: readonly (infer Word)[] }
        ? Word | OrUndefined<Option>
        : Option extends { many: true }
          ? readonly string[]
          : string | OrUndefined<Option>;

type OrUndefined<Option> = Option extends { default: string } | { required: string } ? never : undefined;

/** The operands and the values of the options of one call. */
export interface Call<Declaration extends CommandDeclaration = CommandDeclaration> {
  readonly operands: readonly string[];
  readonly options: { readonly [Name in keyof Declaration["options"]]: ValueOf<Declaration["options"][Name]> };
}

/** Runs a command: writes to the standard streams and resolves to the exit code. */
export type Program<Declaration extends CommandDeclaration> = (call: Call<Declaration>) => Promise<number>;
