/**
 * Trusted Types, where a browser has them. The page's policy asks for them, so that no text becomes markup, a script or a
 * worker's address in it by itself. A frame made by `srcdoc` and the workers within it stand under the same policy; there,
 * behind the fence, text becomes code by design.
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

/** Names of the policies that a page may make: its own, and those of the libraries that write its interface. */
export const policyNames = [
  "default",
  "yuheng-frame",
  "yuheng-picture",
  "yuheng-embedded",
  "lit-html",
  "dompurify",
] as const;

/**
 * Text of ours for one place that takes markup, under a name that stands in the page's policy. It is made once and stays in
 * the module that has use for it.
 */
export function trustedMarkup(name: (typeof policyNames)[number]): (text: string) => string {
  const rules: Rules = { createHTML: (text) => text };
  const policy = factory?.createPolicy(name, rules) ?? rules;
  return (text) => policy.createHTML!(text);
}

/** The last resort of the page, once: programs of workers come from where the page does, and nothing else becomes code. */
export function guardPage(): void {
  factory?.createPolicy("default", { createScriptURL: (address) => (isOwn(address) ? address : null) });
}

function isOwn(address: string): boolean {
  const { protocol, href } = new URL(address, document.baseURI);
  if (protocol === "blob:") return true; // made by a script that runs already
  return protocol === new URL(document.baseURI).protocol && new URL(href).origin === location.origin;
}

/** Lets text become code behind the fence; as a script, for programs that are text themselves. */
export const trustAll = `globalThis.trustedTypes?.createPolicy("default",{createHTML:(t)=>t,createScript:(t)=>t,createScriptURL:(t)=>t});`;

/** The same for a program of ours in a worker behind the fence, whose work is to run what the author wrote. */
export function trustCells(): void {
  const keep = (text: string) => text;
  factory?.createPolicy("default", { createHTML: keep, createScript: keep, createScriptURL: keep });
}
