import { sentencePieces, type Vocabulary } from "./vocabulary.ts";

/** Sizes of a model that is no use but to run: seven hundred thousand random weights. */
const width = 64;
const inner = 128;
const layers = 2;
const heads = 4;
const context = 32_768;

/** Types of values in a GGUF file. */
const UINT32 = 4;
const INT32 = 5;
const FLOAT32 = 6;
const BOOL = 7;
const STRING = 8;
const ARRAY = 9;

const ALIGNMENT = 32;

/** How a model of random weights is made. */
interface RandomModel {
  readonly seed?: number;
  readonly vocabulary?: Vocabulary;
  /** Whether it writes tokens that are no whole characters, of which random ones are no text. */
  readonly breaksCharacters?: boolean;
}

/**
 * A GGUF file (version 3) with a model of llama's architecture and random weights: it takes every text and gives nonsense. The same seed
 * gives the same file.
 */
export function randomGguf({
  seed = 1,
  vocabulary = sentencePieces([]),
  breaksCharacters = false,
}: RandomModel = {}): Uint8Array<ArrayBuffer> {
  const { tokens, types, scores, merges, unknown, begin, end } = vocabulary;
  const metadata: readonly (readonly [string, number, unknown])[] = [
    ["general.architecture", STRING, "llama"],
    ["general.name", STRING, "random"],
    ["llama.context_length", UINT32, context],
    ["llama.embedding_length", UINT32, width],
    ["llama.block_count", UINT32, layers],
    ["llama.feed_forward_length", UINT32, inner],
    ["llama.attention.head_count", UINT32, heads],
    ["llama.attention.head_count_kv", UINT32, heads],
    ["llama.attention.layer_norm_rms_epsilon", FLOAT32, 1e-5],
    ["llama.rope.dimension_count", UINT32, width / heads],
    ["llama.vocab_size", UINT32, tokens.length],
    ["tokenizer.ggml.model", STRING, vocabulary.model],
    ["tokenizer.ggml.pre", STRING, vocabulary.model === "gpt2" ? "gpt-2" : "default"],
    ["tokenizer.ggml.tokens", ARRAY, { type: STRING, values: tokens }],
    ["tokenizer.ggml.token_type", ARRAY, { type: INT32, values: types }],
    ...(scores ? [["tokenizer.ggml.scores", ARRAY, { type: FLOAT32, values: scores }] as const] : []),
    ...(merges ? [["tokenizer.ggml.merges", ARRAY, { type: STRING, values: merges }] as const] : []),
    ...(unknown === undefined ? [] : [["tokenizer.ggml.unknown_token_id", UINT32, unknown] as const]),
    ["tokenizer.ggml.bos_token_id", UINT32, begin],
    ["tokenizer.ggml.eos_token_id", UINT32, end],
    // Prompts are continued byte by byte.
    ["tokenizer.ggml.add_space_prefix", BOOL, false],
  ];
  const tensors: [name: string, shape: number[]][] = [
    ["token_embd.weight", [width, tokens.length]],
    ["output_norm.weight", [width]],
    ["output.weight", [width, tokens.length]],
    ...Array.from({ length: layers }, (_, i) => blockOf(i)).flat(),
  ];
  const out = new Writer();
  out.text("GGUF", false);
  out.int32(3);
  out.int64(tensors.length);
  out.int64(metadata.length);
  for (const [key, type, value] of metadata) {
    out.text(key);
    out.int32(type);
    out.value(type, value);
  }
  let at = 0;
  for (const [name, shape] of tensors) {
    out.text(name);
    out.int32(shape.length);
    for (const size of shape) out.int64(size);
    out.int32(0); // single precision
    out.int64(at);
    at = aligned(at + 4 * sizeOf(shape));
  }
  const random = uniform(seed);
  const isShunned = (token: number) => !breaksCharacters && vocabulary.isBroken(token);
  for (const [name, shape] of tensors) {
    out.align();
    for (let i = 0; i < sizeOf(shape); i++) out.float32(weightOf(name, i, (random() - 0.5) / 4, isShunned));
  }
  return out.bytes();
}

/**
 * A weight: one in norms, elsewhere random. The first number of every token's vector is large and stays so through all layers; by it the
 * output keeps away from tokens that are shunned.
 */
function weightOf(name: string, i: number, random: number, isShunned: (token: number) => boolean): number {
  if (name.includes("norm")) return 1;
  if (i % width !== 0) return random;
  if (name === "token_embd.weight") return 8;
  return name === "output.weight" && isShunned(i / width) ? -8 : random;
}

function blockOf(i: number): [string, number[]][] {
  const square = ["attn_q", "attn_k", "attn_v", "attn_output"].map((name): [string, number[]] => [
    name,
    [width, width],
  ]);
  const parts: [string, number[]][] = [
    ["attn_norm", [width]],
    ...square,
    ["ffn_norm", [width]],
    ["ffn_gate", [width, inner]],
    ["ffn_up", [width, inner]],
    ["ffn_down", [inner, width]],
  ];
  return parts.map(([name, shape]) => [`blk.${i}.${name}.weight`, shape]);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, each) => product * each, 1);
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT;
}

/** Numbers from 0 to 1 by a linear congruential generator. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Bytes in little-endian order. */
class Writer {
  #view = new DataView(new ArrayBuffer(1 << 20));
  #at = 0;

  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#view.buffer.slice(0, this.#at));
  }

  int32(value: number): void {
    this.#room(4).setUint32(this.#take(4), value, true);
  }

  int64(value: number): void {
    this.#room(8).setBigUint64(this.#take(8), BigInt(value), true);
  }

  float32(value: number): void {
    this.#room(4).setFloat32(this.#take(4), value, true);
  }

  text(value: string, withLength = true): void {
    const bytes = new TextEncoder().encode(value);
    if (withLength) this.int64(bytes.length);
    this.#room(bytes.length);
    new Uint8Array(this.#view.buffer).set(bytes, this.#take(bytes.length));
  }

  value(type: number, value: unknown): void {
    if (type === STRING) this.text(String(value));
    else if (type === FLOAT32) this.float32(Number(value));
    else if (type === BOOL) this.#room(1).setUint8(this.#take(1), value ? 1 : 0);
    else if (type === ARRAY) {
      const { type: of, values } = value as { type: number; values: readonly unknown[] };
      this.int32(of);
      this.int64(values.length);
      for (const each of values) this.value(of, each);
    } else this.int32(Number(value));
  }

  align(): void {
    this.#take(aligned(this.#at) - this.#at);
    this.#room(0);
  }

  #take(length: number): number {
    const at = this.#at;
    this.#at += length;
    return at;
  }

  #room(length: number): DataView<ArrayBuffer> {
    if (this.#at + length > this.#view.byteLength) {
      const larger = new Uint8Array(2 * this.#view.byteLength + length);
      larger.set(new Uint8Array(this.#view.buffer));
      this.#view = new DataView(larger.buffer);
    }
    return this.#view;
  }
}
