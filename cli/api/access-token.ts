import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What a token allows: to read tools, datasets and rows; to run tools and questions. */
export const scopes = ["read", "compute"] as const;
export type Scope = (typeof scopes)[number];

/** A token as it is stored: its hash, never itself. */
export interface StoredToken {
  /** By which a person tells tokens apart. */
  readonly name: string;
  /** SHA-256 in hexadecimal digits. A token has 256 random bits, so that a slow hash would protect it no better. */
  readonly sha256: string;
  readonly scopes: readonly Scope[];
}

/** A new token, which is shown once, and what is stored of it. */
export function newAccessToken(name: string, allowed: readonly Scope[]): { token: string; stored: StoredToken } {
  const token = `yuheng_${randomBytes(32).toString("base64url")}`;
  return { token, stored: storedForm(token, name, allowed) };
}

/** What is stored of a token. */
export function storedForm(token: string, name: string, allowed: readonly Scope[]): StoredToken {
  return { name, sha256: hashOf(token), scopes: allowed };
}

/** The stored token that a request sends as `Authorization: Bearer …`; undefined if it sends none, or another. */
export function findToken(authorization: string | undefined, known: readonly StoredToken[]): StoredToken | undefined {
  const token = /^Bearer +([\w.~+/-]{1,512}=*)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) return undefined;
  const hash = Buffer.from(hashOf(token), "hex");
  // All are compared, so that the time tells nothing.
  return known.filter(({ sha256 }) => timingSafeEqual(Buffer.from(sha256, "hex"), hash))[0];
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
