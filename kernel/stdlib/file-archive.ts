import { readZip, type ZipEntry } from "../../lib/files/container/zip-archive.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";

const texts = messages("attachment", {
  noMember: {
    en: "There is no file “{member}” in “{name}”.",
    zh: "“{name}”中没有文件“{member}”。",
  },
  noMemberNear: {
    en: "There is no file “{member}” in “{name}”. Did you mean “{near}”?",
    zh: "“{name}”中没有文件“{member}”。您是不是要用“{near}”？",
  },
  memberTooLarge: {
    en: "“{member}” in “{name}” has {size} bytes when unpacked, and {most} are read at most.",
    zh: "“{name}”中的“{member}”解压后有 {size} 字节，而最多读取 {most} 字节。",
  },
});

/** Bytes of an unpacked member: a small archive may expand to gigabytes. */
const MOST_BYTES = 500_000_000;

/** Makes of an entry, and of what unpacks it, what a file of the archive is given as. */
type MemberOf<Member> = (
  entry: Pick<ZipEntry, "path" | "size">,
  unpack: () => Promise<Uint8Array<ArrayBuffer>>,
) => Member;

/** The files of a zip archive, as in Observable. */
export class FileArchive<Member> {
  readonly #name: string;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #member: MemberOf<Member>;

  private constructor(name: string, entries: readonly ZipEntry[], member: MemberOf<Member>) {
    this.#name = name;
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
    this.#member = member;
  }

  /** Rejects with a FileError if the bytes are no zip archive. */
  static async open<Member>(
    bytes: Uint8Array<ArrayBuffer>,
    name: string,
    member: MemberOf<Member>,
  ): Promise<FileArchive<Member>> {
    return new FileArchive(name, await readZip(new Blob([bytes]), name), member);
  }

  /** The paths of its files, in the order of the archive. */
  get filenames(): string[] {
    return [...this.#entries.keys()];
  }

  /** A file of it. Throws a Fault if there is none of that path. */
  file(path: string): Member {
    const entry = this.#entries.get(path);
    const [name, member] = [this.#name, String(path)];
    if (!entry) {
      const near = nearestName(member, this.filenames);
      throw new Fault(
        near === undefined ? texts.noMember({ name, member }) : texts.noMemberNear({ name, member, near }),
      );
    }
    return this.#member(entry, () => this.#unpack(entry));
  }

  async #unpack(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const { path, size } = entry;
    if (size > MOST_BYTES) {
      throw new Fault(texts.memberTooLarge({ name: this.#name, member: path, size, most: MOST_BYTES }));
    }
    return new Uint8Array(await new Response(await entry.stream(() => {})).arrayBuffer());
  }
}
