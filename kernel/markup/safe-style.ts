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
 * Styles that load no external resources, rebuilt from their tokens. Everything unknown is dropped: a declaration with an
 * external URL, an unknown function or an unclosed bracket; an at-rule that is not listed. No `<` is ever written, and every
 * escape is resolved first, so that `\75rl(` is read as `url(`.
 */

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** At-rules that contain rules or declarations and load nothing. */
const rules = words(
  "media supports container layer scope starting-style keyframes -webkit-keyframes page counter-style property",
);

/** Functions in values, except those that accept a URL as a string (`image-set`, `src`, `image`). */
const functions =
  words(`var env calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log
  exp rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color device-cmyk linear-gradient
  radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
  -webkit-linear-gradient -webkit-radial-gradient translate translatex translatey translatez translate3d rotate rotatex
  rotatey rotatez rotate3d scale scalex scaley scalez scale3d skew skewx skewy matrix matrix3d perspective cubic-bezier steps linear
  repeat minmax fit-content counter counters attr blur brightness contrast drop-shadow grayscale hue-rotate invert
  opacity saturate sepia polygon circle ellipse inset rect xywh path shape ray symbols anchor anchor-size view scroll`);

/** Functions in selectors and in the conditions of at-rules. */
const conditions = words(`not is where has matches nth-child nth-last-child nth-of-type nth-last-of-type lang dir state
  part highlight selector style scroll-state selector and or`);

/** Properties that ran scripts in old browsers, or load resources. */
const refused = words("behavior -ms-behavior -moz-binding src");

/** Values of `position` with which a notebook could cover the surrounding page. */
const covering = words("fixed");

/** Sanitises a style sheet; empty if nothing of it is allowed. */
export function safeStyleSheet(text: string): string {
  return writeItems(tokensOf(text), false);
}

/** Sanitises the value of a `style` attribute. */
export function safeStyle(text: string): string {
  return writeItems(tokensOf(text), true).replace(/;$/, "");
}

/** Sanitises one value, such as that of `fill`; empty if it is not allowed. */
export function safeValue(text: string): string {
  return writeTokens(trimmed(tokensOf(text)), functions) ?? "";
}

/** The tokens of a text, with comments replaced by white space. */
function tokensOf(text: string): CSSToken[] {
  return tokenize({ css: text.replaceAll("\0", "\ufffd") })
    .filter(([type]) => type !== "EOF-token" && type !== "CDO-token" && type !== "CDC-token")
    .map((token) => (token[0] === "comment" ? blankAt(token) : token))
    .filter((token, i, all) => token[0] !== "whitespace-token" || all[i - 1]?.[0] !== "whitespace-token");
}

function blankAt(token: CSSToken): CSSToken {
  return ["whitespace-token", " ", token[2], token[3], undefined] as unknown as CSSToken;
}

/** Writes declarations and rules in order; declarations only where they are valid. */
function writeItems(tokens: readonly CSSToken[], declarations: boolean, depth = 0): string {
  if (depth > 16) return "";
  let text = "";
  let from = 0;
  for (let at = 0; at <= tokens.length; ++at) {
    const type = tokens[at]?.[0];
    if (type === "{-token") {
      const end = closingOf(tokens, at);
      // An unclosed block ends with the sheet, as in browsers.
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
    const selector = writeTokens(prelude, conditions);
    const body = inside(true);
    return selector === null || body === "" ? "" : `${selector}{${body}}`;
  }
  const name = first[4].value.toLowerCase();
  const condition = writeTokens(trimmed(rest), conditions, functions);
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
  const isCovering = value.some((token) => isTokenIdent(token) && covering.has(token[4].value.toLowerCase()));
  // A custom property may be used as the value of another property.
  if (isCovering && (name === "position" || name.startsWith("--"))) return "";
  const text = writeTokens(value, functions);
  // Custom properties are case-sensitive.
  const property = name.startsWith("--") ? first[4].value : name;
  return text === null || text === "" ? "" : `${writeName(property)}:${text};`;
}

/** Writes tokens as text; null if one of them is not allowed, or brackets do not match. */
function writeTokens(tokens: readonly CSSToken[], ...known: readonly ReadonlySet<string>[]): string | null {
  let text = "";
  const open: string[] = [];
  for (let i = 0; i < tokens.length; ++i) {
    const token = tokens[i]!;
    const address = addressAt(tokens, i);
    if (address) {
      if (!isLocalAddress(address.value)) return null;
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

/** The URL at a token, quoted or not, with its last token; null if there is none. */
function addressAt(tokens: readonly CSSToken[], at: number): { value: string; end: number } | null {
  const token = tokens[at];
  if (isTokenURL(token)) return { value: token[4].value, end: at };
  if (!isTokenFunction(token) || token[4].value.toLowerCase() !== "url") return null;
  const end = closingOf(tokens, at);
  const [first, ...others] = tokens.slice(at + 1, end).filter(([type]) => type !== "whitespace-token");
  // Anything else in it is not supported.
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

/** The index of the closing token of a block; the end if it is unclosed. */
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

/** Characters that URL parsers ignore. */
const unread = /^[\0- ]+|[\t\n\r]/g;

/** Fragments of the same document, and embedded images. */
function isLocalAddress(value: string): boolean {
  const text = value.replaceAll(unread, "");
  return text.startsWith("#") || /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(text);
}

function plainNumber(text: string, unit = ""): string | null {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? text + unit : null;
}

/** Escapes a name; if `inside`, it continues another token, so that it may begin with a digit. */
function writeName(name: string, inside = false): string {
  const text = name.replaceAll(/[^\w\u0080-\u{10ffff}-]/gu, escaped);
  if (inside) return text;
  return text === "-" ? "\\-" : text.replace(/^-?\d/, (start) => start.slice(0, -1) + escaped(start.at(-1)!));
}

function writeString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are escaped
  return `"${text.replaceAll(/["\\<>&\0-\x1f\x7f]/g, escaped)}"`;
}

function escaped(letter: string): string {
  return `\\${letter.codePointAt(0)!.toString(16)} `;
}
