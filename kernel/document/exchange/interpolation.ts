/**
 * Foreign Markdown has no interpolation: every `${` in it is text. Escapes it so that a Markdown cell shows the same, here and in
 * Notebook Kit: `$\{` is read as `${`; if there are other backslashes next to it, it is written as an interpolated string.
 */
export function escapeInterpolation(markdown: string): string {
  return markdown.replace(/\\*\$\\*\{/g, (text) => (text === "${" ? "$\\{" : `\${${JSON.stringify(text)}}`));
}
