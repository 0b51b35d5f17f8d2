import { type Message, messages } from "../../message/message.ts";
import { MOST_TEXT_BYTES } from "../table/limits.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { markedEncoding } from "./encoding-mark.ts";
import { type Damage, placeBehind, type StrictText, strictText } from "./strict-text.ts";

const texts = messages("tableFile", {
  empty: {
    en: "the file is empty. Was it saved completely? Save or download it again.",
    zh: "文件为空。是否已完整保存？请重新保存或下载。",
  },
  pdf: {
    en: "it is a PDF, whose tables are not read. Take the workbook or CSV that it was made from, or copy its table into a sheet.",
    zh: "这是 PDF，其中的表格不能读取。请使用生成它的工作簿或 CSV，或将表格复制到工作表。",
  },
  binary: {
    en: "a text was expected, but the file has bytes that no text has. Is its name right, or is it damaged? Save or download it again.",
    zh: "应为文本，但文件中有文本不会有的字节。文件名是否正确，或文件是否已损坏？请重新保存或下载。",
  },
  unknownEncoding: {
    en: 'the encoding "{encoding}" is not known. Choose another, such as utf-8, gb18030 or windows-1252.',
    zh: "未知编码“{encoding}”。请选择其他编码，如 utf-8、gb18030 或 windows-1252。",
  },
  zeroByte: {
    en: 'there is a zero byte behind "{before}", which no text has. Was the file written completely? Remove it, or save the file anew.',
    zh: "“{before}”之后有一个零字节，文本中不会有零字节。文件是否已完整写入？请将其删除，或重新保存文件。",
  },
  damagedText: {
    en: 'the byte {byte} behind "{before}" is not {encoding}, which the rest of the text is. Correct it there, or save the whole text anew as UTF-8.',
    zh: "“{before}”之后的字节 {byte} 不属于 {encoding}，而文本的其余部分是 {encoding}。请在该处改正，或将整个文本重新保存为 UTF-8。",
  },
  damagedColumn: {
    en: 'in the column `{column}`, the byte {byte} behind "{before}" is not {encoding}, which the rest of the text is. Correct it there, or save the whole text anew as UTF-8.',
    zh: "列 `{column}` 中，“{before}”之后的字节 {byte} 不属于 {encoding}，而文本的其余部分是 {encoding}。请在该处改正，或将整个文本重新保存为 UTF-8。",
  },
  guessed: {
    en: 'The text is not UTF-8 and was read as {encoding}: line {line} has "{sample}". If that is not right, choose another encoding.',
    zh: "文本不是 UTF-8，已按 {encoding} 读取：第 {line} 行有“{sample}”。如果不对，请选择其他编码。",
  },
  guessedAscii: {
    en: "The text was read as {encoding} because of its zero bytes.",
    zh: "文本含有零字节，已按 {encoding} 读取。",
  },
  textTooLarge: {
    en: "the text has {bytes} MB, and at most {most} MB are read. Split it, or convert it to Parquet.",
    zh: "文本有 {bytes} MB，最多读取 {most} MB。请拆分，或转换为 Parquet。",
  },
});

/** A text with the encoding by which it was decoded. */
export interface DecodedText extends StrictText {
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  /** Whether nobody has said that it is this encoding, and it is not UTF-8: its bytes only look like it. */
  readonly isGuess: boolean;
}

/** Bytes by which encodings are told apart, if the whole decides nothing sooner. */
const SAMPLE = 1 << 20;
/** Of UTF-16, the share of zero bytes on their side: digits, separators and line breaks of a table. */
const ZEROS = 0.05;
/** The least share of the pairs of a Chinese text that are characters of GB 2312. */
const COMMON = 0.8;
/**
 * Letters of windows-1252 that stand as in UTF-8, such as `ß»`, for each other byte beyond ASCII at most. A text with more of them has
 * parts in both encodings, or is UTF-8 with damaged bytes.
 */
const CHANCE = 0.05;

/**
 * The text in bytes: by its byte order mark or by the given encoding, UTF-16 also without a mark, UTF-8 if it is valid, else GB18030
 * if its characters are those of Chinese texts, else windows-1252 if it has no characters of UTF-8. Other bytes are damage.
 * Throws TableFileError for an unknown encoding.
 * @param asked a label of the Encoding Standard
 */
export function decodeBytes(file: string, bytes: Uint8Array, asked?: string): DecodedText {
  const stated = markedEncoding(bytes) ?? asked;
  if (stated !== undefined) {
    const encoding = standardName(stated);
    if (encoding === null) throw new TableFileError(file, texts.unknownEncoding({ encoding: stated }));
    return { ...strictText(bytes, encoding), encoding, isGuess: false };
  }
  const decoded = (encoding: string) => ({ ...strictText(bytes, encoding), encoding, isGuess: encoding !== "utf-8" });
  const wide = wideEncoding(bytes);
  if (wide) return decoded(wide);
  const utf8 = decoded("utf-8");
  if (utf8.damage === null) return utf8;
  const { characters, others } = utf8Evidence(bytes);
  if (characters >= others || bytes.includes(0)) return utf8;
  if (looksChinese(bytes.subarray(0, SAMPLE))) return decoded("gb18030");
  return characters <= CHANCE * others ? decoded("windows-1252") : utf8;
}

/** The text of a table. Its damage is not thrown, because what reads it knows the column. Throws TableFileError. */
export function decodeText(file: string, bytes: Uint8Array, asked?: string): DecodedText {
  if (bytes.length === 0) throw new TableFileError(file, texts.empty());
  if (bytes.length > MOST_TEXT_BYTES) {
    const mega = (count: number) => Math.ceil(count / 1e6);
    throw new TableFileError(file, texts.textTooLarge({ bytes: mega(bytes.length), most: mega(MOST_TEXT_BYTES) }));
  }
  if (new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-") throw new TableFileError(file, texts.pdf());
  const decoded = decodeBytes(file, bytes, asked);
  if (decoded.text.trim() === "") throw new TableFileError(file, texts.empty());
  const { text } = decoded;
  if (hasControls(text)) throw new TableFileError(file, texts.binary());
  const zero = text.indexOf("\0");
  if (zero >= 0) {
    const { line, before } = placeBehind(text.slice(0, zero));
    throw new TableFileError(file, texts.zeroByte({ before }), line);
  }
  return decoded;
}

/** That a text has bytes that its encoding does not have. @param column the name of the column in which they stand, if it is known */
export function damagedText(
  file: string,
  { encoding, damage }: DecodedText & { readonly damage: Damage },
  column?: string,
): TableFileError {
  const { line, byte, before } = damage;
  const fields = { encoding: encoding.toUpperCase(), byte, before };
  const reason = column === undefined ? texts.damagedText(fields) : texts.damagedColumn({ ...fields, column });
  return new TableFileError(file, reason, line);
}

/** An encoding that nobody has stated, with the first characters of it beyond ASCII. */
export interface EncodingGuess {
  readonly encoding: string;
  /** Counted from 1. */
  readonly line: number;
  /** Empty if all characters are ASCII. */
  readonly sample: string;
}

/** The encoding by which a text was decoded, if it was guessed; else null. */
export function encodingGuess({ text, encoding, isGuess }: DecodedText): EncodingGuess | null {
  if (!isGuess) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them.
  const [sample = "", before = ""] = /([^\s,;"]{0,12})[^\x00-\x7f][^\s,;"]{0,12}/.exec(text) ?? [];
  const { line } = placeBehind(text.slice(0, text.indexOf(sample) + before.length));
  return { encoding: encoding.toUpperCase(), line, sample };
}

/** What a reader should know of the encoding of a text; null if there is nothing. */
export function encodingNote(decoded: DecodedText): Message | null {
  const guess = encodingGuess(decoded);
  return guess && guessNote(guess);
}

/** That an encoding was guessed, so that a reader can look whether the characters are right. */
export function guessNote({ encoding: name, line, sample }: EncodingGuess): Message {
  return sample === "" ? texts.guessedAscii({ encoding: name }) : texts.guessed({ encoding: name, line, sample });
}

function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** How many characters beyond ASCII are as UTF-8 has them, and how many bytes beyond ASCII are of none. */
function utf8Evidence(bytes: Uint8Array): { readonly characters: number; readonly others: number } {
  let characters = 0;
  let others = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const more = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < more && ((bytes[i + 1 + found] ?? 0) & 0xc0) === 0x80) found++;
    if (more > 0 && found === more) {
      characters++;
      i += more;
    } else others++;
  }
  return { characters, others };
}

/** UTF-16 by its zero bytes, which are nearly all on one side; null if there are none, or they are not so. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
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
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < enough) return null;
  if (even * 20 < odd) return "utf-16le";
  return odd * 20 < even ? "utf-16be" : null;
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
