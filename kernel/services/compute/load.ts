/** Gives the bytes of a dataset as an Arrow file. */
export type Load = (name: string) => Promise<Uint8Array>;
