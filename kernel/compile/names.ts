/** The hidden parameter that loops call, so that an endless loop can be stopped. */
export const guardName = "__guard";

/** The hidden builtin that import declarations and `import()` are rewritten to. */
export const importName = "__import";

/** Identifiers that belong to the language itself and are never looked up; `eval` is not a valid parameter name. */
export const languageNames: ReadonlySet<string> = new Set(["undefined", "NaN", "Infinity", "eval"]);

/** Global names that no cell may declare, because the declaration would hide them from every other cell. */
export const protectedGlobals: ReadonlySet<string> = new Set(
  `Array ArrayBuffer BigInt Boolean DataView Date Error Function Infinity Intl JSON Map Math NaN Number Object
  Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError WeakMap WeakSet
  Float32Array Float64Array Int8Array Int16Array Int32Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN parseFloat parseInt undefined
  arguments AudioContext Blob CustomEvent File FileList FileReader Headers Image ImageData Path2D TextDecoder TextEncoder
  URL WebSocket Worker atob btoa cancelAnimationFrame clearInterval clearTimeout console crypto devicePixelRatio document
  fetch navigator observable performance requestAnimationFrame setInterval setTimeout window`
    .split(/\s+/)
    .filter(Boolean),
);
