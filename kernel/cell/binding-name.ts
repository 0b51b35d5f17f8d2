/** Whether a name can be declared and passed as a parameter in strict code. */
export function isBindingName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name) && !reservedWords.has(name);
}

const reservedWords: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in instanceof interface let new null package private protected public return
  static super switch this throw true try typeof var void while with yield`
    .split(/\s+/)
    .filter(Boolean),
);
