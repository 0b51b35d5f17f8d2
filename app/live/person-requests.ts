import type { PageApi } from "../../kernel/sandbox/protocol.ts";
import { isFrameAction } from "../actions/frame-actions.ts";
import { downloadBlob } from "../session/file-pickers.ts";
import { hasFrameFocus, isPersonsDoing } from "./activation.ts";
import { safeFileName } from "./saved-file.ts";

/** What a frame asks for in a person's name. Whatever else is in the frame can ask for it, too: it is done at a person's hand alone. */
export function personRequests(
  action: (id: string) => void,
  follow: (address: string) => void,
  show: (cell: number) => void,
): Pick<PageApi, "reader" | "provenance"> {
  return {
    reader: {
      action: (id) => {
        if (isFrameAction(id) && (id === "close" ? hasFrameFocus() : isPersonsDoing())) action(id);
      },
      follow: (address) => {
        if (isPersonsDoing()) follow(address);
      },
      save: ({ name, type, bytes }) => {
        if (isPersonsDoing()) downloadBlob(safeFileName(name), new Blob([bytes], { type }));
      },
    },
    provenance: {
      show: (cell) => {
        if (isPersonsDoing()) show(cell);
      },
    },
  };
}
