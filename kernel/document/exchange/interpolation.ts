/**
 * Markdown from elsewhere knows no interpolation: every `${` in it is text. This writes it so that a Markdown cell here
 * shows the same, in Notebook Kit too: `$\{` is read as `${`; with other backslashes about, it is the value of a string.
 */
export function escapeInterpolation(markdown: string): string {
  return markdown.replace(/\\*\$\\*\{/g, (text) => (text === "${" ? "$\\{" : `\${${JSON.stringify(text)}}`));
}
