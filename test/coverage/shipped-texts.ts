import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A text that a person or a program reads, with where it stands. */
export interface ShippedText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Messages, declarations of tools and cells, texts of notebooks, of datasets and of the manual: the lines of these files. */
export function shippedLines(): ShippedText[] {
  return files().flatMap((file) =>
    linesOf(file)
      .map((text, i) => ({ file, line: i + 1, text: plain(text) }))
      .filter(({ text }) => !isComment(text, file)),
  );
}

/**
 * The same without code: of a source the literals that hold a sentence, of a notebook also its prose without what is computed in it.
 * Words such as “interval” are names in code as well.
 */
export function shippedSentences(): ShippedText[] {
  return shippedLines().flatMap(({ file, line, text }) => {
    if (isProse(file)) return [{ file, line, text: withoutCode(text) }];
    const code = /\.ts$/.test(file) || isCodeLine(text);
    if (!code) return [{ file, line, text: withoutValues(text) }];
    return literalsIn(text).map((each) => ({ file, line, text: each }));
  });
}

const isProse = (file: string) => /\.(?:md|json)$/.test(file);

/** A line of a cell of code, which says nothing outside of its literals. */
const isCodeLine = (text: string) =>
  /^(?:const|let|for|if|return|display|test|\}|\]|\)|Plot\.|[\w.]+\(|[\w"-]+: |\.\.\.|<\/?script|\/\/)/.test(text);

const literalsIn = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)(?:`|$)/g)]
    .map(([, quoted, template]) => withoutValues(quoted ?? template!))
    .filter((each) => /\s|\p{Script=Han}/u.test(each));

/** What is computed in a text, or put into a message, is no part of what it says by itself. */
const withoutValues = (text: string) =>
  text.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "…").replaceAll(/\{\w+(?::[^{}]*)?\}/g, "…");

const withoutCode = (text: string) => text.replaceAll(/`[^`]*`/g, "…");

/** Comments are read by those who change the code, except where help and declarations are made of them. */
const isComment = (line: string, file: string) =>
  file.endsWith(".ts") && !/names\/help\.ts$|\.d\.ts$/.test(file) && /^(?:\/?\*|\/\/)/.test(line);

/** With plain spaces, whatever keeps a number and its unit together. */
const plain = (line: string) => line.replaceAll(/[\u00a0\u2009\u202f]|\\u00a0|\\u202f/g, " ").trim();

const linesOf = (file: string) => readFileSync(join(root, file), "utf8").split("\n");

const files = (): string[] => [
  ...["lib", "kernel", "app", "cli"].flatMap((folder) => filesIn(folder, /\.ts$/)),
  ...filesIn("notebooks", /\.html$/),
  "datasets/catalogue.json",
  "README.md",
  "README.zh-CN.md",
];

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path))
    .sort();
}
