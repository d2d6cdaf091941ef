/** Verbs of a session (session.ts says what each promises), by what they are about. */
import type { MappingCorrection } from '../../shared/reading/reading.ts';
import { checkWorkbook } from './check-workbook.ts';
import { drawMarks } from './finding-marks.ts';
import { dropPack, keepPack, tryPack } from './keep-pack.ts';
import { remember } from './keep-memory.ts';
import { withCorrection } from './mapping-corrections.ts';
import { addProtocol, addReportSheet, contentHash, removeProtocol } from './protocol-sheet.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';
import type { Session } from './session.ts';
import { WorkbookError } from './workbook-port.ts';

/** Norms: which ones count, and the workbook's own. */
export function packVerbs(
  context: SessionContext,
): Pick<Session, 'setPack' | 'draftPack' | 'tryPack' | 'keepPack' | 'dropPack'> {
  const hasRun = () => context.store.getSnapshot().run !== null;
  return {
    setPack: (packId) => patch(context, { packId, packFault: null, isStale: hasRun() }),
    draftPack: (packDraft) => patch(context, { packDraft }),
    tryPack: (pack) => tryPack(context, pack),
    keepPack: (own) => keepPack(context, own),
    dropPack: () => dropPack(context),
  };
}

/** What is drawn upon the sheets. */
export function markVerbs(context: SessionContext): Pick<Session, 'showMarks' | 'showRemarks'> {
  return {
    showMarks: async (marksShown) => {
      await remember(context, { marksShown });
      await drawMarks(context);
    },
    showRemarks: async (marks) => {
      patch(context, { remarks: marks });
      await drawMarks(context);
    },
  };
}

/** How the sheets are read. */
export function readingVerbs(
  context: SessionContext,
): Pick<Session, 'correctMapping' | 'dropCorrection' | 'readHidden'> {
  const { store } = context;
  const setCorrections = async (corrections: MappingCorrection[]): Promise<void> => {
    await remember(context, { corrections });
    await checkWorkbook(context, true);
  };
  return {
    correctMapping: (correction) =>
      setCorrections(withCorrection(store.getSnapshot().remembered.corrections, correction)),
    dropCorrection: (sheet) =>
      setCorrections(store.getSnapshot().remembered.corrections.filter((one) => one.sheet !== sheet)),
    readHidden: async (readsHidden) => {
      await remember(context, { readsHidden });
      await checkWorkbook(context, true);
    },
  };
}

/** Reports as sheets of the workbook. */
export function reportVerbs(
  context: SessionContext,
): Pick<Session, 'contentHash' | 'addProtocol' | 'addReport' | 'removeProtocol'> {
  return {
    contentHash: () => contentHash(context),
    addProtocol: (report) => trying(context, () => addProtocol(context, report)),
    addReport: async (report) => {
      let name: string | null = null;
      await trying(context, async () => {
        name = await addReportSheet(context, report);
      });
      return name;
    },
    removeProtocol: () => trying(context, () => removeProtocol(context)),
  };
}

/** Does something with the workbook; a refusal becomes a sentence on the screen. */
export async function trying(context: SessionContext, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    patch(context, { problem: { kind: 'workbook', code: error.code } });
  }
}
