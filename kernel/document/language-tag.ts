/** Whether two tags of BCP 47 are of the same language, in any variant: `zh` and `zh-CN`. */
export function isSameLanguage(tag: string, other: string): boolean {
  return primaryOf(tag) === primaryOf(other);
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0]!;
}

/** The value for a language among values by tag: of the tag itself, of its language in any variant, in English, or the first. */
export function valueFor<Value>(values: Readonly<Record<string, Value>>, language: string): Value | undefined {
  const tags = Object.keys(values);
  const tag =
    tags.find((each) => each.toLowerCase() === language.toLowerCase()) ??
    tags.find((each) => isSameLanguage(each, language)) ??
    tags.find((each) => isSameLanguage(each, "en")) ??
    tags[0];
  return tag === undefined ? undefined : values[tag];
}
