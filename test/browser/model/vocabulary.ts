/** Types of tokens in a GGUF file: text, none, control, and a byte of a character that no token has. */
const NORMAL = 1;
const UNKNOWN = 2;
const CONTROL = 3;
const BYTE = 6;

/** The tokens of a model, with the special ones by their place. */
export interface Vocabulary {
  /** The tokenizer, by llama.cpp's name. */
  readonly model: "llama" | "gpt2";
  readonly tokens: readonly string[];
  readonly types: readonly number[];
  /** SentencePiece merges the pair of tokens with the best score first. */
  readonly scores?: readonly number[];
  /** Byte-level BPE merges pairs in this order. */
  readonly merges?: readonly string[];
  readonly unknown?: number;
  readonly begin: number;
  readonly end: number;
  /** Tokens that are no whole characters. */
  isBroken(token: number): boolean;
}

/** Words of questions, of which whole tokens are made. */
const words = ["中国", "排放", "二氧化碳"];

const bytes = Array.from({ length: 256 }, (_, byte) => byte);
const byteToken = (byte: number) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;

/** As SentencePiece has them: bytes for what no token spells, characters and words of Chinese if wanted. */
export function sentencePieces(chinese: readonly string[] = words): Vocabulary {
  // Blanks are written as ▁ before they are looked up, so that they need a token of their own. Words are merged from their parts.
  const pieces = [...new Set(["\u2581", ...chinese.flatMap((word) => [...word, ...prefixesOf(word)])])];
  const tokens = ["<unk>", "<s>", "</s>", ...bytes.map(byteToken), ...pieces];
  return {
    model: "llama",
    tokens,
    types: [UNKNOWN, CONTROL, CONTROL, ...bytes.map(() => BYTE), ...pieces.map(() => NORMAL)],
    scores: tokens.map((token) => [...token].length),
    unknown: 0,
    begin: 1,
    end: 2,
    isBroken: (token) => token >= 3 + 128 && token < 3 + 256,
  };
}

/** As GPT-2 and most models of today have them: every byte is a letter, and Chinese characters are merged from three of them. */
export function bytePairs(chinese: readonly string[] = words): Vocabulary {
  const letters = bytes.map(letterOf);
  const merges: string[] = [];
  const merged: string[] = [];
  const merge = (left: string, right: string) => {
    if (merged.includes(left + right)) return;
    merges.push(`${left} ${right}`);
    merged.push(left + right);
  };
  const spelled = (text: string) => [...new TextEncoder().encode(text)].map(letterOf);
  for (const character of new Set(chinese.join(""))) {
    const [first, ...rest] = spelled(character);
    rest.reduce((left, right) => {
      merge(left, right);
      return left + right;
    }, first!);
  }
  const characters = new Set([...new Set(chinese.join(""))].map((each) => spelled(each).join("")));
  for (const word of chinese)
    [...word]
      .map((each) => spelled(each).join(""))
      .reduce((left, right) => {
        merge(left, right);
        return left + right;
      });
  const tokens = [...letters, ...merged, "<|endoftext|>"];
  const isWhole = (token: string) => characters.has(token) || [...token].length > 3;
  return {
    model: "gpt2",
    tokens,
    types: tokens.map((_, i) => (i === tokens.length - 1 ? CONTROL : NORMAL)),
    merges,
    begin: tokens.length - 1,
    end: tokens.length - 1,
    isBroken: (token) => (token >= 128 && token < 256) || (token >= 256 && !isWhole(tokens[token]!)),
  };
}

function prefixesOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((_, i) => characters.slice(0, i + 2).join(""));
}

/** The letter that stands for a byte in GPT-2's vocabulary: itself if it is visible, else one from 256 on. */
function letterOf(byte: number): string {
  const isVisible = (each: number) => (each >= 33 && each <= 126) || (each >= 161 && each <= 172) || each >= 174;
  if (isVisible(byte)) return String.fromCodePoint(byte);
  const before = bytes.filter((each) => each < byte && !isVisible(each)).length;
  return String.fromCodePoint(256 + before);
}
