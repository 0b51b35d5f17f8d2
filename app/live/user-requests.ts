import type { FramePlace, PageApi } from "../../kernel/sandbox/protocol.ts";
import { downloadBlob } from "../files/file-pickers.ts";
import { safeFileName } from "../files/saved-file.ts";
import { hasFrameFocus, isUserActive } from "./activation.ts";

/** Requests of a frame on behalf of the user. Any code in the frame can send them, so they are granted only after user activation. */
export function userRequests(
  allows: (action: string) => boolean,
  action: (id: string) => void,
  follow: (address: string) => void,
  show: (cell: number) => void,
  quote: (cell: number) => void,
  dragged: (places: readonly FramePlace[]) => void,
  dropped: (names: readonly string[]) => void,
  pasted: () => void,
): Pick<PageApi, "reader" | "provenance"> {
  return {
    reader: {
      action: (id) => {
        if (allows(id) && (id === "close" ? hasFrameFocus() : isUserActive())) action(id);
      },
      follow: (address) => {
        if (isUserActive()) follow(address);
      },
      quote: (cell) => {
        if (isUserActive()) quote(cell);
      },
      save: ({ name, type, bytes }) => {
        if (!isUserActive()) return false;
        downloadBlob(safeFileName(name), new Blob([bytes], { type }));
        return true;
      },
      // The browser does not count a drag or a drop as activation. All that follows is a layer, which goes when nothing is
      // dragged, and a sentence.
      dragged,
      dropped,
      pasted: () => {
        if (isUserActive()) pasted();
      },
    },
    provenance: {
      show: (cell) => {
        if (isUserActive()) show(cell);
      },
    },
  };
}

/** Requests of a frame that nobody sees: whatever a reader does beside it is not meant for it. */
export const noRequests: Pick<PageApi, "reader" | "provenance"> = {
  reader: {
    action() {},
    quote() {},
    follow() {},
    save: () => false,
    dragged() {},
    dropped() {},
    pasted() {},
  },
  provenance: { show() {} },
};
