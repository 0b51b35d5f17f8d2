/** The package that draws pictures; null where it is not installed, because it is optional. */
export async function loadCanvas(): Promise<typeof import("@napi-rs/canvas") | null> {
  return import("@napi-rs/canvas").catch(() => null);
}

export type Canvas = NonNullable<Awaited<ReturnType<typeof loadCanvas>>>;
