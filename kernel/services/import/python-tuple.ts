/**
 * Labels as Python writes a tuple of texts, `('AT', "Farmer's goods")`: pandas names a Parquet column so if its labels have several
 * levels. The Python Language Reference, section 2.4.1.
 */
export function tupleText(labels: readonly string[]): string {
  return `(${labels.map(literalText).join(", ")}${labels.length === 1 ? "," : ""})`;
}

/** The labels of such a text; undefined if it is none. Numbers and other bare words are labels as they are written. */
export function labelsOfTuple(text: string): string[] | undefined {
  const outer = /^\s*\(([\s\S]*)\)\s*$/.exec(text);
  if (!outer) return undefined;
  const labels: string[] = [];
  const item = /\s*(?:'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|([^\s,'"()\\]+))\s*(,|$)/y;
  const inside = outer[1]!;
  while (item.lastIndex < inside.length) {
    const found = item.exec(inside);
    if (!found) return undefined;
    const quoted = found[1] ?? found[2];
    labels.push(quoted === undefined ? found[3]! : unescaped(quoted));
    if (found[4] === "" || inside.slice(item.lastIndex).trim() === "") return labels;
  }
  return undefined;
}

function literalText(label: string): string {
  const quote = label.includes("'") && !label.includes('"') ? '"' : "'";
  const escaped = label.replace(/[\\\p{Cc}'"]/gu, (letter) => {
    if (letter === "\\" || letter === quote) return `\\${letter}`;
    if (letter === "'" || letter === '"') return letter;
    return `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  return quote + escaped + quote;
}

const letters: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\n": "" };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(00[01][\da-fA-F]{5})|([\s\S]))/g,
    (_, two: string | undefined, four: string | undefined, eight: string | undefined, one: string | undefined) => {
      const code = two ?? four ?? eight;
      if (code === undefined) return letters[one!] ?? (/['"\\]/.test(one!) ? one! : `\\${one}`);
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
    },
  );
}
