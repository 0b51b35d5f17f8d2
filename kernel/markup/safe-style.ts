import {
  type CSSToken,
  isTokenAtKeyword,
  isTokenColon,
  isTokenDelim,
  isTokenDimension,
  isTokenFunction,
  isTokenHash,
  isTokenIdent,
  isTokenNumber,
  isTokenPercentage,
  isTokenString,
  isTokenURL,
  tokenize,
} from "@csstools/css-tokenizer";

/**
 * Styles that load nothing from elsewhere, written anew from their tokens. What is not understood is not written: a
 * declaration with an address that leads out, an unknown function or a bracket that nobody closes; an at-rule that is not
 * listed. No `<` is ever written, and every escape is resolved first, so that `\75rl(` is read as `url(`.
 */

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** At-rules that hold rules or declarations and load nothing. */
const rules = words(
  "media supports container layer scope starting-style keyframes -webkit-keyframes page counter-style property",
);

/** Functions of values. Those that take an address as a string (`image-set`, `src`, `image`) are not among them. */
const functions =
  words(`var env calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log
  exp rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color device-cmyk linear-gradient
  radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
  -webkit-linear-gradient -webkit-radial-gradient translate translatex translatey translatez translate3d rotate rotatex
  rotatey rotatez rotate3d scale scalex scaley scalez scale3d skew skewx skewy matrix matrix3d perspective cubic-bezier steps linear
  repeat minmax fit-content counter counters attr blur brightness contrast drop-shadow grayscale hue-rotate invert
  opacity saturate sepia polygon circle ellipse inset rect xywh path shape ray symbols anchor anchor-size view scroll`);

/** What selectors and the conditions of at-rules may ask. */
const questions = words(`not is where has matches nth-child nth-last-child nth-of-type nth-last-of-type lang dir state
  part highlight selector style scroll-state selector and or`);

/** Properties that ran scripts once, or take a notebook out of its place. */
const refused = words("behavior -ms-behavior -moz-binding src");

/** Where values of these properties name one of these words, a notebook would lie over the page around it. */
const overlaying = words("fixed");

/** A sheet, as it may stand in a page; empty where nothing of it may. */
export function safeStyleSheet(text: string): string {
  return writeItems(tokensOf(text), false);
}

/** The value of a `style` attribute. */
export function safeStyle(text: string): string {
  return writeItems(tokensOf(text), true).replace(/;$/, "");
}

/** One value, such as that of `fill`; empty where it leads elsewhere. */
export function safeValue(text: string): string {
  return writeTokens(trimmed(tokensOf(text)), functions) ?? "";
}

/** The tokens of a text, comments as blanks. */
function tokensOf(text: string): CSSToken[] {
  return tokenize({ css: text.replaceAll("\0", "\ufffd") })
    .filter(([type]) => type !== "EOF-token" && type !== "CDO-token" && type !== "CDC-token")
    .map((token) => (token[0] === "comment" ? blankAt(token) : token))
    .filter((token, i, all) => token[0] !== "whitespace-token" || all[i - 1]?.[0] !== "whitespace-token");
}

function blankAt(token: CSSToken): CSSToken {
  return ["whitespace-token", " ", token[2], token[3], undefined] as unknown as CSSToken;
}

/** Declarations and rules, one after the other; declarations only where they have a place. */
function writeItems(tokens: readonly CSSToken[], declarations: boolean, depth = 0): string {
  if (depth > 16) return "";
  let text = "";
  let from = 0;
  for (let at = 0; at <= tokens.length; ++at) {
    const type = tokens[at]?.[0];
    if (type === "{-token") {
      const end = closingOf(tokens, at);
      // An open block ends with the sheet, as browsers have it.
      text += writeRule(trimmed(tokens.slice(from, at)), tokens.slice(at + 1, end), declarations, depth);
      from = end + 1;
      at = end;
    } else if (type === "semicolon-token" || type === undefined) {
      if (declarations) text += writeDeclaration(trimmed(tokens.slice(from, at)));
      from = at + 1;
    } else if (isOpening(type)) at = closingOf(tokens, at);
  }
  return text;
}

function writeRule(prelude: readonly CSSToken[], block: readonly CSSToken[], nested: boolean, depth: number): string {
  const [first, ...rest] = prelude;
  if (!first) return "";
  const inside = (declarations: boolean) => writeItems(block, declarations, depth + 1);
  if (!isTokenAtKeyword(first)) {
    const selector = writeTokens(prelude, questions);
    const body = inside(true);
    return selector === null || body === "" ? "" : `${selector}{${body}}`;
  }
  const name = first[4].value.toLowerCase();
  const condition = writeTokens(trimmed(rest), questions, functions);
  if (!rules.has(name) || condition === null) return "";
  const holdsDeclarations = /^(?:page|counter-style|property)$/.test(name) || nested;
  const body = inside(holdsDeclarations);
  return body === "" ? "" : `@${name}${condition === "" ? "" : ` ${condition}`}{${body}}`;
}

function writeDeclaration(tokens: readonly CSSToken[]): string {
  const [first, ...rest] = tokens;
  const colon = rest.findIndex(([type]) => type !== "whitespace-token");
  if (!isTokenIdent(first) || !isTokenColon(rest[colon])) return "";
  const name = first[4].value.toLowerCase();
  const value = trimmed(rest.slice(colon + 1));
  if (refused.has(name)) return "";
  const isLaidOver = value.some((token) => isTokenIdent(token) && overlaying.has(token[4].value.toLowerCase()));
  // A custom property may stand for the value of another.
  if (isLaidOver && (name === "position" || name.startsWith("--"))) return "";
  const text = writeTokens(value, functions);
  // Custom properties tell capitals apart.
  const property = name.startsWith("--") ? first[4].value : name;
  return text === null || text === "" ? "" : `${writeName(property)}:${text};`;
}

/** Tokens as text; null where one of them may not stand there, or brackets do not match. */
function writeTokens(tokens: readonly CSSToken[], ...known: readonly ReadonlySet<string>[]): string | null {
  let text = "";
  const open: string[] = [];
  for (let i = 0; i < tokens.length; ++i) {
    const token = tokens[i]!;
    const address = addressAt(tokens, i);
    if (address) {
      if (!isQuietAddress(address.value)) return null;
      text += writeAddress(address.value);
      i = address.end;
      continue;
    }
    if (isOpening(token[0])) open.push(closings[token[0]]!);
    else if (isClosing(token[0]) && open.pop() !== token[0]) return null;
    const written = writeToken(token, known);
    if (written === null) return null;
    text += written;
  }
  return open.length === 0 ? text.trim() : null;
}

/** The address that begins at a token, in quotes or without, and its last token; null where none does. */
function addressAt(tokens: readonly CSSToken[], at: number): { value: string; end: number } | null {
  const token = tokens[at];
  if (isTokenURL(token)) return { value: token[4].value, end: at };
  if (!isTokenFunction(token) || token[4].value.toLowerCase() !== "url") return null;
  const end = closingOf(tokens, at);
  const [first, ...others] = tokens.slice(at + 1, end).filter(([type]) => type !== "whitespace-token");
  // What else may stand in it is not understood.
  return { value: isTokenString(first) && others.length === 0 ? first[4].value : "", end };
}

function writeAddress(value: string): string {
  const text = value.replaceAll(unread, "");
  return /^#[\w.-]+$/.test(text) ? `url(${text})` : `url(${writeString(text)})`;
}

function writeToken(token: CSSToken, known: readonly ReadonlySet<string>[]): string | null {
  if (isTokenIdent(token)) return writeName(token[4].value);
  if (isTokenFunction(token)) {
    const name = token[4].value.toLowerCase();
    return known.some((names) => names.has(name)) ? `${name}(` : null;
  }
  if (isTokenHash(token)) return `#${writeName(token[4].value, token[4].type === "unrestricted")}`;
  if (isTokenString(token)) return writeString(token[4].value);
  if (isTokenAtKeyword(token)) return null;
  if (isTokenNumber(token)) return plainNumber(token[1]);
  if (isTokenPercentage(token)) return plainNumber(token[1].replace(/%$/, ""), "%");
  if (isTokenDimension(token)) {
    const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i.exec(token[1])?.[0] ?? "";
    return /^[a-z]+$/i.test(token[4].unit) && !/^e\d*$/i.test(token[4].unit)
      ? plainNumber(number, token[4].unit)
      : null;
  }
  if (isTokenDelim(token)) return /^[>+~*|.&!/=%$^?-]$/.test(token[4].value) ? token[4].value : null;
  return punctuation[token[0]] ?? null;
}

const closings: Readonly<Record<string, string>> = {
  "function-token": ")-token",
  "(-token": ")-token",
  "[-token": "]-token",
  "{-token": "}-token",
};

const punctuation: Readonly<Record<string, string>> = {
  "whitespace-token": " ",
  "comma-token": ",",
  "colon-token": ":",
  "(-token": "(",
  ")-token": ")",
  "[-token": "[",
  "]-token": "]",
};

function isOpening(type: string): boolean {
  return type in closings;
}

function isClosing(type: string): boolean {
  return type === ")-token" || type === "]-token" || type === "}-token";
}

/** Where what opens at a place is closed; the end where it is not. */
function closingOf(tokens: readonly CSSToken[], at: number): number {
  const open: string[] = [];
  for (let i = at; i < tokens.length; ++i) {
    const type = tokens[i]![0];
    if (isOpening(type)) open.push(closings[type]!);
    else if (type === open.at(-1)) open.pop();
    if (open.length === 0) return i;
  }
  return tokens.length;
}

function trimmed(tokens: readonly CSSToken[]): readonly CSSToken[] {
  const isBlank = ([type]: CSSToken) => type === "whitespace-token";
  const first = tokens.findIndex((token) => !isBlank(token));
  return first < 0 ? [] : tokens.slice(first, tokens.findLastIndex((token) => !isBlank(token)) + 1);
}

/** What the parser of addresses does not read. */
const unread = /^[\0- ]+|[\t\n\r]/g;

/** Parts of the same document, and pictures that are in the style itself. */
function isQuietAddress(value: string): boolean {
  const text = value.replaceAll(unread, "");
  return text.startsWith("#") || /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(text);
}

function plainNumber(text: string, unit = ""): string | null {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? text + unit : null;
}

/** A name with what it may not hold escaped; `inside`: it goes on after something, so that it may begin with a digit. */
function writeName(name: string, inside = false): string {
  const text = name.replaceAll(/[^\w\u0080-\u{10ffff}-]/gu, escaped);
  if (inside) return text;
  return text === "-" ? "\\-" : text.replace(/^-?\d/, (start) => start.slice(0, -1) + escaped(start.at(-1)!));
}

function writeString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
  return `"${text.replaceAll(/["\\<>&\0-\x1f\x7f]/g, escaped)}"`;
}

function escaped(letter: string): string {
  return `\\${letter.codePointAt(0)!.toString(16)} `;
}
