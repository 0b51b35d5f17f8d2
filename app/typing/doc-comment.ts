/** Text as an indented doc comment of a declaration; empty without text. */
export function docComment(text: string | undefined, indent = ""): string {
  const lines = (text ?? "")
    .trim()
    .replaceAll("*/", "*\\/")
    .replaceAll(/(^|\s)@/g, "$1\\@")
    .split("\n");
  if (lines.length === 1) return lines[0] ? `${indent}/** ${lines[0]} */\n` : "";
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
