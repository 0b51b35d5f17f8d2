/** Texts of messages in another language, by the messages' codes: one file for each domain. */
export type Translations = Readonly<Record<string, string>>;

/** Patterns in English, each with the same in another language: for the words of engines, parsers and databases. */
export interface Pairs {
  readonly sentences: Readonly<Record<string, string>>;
  /** What is put into words only where it stands in a sentence: a word alone may be anybody's. */
  readonly parts: Readonly<Record<string, string>>;
  readonly between: Readonly<Record<string, string>>;
}

/** What a language brings with it besides its tag: plain data, so that a page can hand it to the frame of a notebook. */
export interface LanguageWords {
  readonly translations?: Translations;
  readonly strangers?: Pairs;
}
