import { type Vocabulary, vocabularySchema } from "./vocabulary.ts";

/**
 * The vocabularies of the datasets as served beside the page; null if there are none, as beside a server of an older version.
 *
 * @param base the URL under which `vocabulary.json` is served
 * @param read fetches a URL; rejects, or returns an error status, if there is nothing
 */
export async function servedVocabulary(
  base: URL,
  read: (address: URL) => Promise<Response> = (address) => fetch(address),
): Promise<Vocabulary | null> {
  const response = await read(new URL("vocabulary.json", base)).catch(() => null);
  const file: unknown = response?.ok ? await response.json().catch(() => null) : null;
  return vocabularySchema.safeParse(file).data ?? null;
}
