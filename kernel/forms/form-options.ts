// The declarations of `forms` in cells: the language service reads this file, so that it imports types only.

/** A text of one language, or the texts of several by their tags. */
export type FormText = string | Readonly<Record<string, string>>;

/** A question as results have it in `asks`. */
export interface FormAsk {
  readonly key: string;
  readonly question: FormText;
  /** Without options the answer is typed. */
  readonly options: readonly {
    readonly value: string;
    readonly label: FormText;
    /** By how much the result is another with it than with the default. */
    readonly change?: number;
  }[];
  /** The option that holds until it is answered. */
  readonly assumed?: string | null;
}

export interface QuestionsOptions {
  /** The unit of `change`; `kg` if left out. */
  unit?: string;
  /** Answers that are given already, by key. */
  answers?: Readonly<Record<string, string>>;
}

/** A form whose value are the answers that were given, by the keys of their questions. */
export interface QuestionsForm extends HTMLFormElement {
  value: Record<string, string>;
}

export interface ReportOptions {
  /** The file without its ending. */
  name?: string;
  /** By which standard the fields are asked for; the usual one of the kind of account if left out. */
  standard?: "ghg-protocol" | "iso-14064-1" | "iso-14067" | "ipcc";
  /** What only a person can state of these fields, by key: `{organisation: "…", approach: "…"}`. */
  statements?: Readonly<Record<string, string>>;
}

/** The forms by name. */
export interface Forms {
  /** One question at a time, those first that may change the result most. */
  questions(asks: readonly FormAsk[], options?: QuestionsOptions): QuestionsForm;
  /** Buttons that save the report of an account, as a workbook and as a page to print. */
  report(account: object, options?: ReportOptions): HTMLElement;
}
