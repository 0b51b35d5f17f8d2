/** A report on a lesson as its file has it. */
export interface LessonReport {
  readonly name: string;
  readonly exercises: readonly {
    readonly id: string;
    readonly hash: string;
    readonly hintsOpened: number;
    readonly hints: number;
    readonly solutionOpened: string | null;
    readonly tries: readonly { readonly right: boolean }[];
  }[];
}

/** The report in the text of a file, either JSON or a page that contains it. */
export function reportIn(text: string): LessonReport {
  return JSON.parse(/<script type="application\/json">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? text);
}
