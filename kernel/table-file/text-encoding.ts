import { messages } from "../../lib/message/message.ts";
import { markedEncoding } from "./encoding-mark.ts";
import { MOST_TEXT_BYTES } from "./limits.ts";
import { TableFileError } from "./table-file-error.ts";

const said = messages("tableFile", {
  empty: {
    en: "the file is empty. Was it saved completely?",
    zh: "文件为空。是否已完整保存？",
  },
  binary: {
    en: "a text was expected, but the file has bytes that no text has. Is its name right, or is it damaged?",
    zh: "应为文本，但文件中有文本不会有的字节。文件名是否正确，或文件是否已损坏？",
  },
  unknownEncoding: {
    en: 'the encoding "{encoding}" is not known. Choose another, such as utf-8, gb18030 or windows-1252.',
    zh: "未知编码“{encoding}”。请选择其他编码，如 utf-8、gb18030 或 windows-1252。",
  },
  textTooLarge: {
    en: "the text has {bytes} MB, and at most {most} MB are read. Split it, or convert it to Parquet.",
    zh: "文本有 {bytes} MB，最多读取 {most} MB。请拆分，或转换为 Parquet。",
  },
});

/** A text with the encoding by which it was decoded. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  /** Whether bytes were replaced that the encoding does not allow. */
  readonly isDamaged: boolean;
}

/** Bytes by which encodings are told apart, if the whole decides nothing sooner. */
const SAMPLE = 1 << 20;
/** Of UTF-16, the share of zero bytes on their side: digits, separators and line breaks of a table. */
const ZEROS = 0.05;
/** The least share of the pairs of a Chinese text that are characters of GB 2312. */
const COMMON = 0.8;

/**
 * The text in bytes: by the asked encoding or by its byte order mark, UTF-16 also without one, UTF-8 if it is valid, else GB18030 if
 * it is valid and its characters are those of Chinese texts, else windows-1252. Throws TableFileError.
 */
export function decodeText(file: string, bytes: Uint8Array, asked?: string): DecodedText {
  if (bytes.length === 0) throw new TableFileError(file, said.empty());
  if (bytes.length > MOST_TEXT_BYTES) {
    const mega = (count: number) => Math.ceil(count / 1e6);
    throw new TableFileError(file, said.textTooLarge({ bytes: mega(bytes.length), most: mega(MOST_TEXT_BYTES) }));
  }
  const decoded = asked === undefined ? recognised(file, bytes) : decodedAs(file, bytes, asked);
  if (decoded.text.trim() === "") throw new TableFileError(file, said.empty());
  if (hasControls(decoded.text)) throw new TableFileError(file, said.binary());
  return decoded;
}

function decodedAs(file: string, bytes: Uint8Array, encoding: string): DecodedText {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    throw new TableFileError(file, said.unknownEncoding({ encoding }));
  }
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, isDamaged: text.includes("\ufffd") };
}

function recognised(file: string, bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked) return decodedAs(file, bytes, marked);
  const wide = wideEncoding(bytes);
  if (wide === "none") throw new TableFileError(file, said.binary());
  if (wide) {
    const text = strictly(bytes, wide);
    if (text === null) throw new TableFileError(file, said.binary());
    return { text, encoding: wide, isDamaged: false };
  }
  const text = strictly(bytes, "utf-8");
  if (text !== null) return { text, encoding: "utf-8", isDamaged: false };
  if (looksChinese(bytes.subarray(0, SAMPLE))) {
    const chinese = strictly(bytes, "gb18030");
    if (chinese !== null) return { text: chinese, encoding: "gb18030", isDamaged: false };
  }
  return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", isDamaged: false };
}

/** UTF-16 by its zero bytes, which are nearly all on one side; null if there are none, `none` if they are no text. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | "none" | null {
  if (bytes.indexOf(0) < 0) return null;
  const sample = bytes.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const enough = (ZEROS * sample.length) / 2;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < enough) return "none";
  if (even * 20 < odd) return "utf-16le";
  return odd * 20 < even ? "utf-16be" : "none";
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Whether the bytes beyond ASCII come in pairs as in Chinese texts. Most pairs of a Latin text are valid in GB18030, too: an accented
 * letter and the letter behind it give a rare character. But those of a Chinese text are mostly in GB 2312, where both bytes are
 * beyond ASCII.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1]!;
    pairs++;
    // Symbols and punctuation, and the hanzi of both levels.
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7))) common++;
    i++;
  }
  return pairs > 0 && common >= COMMON * pairs;
}

/** Whether a text begins with control characters that no text has. */
function hasControls(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) controls++;
  }
  return controls > sample.length / 1_000;
}
