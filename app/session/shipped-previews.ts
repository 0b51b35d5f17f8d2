import index from "../../notebooks/previews/index.json" with { type: "json" };

/** The previews of one notebook: `version` is that of the text from which they were made. */
interface Previews {
  readonly version: string;
  /** The languages of its pictures. */
  readonly languages: readonly string[];
}

const shipped: Readonly<Record<string, Previews>> = index;

const addresses = import.meta.glob<string>("../../notebooks/previews/*.svg", {
  query: "?url&no-inline",
  import: "default",
  // The addresses are all in this program: as programs of their own, each would be a request more.
  eager: true,
});

/**
 * The picture that ships with a notebook, as SVG text, in a language or else in the first one that it has; null if there is none or
 * if it shows another version of the notebook.
 */
export async function shippedPreview(name: string, version: string, language: string): Promise<string | null> {
  const previews = Object.hasOwn(shipped, name) ? shipped[name] : undefined;
  if (!previews || previews.version !== version) return null;
  const tag = previews.languages.includes(language) ? language : previews.languages[0];
  const address = addresses[`../../notebooks/previews/${name}.${tag}.svg`];
  if (address === undefined) return null;
  const response = await fetch(new URL(address, document.baseURI)).catch(() => null);
  return response?.ok ? response.text() : null;
}
