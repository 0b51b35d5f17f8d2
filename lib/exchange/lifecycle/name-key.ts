/** An id of several names: "a | b". Bars within a name are escaped, so that `namesOf` gives the names again. */
export function keyOf(...names: readonly string[]): string {
  return names.map((name) => name.replaceAll("\\", "\\\\").replaceAll("|", "\\|")).join(" | ");
}

/** The names of such an id. */
export function namesOf(key: string): string[] {
  const names: string[] = [""];
  for (let at = 0; at < key.length; at++) {
    const sign = key[at]!;
    if (sign === "\\" && at + 1 < key.length) names[names.length - 1] = `${names.at(-1)}${key[++at]}`;
    else if (key.startsWith(" | ", at)) {
      names.push("");
      at += 2;
    } else names[names.length - 1] = `${names.at(-1)}${sign}`;
  }
  return names;
}
