import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** The two READMEs, which say the same of what can be run. */
export const readmes = ["README.md", "README.zh-CN.md"] as const;

export function textOf(readme: string): string {
  return readFileSync(join(root, readme), "utf8");
}

/** The blocks of code in a language. */
export function codeIn(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, of]) => of === language).map(([, , code]) => code!);
}

/** The lines of some code without comments and empty lines. */
export function linesOf(code: string, comment: "#" | "//"): string[] {
  return code
    .split("\n")
    .map((line) => line.replace(new RegExp(`\\s+${comment} .*$`), "").trim())
    .filter((line) => line !== "");
}

/** The text outside of blocks of code. */
export function proseOf(text: string): string {
  return text.replaceAll(/^```\w+\n.*?^```$/gms, "");
}
