/** A version of a notebook that can be told from its number: whole, or not at all. */
export function textOf(name: string, number: number): string {
  const line = `<!-- ${name} ${number} -->\n`;
  return `<!doctype html>\n${line}<notebook>\n${line.repeat(1 + ((number * 7919) % 4000))}</notebook>\n`;
}

export function numberOf(text: string): number {
  return Number(/<!-- \S+ (\d+) -->/.exec(text)?.[1]);
}
