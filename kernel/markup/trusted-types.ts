/**
 * Trusted Types, in browsers that support them. The page's policy requires them, so that no plain text becomes markup, a script
 * or a worker's URL. A frame created by `srcdoc` and its workers are subject to the same policy; there, inside the sandbox,
 * text becomes code by design.
 */
interface Rules {
  createHTML?(text: string): string;
  createScript?(text: string): string;
  createScriptURL?(text: string): string | null;
}

interface Factory {
  createPolicy(name: string, rules: Rules): Rules;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** Names of the policies that a page may create: its own, and those of its interface libraries. */
export const policyNames = [
  "default",
  "yuheng-frame",
  "yuheng-picture",
  "yuheng-embedded",
  "lit-html",
  "dompurify",
] as const;

/**
 * Trusts constant markup of ours for one use, under a policy name that the page allows. Created once, and private to the module
 * that uses it.
 */
export function trustedMarkup(name: (typeof policyNames)[number]): (text: string) => string {
  const rules: Rules = { createHTML: (text) => text };
  const policy = factory?.createPolicy(name, rules) ?? rules;
  return (text) => policy.createHTML!(text);
}

/** Installs the page's default policy, once: workers may be loaded from the page's origin, and nothing else becomes code. */
export function guardPage(): void {
  factory?.createPolicy("default", { createScriptURL: (address) => (isOwn(address) ? address : null) });
}

function isOwn(address: string): boolean {
  const { protocol, href } = new URL(address, document.baseURI);
  if (protocol === "blob:") return true; // created by a running script
  return protocol === new URL(document.baseURI).protocol && new URL(href).origin === location.origin;
}

/** Allows text to become code inside the sandbox; as script text, for programs that are text themselves. */
export const trustAll = `globalThis.trustedTypes?.createPolicy("default",{createHTML:(t)=>t,createScript:(t)=>t,createScriptURL:(t)=>t});`;

/** The same for our program in a worker inside the sandbox, which runs the author's code. */
export function trustCells(): void {
  const keep = (text: string) => text;
  factory?.createPolicy("default", { createHTML: keep, createScript: keep, createScriptURL: keep });
}
