import { type Message, messages } from "../../lib/message/message.ts";

const texts = messages("server", {
  system: {
    en: "system error {code}",
    zh: "系统返回 {code}",
  },
  diskFull: {
    en: "the disk is full",
    zh: "磁盘已满",
  },
  accessDenied: {
    en: "access is denied",
    zh: "没有访问权限",
  },
  folderReadOnly: {
    en: "the folder is read-only",
    zh: "文件夹是只读的",
  },
  nameTooLong: {
    en: "its name is too long",
    zh: "名称过长",
  },
});

const reasons: Readonly<Record<string, Message>> = {
  ENOSPC: texts.diskFull(),
  EDQUOT: texts.diskFull(),
  EACCES: texts.accessDenied(),
  EPERM: texts.accessDenied(),
  EROFS: texts.folderReadOnly(),
  ENAMETOOLONG: texts.nameTooLong(),
};

/** Why the system did not read or write, as the end of a sentence. */
export function systemReason(error: unknown): Message {
  const { code } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? texts.system({ code: code ?? (error as Error).name });
}
