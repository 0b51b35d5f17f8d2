/** A fenced code block at the top level of Markdown. */
export interface Fence {
  readonly type: "fence";
  /** The first word after the fence, in lower case. */
  readonly language: string;
  /** The rest of the line. */
  readonly info: string;
  readonly code: string;
  /** The text of the block, with its fences. */
  readonly text: string;
  /** The missing closing fence, if the text ends before the block is closed. */
  readonly missing?: string;
  /** The line of the opening fence in the text, from 0. */
  readonly line: number;
}

export interface Prose {
  readonly type: "prose";
  readonly text: string;
  /** The line in the text on which it begins, from 0. */
  readonly line: number;
}

/** Splits Markdown into its top-level fenced code blocks and the text between them. */
export function splitFences(markdown: string): (Fence | Prose)[] {
  const blocks: (Fence | Prose)[] = [];
  let prose: string[] = [];
  const lines = markdown.split("\n");
  const endProse = (line: number) => {
    if (prose.length > 0) blocks.push({ type: "prose", text: prose.join("\n"), line: line - prose.length });
    prose = [];
  };
  for (let i = 0; i < lines.length; ++i) {
    const open = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(lines[i]!);
    if (!open) {
      prose.push(lines[i]!);
      continue;
    }
    const [, indent = "", fence = "", rest = ""] = open;
    const close = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
    let end = i + 1;
    while (end < lines.length && !close.test(lines[end]!)) ++end;
    const dedent = new RegExp(`^ {0,${indent.length}}`);
    const [, language = "", info = ""] = /^(\S*)\s*(.*?)$/.exec(rest.trim()) ?? [];
    endProse(i);
    blocks.push({
      type: "fence",
      language: language.toLowerCase(),
      info,
      code: lines
        .slice(i + 1, end)
        .map((line) => line.replace(dedent, ""))
        .join("\n"),
      text: lines.slice(i, end + 1).join("\n"),
      line: i,
      ...(end === lines.length ? { missing: fence } : {}),
    });
    i = end;
  }
  endProse(lines.length);
  return blocks;
}

/** Writes code as a fenced block, with a fence longer than any in it. */
export function renderFence(info: string, code: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${code}\n${fence}`;
}
