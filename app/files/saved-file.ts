/** Extensions of files with data, pictures or texts. A notebook must not save a program that the user might open. */
const endings: ReadonlySet<string> = new Set(
  "csv tsv txt md json jsonl geojson topojson xml yaml yml bib ris ics arrow parquet feather xlsx ods zip gz svg png jpg jpeg gif webp avif pdf wav mp3 mp4 webm html ipynb npz npy nc tif tiff tex log patch".split(
    " ",
  ),
);

const MAX_LENGTH = 100;

/** The name under which a file may be saved: its own, without a path and without characters special to file systems. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"/\\|?*]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const at = plain.lastIndexOf(".");
  const stem = (at > 0 ? plain.slice(0, at) : plain) || "download";
  const ending = at > 0 ? plain.slice(at + 1).toLowerCase() : "";
  return `${stem.slice(0, MAX_LENGTH)}.${endings.has(ending) ? ending : "txt"}`;
}
